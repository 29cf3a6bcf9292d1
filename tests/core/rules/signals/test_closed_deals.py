"""Win rate, no decision, sales cycle and deal size: at, below and above each limit, and below the sample."""

import pytest

from coachjournal.rules.signals.closed_deals import is_no_decision
from coachjournal.rules.signals.finding import Number, RowsOf, Rule, Unit
from coachjournal.rules.signals.yardstick import stages_of
from coachjournal.rules.tally import OutOf
from tests.core.rules.signals.known import found, lost, usual, won

STAGES = stages_of([(1, "Prospect"), (2, "Qualify"), (3, "Discover"), (4, "Propose"), (5, "Negotiate")])


@pytest.mark.parametrize(
    ("team", "won_deals", "lost_deals", "speaks"),
    [
        (0.50, 8, 12, True),  # 40 %, exactly ten points under
        (0.49, 8, 12, False),
        (0.60, 8, 12, True),
        (0.40, 8, 12, False),
        (0.50, 4, 6, True),  # ten closed are enough
        (0.90, 0, 9, False),  # nine are not
        (0.30, 4, 16, True),  # 0.3 - 0.2 is a trace less than 0.1 to a machine
    ],
)
def test_a_win_rate_ten_points_under_the_team(team: float, won_deals: int, lost_deals: int, speaks: bool) -> None:
    told = found(Rule.LOW_WIN_RATE, usual(win_rate=team), won_deals=won(won_deals), lost_deals=lost(lost_deals))
    assert bool(told) is speaks


@pytest.mark.parametrize(
    ("before", "speaks"),
    [(OutOf(10, 20), True), (OutOf(9, 20), False), (OutOf(16, 20), True), (OutOf(5, 9), False), (OutOf(0, 0), False)],
)
def test_a_win_rate_down_ten_points_on_the_year_before(before: OutOf, speaks: bool) -> None:
    told = found(Rule.LOW_WIN_RATE, won_deals=won(8), lost_deals=lost(12), year_before=before)
    assert bool(told) is speaks


def test_a_low_win_rate_says_how_many_of_how_many_and_what_it_is_measured_by() -> None:
    (told,) = found(Rule.LOW_WIN_RATE, usual(win_rate=0.5), won_deals=won(3), lost_deals=lost(9))
    assert told.number == Number(0.25, Unit.SHARE, n=12, part=3, against=0.5, against_n=5)
    assert (told.rows.of, len(told.rows.keys)) == (RowsOf.DEALS, 12)
    assert told.detail == {"against": "team"}


@pytest.mark.parametrize(("stage", "early"), [(2, 1), (3, 1), (4, 0), (5, 0)])
def test_a_low_win_rate_says_at_which_stage_most_deals_were_lost(stage: int, early: int) -> None:
    reasons = lost(12)
    (deals,) = reasons.values()
    lost_at = dict.fromkeys(deals[:6], stage) | {deals[6]: 1}
    (told,) = found(Rule.LOW_WIN_RATE, usual(win_rate=0.5, stages=STAGES), lost_deals=reasons, lost_at=lost_at)
    where = {"lost_at": STAGES[stage].name, "lost": 6, "lost_known": 7, "early": early}
    assert told.detail == {"against": "team", **where}


@pytest.mark.parametrize(
    ("undecided", "others", "speaks"),
    [(4, 6, True), (3, 6, False), (5, 5, True), (2, 3, True), (2, 2, False), (4, 0, False)],
)
def test_four_of_ten_lost_to_no_decision_from_five_lost_on(undecided: int, others: int, speaks: bool) -> None:
    told = found(Rule.NO_DECISION, lost_deals=lost(undecided, "No decision") | lost(others, "Price"))
    assert bool(told) is speaks
    if speaks:
        assert (told[0].number.part, told[0].number.n) == (undecided, undecided + others)


@pytest.mark.parametrize(
    ("reason", "is_one"),
    [("No decision", True), ("NO-DECISION", True), ("Lost to no_decision / budget", True), ("Decision", False)],
)
def test_no_decision_is_recognised_however_it_is_written(reason: str, is_one: bool) -> None:
    assert is_no_decision(reason) is is_one


@pytest.mark.parametrize(("days", "deals", "speaks"), [(91, 5, True), (90, 5, False), (60, 5, False), (200, 4, False)])
def test_a_cycle_longer_than_half_as_long_again_as_the_teams(days: int, deals: int, speaks: bool) -> None:
    told = found(Rule.LONG_CYCLE, usual(cycle=60), won_deals=won(deals, cycle=days))
    assert bool(told) is speaks


def test_deals_without_a_first_day_do_not_count_in_the_cycle() -> None:
    deals = won(4, cycle=200) + won(3, cycle=None)
    assert not found(Rule.LONG_CYCLE, usual(cycle=60), won_deals=deals)


@pytest.mark.parametrize(
    ("amount", "deals", "before", "speaks"),
    [
        (80_000, 8, (8, 800_000), True),  # exactly a fifth smaller
        (80_100, 8, (8, 800_000), False),
        (50_000, 8, (8, 800_000), True),
        (50_000, 7, (8, 800_000), False),
        (50_000, 8, (7, 700_000), False),
    ],
)
def test_deals_that_shrank_by_a_fifth(amount: int, deals: int, before: tuple[int, int], speaks: bool) -> None:
    told = found(Rule.SHRINKING, won_deals=won(deals, amount=amount), sizes_before={"EUR": before})
    assert bool(told) is speaks


def test_deal_sizes_are_compared_within_one_currency() -> None:
    deals = won(8, amount=50_000, currency="USD")
    assert not found(Rule.SHRINKING, won_deals=deals, sizes_before={"EUR": (8, 800_000)})
    (told,) = found(Rule.SHRINKING, won_deals=deals, sizes_before={"EUR": (8, 8), "USD": (9, 900_000)})
    assert told.number == Number(50_000, Unit.MONEY, 8, None, 100_000, 9, "USD")
