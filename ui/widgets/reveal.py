"""Bringing into sight what the keys have reached: Qt does so for Tab only."""

from PySide6.QtWidgets import QScrollArea, QWidget

_AROUND = 24
"""Pixels of what lies above and below that are seen too."""


def reveal(widget: QWidget) -> None:
    """Scroll the page so that the widget is seen."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if parent is not None:
        parent.ensureWidgetVisible(widget, 0, _AROUND)
