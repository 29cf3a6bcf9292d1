"""Whose signals are listed, and which kind."""

from collections.abc import Iterable

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachjournal.queries.signals import OpenSignal
from coachjournal.rules.signals.finding import Rule
from coachjournal.rules.signals.words import title
from ui.kept import kept_number
from ui.widgets.name_choice import NameChoice

_KEPT_REP, _KEPT_RULE = "signals/rep", "signals/rule"
_SEEN = 16
"""Characters of a name or a kind that are seen."""


class SignalsFilter(QWidget):
    """`changed` asks for other rows. Only what there is can be chosen; the choices are remembered."""

    changed = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self._rep_id = kept_number(settings.value(_KEPT_REP))
        kept = str(settings.value(_KEPT_RULE, ""))
        self._rule = kept if kept in {rule.value for rule in Rule} else ""
        self.reps = NameChoice(characters=_SEEN, name="signals.rep", label="Whose signals")
        self.rules = NameChoice(characters=_SEEN, name="signals.rule", label="Which kind")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for choice in (self.reps, self.rules):
            row.addWidget(choice)
            choice.activated.connect(self._on_choice)
        row.addStretch(1)

    @property
    def lets_all_through(self) -> bool:
        return self._rep_id is None and not self._rule

    def offer(self, signals: Iterable[OpenSignal], reps: Iterable[tuple[int, str]]) -> None:
        """Offer these reps, and the kinds of these signals; a kind that is chosen stays so where it has none left."""
        self.reps.clear()
        self.reps.addItem("Everybody", None)
        for rep_id, name in reps:
            self.reps.add_name(name, rep_id)
        rules = {signal.rule for signal in signals} | ({Rule(self._rule)} if self._rule else set())
        self.rules.clear()
        self.rules.addItem("Every kind", "")
        for rule in (rule for rule in Rule if rule in rules):
            self.rules.addItem(title(rule), rule.value)
        self.reps.setCurrentIndex(max(self.reps.findData(self._rep_id), 0))
        self.rules.setCurrentIndex(max(self.rules.findData(self._rule), 0))
        self._take()

    def fitting(self, signals: Iterable[OpenSignal]) -> tuple[OpenSignal, ...]:
        return tuple(
            signal
            for signal in signals
            if self._rep_id in {None, signal.subject.rep_id} and self._rule in {"", signal.rule.value}
        )

    def show_only(self, rep_id: int | None = None) -> None:
        """Everything about one rep, or about everybody."""
        self._rep_id, self._rule = rep_id, ""
        self._keep()

    def _on_choice(self) -> None:
        self._take()
        self._keep()
        self.changed.emit()

    def _take(self) -> None:
        self._rep_id, self._rule = self.reps.currentData(), self.rules.currentData()

    def _keep(self) -> None:
        self._settings.setValue(_KEPT_REP, self._rep_id)
        self._settings.setValue(_KEPT_RULE, self._rule)
