"""Days, numbers and money are written as the reader's country writes them."""

from datetime import date

import pytest

from coachjournal.documents.localised import Localised
from coachjournal.rules.goal import Measure

DAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("locale", "day"),
    [
        ("en_GB", "2 November 2026"),
        ("en_US", "November 2, 2026"),
        ("de-DE", "2. November 2026"),
        ("C", "2 November 2026"),
    ],
)
def test_a_day_is_written_in_full(locale: str, day: str) -> None:
    assert Localised.named(locale).day(DAY) == day


def test_a_day_that_is_not_known_is_left_blank() -> None:
    assert Localised.named("en_GB").day(None) == ""
    assert Localised.named("en_GB").short_day(None) == ""


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2026, 10, 1), date(2027, 1, 1), "October to December 2026"),
        (date(2026, 11, 1), date(2026, 12, 1), "November 2026"),
        (date(2026, 12, 1), date(2027, 3, 1), "December 2026 to February 2027"),
        (date(2026, 10, 5), date(2027, 1, 1), "5 October 2026 to 31 December 2026"),
    ],
)
def test_a_period_is_told_by_its_months_where_it_is_made_of_them(start: date, end: date, words: str) -> None:
    assert Localised.named("en_GB").period(start, end) == words


@pytest.mark.parametrize(
    ("locale", "value", "measure", "unit", "words"),
    [
        ("en_GB", 4, Measure.LEVEL, "", "4.0"),
        ("de_DE", 3.9, Measure.LEVEL, "", "3,9"),
        ("en_GB", 27, Measure.PERCENT, "", "27%"),
        ("de_DE", 26.7, Measure.PERCENT, "", "26,7\xa0%"),
        ("en_GB", 1_250_000_00, Measure.MONEY, "EUR", "€1,250,000"),
        ("de_DE", 1_250_050, Measure.MONEY, "EUR", "12.500,50\xa0€"),
        ("en_GB", 12_000, Measure.MONEY, "JPY", "JP¥12,000"),
        ("en_GB", 12_500, Measure.MONEY, "KWD", "KWD\xa012.500"),
        ("en_GB", 6, Measure.PER_WEEK, "meetings", "6"),
        ("fr_FR", 1234.5, Measure.NUMBER, "calls", "1\u202f234,5"),
        ("en_GB", None, Measure.NUMBER, "calls", ""),
    ],
)
def test_a_value_is_written_in_its_measure(
    locale: str, value: float | None, measure: Measure, unit: str, words: str
) -> None:
    assert Localised.named(locale).value(value, measure, unit) == words


@pytest.mark.parametrize(
    ("minutes", "words"), [(45, "45 min"), (480, "8 h"), (135, "2 h 15"), (61, "1 h 01"), (0, "0 min")]
)
def test_minutes_are_told_as_hours(minutes: int, words: str) -> None:
    assert Localised.named("en_GB").hours(minutes) == words


def test_paper_is_what_the_printer_holds() -> None:
    assert Localised.named("en_US").paper == "us-letter"
    assert Localised.named("en_GB").paper == "a4"
