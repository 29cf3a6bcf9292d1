"""When the words on the page were last saved, or that they could not be."""

from PySide6.QtGui import QAccessible, QAccessibleEvent

from ui.widgets.text import Text


class SavedMark(Text):
    """Says "Saved 17:42:08", or in red why saving fails."""

    def __init__(self, *, name: str) -> None:
        super().__init__("", "small", wrap=True)
        self.setObjectName(name)

    def saved(self, when: str) -> None:
        self._say(f"Saved {when}", "small")

    def troubled(self, sentence: str) -> None:
        words = f"{sentence} Your words are still here; saving is tried again."
        if self.text() != words:
            self._say(words, "problem")
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def forget(self) -> None:
        """Nothing was typed yet."""
        self._say("", "small")

    def _say(self, words: str, role: str) -> None:
        self.setText(words)
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().polish(self)
