"""What is a token, and which record it names."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coachjournal.rules.tokens import (
    Length,
    Nameable,
    Names,
    Ref,
    Sign,
    Token,
    length_in,
    lengths_in,
    refs_in,
    spelled,
    tokens_in,
)
from tests.core.rules.naughty import NAUGHTY

DANA, DAN, AMIR = (Ref(Sign.REP, key) for key in (1, 2, 3))
RENEWAL, NEW = Ref(Sign.DEAL, 1), Ref(Sign.DEAL, 2)
DISCOVERY = Ref(Sign.SKILL, 1)
TEAM = (
    Nameable(DANA, "Dana Reyes"),
    Nameable(DAN, "Dan Reyes"),
    Nameable(AMIR, "Amir Khan"),
    Nameable(RENEWAL, "Halvorsen AS, renewal", 0),
    Nameable(NEW, "Kestrel Foods, renewal", 1),
    Nameable(DISCOVERY, "Discovery", 0),
)


def named(text: str, names: Names | None = None) -> list[Ref]:
    return [ref for _, ref in refs_in(text, names or Names(TEAM)).values()]


def test_reps_deals_and_skills_are_named_in_a_line() -> None:
    assert named("With @dana about #halvorsen-as-renewal (!discovery).") == [DANA, RENEWAL, DISCOVERY]


@pytest.mark.parametrize("text", ["@Dana-Reyes", "@dána_reyes", "“@dana”", "**@dana**,", "@DANA's", "＠dana"])
def test_case_accents_and_punctuation_do_not_matter(text: str) -> None:
    assert named(text.replace("'s", " is")) == [DANA]


@pytest.mark.parametrize(
    "text",
    [
        "dana@dana.com",
        "# Dana",
        "##dana",
        "!important)",
        "![dana](x)",
        "C#",
        "#1",
        "@",
        "@ dana",
        "!!discovery",
        "x!discovery",
    ],
)
def test_a_token_begins_a_word_and_is_somebodys_name(text: str) -> None:
    assert named(text) == []


def test_part_of_a_name_will_do_where_only_one_has_it() -> None:
    assert named("@khan") == [AMIR]
    assert named("@reyes") == []
    assert named("@dana-reyes") == [DANA]


def test_half_a_word_is_no_name() -> None:
    assert named("@ami #halv") == []


def test_the_near_deal_is_meant_before_the_far_one() -> None:
    assert named("#renewal") == [RENEWAL]


def test_a_whole_name_counts_before_part_of_another() -> None:
    names = Names([Nameable(DISCOVERY, "Discovery plus", 0), Nameable(Ref(Sign.SKILL, 2), "Discovery", 1)])
    assert named("!discovery", names) == [Ref(Sign.SKILL, 2)]


def test_what_was_understood_once_is_remembered() -> None:
    names = Names([Nameable(DANA, "Daniela Reyes"), Nameable(AMIR, "Dana Khan")], {"@dana": DANA})
    assert named("@Dana", names) == [DANA]
    assert named("@dana-khan", names) == [AMIR]


def test_what_is_gone_is_not_remembered() -> None:
    assert named("@dana", Names([], {"@dana": DANA})) == []


@pytest.mark.parametrize(
    "name", ["山田 太郎", "हिन्दी सौदा", "محمد علي", "Ødegård & Søn", "O’Brien", "Мария Ли", "한국 지사"]
)
def test_names_of_any_script_are_written_as_tokens_and_understood(name: str) -> None:
    names = Names([Nameable(DANA, name)])
    assert named(f"with {spelled(Sign.REP, name)}, today", names) == [DANA]
    assert named(f"({names.shortest(DANA, name)})", names) == [DANA]


@given(st.text())
@example("A🄫")
def test_every_name_with_a_letter_can_be_written_as_a_token(name: str) -> None:
    names = Names([Nameable(RENEWAL, name)])
    if RENEWAL in names and any(map(str.isalpha, name)):
        assert named(spelled(Sign.DEAL, name), names) == [RENEWAL]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("15m", 15),
        ("Took 15m.", 15),
        ("1h30", 90),
        ("1h 30m", 90),
        ("1h30m", 90),
        ("2h", 120),
        ("(45min)", 45),
        ("1h 5m", 65),
    ],
)
def test_how_long_it_took(text: str, minutes: int) -> None:
    assert length_in(text) == minutes


@pytest.mark.parametrize(
    "text", ["5 m", "15mm", "15M", "€15m", "€ 15m", "15m €", "1.5m", "x15m", "15m2", "0m", "30h", "15m, or 20m"]
)
def test_what_is_no_length_or_says_two(text: str) -> None:
    assert length_in(text) is None


@given(st.text(), st.text(), st.sampled_from([*Sign]))
def test_tokens_stand_where_they_say_and_nothing_raises(before: str, after: str, sign: Sign) -> None:
    text = f"{before} {sign}dana {after} 15m"
    found: list[Token | Length] = [*tokens_in(text), *lengths_in(text)]
    assert all(text[each.start : each.end] == each.text or each.text[0] in "@#!" for each in found)
    assert any(each.text == f"{sign}dana" for each in found)


@pytest.mark.skipif(not NAUGHTY, reason="the shared data are absent")
def test_naughty_strings_raise_nothing() -> None:
    for text in NAUGHTY:
        refs_in(text, Names([Nameable(DANA, text), *TEAM]))
        length_in(text)
