"""What is private in a note never reaches others, whatever is written around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.private_text import private_spans, public_text


def test_a_note_without_marks_is_public_to_the_letter() -> None:
    assert public_text("\nAs it was. 100 % \n\n\n\nEnd\n") == "\nAs it was. 100 % \n\n\n\nEnd\n"
    assert private_spans("100 % sure") == ()


@pytest.mark.parametrize(
    ("note", "public"),
    [
        ("Good call. %%She may leave.%% Next: map.", "Good call.  Next: map."),
        ("First.\n\n%%\nShe may leave.\n\nTell no one.\n%%\n\nLast.", "First.\n\nLast."),
        ("First.\n%%Open to the end\nand on", "First."),
        ("%%all of it%%", ""),
        ("a %%b%% c %%d", "a  c "),
    ],
)
def test_what_stands_between_two_marks_is_taken_out(note: str, public: str) -> None:
    assert public_text(note) == public


def test_spans_hold_their_marks() -> None:
    assert private_spans("a %%b%% c %%d") == ((2, 7), (10, 13))


@given(st.lists(st.text("ab \n", max_size=5), min_size=1, max_size=8))
def test_no_private_word_is_left_however_parts_follow_each_other(parts: list[str]) -> None:
    note = "%%".join(part if place % 2 == 0 else f"secret{part}" for place, part in enumerate(parts))
    assert "secret" not in public_text(note)
