"""The open commitments on the rep page: ticked, moved, dropped or added without leaving it."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from coachjournal.commands.commitment import (
    drop_commitment,
    keep_commitment,
    make_commitment,
    miss_commitment,
    reopen_commitment,
)
from coachjournal.queries.rep_page import RepCommitment, RepHead
from coachjournal.rules.commitment import CommitmentStatus, DueStanding, due_standing
from coachjournal.rules.conversation import Side
from ui.context import Context
from ui.editors.commitment import CommitmentEditor
from ui.editors.move_commitment import MoveCommitmentEditor
from ui.widgets.buttons import QuietButton
from ui.widgets.choices import ChipGroup
from ui.widgets.commitment_row import DROP, ENDS, KEPT, MOVE, NOT_KEPT, CommitmentRow, End
from ui.widgets.date_field import DateField
from ui.widgets.marks import Dot, Tone
from ui.widgets.row_keys import RowKeys
from ui.widgets.rows import LinedRows
from ui.widgets.text import SectionTitle, Text, muted

FEWEST_SHOWN = 2
A_WEEK = timedelta(days=7)
_TONES = {DueStanding.LATE: Tone.RED, DueStanding.TODAY: Tone.AMBER}
_COMMANDS = {KEPT: keep_commitment, NOT_KEPT: miss_commitment, DROP: drop_commitment}


class CommitmentSteps:
    """What can be done with a commitment, by key or by menu, wherever it is listed."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.rep = "Rep"

    def end(self, row: RepCommitment, end: End) -> None:
        if end is MOVE:
            MoveCommitmentEditor(self._context, row.commitment_id, row.text, row.due_on).open()
        else:
            self._context.do(_COMMANDS[end], commitment_id=row.commitment_id)

    def reopen(self, row: RepCommitment) -> None:
        self._context.do(reopen_commitment, commitment_id=row.commitment_id)

    def change(self, row: RepCommitment) -> None:
        CommitmentEditor(self._context, row, rep=self.rep).open()

    def by_key(self, row: RepCommitment) -> dict[str, tuple[str, Callable[[], None]]]:
        """The letter, the words and the step, as far as the commitment's state allows it."""
        if row.status is not CommitmentStatus.OPEN:
            return {"O": ("Open again", partial(self.reopen, row))}
        return {end.letter: (end.title, partial(self.end, row, end)) for end in ENDS}

    def menu(self, parent: QWidget, row: RepCommitment) -> QMenu:
        menu = QMenu(parent)
        menu.setObjectName("commitment.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, (words, step) in self.by_key(row).items():
            menu.addAction(f"{words}\t{key}", step)
        menu.addAction("Change…\tEnter", partial(self.change, row))
        return menu


class AddCommitment(QWidget):
    """A line to type in, Enter adds. What is typed belongs to the rep and is due in a week unless said otherwise."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rep_id: int | None = None
        today = context.journal.clock.today()
        self.line = QLineEdit()
        self.line.setObjectName("commitment.add")
        self.line.setAccessibleName("Add a commitment")
        self.line.setPlaceholderText("Add a commitment, Enter")
        self.due = DateField(today + A_WEEK, today=today, locale=context.locale.qt, optional=True)
        self.due.setObjectName("commitment.add.due")
        self.due.setAccessibleName("Due")
        self.owner = ChipGroup((("rep", "Rep"), ("manager", "You")), name="commitment.add.owner", label="Whose it is")
        self.owner.choose("rep")
        self._details = self._lay_out()
        self.line.returnPressed.connect(self._add)
        self.line.textChanged.connect(lambda text: self._details.setVisible(bool(text.strip())))
        self.due.lineEdit().returnPressed.connect(self._add)

    def for_rep(self, rep: RepHead) -> None:
        """Start anew when the page turns to another rep."""
        if rep.rep_id != self._rep_id:
            self._rep_id = rep.rep_id
            self._clear()
        self.owner.rename("rep", rep.first_name)

    def _lay_out(self) -> QWidget:
        """The line, and below it what can be said about it once something is typed."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        details = QWidget()
        row = QHBoxLayout(details)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.due, 1)
        row.addWidget(self.owner)
        column.addWidget(self.line)
        column.addWidget(details)
        details.hide()
        return details

    def _add(self) -> None:
        if self._rep_id is None or not self.line.text().strip():
            return
        owner, text = Side(self.owner.choice), self.line.text()
        made = partial(self._on_made, text)
        self._context.do(make_commitment, made, rep_id=self._rep_id, text=text, due_on=self.due.day, owner=owner)

    def _on_made(self, text: str, _commitment_id: int) -> None:
        if self.line.text() == text:
            self._clear()
            self.line.setFocus()

    def _clear(self) -> None:
        self.line.clear()
        self.owner.choose("rep")
        self.due.set_day(self._context.journal.clock.today() + A_WEEK)


class OpenCommitments(QWidget):
    """The ones that are due soonest, as many as there is room for, the way to all, and a line to add one."""

    def __init__(self, context: Context, show_all: Callable[[], object]) -> None:
        super().__init__()
        self._context = context
        self._most = FEWEST_SHOWN
        self._shown: tuple[RepHead, tuple[RepCommitment, ...]] | None = None
        self._steps = CommitmentSteps(context)
        self._rows = LinedRows(name="openCommitments")
        self._none = Text("Nothing open.", "muted")
        self._all = QuietButton("", show_all, name="commitments.all")
        head = QHBoxLayout()
        head.addWidget(SectionTitle("Open commitments"), 1)
        head.addWidget(self._all)
        self.add = AddCommitment(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        for widget in (self._rows, self._none, self.add):
            column.addWidget(widget)
        column.addStretch(1)

    def show_commitments(self, rep: RepHead, commitments: tuple[RepCommitment, ...]) -> None:
        self._shown = (rep, commitments)
        shown = commitments[: self._most]
        rows = [commitment_row(self._context, self._steps, row) for row in shown]
        self._rows.show_rows(rows)
        self._rows.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._all.say(f"All {len(commitments)}")
        self._all.setVisible(len(commitments) > len(shown))
        self._steps.rep = rep.first_name
        self.add.for_rep(rep)

    def make_room(self, rows: int) -> None:
        """So many rows fit beside the timeline; never fewer than two."""
        most = max(rows, FEWEST_SHOWN)
        if most != self._most:
            self._most = most
            if self._shown is not None:
                self.show_commitments(*self._shown)


def commitment_row(context: Context, steps: CommitmentSteps, commitment: RepCommitment) -> CommitmentRow:
    """An open commitment with what can be done about it; Enter changes it."""
    owner = "" if commitment.owner is Side.REP else "yours"
    due = "" if commitment.due_on is None else context.locale.due(commitment.due_on)
    aside = ", ".join(part for part in (owner, due) if part)
    marks, name = _marks(context, commitment), f"commitment.{commitment.commitment_id}"
    row = CommitmentRow(commitment.text, muted(aside), pills=marks, name=name)
    row.ended.connect(partial(steps.end, commitment))
    keys: dict[str, Callable[[], object]] = {end.letter: partial(row.ended.emit, end) for end in ENDS}
    RowKeys(row.box, {**keys, "\r": partial(steps.change, commitment)})
    return row


def _marks(context: Context, row: RepCommitment) -> tuple[Dot, ...]:
    """A dot on what is late or due today; the words beside it say the same."""
    if row.due_on is None:
        return ()
    tone = _TONES.get(due_standing(row.due_on, context.journal.clock.today()))
    return () if tone is None else (Dot(tone, context.locale.due(row.due_on)),)
