"""Coaching actions, and how far a signal has come: seen, acted on, held, looked at again, closed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coachjournal.rules.conversation import ConversationKind


class ActionKind(StrEnum):
    """What is done about a signal."""

    CONVERSATION = "conversation"
    PRACTICE = "practice"
    RIDE_ALONG = "ride_along"
    PEER = "peer"
    RECOGNISE = "recognise"


class SignalState(StrEnum):
    """How far a signal has come. The file keeps what the manager decided; held and looked at again follow from the
    actions.
    """

    SEEN = "seen"
    ACTED_ON = "acted_on"
    HELD = "held"
    LOOKED_AGAIN = "looked_again"
    NOT_NOW = "not_now"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CoachingStep:
    """A coaching action as everybody shows it: planned (hollow) until `held_on` says that it took place (filled)."""

    action_id: int
    signal_id: int | None
    rep_id: int
    rep: str
    kind: ActionKind
    conversation_kind: ConversationKind | None
    text: str
    planned_on: date
    held_on: date | None
    conversation_id: int | None
    look_again_on: date | None
    looked_on: date | None
    peer: str = ""
