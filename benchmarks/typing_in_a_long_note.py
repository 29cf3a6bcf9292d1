"""A key in a long note, from its event to the finished paint: on the page with all its inks, and in bare editors."""

import os
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from shutil import copy
from statistics import quantiles
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from benchmarks.journals import sample_team
from benchmarks.table import Row, milliseconds, no_collecting
from coachjournal.commands.begun import begin_conversation
from coachjournal.journal import open_journal
from ui.app import App
from ui.desk import Desk
from ui.widgets.note_edit import NoteEdit

KEYS, WARM = 400, 40
BEFORE_A_FRAME = 16.0
TYPED = "She asked @Dana **why** a late shipmnt costs them, and held the silence. "
_SETTLED = 1_000
"""Milliseconds after which a page is in sight, and the words of a note are looked up."""
_DAY = (
    "## What I saw\n"
    "Opened #Halvorsen with the agenda agreed by mail and got Ingrid to say **in her own words** what a late shipment "
    "costs them. Good silence after the question. Then @Dana went to the product at minute 12, before asking who else "
    "is touched by it. 15m on !discovery on Friday.\n\n"
    "- [x] map the committee\n- [ ] call the finance lead, ask *one* cost question by next week\n\n"
    "%% She is tired of the region, and says so. %%\n\n"
)
NOTES = {
    "20,000 words": _DAY * (20_000 // len(_DAY.split())),
    "100,000 letters in one line": "She asked what it costs and waited for the answer. " * 2_000,
    "5,000 lines": "- asked for the cost before the product\n" * 5_000,
}


def rows() -> Iterator[Row]:
    """Offscreen, in this process; the window as it is in use."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qt = QApplication.instance() or QApplication([])
    if not isinstance(qt, QApplication):
        raise TypeError("Qt was started without widgets")
    with TemporaryDirectory() as folder:
        app = App(qt, QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat))
        path = Path(copy(sample_team(), folder))
        conversation_id = _begun(path)
        app.open(path)
        if app.desk is None:
            raise RuntimeError("the window did not open")
        note = _note_on_its_page(app.desk, conversation_id)
        bare: tuple[QTextEdit | QPlainTextEdit, ...] = (QTextEdit(), QPlainTextEdit())
        for editor in bare:
            editor.resize(note.size())
            editor.show()
        for what, text in NOTES.items():
            yield from _measured(what, text, note, *bare)
        app.close()


def _begun(path: Path) -> int:
    journal = open_journal(path)
    conversation_id: int = journal.do(begin_conversation, rep_id=1)
    journal.close()
    return conversation_id


def _note_on_its_page(desk: Desk, conversation_id: int) -> NoteEdit:
    loop = QEventLoop()
    desk.ready.connect(loop.quit)
    loop.exec()
    desk.frame.resize(1360, 860)
    _pause(_SETTLED)
    if desk.window is None:
        raise RuntimeError("the window is not there")
    desk.window.open_conversation(conversation_id)
    _pause(_SETTLED)
    note = desk.frame.findChild(NoteEdit, "conversation.text")
    if note is None or not note.isVisible():
        raise LookupError("conversation.text")
    return note


def _measured(what: str, text: str, note: NoteEdit, *bare: QTextEdit | QPlainTextEdit) -> Iterator[Row]:
    note.show_source(text)
    for editor in bare:
        editor.setPlainText(text)
    times: list[list[float]] = [[], *([] for _ in bare)]
    for editor in (note, *bare):
        cursor = editor.textCursor()
        cursor.setPosition(len(text) // 2)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfWord)
        editor.setTextCursor(cursor)
    _pause(_SETTLED)
    with no_collecting():
        for number, letter in zip(range(-WARM, KEYS), cycle(TYPED)):
            for kept, editor in zip(times, (note, *bare), strict=True):
                took = milliseconds(_press, editor, letter)
                if number >= 0:
                    kept.append(took)
            _pause(1)  # timers run and words are looked up between two keys, as they are while one types
    ours, rich, plain = ({share: quantiles(kept, n=100)[share - 1] for share in (50, 95, 99)} for kept in times)
    for share in (50, 95, 99):
        goal = BEFORE_A_FRAME if share == 95 else None
        beside = f"bare QPlainTextEdit; QTextEdit {rich[share]:.2g} ms"
        yield Row(f"a key in a note of {what}, p{share}", ours[share], "ms", plain[share], beside, most=goal)


def _pause(milliseconds: int) -> None:
    """Let the window do what is due. QTest.qWait would keep Python's lock, and the lane could not work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _press(editor: QTextEdit | QPlainTextEdit, letter: str) -> None:
    """The key, then everything it posted: layout and paint."""
    code = QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
    QCoreApplication.sendEvent(editor, code)
    QCoreApplication.sendPostedEvents()
