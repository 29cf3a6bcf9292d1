"""The base of every editor: Ctrl+Enter finishes, Esc goes back and keeps the draft, a refusal stands by its field."""

from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coachjournal.errors import Rejected, StorageUnavailable
from ui.context import Context
from ui.editors.form_area import FormArea
from ui.editors.unfinished import Unfinished
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.field import Field
from ui.widgets.text import Text

UNKEPT = "These words are not kept yet. Esc once more leaves without them."
MARGIN = 48
"""Pixels of the page that stay in sight around an editor, however large the text is."""
_LINES_AROUND = 9
"""Lines of text that the title, the buttons and a problem take."""


class Editor(QDialog):
    """A small window over the page. Subclasses add fields, override `save`, and are shown with `open()`.

    `save` hands the fields' values to the journal; when it raises Rejected with the name of a field, the sentence
    appears beside the field added under that name, else above the buttons; the editor stays, nothing is lost.
    `keeps` names the record whose draft Esc keeps ("7", "new"); without it nothing is kept.
    """

    def __init__(self, context: Context, title: str, *, name: str, finish: str = "Save", keeps: str = "") -> None:
        super().__init__(context.window)
        self.context = context
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._fields: dict[str, Field] = {}
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(24, 20, 24, 16)
        self.rows.setSpacing(12)
        self.rows.addWidget(Text(title, "title"))
        self._unfinished = Unfinished(context, f"editor:{name}:{keeps}", name=f"{name}.pickedUp") if keeps else None
        if self._unfinished is not None:
            self.rows.addWidget(self._unfinished)
        self._area = FormArea()
        self._area.room = context.window.height() - MARGIN - self.fontMetrics().lineSpacing() * _LINES_AROUND
        self.form = self._area.form
        self.rows.addWidget(self._area, 1)
        self.problem = Text("", "problem", wrap=True)
        self.problem.setObjectName(f"{name}.problem")
        self.rows.addWidget(self.problem)
        self._add_buttons(name, finish)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.finish)
        wanted = self.fontMetrics().averageCharWidth() * 64
        self.setMinimumWidth(min(wanted, context.window.width() - MARGIN))

    def add(self, key: str, label: str, entry: QWidget, *, aside: str = "", beside: QHBoxLayout | None = None) -> Field:
        """Add a field under the name the command knows it by. `beside` puts it into a row made with `add_row`."""
        field = Field(label, entry, name=f"{self.objectName()}.{key}", aside=aside)
        self._fields[key] = field
        if beside is None:
            self.form.addWidget(field)
        else:
            beside.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        return field

    def know(self, key: str, field: Field) -> None:
        """Take care of a field that stands in a place of its own: its draft, and what is wrong with it."""
        self._fields[key] = field

    def add_row(self) -> QHBoxLayout:
        """A row for fields that stand side by side."""
        row = QHBoxLayout()
        row.setSpacing(12)
        self.form.addLayout(row)
        return row

    def open(self) -> None:
        """Show it, with what was being typed when it was last left."""
        if self._unfinished is not None:
            self._unfinished.pick_up({key: field.entry for key, field in self._fields.items()})
            self.make_room()
        super().open()

    def make_room(self) -> None:
        """Grow with what was added; Qt does not do so by itself where words or chips may wrap."""
        self.form.activate()
        self._area.updateGeometry()  # at once, not with the next turn of the loop
        self.rows.activate()
        wanted = max(self.height(), self.rows.totalHeightForWidth(self.width()))
        self.resize(self.width(), min(wanted, self.context.window.height() - MARGIN))

    def save(self) -> None:
        """Hand the values to the journal."""
        raise NotImplementedError

    def finish(self) -> None:
        """Save and close, or say what stands in the way."""
        self._settle()
        try:
            self.save()
        except Rejected as refusal:
            self._complain(refusal)
        except StorageUnavailable as trouble:
            self.problem.setText(f"{trouble.sentence} What you typed is still here.")
            self.make_room()
        else:
            self._forget_draft()
            self.accept()

    def reject(self) -> None:
        """Esc goes back and keeps what was typed; where it cannot be kept, only a second Esc leaves it behind."""
        try:
            kept = self._unfinished is not None and self._unfinished.keep()
        except StorageUnavailable:
            if self.problem.text() != UNKEPT:
                self.problem.setText(UNKEPT)
                return
            kept = False
        if kept:
            self.context.messages.note("Kept as a draft. It is there when you open this again.")
        super().reject()

    def leave(self) -> None:
        """Go back and keep nothing: what was typed was about something that is gone."""
        self._forget_draft()
        super().reject()

    def _forget_draft(self) -> None:
        if self._unfinished is not None:
            with suppress(StorageUnavailable):  # the draft of something finished is shown once more, no worse
                self._unfinished.drop()

    def _complain(self, refusal: Rejected) -> None:
        field = self._fields.get(refusal.field or "")
        if field is None:
            self.problem.setText(refusal.sentence)
        else:
            field.complain(refusal.sentence)
        self.make_room()

    def _settle(self) -> None:
        self.problem.setText("")
        for field in self._fields.values():
            field.settle()

    def _add_buttons(self, name: str, finish: str) -> None:
        self.buttons = row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(QuietButton("Back", self.reject, name=f"{name}.back", hint="Esc"))
        self.finisher = PrimaryButton(finish, self.finish, name=f"{name}.finish", hint="Ctrl+Return")
        row.addWidget(self.finisher)
        self.rows.addLayout(row)
