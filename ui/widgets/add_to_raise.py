"""One line to note what is to be raised next time: what, whose, and whether it is private."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coachjournal.rules.conversation import Side
from ui.widgets.choices import ChipGroup


class AddToRaise(QWidget):
    """Whose it is and whether it is private is asked once something is typed. Enter emits `entered`."""

    entered = Signal()
    edited = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setObjectName(f"{name}.text")
        self.line.setAccessibleName("Raise next time")
        self.line.setPlaceholderText("Raise next time, Enter")
        self._side = ChipGroup(
            ((Side.MANAGER.value, "Mine"), (Side.REP.value, "Rep")), name=f"{name}.side", label="Whose it is"
        )
        self._private = QCheckBox("Private")
        self._private.setObjectName(f"{name}.private")
        self._private.setToolTip("In no document")
        self._details = QWidget()
        row = QHBoxLayout(self._details)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._side)
        row.addWidget(self._private)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self._details)
        self.clear()
        self.line.textChanged.connect(lambda text: self._details.setVisible(bool(text.strip())))
        self.line.returnPressed.connect(self.entered)
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        self._side.chosen.connect(lambda _side: self.edited.emit())
        self._private.clicked.connect(lambda _checked: self.edited.emit())

    @property
    def text(self) -> str:
        return self.line.text().strip()

    @property
    def side(self) -> Side:
        return Side(self._side.choice)

    @property
    def private(self) -> bool:
        return self._private.isChecked()

    def call(self, rep: str) -> None:
        """Name the rep whose item it may be."""
        self._side.rename(Side.REP.value, f"{rep}’s")

    def clear(self) -> None:
        """Ready for another."""
        self.show_item("", Side.MANAGER, private=False)

    def show_item(self, text: str, side: Side, private: bool) -> None:
        """Show what was being typed."""
        self.line.setText(text)
        self._side.choose(side.value)
        self._private.setChecked(private)
        self._details.setVisible(bool(text))
