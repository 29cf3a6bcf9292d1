"""Pages with nothing on them, to test the window around them by itself."""

from PySide6.QtWidgets import QLineEdit

from ui.context import Context
from ui.pages import Page
from ui.screens.screen import Screen

_PLAIN = "tests.ui.plain_pages:PlainScreen"
PLAIN_PAGES = (
    *(Page(name.lower(), name, _PLAIN) for name in ("Today", "Journal", "Deals", "Time", "Plans", "Signals", "Team")),
    Page("rep", "", _PLAIN),
    Page("welcome", "", "ui.screens.welcome:WelcomeScreen"),
)


class PlainScreen(Screen):
    """Counts how often it looked, and keeps what it was opened for."""

    title = "Plain"
    topics = frozenset({"rep"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.loads = 0
        self.items: list[int] = []
        self.line = QLineEdit()
        self.body.addWidget(self.line)

    def load(self) -> None:
        self.loads += 1

    def open_item(self, item_id: int) -> None:
        self.items.append(item_id)
