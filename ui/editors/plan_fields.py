"""The fields of a plan that save themselves when they are left."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from coachjournal.commands.plan import PlanFields
from coachjournal.errors import Rejected
from coachjournal.queries.plan_editor import PlanForm
from ui.context import Context
from ui.widgets.date_field import DateField
from ui.widgets.field import Field

Keep = Callable[[PlanFields, Callable[[Rejected], None]], bool]
"""Writes fields of the plan, or has the refusal said; whether they were written."""

_ONE_DAY = timedelta(days=1)


class PlanText(Field):
    """A few lines of text."""

    def __init__(self, key: str, label: str, *, keep: Keep, lines: int) -> None:
        self._text = QPlainTextEdit()
        super().__init__(label, self._text, name=f"planEditor.{key}")
        self._key, self._keep = key, keep
        self._kept = ""
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 20)
        self._text.installEventFilter(self)

    def show_text(self, text: str) -> None:
        """Show what the journal has, unless something else is being written here."""
        if self._text.toPlainText() == self._kept != text:
            self._text.setPlainText(text)
        self._kept = text

    def keep(self) -> bool:
        """Save what was changed; False when the journal refuses it."""
        text = self._text.toPlainText()
        if text == self._kept:
            return True
        self.settle()
        return self._keep(_fields({self._key: text}), lambda refusal: self.complain(refusal.sentence))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        return super().eventFilter(watched, event)


class PlanDays(QWidget):
    """Period, the day it was agreed and the next review; the period is shown with its last day."""

    def __init__(self, context: Context, *, keep: Keep) -> None:
        super().__init__()
        self._keep = keep
        self._kept: dict[str, date | None] = {}
        self._days = {
            "starts_on": self._day(context, optional=False),
            "ends_on": self._day(context, optional=False),
            "agreed_on": self._day(context, optional=True),
            "next_review_on": self._day(context, optional=True),
        }
        labels = ("From", "Until", "Agreed on", "Next review")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._fields: dict[str, Field] = {}
        for (key, day), label in zip(self._days.items(), labels, strict=True):
            self._fields[key] = Field(label, day, name=f"planEditor.{key}")
            row.addWidget(self._fields[key], 1)
            day.installEventFilter(self)

    def show_days(self, form: PlanForm) -> None:
        """Show what the journal has, unless another day is being written."""
        for key, day in {
            "starts_on": form.period.start,
            "ends_on": form.period.last_day,
            "agreed_on": form.agreed_on,
            "next_review_on": form.next_review_on,
        }.items():
            if key not in self._kept or self._days[key].day == self._kept[key]:
                self._days[key].set_day(day)
            self._kept[key] = day

    def keep(self) -> bool:
        changed = {key: day.day for key, day in self._days.items() if day.day != self._kept[key]}
        if not changed:
            return True
        for field in self._fields.values():
            field.settle()
        if changed.get("ends_on"):
            changed["ends_on"] = self._days["ends_on"].chosen_day + _ONE_DAY
        return self._keep(_fields(changed), self._complain)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        return super().eventFilter(watched, event)

    def _complain(self, refusal: Rejected) -> None:
        self._fields.get(refusal.field or "", self._fields["ends_on"]).complain(refusal.sentence)

    def _day(self, context: Context, *, optional: bool) -> DateField:
        today = context.journal.clock.today()
        return DateField(None if optional else today, today=today, locale=context.locale.qt, optional=optional)


def _fields(values: Mapping[str, Any]) -> PlanFields:
    """Fields whose names are only known when running."""
    return cast("PlanFields", dict(values))
