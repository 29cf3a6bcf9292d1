"""The button with the dots: what else can be done, in a menu."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QMenu

from ui.theme import icon, tokens
from ui.widgets.buttons import PlainButton, QuietButton


class MoreButton(QuietButton):
    """`fill` is given the menu each time it opens. Buttons there is no room for stand in it first."""

    def __init__(self, fill: Callable[[QMenu], object], *, name: str, tip: str = "") -> None:
        super().__init__("", self._open, name=name)
        self.left_out: tuple[PlainButton, ...] = ()
        self._fill = fill
        self.setAccessibleName("More")
        self.setToolTip(tip)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.PaletteChange}:
            self._dress()

    def _dress(self) -> None:
        self.setIcon(icon("ellipsis", tokens().muted))

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setObjectName(f"{self.objectName()}.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self.left_out:
            menu.addAction(button.words_and_key, button.click).setEnabled(button.isEnabled())
        if self.left_out:
            menu.addSeparator()
        self._fill(menu)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
