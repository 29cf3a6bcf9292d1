"""The strip at the top of a page: what it is at the left, what to do at the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.marks import Avatar
from ui.widgets.text import ElidedLabel

_TITLE_CHARACTERS = 14


class PageTitle(ElidedLabel):
    """Gives way last of all that stands in the strip."""

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * _TITLE_CHARACTERS), hint.height())


class PageHeader(QFrame):
    """Title, a muted aside, perhaps a rep's initials, and the page's actions (at most one of them primary)."""

    def __init__(self, title: str, aside: str = "") -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 8, 24, 8)
        self._row.setSpacing(10)
        self._avatar = Avatar(large=True)
        self._avatar.hide()
        self._title = PageTitle(title, "title")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._title.setObjectName("pageTitle")
        self._aside = ElidedLabel(aside, "muted")
        self._row.addStrut(self.fontMetrics().height() * 2 + 4)  # one height on every page, with actions or without
        self._row.addWidget(self._avatar)
        self._row.addWidget(self._title)
        self._row.addWidget(self._aside, 1)

    def say(self, title: str, aside: str = "", *, initials: str = "") -> None:
        self._title.setText(title)
        self._aside.setText(aside)
        self._avatar.say(initials)
        self._avatar.setVisible(bool(initials))

    @property
    def title(self) -> str:
        return self._title.text()

    def add_action(self, widget: QWidget) -> None:
        """Add a button at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
