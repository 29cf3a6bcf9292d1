"""What the editors of goals and check-ins start with."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, func, select

from coachjournal.errors import Rejected
from coachjournal.journal import Reading
from coachjournal.model import CheckIn, Conversation, Goal, Skill
from coachjournal.queries.goal_from_deals import goal_from_deals
from coachjournal.queries.milestones import Step, milestones
from coachjournal.queries.rep_name import rep_name
from coachjournal.queries.settings import settings
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from coachjournal.rules.goal import ComputedFrom, GoalStatus, Measure
from coachjournal.rules.goal_from_deals import FromDeals
from coachjournal.rules.names import first_name

TALKS_OF = timedelta(days=31)
"""A check-in is seldom written down later than a month after the conversation it comes from."""


@dataclass(frozen=True, slots=True)
class GoalDetails:
    """A goal as it can be changed. `now` is its latest check-in's value, None before the first."""

    goal_id: int
    rep_id: int
    title: str
    skill_id: int | None
    measure: Measure
    unit: str
    baseline: float
    target: float
    started_on: date
    due_on: date
    how: str
    why: str
    status: GoalStatus
    now: float | None
    computed_from: ComputedFrom | None


@dataclass(frozen=True, slots=True)
class LoggedCheckIn:
    """A check-in as it is listed and can be corrected."""

    check_in_id: int
    on: date
    value: float
    note: str
    computed: bool


@dataclass(frozen=True, slots=True)
class GoalForm:
    """A goal, or nothing for a new one, and what it can be about."""

    rep_id: int
    first_name: str
    goal: GoalDetails | None
    check_ins: tuple[LoggedCheckIn, ...]
    """The latest first."""
    steps: tuple[Step, ...]
    skills: tuple[tuple[int, str], ...]
    currency: str
    active: int
    """How many goals the rep works on today."""


@dataclass(frozen=True, slots=True)
class RecentTalk:
    """A conversation that a check-in may come from."""

    conversation_id: int
    on: date
    kind: ConversationKind


@dataclass(frozen=True, slots=True)
class CheckInForm:
    """The goal that is checked in on, and the conversations of the last month, the latest first."""

    goal: GoalDetails
    first_name: str
    talks: tuple[RecentTalk, ...]
    from_deals: FromDeals | None
    """What the deals say today; None for a goal that is judged by hand."""


SKILLS = select(Skill.id, Skill.name).where(Skill.archived_on.is_(None)).order_by(Skill.position)
GOAL = select(
    *(Goal.id, Goal.rep_id, Goal.title, Goal.skill_id, Goal.measure, Goal.unit, Goal.baseline, Goal.target),
    *(Goal.started_on, Goal.due_on, Goal.how, Goal.why, Goal.status, Goal.extended_from_id, Goal.computed_from),
).where(Goal.id == bindparam("goal_id"))
ACTIVE = select(func.count()).where(Goal.rep_id == bindparam("rep_id"), Goal.status == GoalStatus.ACTIVE)
CHECK_INS = (
    select(CheckIn.id, CheckIn.checked_on, CheckIn.value, CheckIn.note, CheckIn.computed)
    .where(CheckIn.goal_id == bindparam("goal_id"))
    .order_by(CheckIn.checked_on.desc(), CheckIn.id.desc())
)
TALKS = (
    select(Conversation.id, Conversation.held_on, Conversation.kind)
    .where(Conversation.rep_id == bindparam("rep_id"), Conversation.status == ConversationStatus.HELD)
    .where(Conversation.held_on >= bindparam("since"), Conversation.held_on <= bindparam("today"))
    .order_by(Conversation.held_on.desc(), Conversation.starts_at.desc(), Conversation.id.desc())
)


def goal_form(tx: Reading, *, rep_id: int, goal_id: int | None = None) -> GoalForm:
    """What the goal editor starts with. Raises Rejected when the goal is gone."""
    goal = None if goal_id is None else goal_details(tx, goal_id)
    return GoalForm(
        rep_id=rep_id,
        first_name=first_name(rep_name(tx, rep_id)),
        goal=goal,
        check_ins=() if goal_id is None else _check_ins(tx, goal_id),
        steps=() if goal_id is None else milestones(tx, goal_id=goal_id),
        skills=tuple((skill_id, name) for skill_id, name in tx.connection.execute(SKILLS)),
        currency=settings(tx).currency,
        active=tx.connection.execute(ACTIVE, {"rep_id": rep_id}).scalar_one(),
    )


def check_in_form(tx: Reading, *, goal_id: int) -> CheckInForm:
    """What a check-in starts with. Raises Rejected when the goal is gone."""
    goal = goal_details(tx, goal_id)
    span = {"rep_id": goal.rep_id, "since": tx.today - TALKS_OF, "today": tx.today}
    return CheckInForm(
        goal=goal,
        first_name=first_name(rep_name(tx, goal.rep_id)),
        talks=tuple(RecentTalk(row.id, row.held_on, row.kind) for row in tx.connection.execute(TALKS, span)),
        from_deals=_from_deals(tx, goal),
    )


def goal_details(tx: Reading, goal_id: int) -> GoalDetails:
    """One goal. Raises Rejected when it is gone."""
    row = tx.connection.execute(GOAL, {"goal_id": goal_id}).one_or_none()
    if row is None:
        raise Rejected("This goal is no longer in the journal.")
    return GoalDetails(
        goal_id=row.id,
        rep_id=row.rep_id,
        title=row.title,
        skill_id=row.skill_id,
        measure=row.measure,
        unit=row.unit,
        baseline=row.baseline,
        target=row.target,
        started_on=row.started_on,
        due_on=row.due_on,
        how=row.how,
        why=row.why,
        status=row.status,
        now=_now(tx, row.id, row.extended_from_id),
        computed_from=row.computed_from,
    )


def _from_deals(tx: Reading, goal: GoalDetails) -> FromDeals | None:
    if goal.computed_from is None:
        return None
    return goal_from_deals(tx, rep_id=goal.rep_id, computed_from=goal.computed_from)


def _now(tx: Reading, goal_id: int, extended_from_id: int | None) -> float | None:
    """The latest value; a goal that goes on from another stands where that one stood."""
    check_ins = _check_ins(tx, goal_id)
    if check_ins:
        return check_ins[0].value
    return None if extended_from_id is None else goal_details(tx, extended_from_id).now


def _check_ins(tx: Reading, goal_id: int) -> tuple[LoggedCheckIn, ...]:
    rows = tx.connection.execute(CHECK_INS, {"goal_id": goal_id})
    return tuple(LoggedCheckIn(row.id, row.checked_on, row.value, row.note, row.computed) for row in rows)
