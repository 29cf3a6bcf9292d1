"""F6: from one part of a page to the next, and round again."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.widgets.buttons import PlainButton

_BY_TAB = Qt.FocusPolicy.TabFocus


class Parts:
    """Walks the parts of a page that `find` names, in this order; one in which nothing can be done is passed over.

    The page is reached from the side of the window too, and when nothing has the focus.
    """

    def __init__(self, page: QWidget, find: Callable[[], Iterable[QWidget]]) -> None:
        self._page, self._find = page, find
        for keys, by in (("F6", 1), ("Shift+F6", -1)):
            shortcut = QShortcut(QKeySequence(keys), page, context=Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda by=by: self.step(by))

    def step(self, by: int) -> None:
        """Put the focus on what comes first in the next part (1) or the one before (-1)."""
        firsts = {part: first for part in self._find() if (first := _first(part)) is not None}
        if not firsts:
            return
        parts, here = list(firsts), QApplication.focusWidget() or self._page
        at = next((place for place, part in enumerate(parts) if here is part or part.isAncestorOf(here)), None)
        there = firsts[parts[0 if at is None else (at + by) % len(parts)]]
        there.setFocus(Qt.FocusReason.ShortcutFocusReason)
        for scroll in self._page.findChildren(QScrollArea):
            if scroll.isAncestorOf(there):
                scroll.ensureWidgetVisible(there)


def _first(part: QWidget) -> QWidget | None:
    """What stands first in a part, of all that Tab leads to; one of its buttons only where there is nothing else."""
    if not part.isVisible():
        return None
    if _is_stop(part):
        return part
    stops = [each for each in part.findChildren(QWidget) if _is_stop(each)]
    rows = [each for each in stops if not isinstance(each, PlainButton)]
    middles = {each: each.mapTo(part, each.rect().center()) for each in rows or stops}
    if not middles:
        return None
    top = min(middles, key=lambda each: middles[each].y())
    row = [each for each, middle in middles.items() if middle.y() - middles[top].y() <= top.height() // 2]
    return min(row, key=lambda each: middles[each].x())


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & _BY_TAB) and widget.isVisible() and widget.isEnabled()
