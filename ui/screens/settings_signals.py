"""Settings: when each signal is told, with how many rows at least, and which are switched off."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QVBoxLayout, QWidget

from coachjournal.commands.signal_limits import put_back_rule, put_back_rules, set_limit, switch_rule
from coachjournal.queries.signal_limits import signal_limits
from coachjournal.rules.signals.finding import Rule
from coachjournal.rules.signals.limits import SHIPPED, Limit, limits_of
from coachjournal.rules.signals.words import title
from ui.context import Context
from ui.screens.settings_section import SettingsSection, buttons, column, halves
from ui.widgets.buttons import QuietButton
from ui.widgets.field import Field
from ui.widgets.layouts import clear
from ui.widgets.ordered_list import OrderedList, OrderedRow
from ui.widgets.row_keys import RowKeys
from ui.widgets.text import Text

_RULES = tuple(Rule)
_HOW = "A signal says nothing below its smallest sample. Space switches the one in focus off and on."
_BY_CADENCE = "How many days are too many is said by the cadence of each kind, for the team or for one rep."
_BY_ITSELF = "It needs no number."


class SignalsSection(SettingsSection):
    """The rules at the left, the numbers of the chosen one at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, name="settings.signals")
        self._limits, self._shown = SHIPPED, 0
        self._fields: dict[Limit, Field] = {}
        self.list = OrderedList(name="settings.signals.list", label="Signals", most_rows=len(_RULES))
        self._title = Text("", "section")
        self._sentence = Text("", "muted", wrap=True)
        self._sentence.setObjectName("settings.signals.sentence")
        self._on = QCheckBox("Tell me of it")
        self._on.setObjectName("settings.signals.on")
        self._numbers = QWidget()
        self._rows = QVBoxLayout(self._numbers)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        self._back = QuietButton("Put this signal back as it shipped", self._on_back, name="settings.signals.putBack")
        back_all = QuietButton("Put back all that shipped", self._on_back_all, name="settings.signals.putBackAll")
        right = column(self._title, self._sentence, self._on, self._numbers, buttons(self._back))
        self.rows.addWidget(Text(_HOW, "muted", wrap=True))
        self.rows.addWidget(halves(column(self.list, buttons(back_all)), right), 1)
        self.list.pointed.connect(self._show_rule)
        self._on.clicked.connect(self._switch)
        RowKeys(self.list, {" ": lambda: self._switch(self._is_off(self._rule))})

    def show_page(self) -> None:
        self._limits = self.context.journal.ask(signal_limits)
        self.list.show_rows(
            OrderedRow(number, f"{title(rule)} (off)" if rule in self._limits.off else title(rule), self._is_off(rule))
            for number, rule in enumerate(_RULES, 1)
        )
        self._show_rule(self.list.key)

    def finish(self) -> None:
        """Keep a number that is being typed."""
        super().finish()
        for field in self._fields.values():
            if isinstance(field.entry, QDoubleSpinBox):
                field.entry.interpretText()

    # ------------------------------------------------------------------------------------------- showing

    @property
    def _rule(self) -> Rule:
        return _RULES[self._shown - 1]

    def _is_off(self, rule: Rule) -> bool:
        return rule in self._limits.off

    def _show_rule(self, number: int) -> None:
        anew, self._shown = number != self._shown, number
        rule = self._rule
        self._title.setText(title(rule))
        self._sentence.setText(_without_numbers(rule))
        self._sentence.setVisible(bool(self._sentence.text()))
        self._on.setChecked(not self._is_off(rule))
        if anew:
            self._make_fields(rule)
        for limit, field in self._fields.items():
            if isinstance(field.entry, QDoubleSpinBox) and (anew or not field.entry.hasFocus()):
                field.entry.setValue(self._limits.number(limit))
            field.setEnabled(not self._is_off(rule))
        self._back.setEnabled(self._is_off(rule) or any(limit in self._limits.chosen for limit in limits_of(rule)))

    def _make_fields(self, rule: Rule) -> None:
        clear(self._rows)
        self._fields = {}
        for limit in limits_of(rule):
            entry = _number_field(limit)
            field = Field(limit.shape.words, entry, name=f"settings.signals.{limit.value}")
            entry.editingFinished.connect(partial(self._keep, limit, entry))
            self._fields[limit] = field
            self._rows.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)

    # ------------------------------------------------------------------------------------------- keeping

    def _keep(self, limit: Limit, entry: QDoubleSpinBox) -> None:
        if entry.value() != self._limits.number(limit):
            self.keep(self._fields[limit], set_limit, limit=limit, value=entry.value())

    def _switch(self, on: bool) -> None:
        self.context.do(switch_rule, rule=self._rule, on=on)

    def _on_back(self) -> None:
        self.context.do(put_back_rule, rule=self._rule)

    def _on_back_all(self) -> None:
        self.context.do(put_back_rules)


def _without_numbers(rule: Rule) -> str:
    """Why there is nothing to set; "" where the fields say what is counted."""
    if rule in {Rule.NOT_COACHED, Rule.NO_FIELD_TIME}:
        return _BY_CADENCE
    return "" if limits_of(rule) else _BY_ITSELF


def _number_field(limit: Limit) -> QDoubleSpinBox:
    shape = limit.shape
    field = QDoubleSpinBox()
    field.setDecimals(shape.decimals)
    field.setRange(shape.least, shape.most)
    field.setSingleStep(0.1 if shape.decimals else 1)
    field.setSuffix(f" {shape.unit}")
    return field
