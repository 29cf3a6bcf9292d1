"""What the calls of a day add up to."""

from dataclasses import dataclass

import pytest

from coachjournal.rules.ride_along import day_figures, length_of_day, length_said
from coachjournal.rules.tally import OutOf


@dataclass
class Call:
    """A call as far as the day goes."""

    minutes: int | None = None
    level: float | None = None
    took_over: bool = False
    is_told: bool = True


def test_a_day_adds_up_its_calls() -> None:
    day = day_figures([Call(45, 3), Call(60, 3, took_over=True), Call(None, 4), Call(is_told=False)])
    assert (day.calls, day.told, day.minutes, day.without_length) == (4, 3, 105, 1)
    assert (day.levels, day.level, day.took_over) == ((3, 3, 4), 3.3, OutOf(1, 3))


def test_a_day_without_levels_shows_none() -> None:
    assert day_figures([Call(45)]).level is None


def test_a_day_lasts_as_long_as_its_calls_until_somebody_says_otherwise() -> None:
    assert length_of_day(240, usual=240, before=0, after=45) == 45
    assert length_of_day(45, usual=240, before=45, after=105) == 105
    assert length_of_day(300, usual=240, before=45, after=105) == 300
    assert length_of_day(45, usual=240, before=45, after=0) == 45


@pytest.mark.parametrize(
    ("outcome", "minutes"),
    [
        ("They send the figures by Friday 45m", 45),
        ("They send the figures by Friday, 50min.", 50),
        ("1h15", 75),
        ("Reference call agreed 2h", 120),
        ("A hall of 45m is too small", None),
        ("They want 300", None),
        ("", None),
    ],
)
def test_a_length_may_be_said_at_the_end_of_the_outcome(outcome: str, minutes: int | None) -> None:
    assert length_said(outcome) == minutes
