"""A rep's development goals beside the hours they got, on one axis of days."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import CheckIn, Conversation, Goal, Rep
from coachjournal.queries.absences import absences
from coachjournal.queries.begun import TOOK_PLACE
from coachjournal.queries.cadences import cadences
from coachjournal.queries.coaching import coaching_steps
from coachjournal.queries.first_lines import BEGINNING, shown_line
from coachjournal.queries.hours import CountedHour, counted_hours
from coachjournal.queries.rows import AnyRow
from coachjournal.queries.settings import settings
from coachjournal.rules.absence import days_here
from coachjournal.rules.cadence import CadenceKind, gaps
from coachjournal.rules.coaching import ActionKind, CoachingStep
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.goal import GoalStatus, Measure, progress_share, with_earlier
from coachjournal.rules.names import first_name
from coachjournal.rules.period import Period, month_of, week_of
from coachjournal.rules.private_text import public_text
from coachjournal.rules.time_entry import TimeCategory, TimeGroup

FIRST_WINDOW = timedelta(days=90)
"""What the axis shows of a rep about whom nothing is written yet."""

FARTHEST_AHEAD = timedelta(days=60)
"""How far ahead planned coaching is marked."""

SHADED = (CadenceKind.ANY_COACHING, CadenceKind.JOINT_CALL)
"""The cadences whose gaps are shaded. Where two gaps overlap the longer is shown."""


@dataclass(frozen=True, slots=True)
class GoalPoint:
    """One check-in: `value` in the goal's measure, `share` of the way from baseline (0) to target (1), unclipped."""

    check_in_id: int
    on: date
    value: float
    share: float
    computed: bool
    conversation_id: int | None


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One goal: its check-ins in order of day, and what its values mean."""

    goal_id: int
    title: str
    measure: Measure
    unit: str
    """ISO currency code of a MONEY goal, the thing counted of a NUMBER or PER_WEEK goal ("meetings"), else ''."""
    baseline: float
    target: float
    started_on: date
    due_on: date
    points: tuple[GoalPoint, ...]
    ended_on: date | None = None
    """The day it was achieved; None while it runs."""

    @property
    def begun_on(self) -> date:
        """The day of the first check-in, else the day it was set."""
        return self.points[0].on if self.points else self.started_on


@dataclass(frozen=True, slots=True)
class ConversationMark:
    """One held conversation of the rep."""

    conversation_id: int
    on: date
    kind: ConversationKind
    minutes: int
    first_line: str
    private: bool = False
    coached: str = ""
    """What coaching was planned to be held in it: its words, or what it is called."""


@dataclass(frozen=True, slots=True)
class ActionMark:
    """Coaching that is planned, or that was held without a conversation: one that was marks its own day."""

    action_id: int
    on: date
    kind: ConversationKind | ActionKind
    """What it is in the diary; PEER or RECOGNISE where it is no conversation."""
    title: str
    text: str
    held: bool


@dataclass(frozen=True, slots=True)
class RepHours:
    """Minutes of one week or month with this rep, by kind of conversation or, for other time with the rep, by
    category; keys are `ConversationKind` or `TimeCategory` values.
    """

    period: Period
    minutes: dict[str, int]


@dataclass(frozen=True, slots=True)
class WholeHours:
    """Minutes of one whole week or month of the manager: with people, and all others but travel."""

    period: Period
    people: int
    rest: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without a conversation that resets the cadence, longer than its limit; half-open."""

    start: date
    end: date
    days: int
    """Those on which the rep or the manager was away are not among them."""
    what: str
    """What was missing, as in "8 weeks without a ride-along": the words after "without"."""


@dataclass(frozen=True, slots=True)
class CoachingTimeline:
    """Everything the coaching timeline draws, for the whole time the journal knows this rep."""

    rep_id: int
    rep: str
    first_name: str
    start: date
    """First day of the axis when all is shown."""
    end: date
    """The day after the last day shown: tomorrow, or later if something is dated later."""
    today: date
    goals: tuple[GoalLine, ...]
    conversations: tuple[ConversationMark, ...]
    actions: tuple[ActionMark, ...]
    """In order of day; not those held in a conversation."""
    rep_weeks: tuple[RepHours, ...]
    rep_months: tuple[RepHours, ...]
    """The same hours by calendar month, for a picture of many years."""
    whole_weeks: tuple[WholeHours, ...]
    whole_months: tuple[WholeHours, ...]
    gaps: tuple[Gap, ...]
    coaching_floor: float | None
    """The manager's own weekly aim for the coaching share, 0 to 1."""


OF_REP = select(Rep.name).where(Rep.id == bindparam("rep_id"))

