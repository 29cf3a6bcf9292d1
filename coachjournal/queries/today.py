"""The morning page: the week's split, who is due, what was promised, what was said last, what lies unfinished."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Commitment, Conversation, Rep
from coachjournal.queries.begun import ONLY_BEGUN
from coachjournal.queries.due_reps import RepStanding, rep_standings
from coachjournal.queries.first_lines import BEGINNING, shown_line
from coachjournal.queries.rows import AnyRow
from coachjournal.queries.settings import settings
from coachjournal.queries.unfinished import UnfinishedDraft, unfinished
from coachjournal.queries.week_split import WeekSplit, week_split
from coachjournal.rules.cadence import CadenceKind, Standing
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import ConversationKind, ConversationStatus, Side
from coachjournal.rules.period import week_of

DAYS_AHEAD = 7
"""A commitment is told from a week before its day on."""
LATEST = 10
"""Notes on the page: what fits without scrolling."""

COMMITMENTS = (
    select(
        *(Commitment.id, Commitment.rep_id, Rep.name.label("rep"), Commitment.owner, Commitment.text),
        *(Commitment.due_on, Conversation.kind, Conversation.held_on),
    )
    .join(Rep, Rep.id == Commitment.rep_id)
    .outerjoin(Conversation, Conversation.id == Commitment.conversation_id)
    .where(Commitment.status == CommitmentStatus.OPEN, Commitment.due_on < bindparam("until"))
    .where(Rep.archived_on.is_(None))
    .order_by(Commitment.due_on, Commitment.id)
)
NEWEST = (
    select(Conversation.id)
    .where(Conversation.status == ConversationStatus.HELD, Conversation.id.not_in(ONLY_BEGUN))
    .order_by(Conversation.held_on.desc(), Conversation.id.desc())
    .limit(LATEST)
)
NOTES = (
    select(
        *(Conversation.id, Conversation.kind, Conversation.held_on, Conversation.private),
        *(Rep.name.label("rep"), BEGINNING),
    )
    .join(Rep, Rep.id == Conversation.rep_id)
    .where(Conversation.id.in_(NEWEST))  # found by the index of days before the reps are joined
    .order_by(Conversation.held_on.desc(), Conversation.id.desc())
)


@dataclass(frozen=True, slots=True)
class DueCommitment:
    """An open commitment that is overdue or due within a week; `kind` and `held_on` are where it was made."""

    commitment_id: int
    rep_id: int
    rep: str
    owner: Side
    text: str
    due_on: date
    kind: ConversationKind | None
    held_on: date | None


@dataclass(frozen=True, slots=True)
class Note:
    """A conversation that took place; `first_line` is empty when nothing was written or it is private."""

    conversation_id: int
    kind: ConversationKind
    rep: str
    held_on: date
    first_line: str
    private: bool


@dataclass(frozen=True, slots=True)
class TodayPage:
    """Everything the morning page shows."""

    day: date
    week: WeekSplit
    team: tuple[RepStanding, ...]
    """Every active rep by name."""
    commitments: tuple[DueCommitment, ...]
    notes: tuple[Note, ...]
    drafts: tuple[UnfinishedDraft, ...]

    @property
    def due(self) -> tuple[RepStanding, ...]:
        """Who is planned this week, overdue, due, or was never coached, in this order; by name within each."""
        waiting = [rep for rep in self.team if rep.planned or rep.told or not rep.missing]
        return tuple(sorted(waiting, key=_urgency))

    @property
    def next_due(self) -> RepStanding | None:
        """Who will be due next, of those who are on time."""
        on_time = [rep for rep in self.team if rep.due_on and not rep.told]
        return min(on_time, key=lambda rep: rep.due_on or date.max, default=None)

    @property
    def longest_without_ride_along(self) -> RepStanding | None:
        """Of those past the limit for joint customer calls, the one who has waited longest."""
        waiting = [rep for rep in self.team if _days_overdue_for_a_ride(rep)]
        return max(waiting, key=_days_overdue_for_a_ride, default=None)


def today_page(tx: Reading) -> TodayPage:
    """The page for the manager's calendar day."""
    chosen = settings(tx)
    until = tx.today + timedelta(days=DAYS_AHEAD)
    return TodayPage(
        day=tx.today,
        week=week_split(tx, chosen),
        team=rep_standings(tx, week_of(tx.today, chosen.week_start)),
        commitments=tuple(_commitment(row) for row in tx.connection.execute(COMMITMENTS, {"until": until})),
        notes=tuple(_note(row) for row in tx.connection.execute(NOTES)),
        drafts=unfinished(tx),
    )


def _commitment(row: AnyRow) -> DueCommitment:
    return DueCommitment(row.id, row.rep_id, row.rep, row.owner, row.text, row.due_on, row.kind, row.held_on)


def _note(row: AnyRow) -> Note:
    return Note(row.id, row.kind, row.rep, row.held_on, shown_line(row), row.private)


def _urgency(rep: RepStanding) -> tuple[bool, date, int]:
    planned_on = rep.planned.on if rep.planned else date.max
    if rep.told is None:
        return not rep.planned, planned_on, 2
    return not rep.planned, planned_on, 0 if rep.told.standing is Standing.OVERDUE else 1


def _days_overdue_for_a_ride(rep: RepStanding) -> int:
    missing = rep.of(CadenceKind.JOINT_CALL)
    return missing.days if missing and missing.standing is Standing.OVERDUE else 0
