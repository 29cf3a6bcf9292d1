"""What the sample team tells whoever opens it, on any day of the year: few signals, and something of each kind."""

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.sample import load_sample_team
from coachjournal.journal import Journal, open_journal
from coachjournal.queries.participation import attained
from coachjournal.queries.signals import OpenSignal, open_signals, quiet_signals
from coachjournal.rules.coaching import SignalState
from coachjournal.rules.period import quarter_of
from coachjournal.rules.signals.finding import Rule

DAYS = [
    date(2026, 11, 26),  # a Thursday, two thirds into a quarter
    date(2026, 12, 29),  # late in it, just after the holidays
    date(2027, 1, 8),  # early in the next
    date(2027, 2, 14),  # a Sunday
    date(2027, 3, 27),  # a Saturday at the end of a quarter
    date(2027, 5, 3),
    date(2027, 7, 29),  # after the summer
    date(2027, 9, 24),
    date(2028, 2, 29),
]
LATE, EARLY = 0.8, 0.2


@pytest.fixture(scope="module", params=DAYS, ids=str)
def today(request: pytest.FixtureRequest) -> date:
    day: date = request.param
    return day


@pytest.fixture(scope="module")
def sample(today: date, new_journal_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A journal with the sample team in it, only to be read."""
    path = Path(shutil.copy(new_journal_file, tmp_path_factory.mktemp("story") / "journal.coach"))
    opened = open_journal(path, clock=FixedClock(datetime(today.year, today.month, today.day, 12, tzinfo=UTC)))
    opened.do(load_sample_team)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def listed(sample: Journal) -> tuple[OpenSignal, ...]:
    return sample.ask(open_signals)


@pytest.fixture(scope="module")
def shares(sample: Journal, today: date) -> list[float]:
    """How far each rep came with the quota of the quarter, from the least on."""
    reached = sample.ask(attained, quarter=quarter_of(today), day=today)
    return sorted(each.share or 0 for each in reached.values())


def gone_of_quarter(day: date) -> float:
    quarter = quarter_of(day)
    return (day - quarter.start).days / (quarter.end - quarter.start).days


def of(signals: tuple[OpenSignal, ...], rep: str, rule: Rule) -> OpenSignal:
    (found,) = (signal for signal in signals if (signal.rep, signal.rule) == (rep, rule))
    return found


def test_some_dozen_signals_are_open_and_nobody_has_more_than_three(listed: tuple[OpenSignal, ...]) -> None:
    assert 10 <= len(listed) <= 14
    of_each = Counter(signal.rep for signal in listed)
    assert len(of_each) == 7
    assert max(of_each.values()) <= 3


def test_no_rule_is_told_more_than_twice(listed: tuple[OpenSignal, ...]) -> None:
    assert max(Counter(signal.rule for signal in listed).values()) <= 2


def test_three_of_them_are_strengths_and_one_is_among_the_first_five(listed: tuple[OpenSignal, ...]) -> None:
    assert Counter(signal.rule for signal in listed if signal.rule.is_strength) == {
        Rule.ABOVE_TEAM: 1,
        Rule.SKILL_UP: 1,
        Rule.GOAL_ACHIEVED: 1,
    }
    assert any(signal.rule.is_strength for signal in listed[:5])


def test_three_to_five_reach_their_quota_late_in_a_quarter_and_fewer_before(shares: list[float], today: date) -> None:
    reached, gone = sum(share >= 1 for share in shares), gone_of_quarter(today)
    assert len(shares) == 7
    least, most = (3, 5) if gone >= LATE else (0, 1) if gone <= EARLY else (0, 4)
    assert least <= reached <= most


def test_attainments_lie_apart_and_late_in_a_quarter_only_the_new_rep_has_sold_nothing(
    shares: list[float], today: date
) -> None:
    assert shares[-1] < 2
    if gone_of_quarter(today) >= LATE:
        assert sum(share == 0 for share in shares) == 1
        assert sum(0 < share < 1 for share in shares) >= 2


def test_coaching_shows_before_and_after_or_says_that_it_is_too_early(listed: tuple[OpenSignal, ...]) -> None:
    amir = of(listed, "Amir Khan", Rule.LOW_WIN_RATE)
    assert amir.state is SignalState.HELD
    assert amir.effect is not None
    assert amir.effect.now is not None
    assert (amir.effect.is_too_early, amir.effect.now.n >= 10) == (False, True)
    assert amir.effect.now.value > amir.effect.then.value
    assert amir.effect.then_on <= amir.effect.held_on
    tom = of(listed, "Tom Moyo", Rule.LEAKING_STAGE)
    assert tom.effect is not None
    assert tom.effect.is_too_early
    assert [signal.rep for signal in listed if signal.look_again] == ["Amir Khan"]


def test_one_is_put_off_with_its_reason_and_two_are_closed_with_what_was_learnt(sample: Journal) -> None:
    quiet = sample.ask(quiet_signals)
    assert [bool(signal.reason) for signal in quiet if signal.state is SignalState.NOT_NOW] == [True]
    assert sum(bool(signal.learnt) for signal in quiet if signal.state is SignalState.CLOSED) == 2


def test_the_lines_a_manager_should_notice_are_there(listed: tuple[OpenSignal, ...]) -> None:
    tom = of(listed, "Tom Moyo", Rule.LOW_WIN_RATE).last.number
    assert tom.value < 0.2
    assert 0.25 < (tom.against or 0) < 0.35
    assert of(listed, "Tom Moyo", Rule.NOT_COACHED).last.detail["overdue"] == 1
    assert of(listed, "Will Novak", Rule.FEW_NEW_DEALS).steps != ()
    assert of(listed, "Dana Reyes", Rule.SLIPPED).name == "Halvorsen AS, renewal"
    assert of(listed, "Julia Prieto", Rule.ABOVE_TEAM).steps == ()
