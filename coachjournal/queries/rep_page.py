"""One rep: who they are, where their goals and figures stand, and what is agreed with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, func, or_, select

from coachjournal.journal import Reading
from coachjournal.model import CheckIn, Commitment, Conversation, Deal, Goal, Rep, Skill
from coachjournal.queries.begun import TOOK_PLACE
from coachjournal.queries.first_lines import BEGINNING, shown_line
from coachjournal.queries.goal_values import GOING_ON, standing_today
from coachjournal.queries.meetings import Meeting
from coachjournal.queries.rep_deals import RepFigures, rep_figures
from coachjournal.queries.rhythm import next_meeting
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.goal import (
    GoalStanding,
    GoalStatus,
    Measure,
    current_value,
    with_earlier,
)
from coachjournal.rules.names import first_name
from coachjournal.rules.period import last_days

BALANCE_DAYS = 90
"""Who owns the next steps is told over this many days: long enough for some of each, short enough to change."""


@dataclass(frozen=True, slots=True)
class RepHead:
    """Who this is."""

    rep_id: int
    name: str
    role: str
    territory: str
    started_on: date | None
    archived_on: date | None

    @property
    def first_name(self) -> str:
        """What the page calls them."""
        return first_name(self.name)


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation that took place or is planned; `starts_at` is an aware instant, where it is known."""

    conversation_id: int
    kind: ConversationKind
    on: date
    starts_at: datetime | None


@dataclass(frozen=True, slots=True)
class Balance:
    """Who the commitments of the last 90 days belong to; one that moved counts once, on the day it was made."""

    rep: int
    manager: int


