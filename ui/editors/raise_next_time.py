"""Noting what to raise with a rep next time, from wherever one is; or changing what was noted."""

from PySide6.QtWidgets import QCheckBox, QLineEdit

from coachjournal.commands.agenda_item import edit_agenda_item, raise_next_time
from coachjournal.errors import Rejected
from coachjournal.queries.agenda import ToRaise
from coachjournal.queries.reps import reps
from coachjournal.rules.conversation import Side
from ui.context import Context
from ui.editors.editor import Editor
from ui.widgets.choices import ChipGroup
from ui.widgets.rep_picker import RepPicker


class RaiseNextTime(Editor):
    """One line, Enter. `item` is one to change; else the rep in sight is filled in."""

    def __init__(self, context: Context, *, rep_id: int | None, item: ToRaise | None = None) -> None:
        keeps = f"item.{item.agenda_item_id}" if item else f"rep.{rep_id or ''}"
        super().__init__(context, "Raise next time", name="raiseNextTime", finish="Keep it", keeps=keeps)
        self._item = item
        everyone = context.journal.ask(reps)
        named = [(each.rep_id, each.rep) for each in everyone if each.active or each.rep_id == rep_id]
        self._rep = RepPicker(named, rep_id)
        self._text = QLineEdit(item.text if item else "")
        self._side = ChipGroup(
            ((Side.MANAGER.value, "Mine"), (Side.REP.value, "The rep’s")),
            name="raiseNextTime.side",
            label="Whose it is",
        )
        self._side.choose(item.side if item else Side.MANAGER)
        self._private = QCheckBox("Private, in no document")
        self._private.setObjectName("raiseNextTime.private")
        self._private.setChecked(bool(item and item.private))
        if item is None:
            self.add("rep_id", "With", self._rep)
        self.add("text", "What", self._text)
        row = self.add_row()
        self.add("side", "Whose it is", self._side, beside=row)
        self.form.addWidget(self._private)
        self._rep.chosen.connect(lambda _rep_id: self._go_on())
        self._text.returnPressed.connect(self.finish)
        (self._text if rep_id else self._rep).setFocus()

    def save(self) -> None:
        self._rep.complete()
        text, side, private = self._text.text(), Side(self._side.choice), self._private.isChecked()
        if self._item is not None:
            item_id = self._item.agenda_item_id
            self.context.journal.do(edit_agenda_item, agenda_item_id=item_id, text=text, side=side, private=private)
        elif self._rep.rep_id is None:
            raise Rejected("Two letters of the rep’s name do.", field="rep_id")
        else:
            self.context.journal.do(raise_next_time, rep_id=self._rep.rep_id, text=text, side=side, private=private)

    def _go_on(self) -> None:
        """On to the words once Enter took the name; whoever left for another field stays there."""
        if self._rep.hasFocus():
            self._text.setFocus()
