"""Development plans: the kinds of action that develop somebody, and when a plan is looked at again."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from coachjournal.rules.absence import day_after
from coachjournal.rules.cadence import Cadence
from coachjournal.rules.period import Period

SOON_DAYS = 14
"""How long before its day a review is told as due: time enough to find an hour for it."""


class ActionKind(StrEnum):
    """Where an action of a plan teaches: in the work itself, from others, or in a course."""

    ON_THE_JOB = "on_the_job"
    FROM_OTHERS = "from_others"
    COURSE = "course"

    @property
    def label(self) -> str:
        """The kind as it is written in the window and in documents."""
        return self.value.replace("_", " ").capitalize()


class PlanStanding(StrEnum):
    """How a rep's plan stands today."""

    NONE = "none"
    NOT_AGREED = "not_agreed"
    IN_PLACE = "in_place"
    REVIEW_DUE = "review_due"
    REVIEW_LATE = "review_late"


def review_day(agreed_on: date, next_review_on: date | None, cadence: Cadence, away: Iterable[Period] = ()) -> date:
    """The day that was set for the next look at a plan, else the cadence's target days after it was agreed; days on
    which the rep or the manager is `away` are not among them.
    """
    return next_review_on or day_after(agreed_on, cadence.target_days, away)


def plan_standing(review_on: date | None, today: date) -> PlanStanding:
    """How an existing plan stands; `review_on` is None while it is not agreed."""
    if review_on is None:
        return PlanStanding.NOT_AGREED
    if review_on < today:
        return PlanStanding.REVIEW_LATE
    return PlanStanding.REVIEW_DUE if (review_on - today).days <= SOON_DAYS else PlanStanding.IN_PLACE
