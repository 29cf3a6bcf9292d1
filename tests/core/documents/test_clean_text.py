"""Whatever people paste, what is printed is text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.documents.clean_text import breakable, clean, clean_name

ANYTHING = st.text(st.characters(codec=None))


@given(ANYTHING)
def test_no_control_surrogate_private_or_unassigned_code_point_is_left(text: str) -> None:
    left = {unicodedata.category(sign) for sign in clean(text) if sign not in "\n\t"}
    assert not left & {"Cc", "Cs", "Co", "Cn"}


@given(ANYTHING)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "M", "Zs"])))
def test_what_a_person_can_see_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@given(ANYTHING)
def test_a_name_is_one_line_without_direction_controls(text: str) -> None:
    name = clean_name(text)
    assert name == " ".join(name.split())
    assert not set(name) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(ANYTHING)
def test_a_long_word_gains_places_to_break_and_loses_nothing(text: str) -> None:
    assert breakable(text).replace("\u200b", "") == text.replace("\u200b", "")


@pytest.mark.parametrize(
    ("pasted", "printed"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\u200bb\ufeffc\x07d\ue000e\ud800f", "abcdef"),
        ("👩\u200d🚀 क्षि ﷺ", "👩\u200d🚀 क्षि ﷺ"),
        ("\tindented", "\tindented"),
    ],
)
def test_line_ends_become_one_and_litter_goes(pasted: str, printed: str) -> None:
    assert clean(pasted) == printed


def test_ordinary_long_words_are_not_cut() -> None:
    assert breakable("Entscheidungsträgergespräch") == "Entscheidungsträgergespräch"
