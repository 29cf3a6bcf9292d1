"""`make pictures`: every page and the larger dialogs of the window with the sample team, light and dark, in two sizes.

Runs offscreen. Day, zone and language are fixed, so that pictures change only when the window does.
"""

import faulthandler
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from functools import partial
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeVar

from PIL import Image
from PySide6.QtCore import QEventLoop, QLocale, QSettings, QSize, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from coachjournal.clock import FixedClock
from coachjournal.commands.agenda_item import raise_next_time
from coachjournal.commands.coaching_action import plan_action
from coachjournal.commands.draft import keep_draft
from coachjournal.commands.goal import edit_goal
from coachjournal.commands.sample import load_sample_team
from coachjournal.commands.series import set_series
from coachjournal.commands.spelling import choose_spelling
from coachjournal.journal import Journal, open_journal
from coachjournal.queries.rep_page import active_goals, rep_conversations
from coachjournal.queries.reps import reps
from coachjournal.queries.signals import OpenSignal, open_signals
from coachjournal.queries.skill_profile import skill_profile
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.spelling.language import OFF
from ui.app import App
from ui.context import Context
from ui.editors.check_in import CheckInEditor
from ui.editors.coach_this import CoachThis
from ui.editors.goal import GoalEditor
from ui.editors.meeting import MeetingEditor
from ui.editors.plan import PlanEditor
from ui.editors.put_off import PutOff
from ui.editors.rep import RepEditor
from ui.editors.ride_along_plan import RideAlongPlan
from ui.editors.self_rating import SelfRating
from ui.main_window import MainWindow
from ui.screens.screen import Screen
from ui.screens.skill_gap import SkillGap
from ui.theme import tokens
from ui.tokens import Scheme
from ui.widgets.cell_table import CellTable
from ui.widgets.choices import Tabs
from ui.widgets.note_edit import NoteEdit

PICTURES = Path(__file__).resolve().parent / "pictures"
NOON = FixedClock(datetime(2026, 11, 26, 12, 0, tzinfo=UTC))
SIZES = (QSize(1360, 860), QSize(1024, 640))
SCHEMES = (Scheme.LIGHT, Scheme.DARK)
SHOWN_REP = "Dana Reyes"
SOUGHT = "ha"
NOTE = "Let Ingrid talk first. Eleven minutes before the first slide, and she named the second decision maker herself."
DEALS = """\
Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Amount,Currency,Stage,Created Date,Close Date
P-2041,Cold store line 3,Harbour Mills,Dana Reyes,48000,EUR,Proposal,2026-09-14,2026-12-18
P-2042,Spare parts 2027,Aster Foods,Dana Reyes,12500,EUR,Negotiation,2026-10-02,2026-12-04
P-2043,Bottling pilot,Quarry & Sons,Nora Lind,31200,EUR,Discovery,2026-11-03,2027-01-29
P-2044,Service contract,Harbour Mills,Nora Lind,9600,EUR,Closed Won,2026-08-20,2026-11-12
P-2045,Second site,Fjord Dairy,Dana Reyes,64000,EUR,Closed Lost,2026-06-30,2026-10-21
P-2046,Packing robot,Aster Foods,Nora Lind,soon,EUR,Discovery,2026-11-17,2027-02-26
"""
"""As a CRM exports them: a rep and accounts the journal does not know, and one amount that cannot be read."""

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


class Shown(NamedTuple):
    """What the pictures are of: a rep, her conversations, her first goal, and a file of deals."""

    rep_id: int
    talks: dict[ConversationKind, int]
    """The last conversation of each kind."""
    goal_id: int
    deals: Path


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

    def over(self, page: Callable[[], object], show: Callable[[Context], object]) -> None:
        """A dialog over its page; the page is there first, for its context is the dialog's."""
        page()
        self._settle()
        screen = self.window.pages.currentWidget()
        if not isinstance(screen, Screen):
            raise SystemExit("The window shows no page.")
        show(screen.context)

    def log(self, page: str, rep_id: int) -> None:
        self.window.ways.open_page(page)
        self._settle()
        self.window.ways.log_conversation(rep_id)
        dialog = _there(_open_dialog())
        _part(dialog, "quickLog.text", NoteEdit).show_source(NOTE)

    def set_up(self, section: str) -> None:
        self.window.ways.open_page("settings")
        self._settle()
        _part(self.window, "settings.sheet.tabs", Tabs).choose(section)

    def show_team(self, tab: str) -> None:
        self.window.ways.open_page("team")
        self._settle()
        _part(self.window, "team.tabs.tabs", Tabs).choose(tab)

    def open_cell(self) -> None:
        """What stands behind a cell of the coverage map: the second skill, coached with the second rep."""
        self.show_team("skills")
        _part(self.window, "team.skills", CellTable).opened.emit(2, 1)

    def search(self, page: str) -> None:
        self.window.ways.open_page(page)
        self._settle()
        self.window.ways.open_palette()
        self._settle()  # the names have come
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
        empty, full, sample = (Path(folder) / f"{name}.coach" for name in ("empty", "full", "sample"))
        with _studio(qt, empty) as studio:
            studio.take("welcome", lambda: studio.window.ways.open_page("welcome"))
        _write_full_morning(full)
        with _studio(qt, full) as studio:
            studio.take("today-full", lambda: studio.window.ways.open_page("today"))
        shown = _write_sample(sample)
        with _studio(qt, sample) as studio:
            for name, show in (_places(studio, shown) | _dialogs(studio, shown)).items():
                studio.take(name, show)
    return 0


