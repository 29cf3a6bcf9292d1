"""The rows behind a cell of the Team page: conversations, time, deals, goals, commitments. No rep means all of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, or_, select

from coachjournal.journal import Reading
from coachjournal.model import Commitment, Conversation, Deal, Quota, Rep
from coachjournal.queries.begun import ONLY_BEGUN, TOOK_PLACE
from coachjournal.queries.coverage_map import ABOUT
from coachjournal.queries.first_lines import BEGINNING, shown_line
from coachjournal.queries.participation import COUNTS, attained
from coachjournal.queries.rows import AnyRow
from coachjournal.queries.team_goals import TeamGoal, team_goals
from coachjournal.queries.time_page import Source, Work, work_in
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.goal import GoalStanding
from coachjournal.rules.money import Money
from coachjournal.rules.names import first_name
from coachjournal.rules.period import Period


class RowOf(StrEnum):
    """What a row is, and so what opens it."""

    CONVERSATION = "conversation"
    TIME = "time"
    DEAL = "deal"
    GOAL = "goal"
    COMMITMENT = "commitment"


@dataclass(frozen=True, slots=True)
class RowBehind:
    """A row that a figure was counted from. `about` is empty for what is private."""

    of: RowOf
    key: int
    rep_id: int
    rep: str
    on: date | None
    """When it took place, closed, ended or is due."""
    what: str
    """The kind of a conversation, how a goal stands, who owns a commitment."""
    about: str
    private: bool = False
    minutes: int | None = None
    """How long it took; of time together what counts, no minute twice."""
    money: Money | None = None


def _of_rep(rep: ColumnElement[Any]) -> ColumnElement[bool]:
    return or_(bindparam("rep_id").is_(None), rep == bindparam("rep_id"))


TALKS = (
    select(
        *(Conversation.id, Conversation.kind, Conversation.held_on, Conversation.minutes, Conversation.private),
        *(Conversation.rep_id, Rep.name.label("rep"), BEGINNING),
    )
    .join(Rep, Rep.id == Conversation.rep_id)
    .where(_of_rep(Conversation.rep_id.expression), TOOK_PLACE)
    .where(Conversation.held_on >= bindparam("start"), Conversation.held_on < bindparam("end"))
    .order_by(Conversation.held_on.desc(), Conversation.id.desc())
)
COACHED = TALKS.join(ABOUT, ABOUT.c.conversation_id == Conversation.id).where(ABOUT.c.skill_id == bindparam("skill_id"))
OF_KIND = TALKS.where(Conversation.kind == bindparam("kind"))
WON = (
    select(
        *(Deal.id, Deal.name, Deal.closed_on, Deal.amount, Deal.currency, Deal.rep_id, Rep.name.label("rep")),
        *(Quota.starts_on, Quota.ends_on),
    )
    .join(Quota, COUNTS)
    .join(Rep, Rep.id == Deal.rep_id)
    .where(_of_rep(Deal.rep_id.expression), Quota.starts_on <= bindparam("day"), Quota.ends_on > bindparam("day"))
    .order_by(Deal.closed_on.desc(), Deal.id.desc())
)
OPEN_STEPS = (
    select(
        *(Commitment.id, Commitment.owner, Commitment.text, Commitment.due_on, Commitment.rep_id),
        Rep.name.label("rep"),
    )
    .join(Rep, Rep.id == Commitment.rep_id)
    .where(_of_rep(Commitment.rep_id.expression), Commitment.status == CommitmentStatus.OPEN)
    .order_by(Commitment.due_on.is_(None), Commitment.due_on, Commitment.id)
)


def coached_rows(tx: Reading, *, rep_id: int | None, skill_id: int, span: Period) -> tuple[RowBehind, ...]:
    """The conversations in which a skill came up, the latest first."""
    return _talks(tx, COACHED, {"rep_id": rep_id, "skill_id": skill_id, "start": span.start, "end": span.end})


def kind_rows(tx: Reading, *, rep_id: int | None, kind: ConversationKind, span: Period) -> tuple[RowBehind, ...]:
    """The conversations of a kind, the latest first."""
    return _talks(tx, OF_KIND, {"rep_id": rep_id, "kind": kind, "start": span.start, "end": span.end})


def time_rows(tx: Reading, *, rep_id: int | None, span: Period) -> tuple[RowBehind, ...]:
    """All that was time with a rep, the latest first."""
    begun = set(tx.connection.execute(ONLY_BEGUN).scalars())
    rows = (
        _time(piece, piece.rep_id)
        for piece in reversed(work_in(tx, span))
        if piece.rep_id is not None
        and rep_id in {None, piece.rep_id}
        and not (piece.is_conversation and piece.key in begun)
    )
    return tuple(rows)


def quota_rows(tx: Reading, *, rep_id: int | None, quarter: Period) -> tuple[RowBehind, ...]:
    """The won deals that count towards the quotas of a quarter, the latest first."""
    day = min(tx.today, quarter.last_day)
    periods = {rep: each.period for rep, each in attained(tx, quarter=quarter, day=day).items()}
    rows = tx.connection.execute(WON, {"rep_id": rep_id, "day": day})
    return tuple(_deal(row) for row in rows if Period(row.starts_on, row.ends_on) == periods[row.rep_id])


def goal_rows(tx: Reading, *, rep_id: int | None, standing: GoalStanding) -> tuple[RowBehind, ...]:
    """The goals that stand so, the ones due soonest first."""
    return tuple(_goal(goal) for goal in team_goals(tx) if goal.standing is standing and rep_id in {None, goal.rep_id})


def next_step_rows(tx: Reading, *, rep_id: int | None) -> tuple[RowBehind, ...]:
    """Open commitments, the ones due soonest first."""
    return tuple(_commitment(row) for row in tx.connection.execute(OPEN_STEPS, {"rep_id": rep_id}))


def _talks(tx: Reading, statement: Select[*tuple[Any, ...]], which: dict[str, object]) -> tuple[RowBehind, ...]:
    return tuple(_talk(row) for row in tx.connection.execute(statement, which))


def _talk(row: AnyRow) -> RowBehind:
    return RowBehind(
        of=RowOf.CONVERSATION,
        key=row.id,
        rep_id=row.rep_id,
        rep=row.rep,
        on=row.held_on,
        what=row.kind.label,
        about=shown_line(row),
        private=row.private,
        minutes=row.minutes,
    )


def _time(piece: Work, rep_id: int) -> RowBehind:
    return RowBehind(
        of=RowOf.CONVERSATION if piece.source is Source.CONVERSATION else RowOf.TIME,
        key=piece.key,
        rep_id=rep_id,
        rep=piece.rep,
        on=piece.day,
        what=piece.called,
        about=piece.title,
        private=piece.private,
        minutes=piece.counted,
    )


def _deal(row: AnyRow) -> RowBehind:
    money = Money(row.amount, row.currency)
    return RowBehind(RowOf.DEAL, row.id, row.rep_id, row.rep, row.closed_on, "", row.name, money=money)


def _goal(goal: TeamGoal) -> RowBehind:
    on = goal.ended_on or goal.due_on
    return RowBehind(RowOf.GOAL, goal.goal_id, goal.rep_id, goal.rep, on, goal.standing.value, goal.title)


def _commitment(row: AnyRow) -> RowBehind:
    owner = first_name(row.rep) if row.owner is Side.REP else "you"
    return RowBehind(RowOf.COMMITMENT, row.id, row.rep_id, row.rep, row.due_on, owner, row.text)
