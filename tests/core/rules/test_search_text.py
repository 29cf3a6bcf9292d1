import pytest

from coachjournal.rules.search_text import folded, for_search, is_spaceless


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("Zoë ÅGREN", "zoe agren"),
        ("Straße", "strasse"),
        ("Łódź, Tromsø", "lodz, tromso"),
        ("e\u0301te\u0301", "ete"),
        ("ﬁnal ＡＢＣ", "final abc"),
        ("Ver\u00adtrag", "vertrag"),
        ("كَتَبَ", "كتب"),
        ("שָׁלוֹם", "שלום"),
        ("İstanbul", "istanbul"),
    ],
)
def test_capitals_accents_and_points_make_no_difference(written: str, searched: str) -> None:
    assert folded(written) == searched


def test_a_korean_syllable_begins_with_its_first_letters() -> None:
    assert folded("한").startswith(folded("하"))


@pytest.mark.parametrize("written", ["会議室", "ที่ประชุม", "ປະຊຸມ", "အစည်းအဝေး", "កិច្ចប្រជុំ", "ཚོགས་འདུ", "ひらカナ"])
def test_signs_of_scripts_without_spaces_stand_alone(written: str) -> None:
    assert all(len(word) == 1 for word in for_search(written).split())
    assert is_spaceless(written[0])


def test_words_of_other_scripts_stay_whole() -> None:
    assert for_search("Встреча, बैठक, 회의") == folded("встреча, बैठक, 회의")
    assert for_search("Ask for Q3") == "Ask for Q3"
    assert for_search("Q3会議").split() == ["q3", "会", "議"]


def test_what_marks_a_facet_cannot_be_typed() -> None:
    assert for_search("\ue000rep1") == "rep1"
