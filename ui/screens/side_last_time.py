"""Last time: what was agreed before, one key each for kept, not kept and moved."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coachjournal.commands.commitment import move_commitment
from coachjournal.commands.records import shortened
from coachjournal.queries.conversation_page import ConversationHead
from coachjournal.queries.last_time import LastTime, last_time
from coachjournal.queries.rep_page import RepCommitment
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import Side
from ui.context import Context
from ui.screens.rep_commitments import CommitmentSteps
from ui.screens.rep_words import in_sentence
from ui.screens.side_sheet import RowWithLine, SideSheet
from ui.widgets.buttons import QuietButton
from ui.widgets.commitment_row import ENDS, MOVE, CommitmentRow, End
from ui.widgets.day_line import DayLine
from ui.widgets.folded_rows import FoldedRows
from ui.widgets.marks import Pill, Tone
from ui.widgets.row_keys import RowKeys
from ui.widgets.row_walk import RowWalk
from ui.widgets.rows import TickRow
from ui.widgets.text import Span, Text, muted

_ROOM = 6
"""Rows at first: as many as two conversations usually leave."""
_QUOTED = 96
"""Characters: a line to remember the talk by, and not the note once more."""
_A_WEEK = timedelta(days=7)


class LastTimeSheet(SideSheet):
    """The rep's commitments first, then mine; a line of the note before, and the way to it."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "Last time", name="conversation.lastTime")
        self._steps = CommitmentSteps(context)
        self._before: int | None = None
        self._rows = FoldedRows(name="conversation.lastTime.rows")
        self._kept = Text("", "small", wrap=True)
        self._kept.setObjectName("conversation.lastTime.kept")
        self._words = Text("", "small", wrap=True)
        self._words.setObjectName("conversation.lastTime.words")
        self._open = QuietButton("Open that note", self._on_open, name="conversation.lastTime.open")
        for widget in (self._rows, self._kept, self._words):
            self.add(widget)
        self.rows.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        walk.stop(self._rows.more)

    def begin(self) -> None:
        self._rows.fold()

    def show_head(self, head: ConversationHead) -> None:
        told = self.context.journal.ask(
            last_time, rep_id=head.rep_id, conversation_id=head.conversation_id, held_on=head.held_on
        )
        if not self.is_news(told, head.first_name):
            return
        self._steps.rep = head.first_name
        self._show_talk(told, head.first_name)
        count = len(told.commitments)
        self._rows.show_rows(told.commitments, self._row, room=_ROOM, empty="Nothing is open.", more=f"All {count}")
        self._rows.setVisible(told.talk is not None or bool(count))
        self._kept.setText(f"{head.first_name} kept {told.kept.words} of late" if told.kept.of else "")
        self._kept.setVisible(bool(told.kept.of))

    def _show_talk(self, told: LastTime, rep: str) -> None:
        talk = told.talk
        self._before = None if talk is None else talk.conversation_id
        aside = "" if talk is None else f"{in_sentence(talk.kind)}, {self.context.locale.day(talk.on)}"
        self.heading.say("Last time", aside)
        quoted = f"“{shortened(talk.first_line, _QUOTED)}”" if talk is not None and talk.first_line else ""
        self._words.setText(f"This is the first conversation with {rep}." if talk is None else quoted)
        self._words.setVisible(bool(self._words.text()))
        self._open.setVisible(talk is not None)

    def _row(self, commitment: RepCommitment) -> QWidget:
        if commitment.status is not CommitmentStatus.OPEN:
            return self._ended_row(commitment)
        return CarriedRow(self, self._steps, commitment)

    def _ended_row(self, commitment: RepCommitment) -> TickRow:
        kept = commitment.status is CommitmentStatus.KEPT
        status = () if kept else (muted(commitment.status.label.lower()),)
        row = TickRow(Span(commitment.text, muted=True, struck=kept), *status, checked=kept, name=_name(commitment))
        row.box.setToolTip("Open it again")
        row.ticked.connect(lambda _checked: self._steps.reopen(commitment))
        self.walk.stop(row.box)
        return row

    def _on_open(self) -> None:
        if self._before is not None:
            self.context.navigator.open_conversation(self._before)


class CarriedRow(RowWithLine):
    """An open commitment; M opens a line below it for its new day."""

    def __init__(self, sheet: SideSheet, steps: CommitmentSteps, commitment: RepCommitment) -> None:
        super().__init__(sheet)
        context = self._context = sheet.context
        self._steps, self._commitment = steps, commitment
        self._row = CommitmentRow(
            commitment.text, *_due(context, commitment), pills=_pills(context, commitment), name=_name(commitment)
        )
        self._row.ended.connect(self._on_ended)
        keys: dict[str, Callable[[], object]] = {end.letter: partial(self._row.ended.emit, end) for end in ENDS}
        RowKeys(self._row.box, {**keys, "\r": partial(steps.change, commitment)})
        self.show_row(self._row, self._row.box)

    def _on_ended(self, end: End) -> None:
        if end is MOVE:
            self._ask_for_day()
        else:
            self._steps.end(self._commitment, end)

    def _ask_for_day(self) -> None:
        today = self._context.journal.clock.today()
        day = max(self._commitment.due_on or today, today) + _A_WEEK
        line = DayLine(day, locale=self._context.locale, name="conversation.lastTime.day", label="Move it to")
        line.entered.connect(self._move)
        line.left.connect(self.close_line)
        self.open_line(line)

    def _move(self, day: date) -> None:
        self.close_line()
        self._context.do(move_commitment, commitment_id=self._commitment.commitment_id, due_on=day)


def _name(commitment: RepCommitment) -> str:
    return f"conversation.lastTime.commitment.{commitment.commitment_id}"


def _due(context: Context, commitment: RepCommitment) -> tuple[Span, ...]:
    """The day it is due; a day that is past stands in a pill."""
    if commitment.due_on is None or commitment.due_on < context.journal.clock.today():
        return ()
    return (muted(context.locale.due(commitment.due_on)),)


def _pills(context: Context, commitment: RepCommitment) -> tuple[Pill, ...]:
    mine = (Pill("You", Tone.AMBER),) if commitment.owner is Side.MANAGER else ()
    if commitment.due_on is None or commitment.due_on >= context.journal.clock.today():
        return mine
    return (*mine, Pill(context.locale.due(commitment.due_on), Tone.RED))
