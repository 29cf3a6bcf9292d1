"""The strip at the top of a page: what it is at the left, what to do at the right."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

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
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(24, 8, 24, 8)
        self._rows.setSpacing(10)
        self._words, self._actions = QHBoxLayout(), QHBoxLayout()
        for row in (self._words, self._actions):
            row.setSpacing(10)
        self._avatar = Avatar(large=True)
        self._avatar.hide()
        self._title = PageTitle(title, "title")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._title.setObjectName("pageTitle")
        self._aside = ElidedLabel(aside, "muted")
        self._strut = QSpacerItem(0, 0)
        self._words.addSpacerItem(self._strut)
        self._be_high()
        self._words.addWidget(self._avatar)
        self._words.addWidget(self._title)
        self._words.addWidget(self._aside, 1)
        self._rows.addLayout(self._words, 1)
        self._rows.addLayout(self._actions)
        self._rows.setAlignment(self._actions, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def say(self, title: str, aside: str = "", *, initials: str = "") -> None:
        self._title.setText(title)
        self._aside.setText(aside)
        self._avatar.say(initials)
        self._avatar.setVisible(bool(initials))
        self._stand()

    @property
    def title(self) -> str:
        return self._title.text()

    def add_action(self, widget: QWidget) -> None:
        """Add a button at the right end."""
        self._actions.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        """No wider than the words or the actions: they can stand below each other."""
        margins = self._rows.contentsMargins()
        wide = max(self._words.minimumSize().width(), self._actions.minimumSize().width())
        return QSize(wide + margins.left() + margins.right(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, as with very large text, the actions go below the title."""
        super().resizeEvent(event)
        self._stand()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._be_high()

    def _be_high(self) -> None:
        """One height on every page, with actions or without."""
        self._strut.changeSize(0, self.fontMetrics().height() * 2 + 4)
        self._words.invalidate()

    def _stand(self) -> None:
        margins = self._rows.contentsMargins()
        needed = self._words.minimumSize().width() + self._rows.spacing() + self._actions.minimumSize().width()
        wide = needed <= self.width() - margins.left() - margins.right()
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
