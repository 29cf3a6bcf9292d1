import pytest

from coachjournal.spelling.dictionary import Dictionary, dictionary
from coachjournal.spelling.language import Language
from coachjournal.spelling.speller import MOST


def nothing() -> None:
    pass


def read(language: Language) -> Dictionary:
    return dictionary(language, nothing)


@pytest.mark.parametrize(
    "word",
    [
        *("pipeline", "Wednesday", "doesn't", "doesn’t", "reps", "rep's", "stakeholders", "well-known", "one-on-one"),
        *("café", "naïve", "résumé", "cafe\u0301", "onboarding", "upsell", "Onboarding", "roadmap’s"),
    ],
)
def test_right_words_are_known(word: str) -> None:
    assert read(Language.BRITISH).knows(word)


@pytest.mark.parametrize(
    "word", ["recieve", "wednesday", "dosn’t", "stakholder's", "knwon-well", "definately", "naïvee"]
)
def test_wrong_words_are_not_known(word: str) -> None:
    assert not read(Language.BRITISH).knows(word)


@pytest.mark.parametrize(("language", "own", "other"), [("en_GB", "colour", "color"), ("en_US", "color", "colour")])
def test_british_and_american_each_have_their_own_spelling(language: str, own: str, other: str) -> None:
    words = read(Language(language))
    assert (words.knows(own), words.knows(other)) == (True, False)


@pytest.mark.parametrize(
    ("wrong", "right"), [("recieve", "receive"), ("stakholder", "stakeholder"), ("dosn’t", "doesn’t")]
)
def test_what_was_meant_is_among_the_first_suggestions(wrong: str, right: str) -> None:
    assert right in list(read(Language.BRITISH).near(wrong))[:MOST]


def test_a_name_of_the_team_is_suggested_first() -> None:
    assert next(read(Language.BRITISH).near("Danna", ["Dana", "Marek"])) == "Dana"


def test_whoever_types_gets_a_turn_while_a_dictionary_is_read() -> None:
    turns: list[int] = []
    read(Language.AMERICAN)
    dictionary(Language.BRITISH, lambda: turns.append(1))
    assert len(turns) > 90
