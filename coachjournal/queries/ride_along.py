"""A day in the field as its page shows it: the calls, what they add up to, and the goal it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, select

from coachjournal.journal import Reading
from coachjournal.model import Account, CheckIn, Conversation, Deal, FieldCall, Goal, Observation, Rep, Skill, Template
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.conversation import CallRole, ConversationKind, ConversationStatus
from coachjournal.rules.goal import GoalStatus, Measure
from coachjournal.rules.names import first_name
from coachjournal.rules.observation import Seen
from coachjournal.rules.ride_along import DayFigures, day_figures
from coachjournal.rules.template import titles_of


@dataclass(frozen=True, slots=True)
class FocusSkill:
    """The skill a day is about, and what its levels 1 to 5 look like; "" where that is not written."""

    skill_id: int
    name: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayCall:
    """A call as it is prepared and told."""

    field_call_id: int
    account: str
    deal: str
    role: CallRole
    minutes: int | None
    objective: str
    stretch: str
    outcome: str
    went_well: str
    differently: str
    level: float | None
    took_over: bool
    seen: Seen

    @property
    def is_told(self) -> bool:
        """Whether anything was written down after it; see commands.field_call.IS_TOLD."""
        words = self.outcome or self.went_well or self.differently
        return bool(words or self.level is not None or self.minutes or self.took_over or not self.seen.is_blank)


@dataclass(frozen=True, slots=True)
class FocusGoal:
    """The rep's active goal on the focus skill; `checked` is the value noted from this day, if one was."""

    goal_id: int
    title: str
    checked: float | None


@dataclass(frozen=True, slots=True)
class RideAlongDay:
    """Everything about the calls of one ride-along."""

    conversation_id: int
    rep_id: int
    rep: str
    status: ConversationStatus
    held_on: date
    minutes: int
    travel_minutes: int
    skill: FocusSkill | None
    skills: tuple[tuple[int, str], ...]
    """What it might be about, by key and name."""
    goal: FocusGoal | None
    headings: tuple[str, ...]
    """What its note is written under, as the template has it."""
    calls: tuple[DayCall, ...]
    figures: DayFigures

    @property
    def first_name(self) -> str:
        """What the page calls the rep."""
        return first_name(self.rep)

    @property
    def seen_heading(self) -> str:
        """The heading under which the note says what was seen: the first one."""
        return self.headings[0] if self.headings else ""

    @property
    def focus_heading(self) -> str:
        """The heading under which the note says what the rep will try: the last one."""
        return self.headings[-1] if self.headings else ""


THIS = bindparam("conversation_id", type_=Conversation.id.type)
HEAD = (
    select(
        *(Conversation.id, Conversation.rep_id, Rep.name.label("rep"), Conversation.status, Conversation.held_on),
        *(Conversation.minutes, Conversation.travel_minutes, Conversation.focus_skill_id),
        func.coalesce(Template.headings, "").label("headings"),
    )
    .join(Rep, Rep.id == Conversation.rep_id)
    .outerjoin(Template, Template.kind == Conversation.kind)
    .where(Conversation.id == THIS, Conversation.kind == ConversationKind.RIDE_ALONG)
)
SKILL = select(
    *(Skill.id, Skill.name, Skill.level_1, Skill.level_2, Skill.level_3, Skill.level_4, Skill.level_5),
).where(Skill.id == bindparam("skill_id"))
SKILLS = select(Skill.id, Skill.name).where(Skill.archived_on.is_(None)).order_by(Skill.position)
CALLS = (
    select(
        FieldCall.__table__,
        func.coalesce(Account.name, "").label("account"),
        func.coalesce(Deal.name, "").label("deal"),
    )
    .outerjoin(Account, Account.id == FieldCall.account_id)
    .outerjoin(Deal, Deal.id == FieldCall.deal_id)
    .where(FieldCall.conversation_id == THIS)
    .order_by(FieldCall.position, FieldCall.id)
)
SEEN = (
    select(
        *(Observation.field_call_id, Observation.situation, Observation.behaviour, Observation.impact),
        Observation.private,
    )
    .where(Observation.conversation_id == THIS, Observation.field_call_id.is_not(None))
    .order_by(Observation.id.desc())  # so that of several the first is what remains
)
GOAL = (
    select(
        *(Goal.id, Goal.title),
        select(CheckIn.value)
        .where(CheckIn.goal_id == Goal.id, CheckIn.conversation_id == THIS)
        .order_by(CheckIn.id.desc())
        .limit(1)
        .scalar_subquery()
        .label("checked"),
    )
    .where(Goal.rep_id == bindparam("rep_id"), Goal.skill_id == bindparam("skill_id"))
    .where(Goal.status == GoalStatus.ACTIVE, Goal.measure == Measure.LEVEL)
    .order_by(Goal.due_on, Goal.id)
    .limit(1)
)
RIDES = select(Conversation.id).where(Conversation.kind == ConversationKind.RIDE_ALONG).limit(1)
OF_TODAY = (
    RIDES.where(Conversation.held_on == bindparam("today"), Conversation.status != ConversationStatus.CANCELLED)
    # planned before held, the latest first
    .order_by(Conversation.status != ConversationStatus.PLANNED, Conversation.starts_at.desc(), Conversation.id.desc())
)
AHEAD = RIDES.where(
    Conversation.held_on > bindparam("today"), Conversation.status == ConversationStatus.PLANNED
).order_by(Conversation.held_on, Conversation.starts_at, Conversation.id)


