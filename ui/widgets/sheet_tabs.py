"""Tab from sheet to sheet: inside one the arrows lead from row to row."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.rows import LinedRows

_BY_TAB = Qt.FocusPolicy.TabFocus


class Place(NamedTuple):
    """A widget and the way to enter it, which answers whether there was anything to put the focus on."""

    widget: QWidget
    enter: Callable[[], bool]


def button_place(button: QWidget) -> Place:
    """A button by itself."""
    return Place(button, lambda: _is_stop(button) and _focus(button))


class SheetTabs:
    """Goes through the row with the focus, then on to the next place of a page, and behind the last one out of it."""

    def __init__(self, page: QWidget, places: Sequence[Place]) -> None:
        self._page, self._places = page, places

    def step(self, by: int) -> bool:
        """Go on (1) or back (-1); whether the focus went anywhere."""
        here = QApplication.focusWidget() or self._page
        in_row = _stops_of(_row_of(here))
        at = in_row.index(here) + by if here in in_row else -1
        if 0 <= at < len(in_row):
            return _focus(in_row[at])
        return any(place.enter() for place in self._ahead_of(here, by)) or self._leave(by)

    def _ahead_of(self, here: QWidget, by: int) -> Sequence[Place]:
        """The places that come next, in order."""
        at = next((at for at, place in enumerate(self._places) if _is_in(here, place.widget)), None)
        if at is None:
            return self._places[::by]
        return self._places[at + 1 :] if by > 0 else self._places[:at][::-1]

    def _leave(self, by: int) -> bool:
        """To what comes behind the page, or where the page is alone to its other end."""
        outside = [each for each in _around(self._page)[::by] if _is_stop(each) and not _is_in(each, self._page)]
        return _focus(outside[0]) if outside else any(place.enter() for place in self._places[::by])


def _around(page: QWidget) -> list[QWidget]:
    """All widgets of the window from the one behind the page on, round to the page.

    Not by `nextInFocusChain`: PySide takes its answer for the owner of the widget asked, and deletes both together.
    """
    widgets: list[QWidget] = page.window().findChildren(QWidget)
    at = widgets.index(page) if page in widgets else 0
    return widgets[at + 1 :] + widgets[:at]


def _row_of(widget: QWidget) -> QWidget:
    """The row of a list that a widget is in, else the widget itself."""
    row: QWidget | None = widget
    while row is not None and not isinstance(row.parentWidget(), LinedRows):
        row = row.parentWidget()
    return row or widget


def _stops_of(row: QWidget) -> list[QWidget]:
    """From left to right."""
    stops = [each for each in (row, *row.findChildren(QWidget)) if _is_stop(each)]
    return sorted(stops, key=lambda each: (each is not row, each.mapTo(row, each.rect().topLeft()).x()))


def _is_in(widget: QWidget, around: QWidget) -> bool:
    return widget is around or around.isAncestorOf(widget)


def _is_stop(widget: QWidget) -> bool:
    return widget.focusPolicy() & _BY_TAB == _BY_TAB and widget.isVisible() and widget.isEnabled()


def _focus(widget: QWidget) -> bool:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return True
