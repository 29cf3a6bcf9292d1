from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.search_place import LENGTH, Excerpt, excerpt, marked
from coachjournal.rules.search_text import folded
from coachjournal.rules.search_words import Phrase, read_search


def phrases(typed: str) -> tuple[Phrase, ...]:
    return read_search(typed, today=date(2026, 11, 23)).phrases


def strong(found: Excerpt) -> list[str]:
    return [found.text[start : start + length] for start, length in found.marks]


@pytest.mark.parametrize(
    ("line", "typed", "marks"),
    [
        ("Opened Halvorsen with the agénda", "agenda halv", ["Halvorsen", "agénda"]),
        ("Zoë’s STRASSE and Straße", "strasse zoe", ["Zoë", "STRASSE", "Straße"]),
        ("der ﬁnale Satz", "final", ["ﬁnale"]),
        ("明日の会議室で", "会議", ["会議"]),
        ("हिन्दी किताब", "किताब", ["किताब"]),
        ("the next step, next week", '"next step"', ["next step"]),
        ("concatenate a cat", "cat", ["cat"]),
        ("a cat in catalogues", '"cat"', ["cat"]),
        ("nothing here", "elsewhere", []),
        ("nothing asked", "", []),
    ],
)
def test_the_words_found_are_marked_in_the_writers_own_letters(line: str, typed: str, marks: list[str]) -> None:
    found = marked(line, phrases(typed))
    assert (found.text, strong(found)) == (line, marks)


def test_a_long_line_is_cut_between_words_around_the_place() -> None:
    text = f"# Heading\n{'lorem ipsum ' * 40}met Ingrid about the price {'dolor sit ' * 40}"
    found = excerpt([text], phrases("ingrid price"))
    assert strong(found) == ["Ingrid", "price"]
    assert (found.text[0], found.text[-1]) == ("…", "…")
    assert len(found.text) <= LENGTH + 2
    assert found.text.strip("…").split()[0] in {"lorem", "ipsum"}


def test_a_line_without_spaces_is_cut_too() -> None:
    found = excerpt(["あ" * 300 + "会議" + "い" * 300], phrases("会議"))
    assert strong(found) == ["会議"]
    assert len(found.text) <= LENGTH + 2


def test_where_most_words_meet_is_shown() -> None:
    text = f"price\n{'lorem ipsum ' * 30}\nthe price that Ingrid named"
    assert strong(excerpt([text], phrases("price ingrid"))) == ["price", "Ingrid"]


def test_the_first_text_that_has_any_is_shown() -> None:
    assert excerpt(["nothing", "her own price"], phrases("price")).text == "her own price"
    assert excerpt(["nothing"], phrases("price")) == Excerpt("")


@pytest.mark.parametrize(
    ("line", "typed", "shown", "words"),
    [
        ("## The price, at last", "price", "The price, at last", ["price"]),
        ("- [ ] ask **Ingrid** for the `price`", "price ingrid", "ask Ingrid for the price", ["Ingrid", "price"]),
        ("> [the offer](https://example.com) and ~~the~~ _price_", "price", "the offer and the price", ["price"]),
        ("see [this](https://example.com/price)", "price", "see [this](https://example.com/price)", ["price"]),
        ("2 * 3 * 4 snake_case_price price", "price", "2 * 3 * 4 snake_case_price price", ["price", "price"]),
    ],
)
def test_an_excerpt_shows_words_and_no_marks(line: str, typed: str, shown: str, words: list[str]) -> None:
    found = excerpt([f"Above\n{line}\nbelow"], phrases(typed))
    assert (found.text, strong(found)) == (shown, words)


def test_a_word_in_bold_far_down_a_long_line_is_shown_without_its_marks() -> None:
    found = excerpt([f"{'lorem ipsum ' * 60}**the price** {'dolor sit ' * 60}"], phrases("price"))
    assert strong(found) == ["price"]
    assert "*" not in found.text
    assert (found.text[0], found.text[-1]) == ("…", "…")
    assert len(found.text) <= LENGTH + 2


@given(st.text(max_size=400), st.text(max_size=20))
def test_an_excerpt_of_anything_is_of_its_own_letters(text: str, typed: str) -> None:
    found = excerpt([text], phrases(typed))
    rest = iter(text)
    assert all(sign in rest for sign in found.text.strip("… ").replace(" ", ""))
    assert all(start >= 0 and length > 0 and start + length <= len(found.text) for start, length in found.marks)


@given(st.text(alphabet="aäßé ﬁか会\u0301İ\n", max_size=200), st.text(alphabet="aäßé ﬁか会\u0301İ", max_size=6))
def test_marks_hold_what_was_looked_for_however_letters_grow_and_shrink(text: str, typed: str) -> None:
    wanted = phrases(typed)
    for line in text.split("\n"):
        for strong_words in strong(marked(line, wanted)):
            assert any(folded(strong_words).startswith(phrase.words[0]) for phrase in wanted)
