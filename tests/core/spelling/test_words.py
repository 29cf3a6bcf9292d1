import pytest

from coachjournal.spelling.words import base, words_in


def found(line: str) -> list[str]:
    words = words_in(line)
    assert all(line[word.start : word.end] == word.text for word in words)
    return [word.text for word in words]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Dana doesn't stall; she doesn’t wait.", ["Dana", "doesn't", "stall", "she", "doesn’t", "wait"]),
        ("a one-on-one, the reps’ pricing", ["one-on-one", "the", "reps", "pricing"]),
        ("# **Went** _well_ - [ ] ~~done~~", ["Went", "well", "done"]),
        ("and/or (maybe)", ["and", "or", "maybe"]),
        ("cafe\u0301 naïve", ["cafe\u0301", "naïve"]),
    ],
)
def test_words_are_found_between_marks_and_keep_their_apostrophes_and_hyphens(line: str, words: list[str]) -> None:
    assert found(line) == words


@pytest.mark.parametrize(
    "line",
    [
        "@dannna #akme-renewl !discovry",
        "`coode` and ``mor `e`` x".replace("and", "&"),
        "https://exampel.com/a?b=c www.exampel.org dana@exampel.com",
        "15m 2nd v2beta Q3plan 20/11",
        "CRM CRMs CRM’s RFP",
        "HubSpot LinkedIn iPhone eBay",
        "close_date deal_owner_naem",
        "report.xlsx exampel.com e.g. i.e.",
        "Привет 商談 مرحبا 测试hello Δelta",
        "x y I",
    ],
)
def test_what_is_no_plain_latin_word_is_never_looked_up(line: str) -> None:
    assert found(line) == []


def test_a_name_is_known_in_every_form_it_is_written_in() -> None:
    assert {base(word) for word in ("Dana", "dana", "Dana's", "Dana’s", "DANA")} == {"dana"}
