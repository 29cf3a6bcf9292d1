"""Whose journal this is, and what holds where a file does not say: the currency and the first day of a week."""

from PySide6.QtWidgets import QComboBox, QLineEdit

from coachjournal.commands.setting import write_details
from coachjournal.queries.settings import settings
from ui.context import Context
from ui.editors.editor import Editor

WEEK_STARTS = (("Monday", 0), ("Saturday", 5), ("Sunday", 6))


class DetailsEditor(Editor):
    """The manager's name stands in development plans, beside the rep's."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Your details", name="details", keeps="mine")
        now = context.journal.ask(settings)
        self._name, self._role = QLineEdit(now.manager_name), QLineEdit(now.manager_role)
        self._currency = QLineEdit(now.currency)
        self._week_start = QComboBox()
        for day, number in WEEK_STARTS:
            self._week_start.addItem(day, number)
        self._week_start.setCurrentIndex(self._week_start.findData(now.week_start))
        row = self.add_row()
        self.add("name", "Your name", self._name, aside="as it stands in plans", beside=row)
        self.add("role", "Your role", self._role, beside=row)
        row = self.add_row()
        self.add("currency", "Currency", self._currency, aside="of amounts without one", beside=row)
        self.add("week_start", "A week starts on", self._week_start, beside=row)
        self._name.setFocus()

    def save(self) -> None:
        self.context.journal.do(
            write_details,
            name=self._name.text(),
            role=self._role.text(),
            currency=self._currency.text(),
            week_start=self._week_start.currentData(),
        )
