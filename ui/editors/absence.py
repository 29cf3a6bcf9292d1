"""When a rep is away, or the manager and with them everybody: a first day, a last day, perhaps why."""

from PySide6.QtWidgets import QLineEdit

from coachjournal.commands.absence import add_absence, change_absence, remove_absence
from coachjournal.queries.absences import Absence
from ui.context import Context
from ui.editors.editor import Editor
from ui.widgets.buttons import QuietButton
from ui.widgets.date_field import DateField
from ui.widgets.text import Text

_COUNTS = "These days are not counted: nobody is due because of them, and meetings on them wait for nobody."


class AbsenceEditor(Editor):
    """Adds an absence, or changes one; `rep` is empty for one of the manager or of everybody."""

    def __init__(self, context: Context, rep_id: int | None, rep: str, absence: Absence | None = None) -> None:
        title = f"{rep} is away" if rep_id is not None else "You are away, or everybody is"
        super().__init__(context, title, name="absenceEditor", finish="Save")
        self._rep_id, self._absence = rep_id, absence
        today, locale = context.journal.clock.today(), context.locale.qt
        self.form.addWidget(Text(_COUNTS, "muted", wrap=True))
        self._first = DateField(absence.period.start if absence else today, today=today, locale=locale)
        self._last = DateField(absence.period.last_day if absence else today, today=today, locale=locale)
        self._reason = QLineEdit(absence.reason if absence else "")
        self._reason.setPlaceholderText("holiday, training, bank holiday")
        row = self.add_row()
        self.add("first_day", "First day", self._first, beside=row)
        self.add("last_day", "Last day", self._last, beside=row)
        self.add("reason", "Why", self._reason, aside="optional")
        if absence is not None:
            self.form.addWidget(QuietButton("Remove", self._remove, name="absenceEditor.remove"))
        self._first.day_changed.connect(self._take_along)
        self._first.setFocus()

    def save(self) -> None:
        do, first, last, reason = self.context.journal.do, self._first, self._last, self._reason.text()
        first_day, last_day = first.chosen_day, last.chosen_day
        if self._absence is None:
            do(add_absence, rep_id=self._rep_id, first_day=first_day, last_day=last_day, reason=reason)
        else:
            absence_id = self._absence.absence_id
            do(change_absence, absence_id=absence_id, first_day=first_day, last_day=last_day, reason=reason)

    def _take_along(self) -> None:
        """A last day before the first is nobody's wish: it comes along."""
        if self._last.chosen_day < self._first.chosen_day:
            self._last.set_day(self._first.chosen_day)

    def _remove(self) -> None:
        if self._absence is not None:
            self.context.do(remove_absence, absence_id=self._absence.absence_id)
        self.leave()
