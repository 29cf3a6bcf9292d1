"""When a number is looked at again after coaching, and which rules the coaching itself answers."""

from datetime import date, timedelta

from coachjournal.rules.signals.finding import Rule

USUAL = timedelta(days=30)
"""In a month something has happened that can be counted, and what was practised is still remembered."""
BY_RULE = {
    Rule.STALLED_DEAL: timedelta(days=14),  # a deal that has not moved two weeks after its review is stalled again
    Rule.SKILL_FLAT: timedelta(days=60),  # the rule looks at sixty days of ratings
}
ANSWERED_BY_COACHING = frozenset({Rule.NOT_COACHED, Rule.NO_FIELD_TIME})
"""What they miss is coaching: once it is held nothing is left to look at, and missing again is a new signal."""
QUIET = timedelta(days=30)
"""How long a closed signal rests, unless told otherwise."""
RECOGNISED_QUIET = timedelta(days=90)
"""A strength that was recognised is told again next quarter at the soonest."""


def look_again_after(planned_on: date, rule: Rule | None) -> date | None:
    """The day on which to look again at what was coached on a day; None where there is nothing to look at."""
    if rule is None or rule.is_strength or rule in ANSWERED_BY_COACHING:
        return None
    return planned_on + BY_RULE.get(rule, USUAL)
