"""Observations: what was seen, told by situation, behaviour and impact."""

from datetime import date

from coachjournal.commands.records import filled, not_ahead, rep_name
from coachjournal.journal import Writing
from coachjournal.model import Observation

NO_BEHAVIOUR = "An observation says what the rep did."


def write_observation(
    tx: Writing,
    *,
    rep_id: int,
    behaviour: str,
    situation: str = "",
    impact: str = "",
    seen_on: date | None = None,
    skill_id: int | None = None,
    conversation_id: int | None = None,
    field_call_id: int | None = None,
    private: bool = False,
) -> int:
    """Write down what was seen of a rep. Returns the observation's key."""
    name = rep_name(tx, rep_id)
    observation = Observation(
        rep_id=rep_id,
        conversation_id=conversation_id,
        field_call_id=field_call_id,
        skill_id=skill_id,
        seen_on=not_ahead(tx, seen_on or tx.today, "seen_on", "What was seen"),
        situation=situation.strip(),
        behaviour=filled(behaviour, "behaviour", NO_BEHAVIOUR),
        impact=impact.strip(),
        private=private,
    )
    tx.session.add(observation)
    tx.session.flush()
    tx.say(f"Noted an observation of {name}.")
    return observation.id
