"""Ratings of skills, by the manager or by the rep."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import bindparam, select

from coachjournal.commands.records import found, measured, not_ahead, rep_name
from coachjournal.commands.taking_place import takes_place
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Conversation, Rating, Skill
from coachjournal.rules.conversation import Side
from coachjournal.rules.goal import Measure
from coachjournal.rules.words import counted

MADE_IN = (
    select(Rating.id)
    .where(
        Rating.rep_id == bindparam("rep_id"),
        Rating.skill_id == bindparam("skill_id"),
        Rating.side == bindparam("side"),
        Rating.conversation_id == bindparam("conversation_id"),
    )
    .order_by(Rating.id.desc())
    .limit(1)
)

MADE_TODAY = select(Rating.skill_id, Rating.id).where(
    Rating.rep_id == bindparam("rep_id"),
    Rating.side == bindparam("side"),
    Rating.rated_on == bindparam("today"),
    Rating.conversation_id.is_(None),
)


def rate_skill(
    tx: Writing,
    *,
    rep_id: int,
    skill_id: int,
    level: float,
    side: Side = Side.MANAGER,
    rated_on: date | None = None,
    note: str = "",
    conversation_id: int | None = None,
) -> int:
    """Note at which level, 1 to 5, one side sees a skill. Returns the rating's key."""
    name, skill = rep_name(tx, rep_id), found(tx, Skill, skill_id)
    rating = Rating(
        rep_id=rep_id,
        skill_id=skill_id,
        side=side,
        level=measured(level, Measure.LEVEL, "level"),
        rated_on=not_ahead(tx, rated_on or tx.today, "rated_on", "A rating"),
        note=note,
        conversation_id=conversation_id,
    )
    tx.session.add(rating)
    tx.session.flush()
    tx.say(f"Rated {skill.name.lower()} of {name}.")
    return rating.id


def rate_skills(tx: Writing, *, rep_id: int, side: Side, levels: Mapping[int, float]) -> None:
    """Note how one side sees several skills today, by the skills' keys; once more on a day corrects it."""
    if not levels:
        raise Rejected("No skill has a level yet. 1 to 5 gives one.")
    name = rep_name(tx, rep_id)
    made = dict(tx.connection.execute(MADE_TODAY, {"rep_id": rep_id, "side": side, "today": tx.today}).all())
    for skill_id, level in levels.items():
        if skill_id in made:
            found(tx, Rating, made[skill_id]).level = measured(level, Measure.LEVEL, "level")
        else:
            rate_skill(tx, rep_id=rep_id, skill_id=skill_id, level=level, side=side)
    skills = counted(len(levels), "skill")
    tx.say(f"{name} rated {skills}." if side is Side.REP else f"Rated {skills} of {name}.")


def rate_during(tx: Writing, *, conversation_id: int, skill_id: int, level: float, side: Side) -> int:
    """Note in a conversation how one side sees a skill: once a side, so a second level takes the place of the first."""
    takes_place(tx, conversation_id)
    conversation = found(tx, Conversation, conversation_id)
    rep_id, day = conversation.rep_id, min(conversation.held_on, tx.today)
    which = {"rep_id": rep_id, "skill_id": skill_id, "side": side, "conversation_id": conversation_id}
    made = tx.connection.execute(MADE_IN, which).scalar_one_or_none()
    if made is None:
        return rate_skill(
            tx,
            rep_id=rep_id,
            skill_id=skill_id,
            level=level,
            side=side,
            rated_on=day,
            conversation_id=conversation_id,
        )
    rating = found(tx, Rating, made)
    rating.level, rating.rated_on = measured(level, Measure.LEVEL, "level"), day
    tx.say(f"Rated {found(tx, Skill, skill_id).name.lower()} of {rep_name(tx, rep_id)}.")
    return made


def take_back_rating(tx: Writing, *, conversation_id: int, skill_id: int, side: Side) -> None:
    """Say nothing about a skill in a conversation after all."""
    conversation = found(tx, Conversation, conversation_id)
    which = {"rep_id": conversation.rep_id, "skill_id": skill_id, "side": side, "conversation_id": conversation_id}
    made = tx.connection.execute(MADE_IN, which).scalar_one_or_none()
    if made is not None:
        tx.session.delete(found(tx, Rating, made))
        tx.say(f"Took back a rating of {found(tx, Skill, skill_id).name.lower()}.")