def _places(studio: Studio, shown: Shown) -> dict[str, Callable[[], object]]:
    window = studio.window
    pages: dict[str, Callable[[], object]] = {
        page.name: partial(window.ways.open_page, page.name) for page in window.listed_pages
    }
    return pages | {
        "rep": partial(window.ways.open_rep, shown.rep_id),
        "meetings": partial(window.ways.open_rep, shown.rep_id, "meetings"),
        "rhythm": partial(studio.set_up, "rhythm"),
        "skills": partial(window.ways.open_rep, shown.rep_id, "skills"),
        "rep-signals": partial(window.ways.open_rep, shown.rep_id, "signals"),
        "settings-signals": partial(studio.set_up, "signals"),
        "brief": partial(window.ways.open_brief, shown.rep_id),
        "conversation": partial(window.ways.open_conversation, shown.talks[ConversationKind.RIDE_ALONG]),
        "one-on-one": partial(window.ways.open_conversation, shown.talks[ConversationKind.ONE_ON_ONE]),
        "deal-review": partial(window.ways.open_conversation, shown.talks[ConversationKind.DEAL_REVIEW]),
        "pipeline-review": partial(window.ways.open_conversation, shown.talks[ConversationKind.PIPELINE_REVIEW]),
        "team-conversations": partial(studio.show_team, "conversations"),
        "settings": partial(studio.set_up, "questions"),
        "reminders": partial(studio.set_up, "reminders"),
        "palette": partial(studio.search, "today"),
        "quick-log": partial(studio.log, "today", shown.rep_id),
    }


def _dialogs(studio: Studio, shown: Shown) -> dict[str, Callable[[], object]]:
    window, rep_id, goal_id = studio.window, shown.rep_id, shown.goal_id
    today, deals, plans, signals = (
        partial(window.ways.open_page, name) for name in ("today", "deals", "plans", "signals")
    )
    rep = partial(window.ways.open_rep, rep_id, "goals")
    over = partial(partial, studio.over)
    return {
        "import-deals": over(deals, lambda _context: window.ways.import_deals(shown.deals)),
        "goal": over(rep, lambda context: GoalEditor(context, rep_id=rep_id, goal_id=goal_id).open()),
        "rating": over(rep, lambda context: SelfRating(context, rep_id).open()),
        "skill-gap": over(
            rep, lambda context: SkillGap(context, context.journal.ask(skill_profile, rep_id=rep_id)).open()
        ),
        "check-in": over(rep, lambda context: CheckInEditor(context, goal_id).open()),
        "meeting": over(rep, lambda context: MeetingEditor(context, rep_id).open()),
        "rep-editor": over(rep, lambda context: RepEditor(context, rep_id=rep_id).open()),
        "ride-along-plan": over(rep, lambda context: RideAlongPlan(context, rep_id).open()),
        "coach-this": over(signals, lambda context: CoachThis(context, signal=_of(shown, context)).open()),
        "not-now": over(signals, lambda context: PutOff(context, _of(shown, context)).open()),
        "plan-editor": over(plans, lambda context: PlanEditor(context, rep_id).open()),
        "details": over(today, lambda _context: window.edit_details()),
        "team-rows": studio.open_cell,
        "keys": over(today, lambda _context: window.show_keys()),
        "about": over(today, lambda _context: window.show_about()),
    }


def _of(shown: Shown, context: Context) -> OpenSignal:
    """The first signal about the rep."""
    return context.journal.ask(open_signals, rep_id=shown.rep_id)[0]


def _write_sample(path: Path) -> Shown:
    deals = path.with_name("deals.csv")
    deals.write_text(DEALS, encoding="utf-8")
    journal = open_journal(path, clock=NOON)
    journal.do(load_sample_team)
    journal.do(choose_spelling, choice=OFF)  # what is underlined when a picture is taken would be chance
    shown = _shown(journal, deals)
    journal.close()
    return shown


def _write_full_morning(path: Path) -> None:
    """The sample team on a day on which everybody is met, with coaching to hold, a goal that is over and a draft."""
    _write_sample(path)
    journal = open_journal(path, clock=NOON)
    today = NOON.today()
    team = journal.ask(reps)
    for number, rep in enumerate(team):
        day = today + timedelta(days=number // 4)
        journal.do(
            set_series, rep_id=rep.rep_id, starts_on=day, at=time(13 + number % 4), minutes=45, zone="Europe/London"
        )
        journal.do(raise_next_time, rep_id=rep.rep_id, text="Her holiday in May", side=Side.REP)
    goal = journal.ask(active_goals, rep_id=team[0].rep_id)[0]
    journal.do(edit_goal, goal_id=goal.goal_id, due_on=today - timedelta(days=3))
    journal.do(plan_action, rep_id=team[1].rep_id, kind=ActionKind.PRACTICE, planned_on=today, text="The opening")
    journal.do(keep_draft, slot="quick_log", fields={"rep_id": team[2].rep_id, "kind": "ride_along", "text": NOTE})
    journal.close()


def _shown(journal: Journal, deals: Path) -> Shown:
    rep_id = next(rep.rep_id for rep in journal.ask(reps) if rep.rep == SHOWN_REP)
    newest_first = journal.ask(rep_conversations, rep_id=rep_id)
    talks = {talk.kind: talk.conversation_id for talk in reversed(newest_first)}
    goal_id = journal.ask(active_goals, rep_id=rep_id)[0].goal_id
    return Shown(rep_id, talks, goal_id, deals)


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
    """Close it, and leave no draft for the next picture: only the quick log was written into."""
    if dialog.objectName() == "quickLog":
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
