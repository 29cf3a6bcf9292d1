"""Emptying a layout."""

from PySide6.QtWidgets import QLayout


def clear(layout: QLayout, *, after: int = 0) -> None:
    """Take every widget out, or those after the first ones, and let it go once no slot of it is running."""
    while (item := layout.takeAt(after)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
