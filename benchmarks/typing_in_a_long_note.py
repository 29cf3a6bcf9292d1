"""A key in a long note, from its event to the finished paint: on the page with all its inks, and in bare editors."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from shutil import copy
from statistics import quantiles
from tempfile import TemporaryDirectory

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from benchmarks.hands import SETTLED, pause, press, window_on
from benchmarks.journals import sample_team
from benchmarks.table import Row, milliseconds, no_collecting
from coachjournal.commands.begun import begin_conversation
from coachjournal.journal import open_journal
from ui.desk import Desk
from ui.widgets.note_edit import NoteEdit

KEYS, WARM = 400, 40
BEFORE_A_FRAME = 16.0
TYPED = "She asked @Dana **why** a late shipmnt costs them, and held the silence. "
_DAY = (
    "## What I saw\n"
    "Opened #Halvorsen with the agenda agreed by mail and got Ingrid to say **in her own words** what a late shipment "
    "costs them. Good silence after the question. Then @Dana went to the product at minute 12, before asking who else "
    "is touched by it. 15m on !discovery on Friday.\n\n"
    "- [x] map the committee\n- [ ] call the finance lead, ask *one* cost question by next week\n\n"
    "%% She is tired of the region, and says so. %%\n\n"
)
_SENTENCE = "She asked what it costs and waited for the answer. "
NOTES = {
    "20,000 words": _DAY * (20_000 // len(_DAY.split())),
    "100,000 letters in one line, which Qt lays out anew, bare or not": _SENTENCE * 2_000,
    "5,000 lines": "- asked for the cost before the product\n" * 5_000,
}


def rows() -> Iterator[Row]:
    """Offscreen, in this process; the window as it is in use."""
    with TemporaryDirectory() as folder:
        path = Path(copy(sample_team(), folder))
        conversation_id = _begun(path)
        with window_on(path) as desk:
            note = _note_on_its_page(desk, conversation_id)
            bare: tuple[QTextEdit | QPlainTextEdit, ...] = (QTextEdit(), QPlainTextEdit())
            for editor in bare:
                editor.resize(note.size())
                editor.show()
            for what, text in NOTES.items():
                yield from _measured(what, text, note, *bare)


def _begun(path: Path) -> int:
    journal = open_journal(path)
    conversation_id: int = journal.do(begin_conversation, rep_id=1)
    journal.close()
    return conversation_id


def _note_on_its_page(desk: Desk, conversation_id: int) -> NoteEdit:
    if desk.window is None:
        raise RuntimeError("the window is not there")
    desk.window.ways.open_conversation(conversation_id)
    pause(SETTLED)
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
    pause(SETTLED)
    with no_collecting():
        for number, letter in zip(range(-WARM, KEYS), cycle(TYPED)):
            for kept, editor in zip(times, (note, *bare), strict=True):
                took = milliseconds(press, editor, letter)
                if number >= 0:
                    kept.append(took)
            pause(1)  # timers run and words are looked up between two keys, as they are while one types
    ours, rich, plain = ({share: quantiles(kept, n=100)[share - 1] for share in (50, 95, 99)} for kept in times)
    for share in (50, 95, 99):
        goal = BEFORE_A_FRAME if share == 95 else None
        beside = f"bare QPlainTextEdit; QTextEdit {rich[share]:.2g} ms"
        yield Row(f"a key in a note of {what}, p{share}", ours[share], "ms", plain[share], beside, most=goal)
