"""What scrolls on a sheet: no frame, no stop of its own for Tab, nothing sideways, and the sheet is seen through it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scroll_on_sheet(scroll: QScrollArea, inside: QWidget) -> None:
    """Let `inside` scroll in it."""
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    inside.setAutoFillBackground(False)  # which it was given with its place, and the ground of a page with it