@dataclass(frozen=True, slots=True)
class RepCommitment:
    """A commitment in a list."""

    commitment_id: int
    owner: Side
    text: str
    made_on: date
    due_on: date | None
    status: CommitmentStatus
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal in a list; values are in its measure. `last_on` is None before the first check-in."""

    goal_id: int
    title: str
    skill: str
    measure: Measure
    unit: str
    baseline: float
    now: float
    target: float
    due_on: date
    standing: GoalStanding
    last_on: date | None
    seen_in: ConversationKind | None
    """The conversation of the last check-in, where there is one."""
    computed: bool
    """Whether the last check-in was computed from deals."""
    values: tuple[tuple[date, float], ...] = ()
    """Its check-ins in order of day."""


@dataclass(frozen=True, slots=True)
class ConversationRow:
    """A conversation in a list; the first line of a private one stays out."""

    conversation_id: int
    kind: ConversationKind
    on: date
    minutes: int
    first_line: str
    private: bool


@dataclass(frozen=True, slots=True)
class RepPage:
    """What the page shows at once; its other lists are asked for when they are opened."""

    rep: RepHead
    figures: RepFigures
    last_talk: Talk | None
    next_meeting: Meeting | None
    balance: Balance
    open_commitments: tuple[RepCommitment, ...]
    """The ones that are due soonest first."""
    goals: tuple[GoalRow, ...]
    """Active goals."""
    ended_goals: int
    conversations: int
    deals: int
    commitments: int


OF_REP: BindParameter[int] = bindparam("rep_id")
ENDED = (GoalStatus.ACHIEVED, GoalStatus.ABANDONED)

HELD = select(func.count()).where(Conversation.rep_id == OF_REP, TOOK_PLACE)
HEAD = select(
    *(Rep.id, Rep.name, Rep.role, Rep.territory, Rep.started_on, Rep.archived_on),
    select(func.count()).where(Goal.rep_id == OF_REP, Goal.status.in_(ENDED)).scalar_subquery().label("ended_goals"),
    HELD.scalar_subquery().label("conversations"),
    select(func.count()).where(Deal.rep_id == OF_REP).scalar_subquery().label("deals"),
    select(func.count()).where(Commitment.rep_id == OF_REP).scalar_subquery().label("commitments"),
).where(Rep.id == OF_REP)

TALK = select(Conversation.id, Conversation.kind, Conversation.held_on, Conversation.starts_at).limit(1)
LAST_TALK = (
    TALK.where(Conversation.rep_id == OF_REP, TOOK_PLACE)
    .where(Conversation.held_on <= bindparam("today"))
    .order_by(Conversation.held_on.desc(), Conversation.id.desc())
)

COMMITMENTS = select(
    *(Commitment.id, Commitment.owner, Commitment.text, Commitment.made_on, Commitment.due_on),
    *(Commitment.status, Commitment.ended_on, Commitment.moved_from_id),
).where(Commitment.rep_id == OF_REP)
OPEN_OR_NEW = COMMITMENTS.where(
    or_(Commitment.status == CommitmentStatus.OPEN, Commitment.made_on >= bindparam("since"))
).order_by(Commitment.due_on.is_(None), Commitment.due_on, Commitment.id)
ALL_COMMITMENTS = COMMITMENTS.order_by(
    Commitment.status != CommitmentStatus.OPEN,
    Commitment.ended_on.desc(),
    Commitment.due_on.is_(None),
    Commitment.due_on,
    Commitment.id,
).limit(bindparam("most"))

GOALS = (
    select(
        *(Goal.id, Goal.title, Goal.measure, Goal.unit, Goal.baseline, Goal.target, Goal.started_on, Goal.due_on),
        *(Goal.status, Goal.extended_from_id, func.coalesce(Skill.name, "").label("skill")),
    )
    .outerjoin(Skill, Skill.id == Goal.skill_id)
    .where(Goal.rep_id == OF_REP)
    .order_by(Goal.due_on, Goal.id)
)
CHECK_INS = (
    select(CheckIn.goal_id, CheckIn.checked_on, CheckIn.value, CheckIn.computed, Conversation.kind)
    .join(Goal, Goal.id == CheckIn.goal_id)
    .outerjoin(Conversation, Conversation.id == CheckIn.conversation_id)
    .where(Goal.rep_id == OF_REP)
    .order_by(CheckIn.checked_on, CheckIn.id)
)
GOING_ON_GOALS, GOING_ON_CHECK_INS = GOALS.where(GOING_ON), CHECK_INS.where(GOING_ON)

CONVERSATIONS = (
    select(
        *(Conversation.id, Conversation.kind, Conversation.held_on, Conversation.minutes, Conversation.private),
        BEGINNING,
    )
    .where(Conversation.rep_id == OF_REP, TOOK_PLACE)
    .order_by(Conversation.held_on.desc(), Conversation.id.desc())
    .limit(bindparam("most"))
)


def rep_page(tx: Reading, *, rep_id: int) -> RepPage | None:
    """The page of one rep, or None when there is no such rep (any more)."""
    of_rep = {"rep_id": rep_id}
    head = tx.connection.execute(HEAD, of_rep).one_or_none()
    if head is None:
        return None
    balance_since = last_days(tx.today, BALANCE_DAYS).start
    commitments = tx.connection.execute(OPEN_OR_NEW, {**of_rep, "since": balance_since}).all()
    return RepPage(
        rep=RepHead(head.id, head.name, head.role, head.territory, head.started_on, head.archived_on),
        figures=rep_figures(tx, rep_id=rep_id),
        last_talk=_talk(tx.connection.execute(LAST_TALK, {**of_rep, "today": tx.today}).one_or_none()),
        next_meeting=next_meeting(tx, rep_id=rep_id),
        balance=_balance(commitments, balance_since),
        open_commitments=tuple(_commitment(row) for row in commitments if row.status is CommitmentStatus.OPEN),
        goals=active_goals(tx, rep_id=rep_id),
        ended_goals=head.ended_goals,
        conversations=head.conversations,
        deals=head.deals,
        commitments=head.commitments,
    )


def active_goals(tx: Reading, *, rep_id: int) -> tuple[GoalRow, ...]:
    """Goals that are being worked on, the one due soonest first."""
    return _goals(tx, rep_id, (GoalStatus.ACTIVE,), GOING_ON_GOALS, GOING_ON_CHECK_INS)


def ended_goals(tx: Reading, *, rep_id: int) -> tuple[GoalRow, ...]:
    """Goals that were achieved or abandoned; one that was extended goes on in another."""
    return _goals(tx, rep_id, ENDED, GOALS, CHECK_INS)


def rep_conversations(tx: Reading, *, rep_id: int, most: int = -1) -> tuple[ConversationRow, ...]:
    """Conversations that took place, the latest first."""
    rows = tx.connection.execute(CONVERSATIONS, {"rep_id": rep_id, "most": most})
    return tuple(conversation_row(row) for row in rows)


def conversation_row(row: AnyRow) -> ConversationRow:
    """A row of `CONVERSATIONS` as it is shown."""
    return ConversationRow(row.id, row.kind, row.held_on, row.minutes, shown_line(row), row.private)


def rep_commitments(tx: Reading, *, rep_id: int, most: int = -1) -> tuple[RepCommitment, ...]:
    """Commitments, open ones first by the day they are due, then the ones that ended last."""
    return tuple(_commitment(row) for row in tx.connection.execute(ALL_COMMITMENTS, {"rep_id": rep_id, "most": most}))


def _talk(row: AnyRow | None) -> Talk | None:
    return None if row is None else Talk(row.id, row.kind, row.held_on, row.starts_at)


def _commitment(row: AnyRow) -> RepCommitment:
    return RepCommitment(row.id, row.owner, row.text, row.made_on, row.due_on, row.status, row.ended_on)


def _balance(commitments: Iterable[AnyRow], since: date) -> Balance:
    made = [row.owner for row in commitments if row.made_on >= since and row.moved_from_id is None]
    return Balance(rep=made.count(Side.REP), manager=made.count(Side.MANAGER))


def _goals(
    tx: Reading,
    rep_id: int,
    shown: tuple[GoalStatus, ...],
    goals: Select[*tuple[Any, ...]],
    check_ins: Select[*tuple[Any, ...]],
) -> tuple[GoalRow, ...]:
    rows = tx.connection.execute(goals, {"rep_id": rep_id}).all()
    earlier = {row.id: row.extended_from_id for row in rows}
    by_goal: dict[int, list[AnyRow]] = {}
    for check_in in tx.connection.execute(check_ins, {"rep_id": rep_id}).all():
        by_goal.setdefault(check_in.goal_id, []).append(check_in)
    lines = {row.id: with_earlier(row.id, earlier) for row in rows if row.status in shown}
    return tuple(
        _goal(tx, row, [each for key in lines[row.id] for each in by_goal.get(key, ())])
        for row in rows
        if row.id in lines
    )


def _goal(tx: Reading, goal: AnyRow, check_ins: list[AnyRow]) -> GoalRow:
    values = [row.value for row in check_ins]
    last = check_ins[-1] if check_ins else None
    return GoalRow(
        goal_id=goal.id,
        title=goal.title,
        skill=goal.skill,
        measure=goal.measure,
        unit=goal.unit,
        baseline=goal.baseline,
        now=current_value(goal.baseline, values),
        target=goal.target,
        due_on=goal.due_on,
        standing=standing_today(tx, goal, values),
        last_on=last.checked_on if last else None,
        seen_in=last.kind if last else None,
        computed=bool(last and last.computed),
        values=tuple((row.checked_on, row.value) for row in check_ins),
    )
