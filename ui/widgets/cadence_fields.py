"""How often something is due: after how many days, and after how many overdue, kind by kind."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from coachjournal.commands.cadence import LONGEST
from coachjournal.queries.rhythm import SetCadence
from coachjournal.rules.cadence import Cadence, CadenceKind
from ui.widgets.buttons import QuietButton
from ui.widgets.field import indent
from ui.widgets.text import Text

_HEADS = ("", "Due after", "Overdue after", "")


class CadenceFields(QWidget):
    """A row each. `changed` names the kind whose figures a person left, `put_back` the one they want back."""

    changed = Signal(str)
    put_back = Signal(str)

    def __init__(self, *, name: str, told: bool) -> None:
        """With `told`, it is said below each kind what starts its count anew."""
        super().__init__()
        self.setObjectName(name)
        self._rows: dict[CadenceKind, tuple[QSpinBox, QSpinBox, QuietButton]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2 if told else 8)
        grid.setColumnStretch(0, 1)
        for column, words in enumerate(_HEADS):
            grid.addWidget(Text(words, "small"), 0, column)
        for kind in CadenceKind:
            self._add_row(grid, kind, told=told)

    def show_cadences(self, kept: Iterable[SetCadence]) -> None:
        """What a person is typing is left alone."""
        for each in kept:
            target, limit, back = self._rows[each.kind]
            for box, days in ((target, each.cadence.target_days), (limit, each.cadence.limit_days)):
                if not box.hasFocus():
                    box.setValue(days)
            beneath = each.beneath
            back.setToolTip(f"{beneath.target_days} and {beneath.limit_days} days")
            back.setEnabled(each.own)

    def cadence(self, kind: CadenceKind) -> Cadence:
        """What stands in a row; it may be one that cannot be."""
        target, limit, _ = self._rows[kind]
        return Cadence(target.value(), limit.value())

    def show_cadence(self, kind: CadenceKind, cadence: Cadence) -> None:
        target, limit, _ = self._rows[kind]
        target.setValue(cadence.target_days)
        limit.setValue(cadence.limit_days)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """The first figure takes the focus for all."""
        next(iter(self._rows.values()))[0].setFocus()

    def _add_row(self, grid: QGridLayout, kind: CadenceKind, *, told: bool) -> None:
        name, row = f"{self.objectName()}.{kind}", grid.rowCount()
        target = self._days(f"{name}.target", f"{kind.label}: due after", kind)
        limit = self._days(f"{name}.limit", f"{kind.label}: overdue after", kind)
        back = QuietButton("Put back", lambda: self.put_back.emit(kind), name=f"{name}.putBack")
        self._rows[kind] = (target, limit, back)
        for column, widget in enumerate((Text(kind.label, "bold"), target, limit, back)):
            grid.addWidget(widget, row, column)
        if told:
            resets = Text(kind.resets, "muted", wrap=True)
            resets.setContentsMargins(0, 0, 0, 12)
            grid.addWidget(resets, row + 1, 0, 1, len(_HEADS))

    def _days(self, name: str, label: str, kind: CadenceKind) -> QSpinBox:
        box = QSpinBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setRange(1, LONGEST)
        box.setSuffix(" days")
        indent(box)
        box.editingFinished.connect(lambda: self.changed.emit(kind))
        return box
