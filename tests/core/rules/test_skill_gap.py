from datetime import date

import pytest

from coachjournal.rules.skill_gap import distance_to, gap_words, round_of, seen_apart


@pytest.mark.parametrize(
    ("apart", "words"),
    [
        (0.0, "You both see Discovery alike."),
        (-1.0, "You see Discovery a level higher than Dana does. Say what you saw."),
        (0.5, "Dana sees Discovery half a level higher than you do. Ask what they saw."),
        (1.3, "Dana sees Discovery 1.3 levels higher than you do. Ask what they saw."),
    ],
)
def test_a_difference_is_something_to_ask_about(apart: float, words: str) -> None:
    assert gap_words("Discovery", "Dana", apart) == words


def test_what_is_known_of_one_side_only_has_no_distance() -> None:
    assert distance_to(None, 3) is None
    assert distance_to(4, None) is None
    assert (distance_to(4, 2.7), distance_to(3, 4)) == (1.3, 0)
    assert seen_apart(3, 3.5) == -0.5


def test_a_round_is_a_quarter() -> None:
    assert round_of(date(2026, 10, 1)) == round_of(date(2026, 12, 31)) != round_of(date(2027, 1, 1))