def ride_along_day(tx: Reading, *, conversation_id: int) -> RideAlongDay | None:
    """The calls of a ride-along, or None when it is another kind of conversation or not there."""
    this = {"conversation_id": conversation_id}
    head = tx.connection.execute(HEAD, this).one_or_none()
    if head is None:
        return None
    calls = _calls(tx, conversation_id)
    return RideAlongDay(
        conversation_id=head.id,
        rep_id=head.rep_id,
        rep=head.rep,
        status=head.status,
        held_on=head.held_on,
        minutes=head.minutes,
        travel_minutes=head.travel_minutes,
        skill=_skill(tx, head.focus_skill_id),
        skills=skills(tx),
        goal=_goal(tx, head),
        headings=titles_of(head.headings, first_name(head.rep)),
        calls=calls,
        figures=day_figures(calls),
    )


def ride_along_at_hand(tx: Reading) -> int | None:
    """The ride-along of today, else the next one that is planned."""
    today = {"today": tx.today}
    asked = (tx.connection.execute(query, today).scalar_one_or_none() for query in (OF_TODAY, AHEAD))
    return next((ride for ride in asked if ride is not None), None)


def skills(tx: Reading) -> tuple[tuple[int, str], ...]:
    """What a ride-along may be about, by key and name."""
    return tuple((row.id, row.name) for row in tx.connection.execute(SKILLS))


def _skill(tx: Reading, skill_id: int | None) -> FocusSkill | None:
    row = None if skill_id is None else tx.connection.execute(SKILL, {"skill_id": skill_id}).one_or_none()
    return None if row is None else FocusSkill(row[0], row[1], tuple(row[2:]))


def _goal(tx: Reading, head: AnyRow) -> FocusGoal | None:
    which = {"conversation_id": head.id, "rep_id": head.rep_id, "skill_id": head.focus_skill_id}
    row = tx.connection.execute(GOAL, which).one_or_none()
    return None if row is None else FocusGoal(row.id, row.title, row.checked)


def _calls(tx: Reading, conversation_id: int) -> tuple[DayCall, ...]:
    this = {"conversation_id": conversation_id}
    seen = _seen(tx.connection.execute(SEEN, this))
    return tuple(_call(row, seen.get(row.id, Seen())) for row in tx.connection.execute(CALLS, this))


def _seen(rows: Iterable[AnyRow]) -> dict[int, Seen]:
    return {row.field_call_id: Seen(row.situation, row.behaviour, row.impact, row.private) for row in rows}


def _call(row: AnyRow, seen: Seen) -> DayCall:
    return DayCall(
        field_call_id=row.id,
        account=row.account,
        deal=row.deal,
        role=row.role,
        minutes=row.minutes,
        objective=row.objective,
        stretch=row.stretch,
        outcome=row.outcome,
        went_well=row.went_well,
        differently=row.differently,
        level=row.level,
        took_over=row.took_over,
        seen=seen,
    )
