import pytest

from coachjournal.rules.figures import NoCoverage
from coachjournal.rules.goal import ComputedFrom, refusal_of
from coachjournal.rules.goal_from_deals import (
    MEASURED_IN,
    FromDeals,
    from_coverage,
    from_new_deals,
    from_sales_cycle,
    from_win_rate,
)
from coachjournal.rules.tally import OutOf


@pytest.mark.parametrize(
    ("said", "value", "words"),
    [
        (from_win_rate(OutOf(8, 29)), 27.6, "8 of 29 won"),
        (from_win_rate(OutOf(3, 9)), None, "too few to tell (9 closed)"),
        (from_win_rate(OutOf(0, 0)), None, "too few to tell (0 closed)"),
        (from_sales_cycle(57.5, 5), 57.5, "median of 5 won deals"),
        (from_sales_cycle(57, 4), None, "too few to tell (4 won)"),
        (from_new_deals(0), 0, "created in the last 30 days"),
        (from_coverage(2.449, 6), 2.4, "in 6 open deals"),
        (from_coverage(NoCoverage.QUOTA_REACHED, 6), None, "quota reached"),
    ],
)
def test_a_figure_is_a_value_only_where_there_are_enough_deals(said: FromDeals, value: float, words: str) -> None:
    assert said == FromDeals(value, words)


def test_every_figure_has_a_measure_that_can_hold_it() -> None:
    assert MEASURED_IN.keys() == set(ComputedFrom)
    assert all(refusal_of(2.5, measure) is None for measure, _ in MEASURED_IN.values())
