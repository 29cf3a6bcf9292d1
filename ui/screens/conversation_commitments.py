"""What was agreed in a conversation: ticked, ended, changed or added without leaving the page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.draft import Promise
from coachjournal.queries.conversation_page import ConversationPage
from coachjournal.queries.rep_page import RepCommitment
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import Side
from coachjournal.rules.spoken_commitments import Listener, SpokenCommitment, is_among
from ui.context import Context
from ui.screens.conversation_words import ownership
from ui.screens.rep_commitments import CommitmentSteps
from ui.widgets.buttons import spoken_key
from ui.widgets.commitment_line import CommitmentLine
from ui.widgets.commitment_row import ENDS, CommitmentRow
from ui.widgets.marks import Pill, Tone
from ui.widgets.row_keys import RowKeys
from ui.widgets.rows import LinedRows, TickRow
from ui.widgets.text import SectionTitle, Span, muted
from ui.widgets.understood import Understood


class CommitmentRows(LinedRows):
    """Open ones with their tick and K, N, M, D; ended ones struck through, a tick opens them again."""

    def __init__(self, context: Context, *, name: str) -> None:
        super().__init__(name=name)
        self._context = context
        self._steps = CommitmentSteps(context)

    def show_commitments(self, commitments: tuple[RepCommitment, ...], rep: str) -> None:
        self._steps.rep = rep
        self.show_rows(self._row(commitment, rep) for commitment in commitments)
        self.setVisible(bool(commitments))

    def _row(self, commitment: RepCommitment, rep: str) -> QWidget:
        if commitment.status is CommitmentStatus.OPEN:
            return self._open_row(commitment, rep)
        return self._ended_row(commitment)

    def _open_row(self, commitment: RepCommitment, rep: str) -> CommitmentRow:
        row = CommitmentRow(commitment.text, pills=self._pills(commitment, rep), name=self._name(commitment))
        row.ended.connect(partial(self._steps.end, commitment))
        keys: dict[str, Callable[[], object]] = {end.letter: partial(row.ended.emit, end) for end in ENDS}
        RowKeys(row.box, {**keys, "\r": partial(self._steps.change, commitment)})
        return row

    def _ended_row(self, commitment: RepCommitment) -> TickRow:
        kept = commitment.status is CommitmentStatus.KEPT
        status = () if kept else (muted(commitment.status.label.lower()),)
        words = Span(commitment.text, muted=True, struck=kept)
        row = TickRow(words, *status, checked=kept, name=self._name(commitment))
        row.box.setToolTip("Open it again")
        row.ticked.connect(lambda _checked: self._steps.reopen(commitment))
        return row

    def _pills(self, commitment: RepCommitment, rep: str) -> tuple[Pill, ...]:
        owner = Pill(rep) if commitment.owner is Side.REP else Pill("You", Tone.AMBER)
        if commitment.due_on is None:
            return (owner, Pill("no date"))
        late = commitment.due_on < self._context.journal.clock.today()
        return (owner, Pill(self._context.locale.due(commitment.due_on), Tone.RED if late else Tone.PLAIN))

    def _name(self, commitment: RepCommitment) -> str:
        return f"{self.objectName()}.{commitment.commitment_id}"


ALREADY = "That is a commitment of this conversation already."


class ConversationCommitments(QWidget):
    """The list of this conversation, with who owns it; what its note promises as yet; and a line to add to it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._title = SectionTitle("Commitments")
        self._rows = CommitmentRows(context, name="conversation.commitment")
        self.line = CommitmentLine(
            "", today=context.journal.clock.today, locale=context.locale.qt, name="conversation.addCommitment"
        )
        self.line.entered.connect(self._add)
        self.understood = Understood(
            today=context.journal.clock.today, write_day=context.locale.weekday_and_day, name="conversation.understood"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._title, self._rows, self.understood, self.line):
            column.addWidget(widget)

    def show_page(self, page: ConversationPage) -> None:
        self._page = page
        rep = page.head.first_name
        self._title.say("Commitments", ownership(page.commitments, rep))
        self._rows.show_commitments(page.commitments, rep)
        hint = f"Type “{rep} to … by Friday”, or press {spoken_key('Ctrl+Shift+C')} on a line of your notes"
        self.line.call(rep, hint=hint)

    def begin(self, promise: Promise | None) -> None:
        """Another conversation is shown, perhaps with what was written in its line before."""
        self.line.clear()
        if promise is not None:
            self.line.show_promise(promise)

    def understand(self, text: str, saved: str, listener: Listener) -> None:
        """Show what a note promises, of what was not there when it was saved."""
        known = [commitment.text for commitment in self._page.commitments]
        self.understood.show_spoken(listener.new_in(text, saved, known), self._page.head.first_name)

    def make(self, spoken: SpokenCommitment) -> None:
        """Make a commitment of a line at once: as it was corrected, or due in a week where it says no day."""
        known = [commitment.text for commitment in self._page.commitments]
        if is_among(spoken.text, known):
            self._context.messages.note(ALREADY)
        else:
            self._make(self.understood.promise_of(spoken), lambda _commitment_id: None)

    def _add(self) -> None:
        promise = self.line.promise
        if promise is not None:
            self._make(promise, partial(self._on_made, promise))

    def _make(self, promise: Promise, then: Callable[[int], object]) -> None:
        head = self._page.head
        self._context.do(
            make_commitment,
            then,
            rep_id=head.rep_id,
            text=promise.text,
            owner=promise.owner,
            due_on=promise.due_on,
            made_on=head.held_on,
            conversation_id=head.conversation_id,
        )

    def _on_made(self, promise: Promise, _commitment_id: int) -> None:
        if self.line.promise == promise:
            self.line.clear()
            self.line.text.setFocus()
