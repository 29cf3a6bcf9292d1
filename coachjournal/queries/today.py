"""The morning page: whom to talk to and about what, what was promised, what the numbers say, what lies unfinished."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Commitment, Conversation, Rep
from coachjournal.queries.before_meetings import BeforeMeeting, before_meetings
from coachjournal.queries.coaching import coaching_ahead
from coachjournal.queries.due_reps import RepStanding, rep_standings
from coachjournal.queries.free_slots import Slot, free_slots
from coachjournal.queries.hours import counted_hours
from coachjournal.queries.meetings import Meeting, meetings
from coachjournal.queries.overdue_goals import GoalNow, goals_now
from coachjournal.queries.rows import AnyRow
from coachjournal.queries.settings import settings
from coachjournal.queries.signals import OpenSignal, open_signals
from coachjournal.queries.unfinished import UnfinishedDraft, unfinished
from coachjournal.queries.week_split import WeekSplit, week_split, weeks_told
from coachjournal.queries.week_strip import DayHeld, days_held
from coachjournal.rules.aim import minutes_to_add
from coachjournal.rules.cadence import Standing
from coachjournal.rules.coaching import CoachingStep
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.goal import ENDING
from coachjournal.rules.period import Period, week_of
from coachjournal.rules.signals.finding import Rule

DAYS_AHEAD = 7
"""A commitment is told from a week before its day on."""
LOOK_AHEAD = timedelta(days=14)
"""Where a week has no more meetings, the next one is looked for this far: as far as every two weeks."""
LONGEST_FREE, LEAST_FREE = 180, 60
"""Minutes: half a day is looked for at most, and what is shorter than an hour is no room to coach in."""
_HOUR = 60

COMMITMENTS = (
    select(
        *(Commitment.id, Commitment.rep_id, Rep.name.label("rep"), Commitment.owner, Commitment.text),
        *(Commitment.due_on, Commitment.status, Conversation.kind, Conversation.held_on),
    )
    .join(Rep, Rep.id == Commitment.rep_id)
    .outerjoin(Conversation, Conversation.id == Commitment.conversation_id)
    .where(Commitment.due_on < bindparam("until"), Rep.archived_on.is_(None))
)
OPEN = COMMITMENTS.where(Commitment.status == CommitmentStatus.OPEN)
ENDED_TODAY = COMMITMENTS.where(
    Commitment.ended_on == bindparam("today"),
    Commitment.status != CommitmentStatus.MOVED,
    Commitment.rep_id.in_(select(Rep.id)),  # a seek for each rep instead of ten years of endings
)


@dataclass(frozen=True, slots=True)
class DueCommitment:
    """A commitment that is overdue or due within a week, open or ended today.

    `kind` and `held_on` are where it was made.
    """

    commitment_id: int
    rep_id: int
    rep: str
    owner: Side
    text: str
    due_on: date
    status: CommitmentStatus
    kind: ConversationKind | None
    held_on: date | None


@dataclass(frozen=True, slots=True)
class MeetingAhead:
    """A meeting and what matters before it. `goal` is the rep's that is due first."""

    meeting: Meeting
    before: BeforeMeeting
    goal: GoalNow | None
    slipped: tuple[str, ...]
    """The rep's deals whose close date a signal tells of."""


@dataclass(frozen=True, slots=True)
class TodayPage:
    """Everything the morning page shows."""

    day: date
    week: WeekSplit
    days: tuple[DayHeld, ...]
    """This week, day by day."""
    free: Slot | None
    """Room this week for the hours that the aim still asks for."""
    team: tuple[RepStanding, ...]
    """Every active rep by name."""
    meetings: tuple[MeetingAhead, ...]
    """Of this week: today's, those to come, and behind them what should have been held by now."""
    later: Meeting | None
    """The first one after this week."""
    commitments: tuple[DueCommitment, ...]
    signals: tuple[OpenSignal, ...]
    """All that are open, in the order of the morning."""
    coaching: tuple[CoachingStep, ...]
    """Planned for today or earlier and not held. What is to be looked at again its signal tells."""
    goals: tuple[GoalNow, ...]
    """Active ones whose day is over or whose target is reached."""
    drafts: tuple[UnfinishedDraft, ...]

    @property
    def planned(self) -> tuple[MeetingAhead, ...]:
        """What is still to come this week."""
        return tuple(ahead for ahead in self.meetings if not ahead.meeting.missed)

    @property
    def told_signals(self) -> tuple[OpenSignal, ...]:
        """Those that wait and that nothing else on the page tells of: who was not coached, and today's coaching."""
        coached = {step.signal_id for step in self.coaching if step.signal_id is not None}
        return tuple(
            signal
            for signal in self.signals
            if signal.is_waiting and signal.rule is not Rule.NOT_COACHED and signal.signal_id not in coached
        )

    @property
    def bright_spot(self) -> OpenSignal | None:
        """A strength that holds today and was not recognised yet."""
        strengths = (each for each in self.told_signals if each.rule.is_strength and not each.is_no_longer_so)
        return next((strength for strength in strengths if not strength.steps), None)

    @property
    def not_coached(self) -> tuple[RepStanding, ...]:
        """Who is overdue, due, or was never coached, in this order; by name within each."""
        return tuple(sorted((rep for rep in self.team if rep.told or not rep.missing), key=_urgency))

    @property
    def next_due(self) -> RepStanding | None:
        """Who will be due next, of those who are on time."""
        on_time = [rep for rep in self.team if rep.due_on and not rep.told]
        return min(on_time, key=lambda rep: rep.due_on or date.max, default=None)


