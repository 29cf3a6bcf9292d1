"""Emptying a layout, and keeping what stands in none."""

from PySide6.QtWidgets import QLayout, QWidget


def clear(layout: QLayout, *, after: int = 0) -> None:
    """Take every widget out, or those after the first ones, and let it go once no slot of it is running."""
    while (item := layout.takeAt(after)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def put_away(widget: QWidget, owner: QWidget) -> None:
    """Keep a widget that is not shown with the one it belongs to: without a place it would outlive it."""
    widget.setParent(owner)
    widget.hide()
