import pytest

from coachjournal.rules.goal import Measure
from coachjournal.rules.goal_values import format_value, value_of_target


@pytest.mark.parametrize(
    ("value", "target", "measure", "unit", "words"),
    [
        (3.9, 4.0, Measure.LEVEL, "", "3.9 of 4.0"),
        (27.0, 32.0, Measure.PERCENT, "", "27% of 32%"),
        (6.0, 8.0, Measure.PER_WEEK, "meetings", "6 of 8"),
        (66.5, 60.0, Measure.NUMBER, "days", "66.5 of 60"),
        (12_000_000.0, 20_000_000.0, Measure.MONEY, "EUR", "€120k of €200k"),
    ],
)
def test_a_goal_says_where_it_is_and_where_it_leads(
    value: float, target: float, measure: Measure, unit: str, words: str
) -> None:
    assert value_of_target(value, target, measure, unit) == words


def test_values_follow_the_locale() -> None:
    assert format_value(3.9, "level", locale="de_DE") == "3,9"
