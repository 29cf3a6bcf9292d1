import pytest

from coachjournal.errors import Rejected
from coachjournal.rules.goal import Measure
from coachjournal.rules.goal_values import format_value, parse_value, typed_value, value_of_target


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


@pytest.mark.parametrize(
    ("value", "measure", "unit", "locale"),
    [
        (3.9, Measure.LEVEL, "", "en_GB"),
        (27.5, Measure.PERCENT, "", "de_DE"),
        (1_234_56.0, Measure.MONEY, "EUR", "fr_FR"),
        (12_000_000.0, Measure.MONEY, "EUR", "en_GB"),
        (1250.5, Measure.NUMBER, "days", "en_GB"),
        (-3.0, Measure.PER_WEEK, "", "en_GB"),
    ],
)
def test_what_stands_in_a_field_reads_back_as_the_same_value(
    value: float, measure: Measure, unit: str, locale: str
) -> None:
    assert parse_value(typed_value(value, measure, unit, locale), "value", measure, unit, locale) == value


@pytest.mark.parametrize("text", ["", "four", "3.9.1", "%", "1,2"])
def test_what_is_no_number_is_refused_beside_its_field(text: str) -> None:
    with pytest.raises(Rejected) as refused:
        parse_value(text, "target", Measure.LEVEL)
    assert refused.value.field == "target"
