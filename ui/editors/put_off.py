"""Not now: why a signal waits, and on which day it returns. Nothing that is open is hidden in silence."""

from datetime import timedelta

from PySide6.QtWidgets import QLineEdit

from coachjournal.commands.signal import put_off_signal
from coachjournal.queries.signals import OpenSignal
from coachjournal.rules.signals.words import told
from ui.context import Context
from ui.editors.editor import Editor
from ui.widgets.date_field import DateField
from ui.widgets.numbered_chips import NumberedChips
from ui.widgets.text import Passage, bold

REASONS = ("Something else first", "Too little to tell yet", "There is a good reason", "It will pass by itself")
AWAY = timedelta(days=30)
"""In a month enough has happened to look at it anew."""


class PutOff(Editor):
    """1 to 4 choose a reason, which can be put into other words; Ctrl+Enter puts the signal off."""

    def __init__(self, context: Context, signal: OpenSignal) -> None:
        super().__init__(context, "Not now", name="putOff", finish="Put it off", keeps=signal.draft_key)
        self._finding = signal.last
        today = context.journal.clock.today()
        self.form.addWidget(Passage(bold(signal.rep), told(signal.last, context.locale).headline))
        self._reasons = NumberedChips(((reason, reason) for reason in REASONS), name="putOff.reasons", label="Why")
        self._words = QLineEdit()
        self._words.setPlaceholderText("or in your own words")
        self._day = DateField(today + AWAY, today=today, locale=context.locale.qt)
        self.form.addWidget(self._reasons)
        self.add("reason", "Why", self._words)
        self.add("returns_on", "It returns on", self._day)
        self._reasons.chosen.connect(self._words.setText)
        self._words.textEdited.connect(lambda _words: self._reasons.choose_none())
        self._reasons.setFocus()
        self.make_room()

    def save(self) -> None:
        self.context.journal.do(
            put_off_signal, finding=self._finding, reason=self._words.text(), returns_on=self._day.chosen_day
        )
