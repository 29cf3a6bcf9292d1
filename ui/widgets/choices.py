"""One of a few: chips over a chart, tabs over a sheet."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QTabBar, QWidget

from ui.widgets.flow import Flow
from ui.widgets.sheet import Sheet

_SPARE = 8


class Chip(QPushButton):
    """A rounded button that stays down."""

    def __init__(self, text: str, *, name: str, checkable: bool = True) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class ChipGroup(QWidget):
    """Chips of which one is down; arrow keys move. `chosen` carries the key of the choice a person made."""

    chosen = Signal(str)

    def __init__(self, choices: Iterable[tuple[str, str]], *, name: str, label: str, wraps: bool = False) -> None:
        """With `wraps` the chips go on in a second line where there is no more room."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        row = Flow(self) if wraps else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if not wraps:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._chips: dict[str, Chip] = {}
        for key, title in choices:
            chip = Chip(title, name=f"{name}.{key}")
            self._chips[key] = chip
            self._group.addButton(chip)
            row.addWidget(chip)
            chip.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """The chip that is down takes the focus for the group."""
        chip = self._group.checkedButton()
        if chip is not None:
            chip.setFocus()

    @property
    def choice(self) -> str:
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def rename(self, key: str, title: str) -> None:
        """Say another word on a chip."""
        self._chips[key].setText(title)
        self._chips[key].setAccessibleName(title)

    def choose(self, key: str) -> None:
        """Put a chip down without telling anyone."""
        self._chips[key].setChecked(True)

    def choose_none(self) -> None:
        """Lift every chip, for a choice that has no name."""
        self._group.setExclusive(False)
        for chip in self._chips.values():
            chip.setChecked(False)
        self._group.setExclusive(True)


class Tabs(QTabBar):
    """Words in a row, the chosen one bold, perhaps with a count ("Goals 3"). Arrow keys move."""

    chosen = Signal(str)

    def __init__(self, *, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self._keys: list[str] = []
        self._titles: list[str] = []
        self.currentChanged.connect(lambda at: self.chosen.emit(self._keys[at]) if 0 <= at < len(self._keys) else None)

    def add(self, key: str, title: str) -> None:
        self._keys.append(key)
        self._titles.append(title)
        self.addTab(title)

    def count_of(self, key: str, count: int) -> None:
        """Say how many there are behind a tab."""
        at = self._keys.index(key)
        self.setTabText(at, f"{self._titles[at]} {count:n}")
        self.updateGeometry()

    def choose(self, key: str) -> None:
        self.setCurrentIndex(self._keys.index(key))

    @property
    def choice(self) -> str:
        return self._keys[self.currentIndex()]

    def sizeHint(self) -> QSize:
        """The layout keeps a pixel or two at the sides for itself; without them the bar would scroll."""
        return super().sizeHint() + QSize(_SPARE, 0)

    def tabSizeHint(self, index: int) -> QSize:
        """Room for the bold word, so that choosing moves nothing."""
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        hint = super().tabSizeHint(index)
        more = QFontMetrics(font).horizontalAdvance(self.tabText(index)) - self.fontMetrics().horizontalAdvance(
            self.tabText(index)
        )
        return QSize(hint.width() + max(more, 0), hint.height())


class TabbedSheet(Sheet):
    """A sheet of several lists of which one is seen."""

    def __init__(self, *, name: str, label: str) -> None:
        super().__init__(name=name)
        self.setAccessibleName(label)
        self.tabs = Tabs(name=f"{name}.tabs", label=label)
        self._stack = QStackedWidget()
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self.tabs)
        self._head.addStretch(1)
        self.rows.addLayout(self._head)
        self.add(self._stack, 1)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)

    def add_action(self, widget: QWidget) -> None:
        """Add a button at the right end of the tabs."""
        self._head.addWidget(widget)

    def add_tab(self, key: str, title: str, widget: QWidget) -> None:
        self._stack.addWidget(widget)
        self.tabs.add(key, title)
