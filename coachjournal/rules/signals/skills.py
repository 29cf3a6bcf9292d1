"""Skills that stay where they are."""

from collections.abc import Iterator, Sequence

from coachjournal.rules.signals.finding import Finding, Number, Rows, RowsOf, Rule, Subject, Unit
from coachjournal.rules.signals.limits import Limit
from coachjournal.rules.signals.records import Rated, RepRecords
from coachjournal.rules.signals.yardstick import Yardstick


def skill_flat(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """The manager's last ratings of a skill, three at least, are one level, over 60 days or more."""
    for skill_id, ratings in rep.ratings.items():
        flat = _at_one_level(ratings)
        days = (flat[-1].on - flat[0].on).days
        enough = len(flat) >= by.limits.count(Limit.FLAT_RATINGS) and days >= by.limits.count(Limit.FLAT_DAYS)
        if enough and flat[-1].level < by.limits.number(Limit.FLAT_BELOW):
            yield Finding(
                Rule.SKILL_FLAT,
                Subject(rep.rep_id, skill_id=skill_id),
                Number(flat[-1].level, Unit.LEVEL, len(flat)),
                Rows(RowsOf.RATINGS, tuple(rating.rating_id for rating in flat)),
                by.skills.get(skill_id, ""),
                {"days": days, "since": flat[0].on.isoformat()},
            )


def _at_one_level(ratings: Sequence[Rated]) -> Sequence[Rated]:
    """The last of the ratings (oldest first) that are all at the same level."""
    start = len(ratings) - 1
    while start > 0 and ratings[start - 1].level == ratings[-1].level:
        start -= 1
    return ratings[start:]
