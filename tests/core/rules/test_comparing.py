import random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.comparing import Fate, Piece, compared, counts

MOST_SECONDS = 2
"""On a machine that is busy with other things."""

notes = st.lists(st.sampled_from(("The agenda.", "She asked twice", "", "品番", "a b c", "\r", "x\u2028y"))).map(
    "\n".join
)


def without(pieces: tuple[Piece, ...], fate: Fate) -> str:
    return "".join(piece.words for piece in pieces if piece.fate is not fate)


def test_a_word_that_changed_is_told_and_the_rest_of_its_line_is_not() -> None:
    assert compared("She asked once.\nThen left.\n", "She asked twice.\nThen left.\n") == (
        Piece("She asked", Fate.SAME),
        Piece(" once", Fate.REMOVED),
        Piece(" twice", Fate.ADDED),
        Piece(".\nThen left.\n", Fate.SAME),
    )


def test_words_added_and_taken_out_are_counted() -> None:
    assert counts(compared("One two three", "One four five three six")) == (3, 1)
    assert counts(compared("", "")) == (0, 0)


@given(notes, notes)
def test_both_states_can_be_read_from_what_is_told(earlier: str, now: str) -> None:
    pieces = compared(earlier, now)
    assert without(pieces, Fate.ADDED) == earlier
    assert without(pieces, Fate.REMOVED) == now


@given(st.text(), st.text())
def test_whatever_was_written(earlier: str, now: str) -> None:
    assert without(compared(earlier, now), Fate.ADDED) == earlier
    assert without(compared(earlier, now), Fate.REMOVED) == now


def long_note(seed: int) -> str:
    """Some 20,000 words in 1,500 paragraphs."""
    chance = random.Random(seed)
    paragraphs = (" ".join(f"word{chance.randrange(300)}" for _ in range(13)) for _ in range(1500))
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ("word " * 20_000, "other " * 20_000),
        (long_note(1), long_note(2)),
        (long_note(1), long_note(1).replace("word1", "other")),
        ("\n".join(["- yes", "- no"] * 2_000), "\n".join(["- no", "- yes", "- no"] * 1_500)),
    ],
    ids=["one line", "all other", "a word", "much alike"],
)
def test_a_long_note_is_compared_in_a_moment(earlier: str, now: str) -> None:
    began = perf_counter()
    compared(earlier, now)
    assert perf_counter() - began < MOST_SECONDS
