"""When the words on the page were last saved, or that they could not be."""

from ui.widgets.text import Text, tip


class SavedMark(Text):
    """Says "Saved 17:42:08", or in red that saving fails."""

    def __init__(self, *, name: str) -> None:
        super().__init__("", "small", wrap=True)
        self.setObjectName(name)

    def saved(self, when: str) -> None:
        self._say(f"Saved {when}", "small")
        self.setToolTip("")

    def troubled(self, sentence: str) -> None:
        self._say("Not saved", "problem")
        self.setToolTip(tip(sentence))

    def forget(self) -> None:
        """Nothing was typed yet."""
        self._say("", "small")

    def _say(self, words: str, role: str) -> None:
        self.setText(words)
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().polish(self)
