"""Coaching actions: planned for a day, held, and the number looked at again."""

from datetime import date
from typing import Unpack

from coachjournal.commands.coaching_conversation import (
    MeetingTime,
    begin_for,
    has_other_use,
    into_the_diary,
    is_held,
    meeting_of,
)
from coachjournal.commands.occurrence import follow_conversation
from coachjournal.commands.records import found, not_ahead, rep_name
from coachjournal.commands.taking_place import takes_place
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import CoachingAction, Conversation, Signal
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from coachjournal.rules.signals.evidence import evidence_of, kept_number
from coachjournal.rules.signals.finding import Number, Rule, Subject
from coachjournal.rules.signals.looking_again import look_again_after

IN_THE_PAST = "Coaching is planned for today or a later day."
NO_PEER = "Say who shows how it is done."
OWN_PEER = "A peer is somebody else on the team."
TOO_SOON = "The number is looked at again after the coaching."
TOOK_PLACE = "This took place, or has been begun."


class ActionFields(MeetingTime, total=False):
    """What else can be said about coaching that is planned. With `starts_at` it is put into the diary."""

    conversation_kind: ConversationKind | None
    text: str
    peer_id: int | None
    look_again_on: date | None


def plan_action(
    tx: Writing,
    *,
    rep_id: int,
    kind: ActionKind,
    planned_on: date,
    signal_id: int | None = None,
    **fields: Unpack[ActionFields],
) -> int:
    """Plan coaching for a day, about a signal or without one. Returns the action's key.

    Without a time it is held in what is planned of its kind for that day, if there is something.
    """
    rep_name(tx, rep_id)
    about = None if signal_id is None else found(tx, Signal, signal_id)
    action = CoachingAction(
        signal_id=signal_id,
        rep_id=rep_id,
        kind=kind,
        conversation_kind=_in_the_diary(kind, fields.get("conversation_kind")),
        peer_id=_peer(kind, rep_id, fields.get("peer_id")),
        text=fields.get("text", "").strip(),
        planned_on=_from_today_on(tx, planned_on),
        look_again_on=_look_again(planned_on, fields.get("look_again_on"), about),
    )
    if action.conversation_kind:
        into_the_diary(tx, action, about, **_time(fields))
    tx.session.add(action)
    tx.session.flush()
    tx.say(f"Planned {_what(tx, action)}.")
    return action.id


def move_action(tx: Writing, *, action_id: int, planned_on: date, **time: Unpack[MeetingTime]) -> None:
    """Move what is planned to another day; its meeting moves along, and so does looking again."""
    action = _planned(tx, action_id)
    days = _from_today_on(tx, planned_on) - action.planned_on
    action.planned_on = planned_on
    if action.look_again_on is not None:
        action.look_again_on += days
    meeting = meeting_of(tx, action)
    if meeting is not None:
        before, meeting.held_on = meeting.held_on, planned_on
        meeting.starts_at, meeting.zone = time.get("starts_at"), time.get("zone", "")
        follow_conversation(tx, meeting, before)
    elif action.conversation_kind:
        into_the_diary(tx, action, _about(tx, action), **time)
    tx.say(f"Moved {_what(tx, action)}.")


def drop_action(tx: Writing, *, action_id: int) -> None:
    """Take back what was planned, and its meeting if that was for nothing else and nothing was prepared for it."""
    action = _planned(tx, action_id)
    what, meeting = _what(tx, action), meeting_of(tx, action)
    tx.session.delete(action)
    tx.session.flush()
    if meeting is not None and not has_other_use(tx, meeting):
        tx.session.delete(meeting)
    tx.say(f"Dropped {what}.")


def hold_action(
    tx: Writing, *, action_id: int, held_on: date | None = None, conversation_id: int | None = None
) -> None:
    """It took place: today unless told otherwise, or in the conversation that is named."""
    action = _planned(tx, action_id)
    day = not_ahead(tx, held_on or tx.today, "held_on", "Coaching that took place")
    meeting = meeting_of(tx, action)
    if conversation_id is not None:
        action.conversation_id = _with_the_rep(tx, action, conversation_id)
    elif meeting is not None:
        before, meeting.held_on = meeting.held_on, day
        if day != before:
            meeting.starts_at, meeting.zone = None, ""  # nobody said at which hour of that day
        follow_conversation(tx, meeting, before)
        takes_place(tx, meeting.id)
    else:
        action.held_on = day
    tx.say(f"Held {_what(tx, action)}.")


