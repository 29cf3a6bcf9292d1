"""Days in words, in the language and the order of figures of the user."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.spoken_days import Towards, read_day
from tests.core.rules.naughty import NAUGHTY

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("today", "2026-11-24"),
        ("Tomorrow", "2026-11-25"),
        ("day after tomorrow", "2026-11-26"),
        ("Friday", "2026-11-27"),
        ("fri", "2026-11-27"),
        ("Fri.", "2026-11-27"),
        ("this Friday", "2026-11-27"),
        ("next Friday", "2026-12-04"),
        ("next week", "2026-12-04"),
        ("in two weeks", "2026-12-08"),
        ("in 10 days", "2026-12-04"),
        ("in a month", "2026-12-24"),
        ("end of the week", "2026-11-27"),
        ("end of month", "2026-11-30"),
        ("end of the quarter", "2026-12-31"),
        ("20 Nov 2026", "2026-11-20"),
        ("20th of November, 2026", "2026-11-20"),
        ("November 20 2026", "2026-11-20"),
        ("Friday 27 November", "2026-11-27"),
        ("20/11/26", "2026-11-20"),
        ("20.11.2026", "2026-11-20"),
        ("2026-11-20", "2026-11-20"),
    ],
)
def test_days_as_people_say_them(said: str, meant: str) -> None:
    assert read_day(said, today=TUESDAY) == date.fromisoformat(meant)


def test_a_weekday_said_on_that_day_is_the_next_one() -> None:
    assert read_day("Tuesday", today=TUESDAY) == date(2026, 12, 1)


def test_a_day_and_month_that_have_passed_are_next_years_when_something_is_due() -> None:
    assert read_day("20/11", today=TUESDAY) == date(2027, 11, 20)
    assert read_day("24/11", today=TUESDAY) == TUESDAY
    assert read_day("29/2", today=TUESDAY) == date(2028, 2, 29)


def test_looking_back_they_lie_behind() -> None:
    def behind(said: str) -> date | None:
        return read_day(said, today=TUESDAY, towards=Towards.BEHIND)

    assert behind("Friday") == date(2026, 11, 20)
    assert behind("20/11") == date(2026, 11, 20)
    assert behind("3 Dec") == date(2025, 12, 3)


@pytest.mark.parametrize(
    ("locale", "meant"), [("en_GB", (4, 3)), ("en_US", (3, 4)), ("de_DE", (4, 3)), ("ja_JP", (3, 4))]
)
def test_which_of_two_figures_is_the_month_is_for_the_locale_to_say(locale: str, meant: tuple[int, int]) -> None:
    day = read_day("3/4", today=TUESDAY, locale=locale)
    assert day is not None
    assert (day.month, day.day) == meant


def test_a_figure_that_can_be_no_month_settles_it() -> None:
    assert read_day("11/20", today=TUESDAY) == read_day("20/11", today=TUESDAY, locale="en_US")


@pytest.mark.parametrize(
    ("locale", "said", "meant"),
    [
        ("de_DE", "übermorgen", "2026-11-26"),
        ("de_DE", "nächsten Freitag", "2026-12-04"),
        ("de_DE", "in einer Woche", "2026-12-01"),
        ("de_DE", "20. November 2026", "2026-11-20"),
        ("fr_FR", "aujourd’hui", "2026-11-24"),
        ("fr_FR", "vendredi prochain", "2026-11-27"),
        ("fr_FR", "1er décembre", "2026-12-01"),
        ("es_ES", "dentro de dos semanas", "2026-12-08"),
        ("it_IT", "dopodomani", "2026-11-26"),
        ("nl_NL", "volgende vrijdag", "2026-12-04"),
        ("pt_BR", "sexta", "2026-11-27"),
        ("pl_PL", "środę", "2026-11-25"),
        ("pl_PL", "za dwa tygodnie", "2026-12-08"),
        ("sv_SE", "i övermorgon", "2026-11-26"),
        ("nb_NO", "neste fredag", "2026-12-04"),
        ("da_DK", "næste uge", "2026-12-04"),
        ("ja_JP", "12月3日", "2026-12-03"),
        ("ar_EG", "٣٠/١١", "2026-11-30"),
        ("el_GR", "Παρασκευή", "2026-11-27"),
    ],
)
def test_they_are_said_in_the_users_language(locale: str, said: str, meant: str) -> None:
    assert read_day(said, today=TUESDAY, locale=locale) == date.fromisoformat(meant)


def test_english_is_understood_in_every_locale() -> None:
    assert read_day("tomorrow", today=TUESDAY, locale="el_GR") == date(2026, 11, 25)
    assert read_day("tomorrow", today=TUESDAY, locale="no such locale") == date(2026, 11, 25)


@pytest.mark.parametrize(
    "said", ["", "may", "31/2", "30 February", "the day", "0/0", "in 999999 days", "99/99/9999", "1/2/3"]
)
def test_what_is_no_day_is_none(said: str) -> None:
    assert read_day(said, today=TUESDAY) is None


@given(st.text(), st.dates(), st.sampled_from(["en_GB", "en_US", "de_DE", "pl_PL", "ja_JP", "ar_EG"]))
def test_whatever_is_typed_raises_nothing(said: str, today: date, locale: str) -> None:
    read_day(said, today=today, locale=locale)


@pytest.mark.skipif(not NAUGHTY, reason="the shared data are absent")
def test_naughty_strings_raise_nothing() -> None:
    for said in NAUGHTY:
        read_day(said, today=TUESDAY)


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d/%m/%Y", "%d/%m/%y", "%d %B %Y", "%Y-%m-%d"])
)
def test_a_day_written_out_is_that_day(day: date, pattern: str) -> None:
    assert read_day(day.strftime(pattern), today=TUESDAY) == day


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_a_weekday_is_one_to_seven_days_away(today: date, weekday: str) -> None:
    ahead, behind = (read_day(weekday, today=today, towards=each) for each in Towards)
    assert ahead is not None
    assert behind is not None
    assert ahead.strftime("%A") == behind.strftime("%A") == weekday
    assert timedelta(1) <= ahead - today <= timedelta(7)
    assert timedelta(1) <= today - behind <= timedelta(7)
