"""Bringing into sight what the keys have reached: Qt does so for Tab only."""

from collections.abc import Iterator

from PySide6.QtWidgets import QScrollArea, QTextEdit, QWidget

_AROUND = 24
"""Pixels of what lies above and below that are seen too."""


_AROUND_CURSOR = 8


def reveal(widget: QWidget) -> None:
    """Scroll the page so that the widget is seen."""
    page = next(_pages_around(widget), None)
    if page is not None:
        page.ensureWidgetVisible(widget, 0, _AROUND)


def reveal_cursor(text: QTextEdit) -> None:
    """Scroll the text, and every page around it, so that the cursor is seen. Qt scrolls the text only."""
    text.ensureCursorVisible()
    line = text.cursorRect()
    for page in _pages_around(text):
        for place in (line.topLeft(), line.bottomLeft()):
            if (inside := page.widget()) is not None:
                there = text.viewport().mapTo(inside, place)
                page.ensureVisible(there.x(), there.y(), 0, _AROUND_CURSOR)


def _pages_around(widget: QWidget) -> Iterator[QScrollArea]:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            yield parent
        parent = parent.parentWidget()
