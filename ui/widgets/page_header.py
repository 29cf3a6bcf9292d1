"""The strip at the top of a page: what it is at the left, what to do at the right."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QSizePolicy, QSpacerItem, QWidget

from ui.widgets.buttons import PlainButton
from ui.widgets.marks import Avatar
from ui.widgets.more_button import MoreButton
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
        self._buttons: list[QWidget] = []
        self._own_more = MoreButton(_nothing, name="pageHeader.more")
        """Of a page that has none."""
        self.add_action(self._own_more)
        self._own_more.hide()
        self._keys: list[QShortcut] = []
        """Of the buttons that are left out: Qt hears those of a button only while it is seen."""

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
        """Add a button at the right end. A MoreButton is where those go that there is no room for, the last never."""
        if isinstance(widget, MoreButton):
            self._more = widget
        self._buttons.append(widget)
        self._actions.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        """No wider than the words or the last action: that can stand below them, and the others be left out."""
        margins = self._rows.contentsMargins()
        wide = max(self._words.minimumSize().width(), self._wide(self._without(self._able_to_go)))
        return QSize(wide + margins.left() + margins.right(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, as with very large text, the actions go below the title."""
        super().resizeEvent(event)
        self._stand()

    def event(self, event: QEvent) -> bool:
        """Words of an action may have become longer."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._stand()
        return super().event(event)

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
        room = self.width() - margins.left() - margins.right()
        wide = self._words.minimumSize().width() + self._rows.spacing() + self._wide(self._without(())) <= room
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        able = self._able_to_go
        ways = (able[:number] for number in range(len(able) + 1))
        self._leave_out(next((gone for gone in ways if self._wide(self._without(gone)) <= room), able))

    def _leave_out(self, gone: tuple[PlainButton, ...]) -> None:
        """Put these into the menu; their keys are heard as before."""
        before = self._more.left_out
        if gone == before:
            return
        self._more.left_out = gone
        for button in {*before, *gone}:
            button.setVisible(button not in gone)
        self._own_more.setVisible(bool(gone) and self._more is self._own_more)
        for key in self._keys:
            key.deleteLater()
        self._keys = [QShortcut(each.shortcut(), self, each.click) for each in gone if not each.shortcut().isEmpty()]

    @property
    def _able_to_go(self) -> tuple[PlainButton, ...]:
        """The actions in the order in which they are left out."""
        buttons = [each for each in self._wanted() if isinstance(each, PlainButton) and each is not self._more]
        return tuple(buttons[:-1])

    def _wanted(self) -> list[QWidget]:
        """All that the page shows at the right, be there room for it or not."""
        return [each for each in self._buttons if not each.isHidden() or each in self._more.left_out]

    def _without(self, gone: tuple[PlainButton, ...]) -> list[QWidget]:
        """What stands at the right without these."""
        kept = [each for each in self._wanted() if each not in gone and each is not self._own_more]
        return [self._more, *kept] if gone and self._more not in kept else kept

    def _wide(self, widgets: list[QWidget]) -> int:
        spaces = self._actions.spacing() * max(len(widgets) - 1, 0)
        return sum(widget.minimumSizeHint().width() for widget in widgets) + spaces


def _nothing(_menu: QMenu) -> None:
    """Only what there is no room for stands in it."""
