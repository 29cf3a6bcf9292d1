"""Cadences: how often a rep should be coached, and how they stand against it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from coachjournal.rules.absence import day_after, days_here
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period

_ONE_DAY = timedelta(days=1)
LOOK_BACK = timedelta(days=730)
"""Beyond two years "when was the last" is no longer a question for a morning."""


class CadenceKind(StrEnum):
    """What a cadence is counted for."""

    ONE_ON_ONE = "one_on_one"
    ANY_COACHING = "any_coaching"
    JOINT_CALL = "joint_call"
    DEAL_REVIEW = "deal_review"
    PLAN = "plan"

    @property
    def reset_by(self) -> frozenset[ConversationKind]:
        """The kinds of conversation that start the count anew. A plan is reset by a plan, not by a conversation."""
        return _RESET_BY[self]

    @property
    def resets(self) -> str:
        """What starts the count anew, as a sentence."""
        return _RESETS[self]

    @property
    def label(self) -> str:
        """What it counts, as a heading: "One-on-one"."""
        return _LABELS[self]

    @property
    def missing(self) -> str:
        """What has not happened, after the word "without": "8 weeks without a ride-along"."""
        return _MISSING[self]


class Standing(StrEnum):
    """How a rep stands against a cadence."""

    ON_TIME = "on_time"
    DUE = "due"
    OVERDUE = "overdue"

    @property
    def label(self) -> str:
        """The standing as it is written: "on time"."""
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often: past `target_days` it is due (amber), past `limit_days` overdue (red). Calendar days, nobody away."""

    target_days: int
    limit_days: int


DEFAULT_CADENCES = {
    CadenceKind.ONE_ON_ONE: Cadence(7, 14),
    CadenceKind.ANY_COACHING: Cadence(5, 10),
    CadenceKind.JOINT_CALL: Cadence(30, 60),
    CadenceKind.DEAL_REVIEW: Cadence(14, 28),
    CadenceKind.PLAN: Cadence(90, 120),
}

_RESET_BY = {
    CadenceKind.ONE_ON_ONE: frozenset({ConversationKind.ONE_ON_ONE}),
    CadenceKind.ANY_COACHING: frozenset(ConversationKind),
    CadenceKind.JOINT_CALL: frozenset({ConversationKind.RIDE_ALONG}),
    CadenceKind.DEAL_REVIEW: frozenset({ConversationKind.DEAL_REVIEW}),
    CadenceKind.PLAN: frozenset[ConversationKind](),
}

_LABELS = {
    CadenceKind.ONE_ON_ONE: "One-on-one",
    CadenceKind.ANY_COACHING: "Any coaching",
    CadenceKind.JOINT_CALL: "Ride-along",
    CadenceKind.DEAL_REVIEW: "Deal review",
    CadenceKind.PLAN: "Development plan",
}

_RESETS = {
    CadenceKind.ONE_ON_ONE: "Any one-on-one starts the count anew.",
    CadenceKind.ANY_COACHING: "Any conversation starts it anew, five minutes in the corridor too.",
    CadenceKind.JOINT_CALL: "Any day in the field starts it anew.",
    CadenceKind.DEAL_REVIEW: "Any deal review starts it anew. It is not due while no deal is open.",
    CadenceKind.PLAN: "A plan that is agreed starts it anew.",
}

_MISSING = {
    CadenceKind.ONE_ON_ONE: "a one-on-one",
    CadenceKind.ANY_COACHING: "coaching",
    CadenceKind.JOINT_CALL: "a ride-along",
    CadenceKind.DEAL_REVIEW: "a deal review",
    CadenceKind.PLAN: "a plan",
}


def days_since(last_on: date | None, since: date, today: date, away: Iterable[Period] = ()) -> int:
    """Days since the last conversation that counts; for a rep never coached, since they came to the manager.

    Days on which the rep or the manager is away are not counted; `away` as `rules.absence.joined` gives them.
    """
    last = last_on or since
    if last >= today:
        return (today - last).days
    return days_here(Period(last + _ONE_DAY, today + _ONE_DAY), away)


def due_on(last: date, cadence: Cadence, away: Iterable[Period] = ()) -> date:
    """The first day on which it is due, while nothing happens after `last`."""
    return day_after(last, cadence.target_days + 1, away)


def standing(days: int, cadence: Cadence) -> Standing:
    """How a rep stands after so many days (see `days_since`): on the target day on time, on the limit day due."""
    if days > cadence.limit_days:
        return Standing.OVERDUE
    return Standing.DUE if days > cadence.target_days else Standing.ON_TIME


def gaps(
    held_on: Iterable[date], since: date, today: date, limit_days: int, away: Iterable[Period] = ()
) -> tuple[Period, ...]:
    """The stretches of days without a conversation that counts, each longer than the limit, in order.

    A stretch begins the day after a conversation, or after `since` (the day the rep came), and ends before the next
    one, or with today. It is listed exactly when the rep stood overdue at its end; no conversation lies within. It may
    hold days on which somebody is `away`, but those do not make it longer than the limit.
    """
    absences = tuple(away)
    days = [since, *sorted({day for day in held_on if since < day <= today}), today + _ONE_DAY]
    stretches = (Period(last + _ONE_DAY, following) for last, following in pairwise(days) if following > last)
    long = (stretch for stretch in stretches if stretch.days > limit_days)  # most are a few days: nothing to look up
    return tuple(stretch for stretch in long if days_here(stretch, absences) > limit_days)