GOALS = (
    select(
        Goal.id,
        Goal.title,
        Goal.measure,
        Goal.unit,
        Goal.baseline,
        Goal.target,
        Goal.started_on,
        Goal.due_on,
        Goal.status,
        Goal.ended_on,
        Goal.extended_from_id,
    )
    .where(Goal.rep_id == bindparam("rep_id"), Goal.status != GoalStatus.ABANDONED)
    .order_by(Goal.started_on, Goal.id)
)

CHECK_INS = (
    select(CheckIn.id, CheckIn.goal_id, CheckIn.checked_on, CheckIn.value, CheckIn.computed, CheckIn.conversation_id)
    .join(Goal, Goal.id == CheckIn.goal_id)
    .where(Goal.rep_id == bindparam("rep_id"))
    .order_by(CheckIn.checked_on, CheckIn.id)
)

TALKS = (
    select(
        Conversation.id,
        Conversation.held_on,
        Conversation.kind,
        Conversation.minutes,
        Conversation.private,
        BEGINNING,
    )
    .where(Conversation.rep_id == bindparam("rep_id"), TOOK_PLACE)
    .order_by(Conversation.held_on, Conversation.id)
)

_SIDE = {
    category: None if category is TimeCategory.TRAVEL else int(category.group is not TimeGroup.PEOPLE)
    for category in TimeCategory
}
"""Whether a category is time with people (0), the rest (1) or travel (None)."""


def coaching_timeline(tx: Reading, *, rep_id: int, for_others: bool = False) -> CoachingTimeline:
    """All that is known about a rep's goals and hours. Raises LookupError when there is no such rep.

    `for_others`, as in a document, neither marks nor counts a private conversation with the rep, nor tells the private
    part of a text. Such a conversation still ends a gap: to claim that there was no coaching would be untrue. The
    manager's whole weeks are about no rep and stay whole.
    """
    of_rep = {"rep_id": rep_id}
    name = tx.connection.execute(OF_REP, of_rep).scalar_one_or_none()
    if name is None:
        raise LookupError(f"no rep {rep_id}")
    goals = _goal_lines(tx, of_rep, public_text if for_others else str)
    steps = coaching_steps(tx, rep_id=rep_id)
    talks, actions = _marks(tx, of_rep, steps), _actions(steps, tx.today, only_held=for_others)
    span = _span(tx.today, goals, (*talks, *actions))
    hours = counted_hours(tx, span)
    with_rep = [hour for hour in hours if hour.rep_id == rep_id and not (for_others and hour.private)]
    days_with_rep, days = _by_day(with_rep), _sides_by_day(hours)
    chosen = settings(tx)
    around = partial(week_of, week_start=chosen.week_start)
    return CoachingTimeline(
        rep_id=rep_id,
        rep=name,
        first_name=first_name(name),
        start=span.start,
        end=span.end,
        today=tx.today,
        goals=goals,
        conversations=tuple(talk for talk in talks if not (for_others and talk.private)),
        actions=actions,
        rep_weeks=_rep_hours(days_with_rep, around),
        rep_months=_rep_hours(days_with_rep, month_of),
        whole_weeks=_whole_hours(days, around),
        whole_months=_whole_hours(days, month_of),
        gaps=_gaps(tx, rep_id, talks),
        coaching_floor=chosen.coaching_floor,
    )


def _goal_lines(tx: Reading, of_rep: dict[str, int], told: Callable[[str], str]) -> tuple[GoalLine, ...]:
    """One line a goal; one that was extended goes on in the one that extends it. `told` is what is told of one."""
    rows = tx.connection.execute(GOALS, of_rep).all()
    earlier = {row.id: row.extended_from_id for row in rows}
    check_ins: dict[int, list[AnyRow]] = {}
    for check_in in tx.connection.execute(CHECK_INS, of_rep):
        check_ins.setdefault(check_in.goal_id, []).append(check_in)
    return tuple(
        GoalLine(
            goal_id=row.id,
            title=told(row.title),
            measure=row.measure,
            unit=told(row.unit),
            baseline=row.baseline,
            target=row.target,
            started_on=row.started_on,
            due_on=row.due_on,
            ended_on=row.ended_on,
            points=tuple(
                _point(check_in, row)
                for goal_id in with_earlier(row.id, earlier)
                for check_in in check_ins.get(goal_id, ())
            ),
        )
        for row in rows
        if row.status is not GoalStatus.EXTENDED
    )


def _point(check_in: AnyRow, goal: AnyRow) -> GoalPoint:
    return GoalPoint(
        check_in_id=check_in.id,
        on=check_in.checked_on,
        value=check_in.value,
        share=progress_share(check_in.value, baseline=goal.baseline, target=goal.target),
        computed=check_in.computed,
        conversation_id=check_in.conversation_id,
    )


