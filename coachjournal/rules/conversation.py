"""Conversations: their kinds, who takes part, and whose idea the next step was."""

import re
from enum import StrEnum

from coachjournal.rules.heading import heading_mark, heading_words
from coachjournal.rules.time_entry import TimeCategory


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
        return _LABELS[self]

    @property
    def spoken(self) -> str:
        """The kind inside a sentence: "a one-on-one"."""
        return _SPOKEN[self]

    @property
    def category(self) -> TimeCategory:
        """What a conversation of this kind is in the manager's hours: always time with my people."""
        return _CATEGORIES[self]

    @property
    def usual_minutes(self) -> int:
        """How long one takes as a rule: what the editor starts with."""
        return _USUAL_MINUTES[self]


_LABELS = {
    ConversationKind.ONE_ON_ONE: "One-on-one",
    ConversationKind.RIDE_ALONG: "Ride-along",
    ConversationKind.DEAL_REVIEW: "Deal review",
    ConversationKind.CALL_REVIEW: "Call review",
    ConversationKind.PIPELINE_REVIEW: "Pipeline review",
    ConversationKind.PRACTICE: "Practice",
    ConversationKind.IN_PASSING: "In passing",
}

_SPOKEN = {
    ConversationKind.ONE_ON_ONE: "a one-on-one",
    ConversationKind.RIDE_ALONG: "a ride-along",
    ConversationKind.DEAL_REVIEW: "a deal review",
    ConversationKind.CALL_REVIEW: "a call review",
    ConversationKind.PIPELINE_REVIEW: "a pipeline review",
    ConversationKind.PRACTICE: "a practice",
    ConversationKind.IN_PASSING: "a word in passing",
}

# A pipeline review is deal strategy and no forecast meeting: it goes through the deals with the rep, for the rep.
# A talk in passing is a one-on-one in small.
_CATEGORIES = {
    ConversationKind.ONE_ON_ONE: TimeCategory.ONE_ON_ONE,
    ConversationKind.RIDE_ALONG: TimeCategory.FIELD_CALLS,
    ConversationKind.DEAL_REVIEW: TimeCategory.DEAL_STRATEGY,
    ConversationKind.CALL_REVIEW: TimeCategory.PRACTICE,
    ConversationKind.PIPELINE_REVIEW: TimeCategory.DEAL_STRATEGY,
    ConversationKind.PRACTICE: TimeCategory.PRACTICE,
    ConversationKind.IN_PASSING: TimeCategory.ONE_ON_ONE,
}

_USUAL_MINUTES = {
    ConversationKind.ONE_ON_ONE: 45,
    ConversationKind.RIDE_ALONG: 240,
    ConversationKind.DEAL_REVIEW: 45,
    ConversationKind.CALL_REVIEW: 30,
    ConversationKind.PIPELINE_REVIEW: 45,
    ConversationKind.PRACTICE: 30,
    ConversationKind.IN_PASSING: 5,
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


_PLAIN = re.compile(r"[^\W\d_][^*_`~\[]*")
_MARKS_BEFORE = re.compile(r"^(?:\s|>|[-*+]\s|\d{1,3}[.)]\s|\[[ xX]\]\s)+")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_STRONG = re.compile(r"(?<!\w)(\*\*\*|\*\*|___|__|~~)(?=\S)(.*?)(?<=\S)\1(?!\w)")
_LIGHT = re.compile(r"(?<!\w)([*_`])(?=\S)(.*?)(?<=\S)\1(?!\w)")
_RULER = re.compile(r"^\s*([-*_=])(?:\s*\1){2,}\s*$")
_LONGEST_LINE = 500


def first_line(text: str) -> str:
    """The first line of a note in Markdown without its marks, for lists; "" of an empty note.

    Headings come from the template and are the same in every note, so they only serve when there is nothing else.
    """
    heading = ""
    for line in text.splitlines():
        words = without_marks(line[:_LONGEST_LINE])
        if words and not heading_mark(line):
            return words
        heading = heading or words
    return heading


def without_marks(line: str) -> str:
    """The words of a line in Markdown."""
    if _PLAIN.fullmatch(line):  # as nearly all are: found ten times sooner than that there are no marks to take off
        return line.rstrip()
    if _RULER.match(line):
        return ""
    title = heading_words(line)
    line = _MARKS_BEFORE.sub("", line) if title is None else title
    return _LIGHT.sub(r"\2", _STRONG.sub(r"\2", _LINK.sub(r"\1", line))).strip()
