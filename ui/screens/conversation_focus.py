"""F11 on the page of a conversation: nothing in sight but the note, in a column that reads well."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from ui.screens.conversation_note import NoteSheet
from ui.screens.screen import Screen
from ui.sidebar import Sidebar

_LINE = "She asked what a late shipment costs them, and held the silence for him."
"""Seventy-two characters as one writes them."""


class FocusMode:
    """Hides the rest of the page and of its window, and brings back what was there."""

    def __init__(self, page: Screen, note: NoteSheet, rest: Callable[[], Iterable[QWidget]]) -> None:
        """`rest` names what is on the page besides the note."""
        self._page, self._note, self._rest = page, note, rest
        self._hidden: list[QWidget] = []
        self._margins = page.body.contentsMargins()

    @property
    def is_on(self) -> bool:
        return bool(self._hidden)

    def toggle(self) -> None:
        if self.is_on:
            self.leave()
        else:
            self._margins = self._page.body.contentsMargins()
            self._hide()
            self.stand()
            self._note.text.setFocus()

    def leave(self) -> None:
        if self.is_on:
            hidden, self._hidden = self._hidden, []
            for widget in hidden:
                widget.show()
            self._page.body.setContentsMargins(self._margins)

    def stand(self) -> None:
        """The note in the middle of the page, as wide as a line of it should be."""
        if self.is_on:
            beside = max(self._margins.left(), (self._page.width() - self._column()) // 2)
            self._page.body.setContentsMargins(beside, self._margins.top(), beside, self._margins.bottom())

    def hold(self) -> None:
        """The page was shown anew: what that brought into sight goes again."""
        if self.is_on:
            self._hide()

    def _hide(self) -> None:
        beside = self._page.window().findChildren(Sidebar)
        for widget in (*beside, *self._rest(), *self._note.around):
            if not widget.isHidden():
                widget.hide()
                if widget not in self._hidden:
                    self._hidden.append(widget)

    def _column(self) -> int:
        margins = self._note.contentsMargins() + self._note.rows.contentsMargins()
        return self._note.text.fontMetrics().horizontalAdvance(_LINE) + margins.left() + margins.right()
