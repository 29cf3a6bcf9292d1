"""A goal that many tests need: a skill, to be seen at a higher level by a day."""

from datetime import date

from coachjournal.commands.goal import set_goal
from coachjournal.journal import Journal
from coachjournal.rules.goal import Measure

DISCOVERY = 2
"""The skill, as it ships."""


def set_discovery_goal(journal: Journal, rep_id: int, *, due_on: date) -> int:
    """From level 2.5 to 4."""
    return journal.do(
        set_goal,
        rep_id=rep_id,
        title="Discovery depth",
        skill_id=DISCOVERY,
        measure=Measure.LEVEL,
        baseline=2.5,
        target=4,
        due_on=due_on,
    )
