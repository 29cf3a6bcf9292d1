"""The steps on the way to a goal, in words."""

from collections.abc import Sequence

from coachjournal.queries.milestones import Step
from ui.locale import Locale


def next_step_words(steps: Sequence[Step], locale: Locale) -> str:
    """The first step that is still to do, and how many there are: "Asks why twice, by 1 Dec (1 of 3)"."""
    if not steps:
        return ""
    to_do = [step for step in steps if step.done_on is None]
    if not to_do:
        return f"all {len(steps)} reached" if len(steps) > 1 else "reached"
    day = f", by {locale.day(to_do[0].due_on)}" if to_do[0].due_on else ""
    many = f" ({len(steps) - len(to_do)} of {len(steps)})" if len(steps) > 1 else ""
    return f"{to_do[0].text}{day}{many}"