def today_page(tx: Reading) -> TodayPage:
    """The page for the manager's calendar day."""
    chosen = settings(tx)
    this_week = week_of(tx.today, chosen.week_start)
    hours = counted_hours(tx, weeks_told(this_week))
    split = week_split(hours, chosen, tx.today)
    met = meetings(tx, Period(this_week.start, this_week.end + LOOK_AHEAD))
    signals, goals = open_signals(tx), goals_now(tx)
    return TodayPage(
        day=tx.today,
        week=split,
        days=days_held(hours, this_week),
        free=_room_for(tx, split, this_week),
        team=rep_standings(tx),
        meetings=_ahead(tx, [each for each in met if each.on < this_week.end], signals, goals),
        later=next((each for each in met if each.on >= this_week.end and not each.away), None),
        commitments=_commitments(tx),
        signals=signals,
        coaching=tuple(step for step in coaching_ahead(tx) if step.planned_on <= tx.today),
        goals=tuple(goal for goal in goals if goal.standing in ENDING),
        drafts=unfinished(tx),
    )


def _ahead(
    tx: Reading, met: list[Meeting], signals: tuple[OpenSignal, ...], goals: tuple[GoalNow, ...]
) -> tuple[MeetingAhead, ...]:
    """What is to come, then what is missed."""
    waiting = [each for each in met if not each.held and (each.missed or each.on >= tx.today)]
    waiting.sort(key=lambda each: each.missed)
    before = before_meetings(tx, reps={each.rep_id for each in waiting})
    goal_of = {goal.rep_id: goal for goal in reversed(goals)}
    slipped: dict[int, list[str]] = {}
    for signal in signals:
        if signal.rule is Rule.SLIPPED and signal.name and not signal.is_no_longer_so:
            slipped.setdefault(signal.subject.rep_id, []).append(signal.name)
    return tuple(
        MeetingAhead(each, before[each.rep_id], goal_of.get(each.rep_id), tuple(slipped.get(each.rep_id, ())))
        for each in waiting
    )


def _room_for(tx: Reading, split: WeekSplit, this_week: Period) -> Slot | None:
    """The first time that is free this week for what the aim still asks for, or for an hour of it."""
    wanted = minutes_to_add(split.split, split.coaching_floor) if split.is_this_week else None
    if not wanted or split.split.coaching_share is None:
        return None
    whole_hours = -(-wanted // _HOUR) * _HOUR
    left = Period(tx.today, this_week.end)
    for minutes in dict.fromkeys((min(whole_hours, LONGEST_FREE), LEAST_FREE)):
        if slots := free_slots(tx, left, minutes):
            return slots[0]
    return None


def _commitments(tx: Reading) -> tuple[DueCommitment, ...]:
    asked = {"until": tx.today + timedelta(days=DAYS_AHEAD), "today": tx.today}
    rows = [*tx.connection.execute(OPEN, asked), *tx.connection.execute(ENDED_TODAY, asked)]
    return tuple(_commitment(row) for row in sorted(rows, key=lambda row: (row.due_on, row.id)))


def _commitment(row: AnyRow) -> DueCommitment:
    return DueCommitment(
        row.id, row.rep_id, row.rep, row.owner, row.text, row.due_on, row.status, row.kind, row.held_on
    )


def _urgency(rep: RepStanding) -> int:
    if rep.told is None:
        return 2
    return 0 if rep.told.standing is Standing.OVERDUE else 1
