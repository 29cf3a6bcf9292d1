"""Words of days as other languages write them."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale

from coachjournal.clock import FixedClock
from coachjournal.rules.period import Period
from ui.locale import Locale


@pytest.mark.parametrize(("language", "shown"), [("en_GB", "24 Nov"), ("en_US", "24 Nov"), ("de_DE", "24 Nov")])
def test_a_day_ends_a_sentence_with_one_full_stop(language: str, shown: str) -> None:
    locale = Locale(FixedClock(datetime(2026, 11, 23, 12, tzinfo=UTC)), QLocale(language))
    assert locale.day(date(2026, 11, 24)) == shown


def test_a_period_is_told_by_its_first_and_last_day_and_a_single_day_once() -> None:
    locale = Locale(FixedClock(datetime(2026, 11, 23, 12, tzinfo=UTC)), QLocale("en_GB"))
    assert locale.days(Period(date(2026, 12, 14), date(2026, 12, 24))) == "14 Dec to 23 Dec"
    assert locale.days(Period(date(2026, 12, 24), date(2026, 12, 25))) == "24 Dec"


def test_a_short_day_has_no_full_stop_within() -> None:
    german = Locale(FixedClock(datetime(2026, 11, 23, 12, tzinfo=UTC)), QLocale("de_DE"))
    assert german.day(date(2027, 1, 3)) == "3 Jan 2027"
    assert german.weekday_and_day(date(2026, 11, 24)) == "Di 24 Nov"
