from datetime import date

import pytest

from coachjournal.rules.goal import Measure
from coachjournal.rules.spoken_milestone import SpokenMilestone, read_milestone

TODAY = date(2026, 11, 23)
FIRST = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("line", "text", "value", "due_on"),
    [
        ("asks why twice in a call", "Asks why twice in a call", None, None),
        ("Asks why twice, 3.0, by 1 December", "Asks why twice", 3.0, FIRST),
        ("Gets to 3 by 1 Dec", "Gets to 3", 3.0, FIRST),
        ("Asks why in 3 calls", "Asks why in 3 calls", None, None),
        ("Level 3,5", "Level 3,5", None, None),
        ("Holds it, for good", "Holds it, for good", None, None),
    ],
)
def test_a_line_says_the_step_its_value_and_its_day(
    line: str, text: str, value: float | None, due_on: date | None
) -> None:
    said = read_milestone(line, today=TODAY, measure=Measure.LEVEL)
    assert said == SpokenMilestone(text, value, due_on)


def test_an_empty_line_says_nothing() -> None:
    assert read_milestone("  ", today=TODAY, measure=Measure.LEVEL) is None
