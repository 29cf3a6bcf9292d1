"""`make pictures`: every page of the window with the sample team, light and dark, in two sizes.

Runs offscreen. Day, zone and language are fixed, so that pictures change only when the window does.
"""

import faulthandler
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PIL import Image
from PySide6.QtCore import QEventLoop, QLocale, QSettings, QSize, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from coachjournal.clock import FixedClock
from coachjournal.commands.sample import load_sample_team
from coachjournal.journal import Journal, open_journal
from coachjournal.queries.rep_page import rep_conversations
from coachjournal.queries.reps import reps
from coachjournal.rules.conversation import ConversationKind
from ui.app import App
from ui.main_window import MainWindow
from ui.theme import tokens
from ui.tokens import Scheme
from ui.widgets.note_edit import NoteEdit

PICTURES = Path(__file__).resolve().parent / "pictures"
NOON = FixedClock(datetime(2026, 11, 26, 12, 0, tzinfo=UTC))
SIZES = (QSize(1360, 860), QSize(1024, 640))
SCHEMES = (Scheme.LIGHT, Scheme.DARK)
SHOWN_REP = "Dana Reyes"
SOUGHT = "ha"
NOTE = "Let Ingrid talk first. Eleven minutes before the first slide, and she named the second decision maker herself."

LONGEST_RUN = 300
"""Seconds after which something hangs: say where, and end."""
LONGEST_START = 30_000
"""Milliseconds."""
BREATH = 100
"""Milliseconds in which a page lays itself out and paints what has just come from the lane."""
TURNS = 4
"""As often as one answer from the lane leads to the next question: page, rows, chart, its first drawing."""
COLOURS = 256
"""As many as a small PNG can name. Chosen by how far apart they are, so that a red dot stays red."""

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


class Studio:
    """A journal in its window, and a camera."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._desk = _there(app.desk)
        self.window: MainWindow = _there(self._desk.window)

    def take(self, name: str, show: Callable[[], object]) -> None:
        """A place in every scheme and size; a dialog that `show` opens lies over the page."""
        for scheme, size in product(SCHEMES, SIZES):
            self._app.theme.choose_scheme(scheme)
            self._desk.frame.resize(size)
            show()
            self._settle()
            dialog = _open_dialog()
            picture = self._desk.frame.grab()
            if dialog is not None:
                _lay_over(picture, dialog.grab())
                _put_away(dialog)
            _keep(picture, PICTURES / f"{name}-{scheme.value}-{size.width()}x{size.height()}.png")

    def log(self, page: str, rep_id: int) -> None:
        self.window.open_page(page)
        self._settle()
        self.window.log_conversation(rep_id)
        dialog = _there(_open_dialog())
        _part(dialog, "quickLog.text", NoteEdit).show_source(NOTE)

    def search(self, page: str) -> None:
        self.window.open_page(page)
        self._settle()
        self.window.open_palette()
        QTest.keyClicks(_part(self.window, "palette.line", QLineEdit), SOUGHT)

    def _settle(self) -> None:
        """Until the lane has answered everything and the window has shown it."""
        worker = _there(self._desk.worker)
        for _ in range(TURNS):
            loop = QEventLoop()
            worker.run(_nothing, partial(_then_breathe, loop))
            loop.exec()


def main() -> int:
    """Take all pictures anew."""
    faulthandler.dump_traceback_later(LONGEST_RUN, exit=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    QLocale.setDefault(QLocale("en_GB"))
    qt = QApplication([])
    qt.setCursorFlashTime(0)
    with TemporaryDirectory() as folder:
        empty, sample = Path(folder) / "empty.coach", Path(folder) / "sample.coach"
        with _studio(qt, empty) as studio:
            studio.take("welcome", lambda: studio.window.open_page("welcome"))
        rep_id, conversation_id = _write_sample(sample)
        with _studio(qt, sample) as studio:
            for name, show in _places(studio, rep_id, conversation_id).items():
                studio.take(name, show)
    return 0


def _places(studio: Studio, rep_id: int, conversation_id: int) -> dict[str, Callable[[], object]]:
    window = studio.window
    pages: dict[str, Callable[[], object]] = {
        page.name: partial(window.open_page, page.name) for page in window.listed_pages
    }
    return pages | {
        "rep": partial(window.open_rep, rep_id),
        "conversation": partial(window.open_conversation, conversation_id),
        "palette": partial(studio.search, "today"),
        "quick-log": partial(studio.log, "today", rep_id),
    }


def _write_sample(path: Path) -> tuple[int, int]:
    """The rep and her last ride-along, which are shown."""
    journal = open_journal(path, clock=NOON)
    journal.do(load_sample_team)
    shown = _rep_and_ride_along(journal)
    journal.close()
    return shown


def _rep_and_ride_along(journal: Journal) -> tuple[int, int]:
    rep_id = next(rep.rep_id for rep in journal.ask(reps) if rep.rep == SHOWN_REP)
    talks = journal.ask(rep_conversations, rep_id=rep_id)
    return rep_id, next(talk.conversation_id for talk in talks if talk.kind is ConversationKind.RIDE_ALONG)


@contextmanager
def _studio(qt: QApplication, journal: Path) -> Iterator[Studio]:
    app = App(qt, QSettings(str(journal.with_suffix(".ini")), QSettings.Format.IniFormat), NOON)
    app.open(journal)
    loop = QEventLoop()
    _there(app.desk).ready.connect(loop.quit)
    QTimer.singleShot(LONGEST_START, loop.quit)
    loop.exec()
    try:
        yield Studio(app)
    finally:
        app.close()


def _open_dialog() -> QDialog | None:
    shown = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog))
    return next((dialog for dialog in shown if dialog.isVisible()), None)


def _keep(picture: QPixmap, file: Path) -> None:
    picture.toImage().convertToFormat(QImage.Format.Format_RGB32).save(str(file))
    with Image.open(file) as taken:
        few = taken.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


def _put_away(dialog: QDialog) -> None:
    """Close the quick log, and leave no draft for the next picture."""
    _part(dialog, "quickLog.text", NoteEdit).show_source("")
    dialog.reject()


def _lay_over(picture: QPixmap, dialog: QPixmap) -> None:
    """In the middle, with a line around it where the system would draw its frame."""
    painter = QPainter(picture)
    painter.setPen(QColor(tokens().line))
    where = dialog.rect()
    where.moveCenter(picture.rect().center())
    painter.drawPixmap(where.topLeft(), dialog)
    painter.drawRect(where.adjusted(-1, -1, 0, 0))
    painter.end()


def _part(widget: QWidget, name: str, kind: type[W]) -> W:
    found: W | None = widget.findChild(kind, name)
    return _there(found)


def _there(thing: T | None) -> T:
    if thing is None:
        raise SystemExit("The window did not come up as it should.")
    return thing


def _then_breathe(loop: QEventLoop, _nothing: object) -> None:
    QTimer.singleShot(BREATH, loop.quit)


def _nothing(_task: object) -> None:
    pass


if __name__ == "__main__":
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "TZ": "UTC"}
    sys.exit(main())