def begin_action(tx: Writing, *, action_id: int) -> int:
    """Make it into its conversation, today, and answer the conversation's key, whose page opens.

    One that is planned is taken up, one that was begun is gone on with. It knows the skill and the deal of the signal.
    """
    action = found(tx, CoachingAction, action_id)
    if not action.conversation_kind:
        raise Rejected("This is held without a conversation. Say when it took place.")
    if action.conversation_id is not None and is_held(tx, action):
        return action.conversation_id
    action.conversation_id = begin_for(tx, action, _about(tx, action)).id
    tx.say(f"Began {_what(tx, action)}.")
    return action.conversation_id


def look_again(tx: Writing, *, action_id: int, now: Number | None = None) -> None:
    """The number was looked at again: keep what it was and what it is (`OpenSignal.effect.now`)."""
    action = found(tx, CoachingAction, action_id)
    if not is_held(tx, action):
        raise Rejected("This was not held yet, so there is nothing to look at.")
    about = _about(tx, action)
    if about is not None:
        then = evidence_of(about.evidence, Rule(about.rule), Subject(about.rep_id)).finding.number
        action.value_then = kept_number(then)
    action.value_now, action.looked_on = kept_number(now), tx.today
    tx.say(f"Looked again at {_what(tx, action)}.")


def look_later(tx: Writing, *, action_id: int, look_again_on: date) -> None:
    """Look at the number on another day: it is too early, or there is a better time to ask."""
    action = found(tx, CoachingAction, action_id)
    if look_again_on <= max(action.planned_on, tx.today):
        raise Rejected("Choose a day that lies ahead.", field="look_again_on")
    action.look_again_on, action.looked_on = look_again_on, None
    tx.say(f"Put off looking again at {_what(tx, action)}.")


def _time(fields: ActionFields) -> MeetingTime:
    time: MeetingTime = {"starts_at": fields.get("starts_at"), "zone": fields.get("zone", "")}
    if "minutes" in fields:
        time["minutes"] = fields["minutes"]
    return time


def _in_the_diary(kind: ActionKind, told: ConversationKind | None) -> str:
    """What it is in the diary: only a conversation may be of any kind."""
    usual = kind.conversation_kind
    return (told or usual or "") if kind is ActionKind.CONVERSATION else (usual or "")


def _peer(kind: ActionKind, rep_id: int, peer_id: int | None) -> int | None:
    if kind is not ActionKind.PEER:
        return None
    if peer_id is None:
        raise Rejected(NO_PEER, field="peer_id")
    if peer_id == rep_id:
        raise Rejected(OWN_PEER, field="peer_id")
    return peer_id


def _look_again(planned_on: date, told: date | None, about: Signal | None) -> date | None:
    if told is not None and told <= planned_on:
        raise Rejected(TOO_SOON, field="look_again_on")
    return told or look_again_after(planned_on, Rule(about.rule) if about else None)


def _from_today_on(tx: Writing, planned_on: date) -> date:
    if planned_on < tx.today:
        raise Rejected(IN_THE_PAST, field="planned_on")
    return planned_on


def _planned(tx: Writing, action_id: int) -> CoachingAction:
    action = found(tx, CoachingAction, action_id)
    if is_held(tx, action):
        raise Rejected(TOOK_PLACE)
    return action


def _about(tx: Writing, action: CoachingAction) -> Signal | None:
    return None if action.signal_id is None else tx.session.get(Signal, action.signal_id)


def _with_the_rep(tx: Writing, action: CoachingAction, conversation_id: int) -> int:
    conversation = found(tx, Conversation, conversation_id)
    if conversation.rep_id != action.rep_id or conversation.status is not ConversationStatus.HELD:
        raise Rejected("That is no conversation with this rep that took place.", field="conversation_id")
    return conversation_id


def _what(tx: Writing, action: CoachingAction) -> str:
    """The action inside a sentence: "a practice with Dana Reyes"."""
    name = rep_name(tx, action.rep_id)
    if action.conversation_kind:
        return f"{ConversationKind(action.conversation_kind).spoken} with {name}"
    if action.kind == ActionKind.RECOGNISE:
        return f"recognition for {name}"
    return f"{rep_name(tx, action.peer_id)} showing {name} how" if action.peer_id else f"a peer showing {name} how"
