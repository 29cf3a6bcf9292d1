from datetime import date, timedelta

import pytest

from coachjournal.rules.answer import Certainty, CertaintyCount, count_certainties, is_stale, to_find_out

ASKED = date(2026, 10, 1)


@pytest.mark.parametrize(("days", "stale"), [(0, False), (30, False), (31, True)])
def test_an_answer_is_stale_from_the_day_after_its_limit(days: int, stale: bool) -> None:
    assert is_stale(ASKED, 30, ASKED + timedelta(days=days)) is stale


def test_without_a_limit_no_answer_goes_stale() -> None:
    assert not is_stale(ASKED, None, ASKED + timedelta(days=4_000))


def test_what_was_never_asked_is_not_counted_as_unknown() -> None:
    counted = count_certainties([Certainty.KNOWN, Certainty.KNOWN, Certainty.UNKNOWN, None])
    assert counted == CertaintyCount(known=2, guess=0, unknown=1, not_asked=1)
    assert counted.asked == 3


@pytest.mark.parametrize(
    ("question", "commitment"),
    [
        ("Who can say yes?", "Find out: who can say yes?"),
        ("CFO or board: who signs?", "Find out: CFO or board: who signs?"),
        ("¿Quién firma?", "Find out: ¿Quién firma?"),
    ],
)
def test_an_unknown_becomes_something_to_find_out(question: str, commitment: str) -> None:
    assert to_find_out(question) == commitment
