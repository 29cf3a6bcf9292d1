from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.search_words import MOST_PHRASES, Phrase, SearchWords, read_search

TODAY = date(2026, 11, 23)  # a Monday
RIDE, REVIEWS = ConversationKind.RIDE_ALONG, {kind for kind in ConversationKind if "review" in kind}


def read(typed: str, locale: str = "en_GB") -> SearchWords:
    return read_search(typed, today=TODAY, locale=locale)


def words(typed: str) -> list[str]:
    return [" ".join(phrase.words) for phrase in read(typed).phrases]


def test_each_word_may_be_the_beginning_of_one() -> None:
    assert read("Halv comm").phrases == (Phrase(("halv",), unfinished=True), Phrase(("comm",), unfinished=True))


def test_a_phrase_in_quotes_is_whole_once_its_quote_is_closed() -> None:
    assert read('"next st').phrases == (Phrase(("next", "st"), unfinished=True),)
    assert read('"next step"').phrases == read("“next step”").phrases == (Phrase(("next", "step"), unfinished=False),)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("half-year don't", ["half year", "don t"]),
        ("会議室", ["会 議 室"]),
        ("--- * () 🎯", []),
        ("foo:bar http://x", ["foo bar", "http x"]),
        ("grep:dana", ["grep dana"]),
        ("after:nonsense", ["after nonsense"]),
        ("after:2026-13", ["after 2026 13"]),
        ('a"b', ["a", "b"]),
    ],
)
def test_what_is_no_filter_is_words(typed: str, found: list[str]) -> None:
    assert words(typed) == found


def test_filters_take_a_word_or_a_phrase() -> None:
    asked = read('rep:dana deal:"halv renew" Kind:ride price')
    assert (asked.reps, asked.deals) == ((Phrase(("dana",), True),), (Phrase(("halv", "renew"), True),))
    assert (asked.kinds, words("kind:ride price")) == (frozenset({RIDE}), ["price"])


def test_a_filter_whose_value_is_still_to_come_asks_nothing() -> None:
    assert all(read(typed).is_empty for typed in ("rep:", "kind:", 'deal:"', "after:", "before:  "))


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("kind:ride-along", {RIDE}),
        ("kind:ride_a", {RIDE}),
        ("kind:review", REVIEWS),
        ("kind:one kind:ride", {RIDE, ConversationKind.ONE_ON_ONE}),
        ("kind:lunch", set()),
    ],
)
def test_a_kind_is_known_by_the_beginning_of_its_words(typed: str, kinds: set[ConversationKind]) -> None:
    assert read(typed).kinds == frozenset(kinds)


@pytest.mark.parametrize(
    ("typed", "locale", "day"),
    [
        ("after:2026", "en_GB", date(2026, 1, 1)),
        ("after:2026-03", "en_GB", date(2026, 3, 1)),
        ("after:2026-03-09", "en_GB", date(2026, 3, 9)),
        ("after:1/3/2026", "en_GB", date(2026, 3, 1)),
        ("after:1/3/2026", "en_US", date(2026, 1, 3)),
        ("after:friday", "en_GB", date(2026, 11, 20)),
    ],
)
def test_a_day_is_read_as_it_is_written_where_one_lives(typed: str, locale: str, day: date) -> None:
    assert read(typed, locale).after == day


def test_after_a_month_and_before_the_next_is_that_month() -> None:
    asked = read("after:2026-03 before:2026-04")
    assert (asked.after, asked.before) == (date(2026, 3, 1), date(2026, 4, 1))


def test_a_long_text_is_asked_for_by_its_beginning() -> None:
    assert len(read("word " * 5000).phrases) == MOST_PHRASES


@given(st.text())
def test_anything_can_be_read(typed: str) -> None:
    assert all(phrase.words for phrase in read(typed).phrases)
