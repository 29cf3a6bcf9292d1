"""Finding in a note: however a word is written there, the letters that are found are those that are tinted."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.find_in_text import found_in


@pytest.mark.parametrize(
    ("text", "wanted", "hits"),
    [
        ("Price, price", "PRICE", ["Price", "price"]),
        ("José and Jose", "jose", ["José", "Jose"]),
        (normalize("NFD", "José") + " was here", "josé", [normalize("NFD", "José")]),
        ("Straße", "strasse", ["Straße"]),
        ("Straße", "stras", ["Straß"]),
        ("😀 她说价格 😀", "价格", ["价格"]),
        ("aaa", "aa", ["aa"]),
        ("ﬁve", "five", ["ﬁve"]),
        ("ΣΑΣ", "σας", ["ΣΑΣ"]),
        ("nothing", "x", []),
        ("anything", "", []),
        ("é", "\u0301", []),
    ],
)
def test_capitals_and_accents_do_not_matter(text: str, wanted: str, hits: list[str]) -> None:
    assert [text[start:end] for start, end in found_in(text, wanted)] == hits


@given(st.text(), st.text(min_size=1, max_size=5), st.text())
def test_what_stands_in_a_text_is_found_there(before: str, wanted: str, after: str) -> None:
    text = before + wanted + after
    hits = found_in(text, wanted)
    assert all(0 <= start < end <= len(text) for start, end in hits)
    assert hits == sorted(hits)
    if found_in(wanted, wanted):
        assert hits
