"""A commitment that is ended where it stands: a tick, a key or the menu behind "…"."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QWidget

from ui.theme import icon, tokens
from ui.widgets.buttons import QuietButton
from ui.widgets.row_keys import RowKeys
from ui.widgets.rows import TickRow
from ui.widgets.text import Span


class End(NamedTuple):
    """One way a commitment ends."""

    letter: str
    title: str


KEPT = End("K", "Kept")
NOT_KEPT = End("N", "Not kept")
MOVE = End("M", "Move to a later day…")
DROP = End("D", "Drop: no longer matters")
ENDS = (KEPT, NOT_KEPT, MOVE, DROP)


class CommitmentRow(TickRow):
    """A tick or K keeps it, N says it was not kept, M moves it, D drops it. `ended` carries which of the ENDS."""

    ended = Signal(object)

    def __init__(self, *spans: Span | str, pills: Iterable[QWidget] = (), name: str) -> None:
        super().__init__(*spans, pills=pills, name=name)
        self.box.setToolTip("K kept, N not kept, M move, D drop")
        self.box.setAccessibleDescription("K kept, N not kept, M move, D drop")
        self.ticked.connect(lambda _checked: self.ended.emit(KEPT))
        self._more = QuietButton("", self._offer, name=f"{name}.more")
        self._more.setIcon(_dots())
        self._more.setAccessibleName("Kept, not kept, move or drop")
        self._more.setToolTip("Kept, not kept, move or drop")
        self.add_mark(self._more)
        RowKeys(self.box, {end.letter: self._saying(end) for end in ENDS})

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("commitment.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for end in ENDS:
            menu.addAction(f"{end.title}\t{end.letter}", self._saying(end))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _saying(self, end: End) -> Callable[[], None]:
        return lambda: self.ended.emit(end)


def _dots() -> QIcon:
    return icon("ellipsis", tokens().muted)
