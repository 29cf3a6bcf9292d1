"""Observations: what was seen, told by situation, behaviour and impact."""

from dataclasses import asdict
from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import bindparam, select

from coachjournal.commands.records import filled, found, not_ahead, rep_name, write_over
from coachjournal.commands.taking_place import takes_place
from coachjournal.journal import Writing
from coachjournal.model import Conversation, FieldCall, Observation
from coachjournal.rules.observation import Seen

NO_BEHAVIOUR = "An observation says what the rep did."
IN_CALL = (
    select(Observation).where(Observation.field_call_id == bindparam("field_call_id")).order_by(Observation.id).limit(1)
)


class ObservationFields(TypedDict, total=False):
    """What can be changed about an observation."""

    situation: str
    behaviour: str
    impact: str
    skill_id: int | None
    private: bool


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
    takes_place(tx, conversation_id)
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


def edit_observation(tx: Writing, *, observation_id: int, **fields: Unpack[ObservationFields]) -> None:
    """Word an observation anew, or keep it private."""
    observation = found(tx, Observation, observation_id)
    if "behaviour" in fields:
        fields["behaviour"] = filled(fields["behaviour"], "behaviour", NO_BEHAVIOUR)
    write_over(observation, fields)
    tx.say(f"Changed an observation of {rep_name(tx, observation.rep_id)}.")


def delete_observation(tx: Writing, *, observation_id: int) -> None:
    """Delete an observation."""
    observation = found(tx, Observation, observation_id)
    tx.session.delete(observation)
    tx.say(f"Deleted an observation of {rep_name(tx, observation.rep_id)}.")


def seen_in_call(tx: Writing, call: FieldCall, day: Conversation, seen: Seen) -> None:
    """Let a call's observation say this: it is made with the first word and goes with the last."""
    there = tx.session.scalars(IN_CALL, {"field_call_id": call.id}).one_or_none()
    if seen.is_blank:
        if there is not None:
            tx.session.delete(there)
        return
    if there is None:
        there = Observation(
            rep_id=day.rep_id,
            conversation_id=day.id,
            field_call_id=call.id,
            skill_id=day.focus_skill_id,
            seen_on=min(day.held_on, tx.today),
        )
        tx.session.add(there)
    write_over(there, asdict(seen))
