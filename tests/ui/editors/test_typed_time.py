from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.period import week_of
from coachjournal.rules.time_entry import TimeCategory
from ui.editors.typed_time import WORDS, Reader, TypedTime, minutes_in

WEDNESDAY = date(2026, 11, 25)
TEAM = ((1, "Dana Reyes"), (2, "Tom Moyo"), (3, "Tomás Vidal"), (4, "Al Own"))
READER = Reader(TEAM, week_of(WEDNESDAY), WEDNESDAY)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("2h", 120),
        ("1.5h", 90),
        ("1,5h", 90),
        ("2h30", 150),
        ("1:30", 90),
        ("0:45", 45),
        ("45", 45),
        ("45m", 45),
        ("45min", 45),
        ("2", 120),
        ("10", 10),
        ("1440", 1440),
        ("1441", None),
        ("0", None),
        ("1:1", None),
        ("1:75", None),
        ("h", None),
        ("٤٥", 45),
        ("²", None),
    ],
)
def test_a_length_is_read_as_people_write_it(typed: str, minutes: int | None) -> None:
    assert minutes_in(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "minutes", "category", "rep", "title"),
    [
        ("2h forecast", 120, TimeCategory.REPORTS, "", ""),
        ("45 int", 45, TimeCategory.INTERNAL_MEETINGS, "", ""),
        ("1:30 report", 90, TimeCategory.REPORTS, "", ""),
        ("30m dana practice", 30, TimeCategory.PRACTICE, "Dana Reyes", ""),
        ("dana reyes 30", 30, TimeCategory.ONE_ON_ONE, "Dana Reyes", ""),
        ("2 h 30 adm", 150, TimeCategory.ADMINISTRATION, "", ""),
        ("1h int Pricing council EMEA", 60, TimeCategory.INTERNAL_MEETINGS, "", "Pricing council EMEA"),
        ("1h 1:1 dana", 60, TimeCategory.ONE_ON_ONE, "Dana Reyes", ""),
        ("2h train", 120, TimeCategory.TRAVEL, "", ""),
        ("2h training", 120, TimeCategory.PRACTICE, "", ""),
        ("2h own", 120, TimeCategory.ONE_ON_ONE, "Al Own", ""),
        ("1h int 2", 60, TimeCategory.INTERNAL_MEETINGS, "", "2"),
        ("forecast", None, TimeCategory.REPORTS, "", ""),
        ("", None, None, "", ""),
    ],
)
def test_a_few_words_say_how_long_what_and_with_whom(
    typed: str, minutes: int | None, category: TimeCategory | None, rep: str, title: str
) -> None:
    read = READER.read(typed)
    assert (read.minutes, read.category, read.rep, read.title) == (minutes, category, rep, title)


def test_a_name_that_two_reps_answer_to_is_left_to_the_title() -> None:
    assert READER.read("1h tomas").rep == "Tomás Vidal"
    assert READER.read("1h tom").rep == "Tom Moyo"
    assert (READER.read("1h to").rep, READER.read("1h to").title) == ("", "to")


@pytest.mark.parametrize(
    ("typed", "start", "minutes"),
    [
        ("9-10:30 int", time(9), 90),
        ("9:15-10 int", time(9, 15), 45),
        ("1-3 int", time(13), 120),
        ("01-03 int", time(1), 120),
        ("2h forecast at 14", time(14), 120),
        ("2h forecast @14:30", time(14, 30), 120),
        ("10-9 int", None, None),
        ("9-25 int", None, None),
    ],
)
def test_a_time_of_day_may_be_typed(typed: str, start: time | None, minutes: int | None) -> None:
    read = READER.read(typed)
    assert (read.start, read.minutes) == (start, minutes)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2h forecast mon", date(2026, 11, 23)),
        ("2h forecast wednesday", WEDNESDAY),
        ("2h forecast yesterday", date(2026, 11, 24)),
        ("2h forecast", None),
    ],
)
def test_a_day_is_one_of_the_week_in_sight(typed: str, day: date | None) -> None:
    assert READER.read(typed).day == day


@pytest.mark.parametrize("category", TimeCategory)
def test_every_category_answers_to_each_of_its_words(category: TimeCategory) -> None:
    assert {READER.read(f"1h {word}").category for word in WORDS[category] if word != "own"} == {category}


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_without_a_stumble(text: str) -> None:
    read = READER.read(text)
    assert isinstance(read, TypedTime)
    assert read.minutes is None or 0 < read.minutes <= 1440
