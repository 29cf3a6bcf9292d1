"""A labelled field that can say, right beside it, why what was typed cannot be taken."""

from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.text import Text


class Field(QWidget):
    """A label above its input, and below it the journal's sentence when it says no."""

    def __init__(self, label: str, entry: QWidget, *, name: str, aside: str = "") -> None:
        super().__init__()
        self.entry = entry
        self._aside = aside
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._caption = Text("", "small")
        self._caption.setBuddy(entry)
        self._problem = Text("", "problem", wrap=True)
        self._problem.setObjectName(f"{name}.problem")
        self._problem.hide()
        indent(entry)
        entry.setObjectName(name)
        self.say(label)
        entry.setAccessibleDescription(aside)
        column.addWidget(self._caption)
        column.addWidget(entry)
        column.addWidget(self._problem)

    def say(self, label: str) -> None:
        """Give the field another label."""
        self._caption.setText(label.replace("&", "&&"))  # a label of a field takes the letter behind one "&" as key
        self.entry.setAccessibleName(label)

    @property
    def problem(self) -> str:
        return self._problem.text()

    def complain(self, sentence: str) -> None:
        """Show the sentence and lead back to the input."""
        self.note(sentence)
        self.entry.setFocus()

    def note(self, sentence: str) -> None:
        """Show the sentence and leave the user where they are."""
        self._mark(sentence)

    def settle(self) -> None:
        """Take the sentence away."""
        self._mark("")

    def _mark(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.entry.setAccessibleDescription(sentence or self._aside)
        self.entry.setProperty("wrong", bool(sentence))
        self.entry.style().polish(self.entry)


def indent(entry: QWidget) -> None:
    """A style sheet's padding reaches every input but the line inside a spin box."""
    line: QLineEdit | None = entry.findChild(QLineEdit)
    if line is not None and isinstance(entry, QAbstractSpinBox) and not isinstance(entry, QDateEdit):
        line.setTextMargins(6, 0, 6, 0)
