"""Ratings of skills, by the manager or by the rep."""

from datetime import date

from coachjournal.commands.records import found, measured, not_ahead, rep_name
from coachjournal.journal import Writing
from coachjournal.model import Rating, Skill
from coachjournal.rules.conversation import Side
from coachjournal.rules.goal import Measure


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
