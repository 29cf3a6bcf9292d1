"""What was seen in a conversation outside of any customer call, and the skill it was about."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, select

from coachjournal.journal import Reading
from coachjournal.model import Conversation, Observation, Skill
from coachjournal.rules.conversation import ConversationStatus


@dataclass(frozen=True, slots=True)
class SeenHere:
    """One observation as it can be changed."""

    observation_id: int
    situation: str
    behaviour: str
    impact: str
    private: bool


@dataclass(frozen=True, slots=True)
class TriedSkill:
    """The skill of a conversation, and how often one of its kind was about it by then, this one included."""

    name: str
    times: int
    since: date


@dataclass(frozen=True, slots=True)
class SeenInTalk:
    """What the sheet shows."""

    observations: tuple[SeenHere, ...]
    skill: TriedSkill | None


OBSERVATIONS = (
    select(Observation.id, Observation.situation, Observation.behaviour, Observation.impact, Observation.private)
    .where(Observation.conversation_id == bindparam("conversation_id"), Observation.field_call_id.is_(None))
    .order_by(Observation.id)
)
THIS = select(Conversation).where(Conversation.id == bindparam("conversation_id")).subquery()
TRIED = (
    select(Skill.name, func.count(), func.min(Conversation.held_on))
    .join(Conversation, Conversation.focus_skill_id == Skill.id)
    .join(
        THIS,
        (THIS.c.focus_skill_id == Skill.id)
        & (THIS.c.rep_id == Conversation.rep_id)
        & (THIS.c.kind == Conversation.kind),
    )
    .where(Conversation.status == ConversationStatus.HELD, Conversation.held_on <= THIS.c.held_on)
    .group_by(Skill.id)
)
FOCUS = (
    select(Skill.name, Conversation.held_on)
    .join(Conversation, Conversation.focus_skill_id == Skill.id)
    .where(Conversation.id == bindparam("conversation_id"))
)


def seen_in_talk(tx: Reading, *, conversation_id: int) -> SeenInTalk:
    """Observations in the order in which they were written."""
    this = {"conversation_id": conversation_id}
    observations = tuple(SeenHere(*row) for row in tx.connection.execute(OBSERVATIONS, this))
    tried = tx.connection.execute(TRIED, this).one_or_none()
    focus = tx.connection.execute(FOCUS, this).one_or_none()
    if tried is not None:
        return SeenInTalk(observations, TriedSkill(*tried))
    return SeenInTalk(observations, None if focus is None else TriedSkill(focus.name, 0, focus.held_on))
