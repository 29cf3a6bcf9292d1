"""Read stages and statuses: which words mean won, lost or still open, in the CRMs' own and other languages."""

from coachjournal.rules.deal import Outcome
from coachjournal.rules.imported_deals import plain_words

_WON = """
    won; closed won; close won; closed as won; win; won deal; deal won; closed won deal; sold; signed; gewonnen;
    geschlossen gewonnen; abgeschlossen und gewonnen; gagné; gagnée; fermée gagnée; fermé gagné; conclue gagnée;
    ganado; ganada; cerrada ganada; cerrado ganado; ganho; ganha; fechado ganho; fechada e ganha; vinto; vinta;
    chiuso vinto; gewonnen gesloten; vunnen; vundet; wygrana; zamknięta wygrana; выиграна; успешно реализовано; 受注;
    成約
"""
_LOST = """
    lost; closed lost; close lost; closed as lost; loss; lost deal; deal lost; closed lost to competition; out sold;
    outsold; canceled; cancelled; disqualified; abandoned; no decision; rejected; verloren; geschlossen verloren;
    abgeschlossen und verloren; perdu; perdue; fermée perdue; fermé perdu; conclue perdue; perdido; perdida; cerrada
    perdida; cerrado perdido; descartada; fechado perdido; fechada e perdida; perso; persa; chiuso perso; förlorad;
    tabt; przegrana; zamknięta przegrana; проиграна; закрыто и не реализовано; 失注
"""
_OPEN = """
    open; in progress; active; new; on hold; pending; offen; ouverte; ouvert; abierta; abierto; aberto; aberta; aperta
"""
# A deal that is “closed” may be either.
_EITHER = """
    closed; close; done; completed; complete; finished; geschlossen; abgeschlossen; fechado; fechada; cerrado;
    chiuso
"""


def _phrases(words: str) -> frozenset[str]:
    return frozenset(plain_words(phrase) for phrase in words.split(";"))


_OUTCOMES = (
    dict.fromkeys(_phrases(_OPEN), Outcome.OPEN)
    | dict.fromkeys(_phrases(_WON), Outcome.WON)
    | dict.fromkeys(_phrases(_LOST), Outcome.LOST)
)
_AMBIGUOUS = _phrases(_EITHER)


def outcome_of(words: str) -> Outcome | None:
    """The outcome that the name of a stage or status says by itself; None where it says none."""
    return _OUTCOMES.get(plain_words(words))


def may_be_either(words: str) -> bool:
    """Whether the words say that a deal is over without saying how."""
    return plain_words(words) in _AMBIGUOUS
