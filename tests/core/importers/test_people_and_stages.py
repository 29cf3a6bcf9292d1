import pytest

from coachjournal.importers.people import read_owner
from coachjournal.importers.stages import may_be_either, outcome_of
from coachjournal.rules.deal import Outcome
from coachjournal.rules.imported_deals import ImportedRep


@pytest.mark.parametrize(
    ("text", "rep"),
    [
        ("Nora  Lind", ImportedRep("Nora Lind", "")),
        ("michael.scott@example.com", ImportedRep("Michael Scott", "michael.scott@example.com")),
        ("m_scott2+crm@example.com", ImportedRep("M Scott", "m_scott2+crm@example.com")),
        ("Nora Lind <nora@example.com>", ImportedRep("Nora Lind", "nora@example.com")),
        ("Nora Lind (nora@example.com)", ImportedRep("Nora Lind", "nora@example.com")),
        ("123@example.com", ImportedRep("123@example.com", "123@example.com")),
    ],
)
def test_an_owner_is_a_name_and_perhaps_an_address(text: str, rep: ImportedRep) -> None:
    assert read_owner(text) == rep


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Closed Won", Outcome.WON),
        ("closedwon", Outcome.WON),
        ("CLOSED-WON", Outcome.WON),
        ("Gewonnen", Outcome.WON),
        ("Lost", Outcome.LOST),
        ("Closed Lost to Competition", Outcome.LOST),
        ("Canceled", Outcome.LOST),
        ("In Progress", Outcome.OPEN),
        ("Negotiation", None),
        ("Not won yet", None),
        ("Closed", None),
    ],
)
def test_words_say_an_outcome_only_where_they_are_sure(words: str, outcome: Outcome | None) -> None:
    assert outcome_of(words) == outcome


def test_closed_alone_may_be_either() -> None:
    assert may_be_either("Closed")
    assert not may_be_either("Closed Won")
