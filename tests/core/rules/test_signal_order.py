from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.signals.finding import Rule
from coachjournal.rules.signals.order import SHOWN, Place, Placed, Waits, in_order

TODAY = date(2026, 11, 23)
DANA, AMIR, LENA = 1, 2, 3
THIN, RATE, SLIPPED, BRIGHT = Rule.THIN_PIPELINE, Rule.LOW_WIN_RATE, Rule.SLIPPED, Rule.ABOVE_TEAM


def seen(name: str, rep: int, days: int, rule: Rule = THIN, waits: Waits = Waits.FOR_COACHING) -> Placed[str]:
    return Place(waits, rule, rep, TODAY - timedelta(days=days)), name


def test_what_is_to_be_looked_at_again_comes_first_and_what_is_no_longer_so_last() -> None:
    signals = [
        seen("gone", DANA, 90, waits=Waits.NO_LONGER_SO),
        seen("coached", DANA, 80, waits=Waits.COACHED),
        seen("new", DANA, 1),
        seen("again", AMIR, 2, waits=Waits.TO_LOOK_AGAIN),
    ]
    assert in_order(signals) == ("again", "new", "coached", "gone")


def test_the_oldest_comes_first_and_nobody_has_a_second_before_everybody_has_a_first() -> None:
    signals = [seen("a1", AMIR, 30), seen("a2", AMIR, 20), seen("d1", DANA, 10), seen("l1", LENA, 15)]
    assert in_order(signals) == ("a1", "l1", "d1", "a2")


def test_who_is_looked_at_again_waits_behind_the_others_with_the_rest() -> None:
    signals = [seen("again", AMIR, 2, waits=Waits.TO_LOOK_AGAIN), seen("a", AMIR, 30), seen("d", DANA, 1)]
    assert in_order(signals) == ("again", "d", "a")


def test_of_equally_old_ones_not_all_say_the_same() -> None:
    signals = [
        seen(f"{name} {rule}", rep, 0, rule) for name, rep in (("a", AMIR), ("d", DANA)) for rule in (THIN, RATE)
    ]
    assert in_order(signals)[:2] == ("a thin_pipeline", "d low_win_rate")


def test_a_strength_stands_among_the_first_five_when_there_is_one() -> None:
    signals = [seen(str(number), number, 30 - number) for number in range(9)]
    assert in_order([*signals, seen("bright", 10, 0, BRIGHT)]) == (
        "0",
        "1",
        "2",
        "3",
        "bright",
        "4",
        "5",
        "6",
        "7",
        "8",
    )
    early = [seen("bright", 10, 40, BRIGHT), *signals]
    assert in_order(early)[0] == "bright"
    gone = [*signals, seen("gone", 10, 0, BRIGHT, waits=Waits.NO_LONGER_SO)]
    assert in_order(gone)[-1] == "gone"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(Waits), st.sampled_from((THIN, RATE, SLIPPED, BRIGHT)), st.integers(1, 4), st.integers(0, 9)
        ),
        max_size=30,
    )
)
def test_every_signal_is_listed_once_and_a_strength_is_seen(given: list[tuple[Waits, Rule, int, int]]) -> None:
    signals = [
        (Place(waits, rule, rep, TODAY - timedelta(days=days)), number)
        for number, (waits, rule, rep, days) in enumerate(given)
    ]
    listed = in_order(signals)
    assert sorted(listed) == list(range(len(signals)))
    strengths = {number for (place, number) in signals if place.is_strength_of_today}
    assert not strengths or strengths & set(listed[:SHOWN])