def _marks(tx: Reading, of_rep: dict[str, int], steps: Iterable[CoachingStep]) -> tuple[ConversationMark, ...]:
    coached = {step.conversation_id: step.text or step.title for step in steps if step.conversation_id is not None}
    return tuple(
        ConversationMark(
            conversation_id=talk.id,
            on=talk.held_on,
            kind=talk.kind,
            minutes=talk.minutes,
            first_line=shown_line(talk),
            private=talk.private,
            coached=coached.get(talk.id, ""),
        )
        for talk in tx.connection.execute(TALKS, of_rep)
    )


def _actions(steps: Iterable[CoachingStep], today: date, *, only_held: bool) -> tuple[ActionMark, ...]:
    """What is planned is nobody else's business; what lies far ahead would make the past small."""
    marks = [
        ActionMark(
            action_id=step.action_id,
            on=step.held_on or step.planned_on,
            kind=step.conversation_kind or step.kind,
            title=step.title,
            text="" if only_held else step.text,
            held=step.held_on is not None,
        )
        for step in steps
        if (step.held_on is None or step.conversation_id is None) and step.planned_on <= today + FARTHEST_AHEAD
    ]
    return tuple(mark for mark in sorted(marks, key=lambda mark: mark.on) if mark.held or not only_held)


def _span(today: date, goals: Iterable[GoalLine], talks: Iterable[ConversationMark | ActionMark]) -> Period:
    """From the first day anything is known about the rep to tomorrow, or to what is planned."""
    days = [goal.started_on for goal in goals]
    days += [point.on for goal in goals for point in goal.points]
    days += [talk.on for talk in talks]
    first = min(days, default=today - FIRST_WINDOW)
    last = max([today, *days])
    return Period(min(first, today), last + timedelta(days=1))


def _by_day(hours: Iterable[CountedHour]) -> dict[date, dict[str, int]]:
    """Minutes of each day, by kind or category."""
    days: dict[date, dict[str, int]] = {}
    for day, counted, category, kind, *_ in hours:
        if counted:
            minutes = days.setdefault(day, {})
            key = kind or category
            minutes[key] = minutes.get(key, 0) + counted
    return days


def _sides_by_day(hours: Iterable[CountedHour]) -> dict[date, list[int]]:
    """Minutes of each day with people and of the rest: the coaching share is `people / (people + rest)`, and travel
    is in neither.
    """
    days: dict[date, list[int]] = {}
    for day, counted, category, *_ in hours:
        side = _SIDE[category]
        if side is not None:
            days.setdefault(day, [0, 0])[side] += counted
    return days


def _rep_hours(days: dict[date, dict[str, int]], around: Callable[[date], Period]) -> tuple[RepHours, ...]:
    """The days added up by the week or month `around` each."""
    sums: dict[Period, dict[str, int]] = {}
    for day, minutes in sorted(days.items()):
        added = sums.setdefault(around(day), {})
        for key, counted in minutes.items():
            added[key] = added.get(key, 0) + counted
    return tuple(RepHours(period, minutes) for period, minutes in sums.items())


def _whole_hours(days: dict[date, list[int]], around: Callable[[date], Period]) -> tuple[WholeHours, ...]:
    sums: dict[Period, list[int]] = {}
    for day, (people, rest) in sorted(days.items()):
        added = sums.setdefault(around(day), [0, 0])
        added[0] += people
        added[1] += rest
    return tuple(WholeHours(period, people, rest) for period, (people, rest) in sums.items() if people + rest)


def _gaps(tx: Reading, rep_id: int, talks: tuple[ConversationMark, ...]) -> tuple[Gap, ...]:
    """Gaps past a cadence's limit since the first conversation; where two overlap, the longer one."""
    kept, away = cadences(tx), absences(tx).of(rep_id)
    found = [
        Gap(gap.start, gap.end, days_here(gap, away), kind.missing)
        for kind in SHADED
        if talks
        for gap in gaps(_days_of(talks, kind), talks[0].on, tx.today, kept.of(rep_id, kind).limit_days, away)
    ]
    chosen: list[Gap] = []
    for gap in sorted(found, key=lambda gap: -gap.days):
        if all(gap.end <= other.start or other.end <= gap.start for other in chosen):
            chosen.append(gap)
    return tuple(sorted(chosen, key=lambda gap: gap.start))


def _days_of(talks: Iterable[ConversationMark], kind: CadenceKind) -> list[date]:
    return [talk.on for talk in talks if talk.kind in kind.reset_by]
