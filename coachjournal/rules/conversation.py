"""Conversations: their kinds, who takes part, and whose idea the next step was."""

from enum import StrEnum


class ConversationKind(StrEnum):
    """The seven kinds of coaching conversation."""

    ONE_ON_ONE = "one_on_one"
    RIDE_ALONG = "ride_along"
    DEAL_REVIEW = "deal_review"
    CALL_REVIEW = "call_review"
    PIPELINE_REVIEW = "pipeline_review"
    PRACTICE = "practice"
    IN_PASSING = "in_passing"

    @property
    def label(self) -> str:
        """The kind as it is written in the window and in documents."""
        return _TITLES[self]


_TITLES = {
    ConversationKind.ONE_ON_ONE: "One-on-one",
    ConversationKind.RIDE_ALONG: "Ride-along",
    ConversationKind.DEAL_REVIEW: "Deal review",
    ConversationKind.CALL_REVIEW: "Call review",
    ConversationKind.PIPELINE_REVIEW: "Pipeline review",
    ConversationKind.PRACTICE: "Practice",
    ConversationKind.IN_PASSING: "In passing",
}


class ConversationStatus(StrEnum):
    """Whether a conversation is still ahead, took place, or was called off."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Side(StrEnum):
    """One of the two people in a conversation: owner of a commitment, author of a rating."""

    REP = "rep"
    MANAGER = "manager"


class Idea(StrEnum):
    """Whose idea the next step was."""

    REP = "rep"
    TOGETHER = "together"
    MANAGER = "manager"


class CallRole(StrEnum):
    """What the manager did in a field call."""

    OBSERVE = "observe"
    JOINT = "joint"
    DEMONSTRATE = "demonstrate"
