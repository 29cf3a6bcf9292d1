from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.comparing import Fate, Piece, compared, counts

notes = st.lists(st.sampled_from(("The agenda.", "She asked twice", "", "品番", "a b c", "\r", "x\u2028y"))).map(
    "\n".join
)


def without(pieces: tuple[Piece, ...], fate: Fate) -> str:
    return "".join(piece.words for piece in pieces if piece.fate is not fate)


def test_a_word_that_changed_is_told_and_the_rest_of_its_line_is_not() -> None:
    assert compared("She asked once.\nThen left.\n", "She asked twice.\nThen left.\n") == (
        Piece("She asked ", Fate.SAME),
        Piece("once", Fate.REMOVED),
        Piece("twice", Fate.ADDED),
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


def test_a_long_note_of_a_single_line_is_compared_at_once() -> None:
    began = perf_counter()
    compared("word " * 20_000, "other " * 20_000)
    assert perf_counter() - began < 1
