"""One of a few: chips over a chart, tabs over a sheet."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QTabBar,
    QWidget,
)

from ui.widgets.flow import Flow
from ui.widgets.sheet import Sheet
from ui.widgets.table import INDENT

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

    @property
    def chips(self) -> tuple[Chip, ...]:
        return tuple(self._chips.values())

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
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self._keys: list[str] = []
        self._titles: list[str] = []
        self._counts: dict[str, int] = {}
        self.currentChanged.connect(lambda at: self.chosen.emit(self._keys[at]) if 0 <= at < len(self._keys) else None)

    def add(self, key: str, title: str) -> None:
        self._keys.append(key)
        self._titles.append(title)
        self.setTabToolTip(self.addTab(title), title)

    def count_of(self, key: str, count: int) -> None:
        """Say how many there are behind a tab."""
        self._counts[key] = count
        self.setAccessibleTabName(self._keys.index(key), self._told(key))
        self._write()
        self.updateGeometry()

    def choose(self, key: str) -> None:
        self.setCurrentIndex(self._keys.index(key))

    @property
    def choice(self) -> str:
        return self._keys[self.currentIndex()]

    def sizeHint(self) -> QSize:
        """Room for all counts. The layout keeps a pixel or two at the sides for itself; without them the bar would
        scroll.
        """
        return QSize(self._wide(self._told) + _SPARE, super().sizeHint().height())

    @property
    def width_of_titles(self) -> int:
        """Pixels for all tabs without their counts."""
        return self._wide(self._title) + _SPARE

    def minimumSizeHint(self) -> QSize:
        """Where there is little room the counts go, and where there is still less the tabs pass by between arrows."""
        arrows = 2 * self.style().pixelMetric(QStyle.PixelMetric.PM_TabBarScrollButtonWidth, None, self)
        widest = max(map(self._bold().horizontalAdvance, self._titles), default=0)
        return QSize(min(widest + self._beside + arrows, self._wide(self._title)) + _SPARE, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def tabSizeHint(self, index: int) -> QSize:
        """Room for the bold word, so that choosing moves nothing."""
        hint = super().tabSizeHint(index)
        text = self.tabText(index)
        more = self._bold().horizontalAdvance(text) - self.fontMetrics().horizontalAdvance(text)
        return QSize(hint.width() + max(more, 0), hint.height())

    def _write(self) -> None:
        self.setUsesScrollButtons(self.width() < self.width_of_titles)
        told = self._told if self.width() >= self.sizeHint().width() else self._title
        for at, key in enumerate(self._keys):
            if self.tabText(at) != told(key):
                self.setTabText(at, told(key))

    def _title(self, key: str) -> str:
        return self._titles[self._keys.index(key)]

    def _told(self, key: str) -> str:
        return f"{self._title(key)} {self._counts[key]:n}" if key in self._counts else self._title(key)

    def _wide(self, told: Callable[[str], str]) -> int:
        """Pixels for all tabs, each saying what `told` answers."""
        return sum(self._bold().horizontalAdvance(told(key)) + self._beside for key in self._keys)

    @property
    def _beside(self) -> int:
        """Pixels that a tab has beside its words, whatever they are."""
        return self.tabSizeHint(0).width() - self._bold().horizontalAdvance(self.tabText(0)) if self.count() else 0

    def _bold(self) -> QFontMetrics:
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        return QFontMetrics(font)


class TabbedSheet(Sheet):
    """A sheet of several lists of which one is seen."""

    def __init__(self, *, name: str, label: str) -> None:
        super().__init__(name=name)
        self.setAccessibleName(label)
        self.tabs = Tabs(name=f"{name}.tabs", label=label)
        self._stack = QStackedWidget()
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self._bars: dict[int, QWidget] = {}
        """The buttons of one tab alone, by its place."""
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setContentsMargins(INDENT, 0, INDENT, 0)
        self._head.setSpacing(8)
        self._head.addWidget(self.tabs)
        self._head.addStretch(1)
        self._head.addLayout(self._actions)
        self._head.setAlignment(self._actions, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.let_out(INDENT)
        self.rows.addLayout(self._head)
        self.add(self._stack, 1)
        self.tabs.currentChanged.connect(self._on_tab)

    def add_action(self, widget: QWidget) -> None:
        """Add a button at the right end of the tabs."""
        self._actions.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def event(self, event: QEvent) -> bool:
        """Another tab may have other buttons."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._stand()
        return super().event(event)

    def _stand(self) -> None:
        """Where there is little room the buttons stand below the tabs."""
        needed = self.tabs.width_of_titles + self._actions.minimumSize().width() + 4 * INDENT
        wide = needed <= self.contentsRect().width() - 2 * INDENT
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """Never wider than the tabs or the buttons need: they can stand below each other."""
        hint = super().minimumSizeHint()
        needed = max(self.tabs.minimumSizeHint().width(), self._actions.minimumSize().width())
        return QSize(needed + 4 * INDENT, hint.height())

    def add_tab(self, key: str, title: str, widget: QWidget, actions: Sequence[QWidget] = ()) -> None:
        """A list and its own buttons, which stand at the right end while it is seen."""
        at = self._stack.addWidget(widget)
        if actions:
            self._bars[at] = bar = QWidget()
            row = QHBoxLayout(bar)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            for action in actions:
                row.addWidget(action)
            self._actions.addWidget(bar)
            if at:
                bar.hide()
        self.tabs.add(key, title)

    def _on_tab(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        for place, bar in self._bars.items():
            bar.setVisible(place == at)
