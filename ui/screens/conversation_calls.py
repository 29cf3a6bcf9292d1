"""The customer calls of a ride-along and what was seen, to read."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.queries.conversation_page import Call, ConversationPage, Observed
from coachjournal.rules.conversation import CallRole
from coachjournal.rules.words import length_of_talk
from ui.context import Context
from ui.widgets.rows import LinedRows
from ui.widgets.sheet import Sheet
from ui.widgets.text import Passage, SectionTitle, muted

_ROLES = {CallRole.OBSERVE: "observed", CallRole.JOINT: "joint call", CallRole.DEMONSTRATE: "demonstrated"}


class CallsSheet(Sheet):
    """Hidden while there is nothing to read."""

    def __init__(self, context: Context) -> None:
        super().__init__("Calls and observations", name="conversation.calls")
        self._context = context
        self._rows = LinedRows(name="conversation.calls.rows")
        self.add(self._rows)

    def show_page(self, page: ConversationPage) -> None:
        skill = page.head.focus_skill
        self.heading.say("Calls and observations", f"focus: {skill.lower()}" if skill else "")
        calls = [self._call(call, skill) for call in page.calls]
        self._rows.show_rows([*calls, *(_Told("Seen", "", _observed(seen)) for seen in page.observed)])
        self.setVisible(bool(page.calls or page.observed))

    def _call(self, call: Call, skill: str) -> QWidget:
        length = length_of_talk(call.minutes) if call.minutes else ""
        took_over = "I took over" if call.took_over else ""
        level = "" if call.level is None else f"{skill.lower() or 'level'} {self._context.locale.number(call.level)}"
        aside = ", ".join(part for part in (_ROLES[call.role], length, level, took_over) if part)
        return _Told(call.account or "A call", aside, _lines(call))


class _Told(QWidget):
    """A bold title with its aside, and labelled sentences below."""

    def __init__(self, title: str, aside: str, lines: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(SectionTitle(title, aside))
        for label, words in lines:
            column.addWidget(Passage(muted(label), words))


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
