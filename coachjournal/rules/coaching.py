"""Coaching actions, and how far a signal has come: seen, acted on, held, looked at again, closed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.signals.finding import Number


class ActionKind(StrEnum):
    """What is done about a signal."""

    CONVERSATION = "conversation"
    PRACTICE = "practice"
    RIDE_ALONG = "ride_along"
    PEER = "peer"
    RECOGNISE = "recognise"

    @property
    def conversation_kind(self) -> ConversationKind | None:
        """What it is in the diary, unless told otherwise; None for what is held without a conversation."""
        return _IN_THE_DIARY.get(self)


_IN_THE_DIARY = {
    ActionKind.CONVERSATION: ConversationKind.ONE_ON_ONE,
    ActionKind.PRACTICE: ConversationKind.PRACTICE,
    ActionKind.RIDE_ALONG: ConversationKind.RIDE_ALONG,
}


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
    then: Number | None = None
    """What was measured when it was decided on, kept when the number was looked at again."""
    now: Number | None = None
    """What was measured then; None where it was too early to tell."""

    @property
    def title(self) -> str:
        """What it is, as it stands in a list: "Deal review", "Tom Moyo shows how", "Recognition"."""
        if self.conversation_kind is not None:
            return self.conversation_kind.label
        return "Recognition" if self.kind is ActionKind.RECOGNISE else f"{self.peer or 'A peer'} shows how"

    def is_late(self, today: date) -> bool:
        """Whether its day went by without it."""
        return self.held_on is None and self.planned_on < today

    def is_to_look_at(self, today: date) -> bool:
        """Whether it was held, and the day has come on which its number is looked at again."""
        if self.held_on is None or self.look_again_on is None or self.looked_on is not None:
            return False
        return self.look_again_on <= today
