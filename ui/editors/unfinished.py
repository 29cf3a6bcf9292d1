"""What was typed in an editor and not saved: kept in the journal, and there again when the editor is next opened."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from coachjournal.commands.draft import drop_draft, keep_draft
from coachjournal.errors import StorageUnavailable
from coachjournal.queries.drafts import kept_draft
from ui.context import Context
from ui.widgets.date_field import DateField
from ui.widgets.level_choice import LevelChoice
from ui.widgets.name_picker import NamePicker
from ui.widgets.picked_up import PickedUp

_EVERY = 1000
"""Milliseconds: what is typed is on the disk a second later, whatever becomes of the window."""

Values = dict[str, str | int]
"""What stands in the fields, by name; a day as "2026-11-23"."""


class Unfinished(PickedUp):
    """Says that a draft was picked up, and turns between it and the fields as they are in the journal."""

    def __init__(self, context: Context, slot: str, *, name: str) -> None:
        super().__init__("Start afresh", name=name)
        self._context, self._slot = context, slot
        self._entries: Mapping[str, QWidget] = {}
        self._untouched: Values = {}
        self._other: Values = {}
        """What was changed in the draft that is not in sight: laid aside, or begun instead."""
        self._in_file = False
        self._kept: Values = {}
        self._meanwhile = QTimer(self)
        self._meanwhile.setInterval(_EVERY)
        self._meanwhile.timeout.connect(self._keep_meanwhile)
        self.turned.connect(self._on_turned)

    def pick_up(self, entries: Mapping[str, QWidget]) -> None:
        """Show the draft in the fields. One whose ground has shifted is none: the record was changed since."""
        self._entries = entries
        self._untouched = self._values()
        kept = self._context.journal.ask(kept_draft, slot=self._slot)
        self._in_file = kept is not None
        if kept is not None and kept.fields["was"].items() <= self._untouched.items():
            self._show(kept.fields["typed"])
            self.offer(self._context.locale.day_and_time(kept.kept_at))
        self._kept = self._typed()
        self._meanwhile.start()

    def keep(self) -> bool:
        """Keep what was changed; whether there was anything. May raise StorageUnavailable."""
        typed = self._typed() or self._other
        if typed:
            was = {key: self._untouched[key] for key in typed}
            self._context.journal.do(keep_draft, slot=self._slot, fields={"typed": typed, "was": was})
            self._in_file = True
        else:
            self._forget()
        self._kept = typed
        return bool(typed)

    def drop(self) -> None:
        """Forget the draft. May raise StorageUnavailable."""
        self._meanwhile.stop()
        self._forget()

    def _forget(self) -> None:
        if self._in_file:
            self._context.journal.do(drop_draft, slot=self._slot)
            self._in_file = False

    def _keep_meanwhile(self) -> None:
        """Keep what is new since the last second; where the file takes nothing, the next second tries again."""
        in_use = self._context.window.isVisible()  # once the window is gone its journal is shut
        if in_use and (self._typed() or self._other) != self._kept:
            with suppress(StorageUnavailable):
                self.keep()

    def _values(self) -> Values:
        values = ((key, _value(entry)) for key, entry in self._entries.items())
        return {key: value for key, value in values if value is not None}

    def _typed(self) -> Values:
        return {key: value for key, value in self._values().items() if value != self._untouched[key]}

    def _show(self, typed: Values) -> None:
        for key, value in {**self._untouched, **typed}.items():
            if _value(self._entries[key]) != value:
                _show(self._entries[key], value)

    def _on_turned(self, _aside: bool) -> None:
        shown, self._other = self._other, self._typed()
        self._show(shown)


def _value(entry: QWidget) -> str | int | None:
    """What stands in a field, None in one whose choice is a matter of a click."""
    match entry:
        case QLineEdit():
            return entry.text()
        case QPlainTextEdit():
            return entry.toPlainText()
        case QComboBox():
            return entry.currentText()
        case QSpinBox() | LevelChoice():
            return entry.value()
        case DateField():
            return entry.day.isoformat() if entry.day else ""
        case _:
            return None


def _show(entry: QWidget, value: str | int) -> None:
    match entry:
        case NamePicker():
            entry.choose(None)
            entry.setText(str(value))
            entry.complete()
        case QLineEdit():
            entry.setText(str(value))
        case QPlainTextEdit():
            entry.setPlainText(str(value))
        case QComboBox():
            entry.setCurrentIndex(max(entry.findText(str(value)), 0))
        case QSpinBox() | LevelChoice():
            entry.setValue(int(value))
        case DateField():
            entry.set_day(date.fromisoformat(str(value)) if value else None)
        case _:
            pass
