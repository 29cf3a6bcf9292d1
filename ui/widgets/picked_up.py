"""Says that a draft was picked up; one key lays it aside, the same key brings it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.widgets.buttons import QuietButton
from ui.widgets.text import Text


class PickedUp(QFrame):
    """Hidden until it `offer`s. `turned` carries whether the draft shall be laid aside or brought back."""

    turned = Signal(bool)

    def __init__(self, aside: str, *, name: str, key: str = "Ctrl+D") -> None:
        """`aside` is the button's word for laying the draft aside."""
        super().__init__()
        self.setObjectName(name)
        self._aside = aside
        self._is_aside = False
        self._words = Text("", "muted", wrap=True)
        self._button = QuietButton(aside, self._turn, name=f"{name}.turn", key=key)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def offer(self, when: str) -> None:
        """Say when the draft was kept that now stands in the fields."""
        self._is_aside = False
        self._words.setText(f"Picked up where you left off, {when}.")
        self._button.say(self._aside)
        self.show()

    @property
    def words(self) -> str:
        return self._words.text()

    def _turn(self) -> None:
        self._is_aside = not self._is_aside
        self._words.setText("Laid aside." if self._is_aside else "Brought back.")
        self._button.say("Bring it back" if self._is_aside else self._aside)
        self.turned.emit(self._is_aside)
