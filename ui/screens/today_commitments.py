"""What was promised and is due, the manager's own and the reps': ticked where it stands."""

from functools import partial

from PySide6.QtWidgets import QWidget

from coachjournal.commands.commitment import drop_commitment, keep_commitment, miss_commitment, reopen_commitment
from coachjournal.queries.today import DueCommitment, TodayPage
from coachjournal.rules.commitment import CommitmentStatus, DueStanding, due_standing
from ui.context import Context
from ui.editors.move_commitment import MoveCommitmentEditor
from ui.locale import Locale
from ui.screens.today_part import Part
from ui.screens.today_words import made_in, owner_of
from ui.widgets.buttons import spoken_key
from ui.widgets.commitment_row import DROP, KEPT, MOVE, NOT_KEPT, CommitmentRow, End
from ui.widgets.marks import Pill, Tone
from ui.widgets.row_walk import RowWalk
from ui.widgets.rows import TickRow
from ui.widgets.text import Span, muted, tip

_COMMANDS = {KEPT: keep_commitment, NOT_KEPT: miss_commitment, DROP: drop_commitment}


class CommitmentsPart(Part):
    """What is ended stays, struck out, until the page is left: nothing moves under the hand that ticks."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__("Commitments", "due or overdue", walk, name="today.commitments")
        self._context = context
        self._were_open: set[int] = set()
        """What was seen open since the page came into sight."""
        self._shown: list[DueCommitment] = []

    @property
    def tells_of_ended(self) -> bool:
        return not all(map(_is_open, self._shown))

    def begin(self) -> None:
        """The page comes into sight: what was ended before is no longer told."""
        self._were_open.clear()

    def show_page(self, page: TodayPage) -> None:
        self._shown = [each for each in page.commitments if _is_open(each) or each.commitment_id in self._were_open]
        self._were_open |= {each.commitment_id for each in self._shown}
        self.tell(self._shown, self._row, empty="Nothing promised is due this week.")

    def _row(self, commitment: DueCommitment) -> QWidget:
        return self._open_row(commitment) if _is_open(commitment) else self._ended_row(commitment)

    def _open_row(self, commitment: DueCommitment) -> CommitmentRow:
        row = CommitmentRow(
            commitment.text,
            muted(owner_of(commitment)),
            pills=[_due(commitment, self._context.locale)],
            name=_name(commitment),
        )
        row.words.setToolTip(tip(made_in(commitment, self._context.locale)))
        row.ended.connect(partial(self._on_ended, commitment))
        return row

    def _ended_row(self, commitment: DueCommitment) -> TickRow:
        kept = commitment.status is CommitmentStatus.KEPT
        words = f"{commitment.status.label.lower()}, {spoken_key('Ctrl+Z')} takes it back"
        row = TickRow(
            Span(commitment.text, muted=True, struck=True), muted(words), checked=kept, name=_name(commitment)
        )
        row.box.setToolTip("Open it again")
        row.ticked.connect(lambda _checked: self._context.do(reopen_commitment, commitment_id=commitment.commitment_id))
        return row

    def _on_ended(self, commitment: DueCommitment, end: End) -> None:
        if end is MOVE:
            MoveCommitmentEditor(self._context, commitment.commitment_id, commitment.text, commitment.due_on).open()
        else:
            self._context.do(_COMMANDS[end], commitment_id=commitment.commitment_id)


def _is_open(commitment: DueCommitment) -> bool:
    return commitment.status is CommitmentStatus.OPEN


def _name(commitment: DueCommitment) -> str:
    return f"commitment.{commitment.commitment_id}"


def _due(commitment: DueCommitment, locale: Locale) -> Pill:
    tone = {DueStanding.LATE: Tone.RED, DueStanding.TODAY: Tone.AMBER}
    standing = due_standing(commitment.due_on, locale.clock.today())
    return Pill(locale.due(commitment.due_on), tone.get(standing, Tone.PLAIN))
