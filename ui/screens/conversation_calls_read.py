"""Customer calls in words, and to read: in a conversation that has become another kind than a ride-along."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.queries.conversation_page import Call, Observed
from coachjournal.queries.ride_along import DayCall
from coachjournal.rules.conversation import CallRole
from coachjournal.rules.words import length_of_talk
from ui.locale import Locale
from ui.widgets.text import Passage, SectionTitle, muted

ROLES = {CallRole.OBSERVE: "observed", CallRole.JOINT: "joint call", CallRole.DEMONSTRATE: "demonstrated"}


class Told(QWidget):
    """A bold title with its aside, and labelled sentences below."""

    def __init__(self, title: str, aside: str, lines: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(SectionTitle(title, aside))
        for label, words in lines:
            column.addWidget(Passage(muted(label), words))


def told_call(call: Call, skill: str, locale: Locale) -> Told:
    """A call as it is read."""
    return Told(call.account or "A call", about_call(call, skill, locale), _lines(call))


def named_call(call: DayCall) -> tuple[str, str]:
    """Whom the call is to and about which deal; what the deal's name repeats is not said twice."""
    if not call.account:
        return call.deal or "A call", ""
    return call.account, call.deal.removeprefix(call.account).lstrip(" ,:-–")


def about_call(call: Call | DayCall, skill: str, locale: Locale) -> str:
    """The role, the length, the level and who led: "joint call, 45 min, discovery 3, I took over"."""
    length = length_of_talk(call.minutes) if call.minutes else ""
    level = "" if call.level is None else f"{skill.lower() or 'level'} {locale.number(call.level)}"
    took_over = "I took over" if call.took_over else ""
    return ", ".join(part for part in (ROLES[call.role], length, level, took_over) if part)


def _lines(call: Call) -> Iterable[tuple[str, str]]:
    told = (
        ("Objective:", call.objective),
        ("Outcome:", call.outcome),
        ("Went well:", call.went_well),
        ("Differently:", call.differently),
    )
    yield from ((label, words) for label, words in told if words)
    for seen in call.observed:
        yield from _observed(seen)


def _observed(seen: Observed) -> Iterable[tuple[str, str]]:
    label = "Seen, private:" if seen.private else "Seen:"
    words = " ".join(part for part in (seen.situation, seen.behaviour, seen.impact) if part)
    yield label, words
