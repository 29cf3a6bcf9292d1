"""The skill a conversation is about, as the rep and the manager see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Conversation, Goal, Rating, Skill
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.conversation import Side
from coachjournal.rules.goal import GoalStatus


@dataclass(frozen=True, slots=True)
class LevelSeen:
    """The level one side noted in this conversation, and the one before it."""

    level: float | None
    before: float | None
    before_on: date | None


@dataclass(frozen=True, slots=True)
class SkillInTalk:
    """A skill and what its levels look like, from 1 to 5; "" where that is not written."""

    skill_id: int
    name: str
    levels: tuple[str, ...]
    by_rep: LevelSeen
    by_manager: LevelSeen


SKILL = (Skill.id, Skill.name, Skill.level_1, Skill.level_2, Skill.level_3, Skill.level_4, Skill.level_5)
FOCUS = (
    select(*SKILL)
    .join(Conversation, Conversation.focus_skill_id == Skill.id)
    .where(Conversation.id == bindparam("conversation_id"))
)
OF_GOAL = (
    select(*SKILL)
    .join(Goal, Goal.skill_id == Skill.id)
    .where(Goal.rep_id == bindparam("rep_id"), Goal.status == GoalStatus.ACTIVE)
    .order_by(Goal.due_on, Goal.id)
    .limit(1)
)
OF_SIDE = (
    Rating.rep_id == bindparam("rep_id"),
    Rating.skill_id == bindparam("skill_id"),
    Rating.side == bindparam("side"),
)
LATEST = select(Rating.level, Rating.rated_on).order_by(Rating.rated_on.desc(), Rating.id.desc()).limit(1)
HERE = LATEST.where(*OF_SIDE, Rating.conversation_id == bindparam("conversation_id"))
BEFORE = LATEST.where(
    *OF_SIDE,
    Rating.rated_on <= bindparam("until"),
    Rating.conversation_id.is_distinct_from(bindparam("conversation_id")),
)


def skill_in_talk(tx: Reading, *, rep_id: int, conversation_id: int, held_on: date) -> SkillInTalk | None:
    """The focus skill of a conversation, else that of the rep's active goal; None where neither is one."""
    this = {"rep_id": rep_id, "conversation_id": conversation_id}
    row = _first(tx, FOCUS, this) or _first(tx, OF_GOAL, this)
    if row is None:
        return None
    which = {**this, "skill_id": row.id, "until": held_on}
    return SkillInTalk(row.id, row.name, tuple(row[2:]), _seen(tx, which, Side.REP), _seen(tx, which, Side.MANAGER))


def _first(tx: Reading, statement: Select[*tuple[Any, ...]], which: Mapping[str, object]) -> AnyRow | None:
    return tx.connection.execute(statement, which).one_or_none()


def _seen(tx: Reading, which: Mapping[str, object], side: Side) -> LevelSeen:
    here = _first(tx, HERE, {**which, "side": side})
    before = _first(tx, BEFORE, {**which, "side": side})
    return LevelSeen(
        here.level if here else None, before.level if before else None, before.rated_on if before else None
    )
