"""The next free hours of the manager, as chips that fill in a day and a time."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachjournal.queries.free_slots import Slot
from ui.locale import Locale
from ui.widgets.choices import Chip
from ui.widgets.flow import Flow
from ui.widgets.layouts import clear

_MOST = 4
"""One a day as a rule, which is most of a week."""


class SlotChips(QWidget):
    """`chosen` carries the slot. The first of each day is offered: who wants another hour types it."""

    chosen = Signal(object)

    def __init__(self, locale: Locale, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName("Free hours")
        self._locale = locale
        self._flow = Flow(self)

    def offer(self, slots: Iterable[Slot]) -> None:
        clear(self._flow)
        first_of_day = {slot.start.astimezone().date(): slot for slot in reversed(tuple(slots))}
        offered = [first_of_day[day] for day in sorted(first_of_day)][:_MOST]
        for number, slot in enumerate(offered):
            chip = Chip(self._words(slot), name=f"{self.objectName()}.{number}", checkable=False)
            chip.clicked.connect(partial(self.chosen.emit, slot))
            self._flow.addWidget(chip)
            chip.show()
        self.setVisible(bool(offered))

    def _words(self, slot: Slot) -> str:
        return f"{self._locale.due(slot.start.astimezone().date())} {self._locale.time(slot.start)}"
