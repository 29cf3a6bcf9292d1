"""What can be done with a conversation's page besides writing on it: keys, and the same in a menu behind "…"."""

from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from coachjournal.rules.conversation import ConversationStatus
from ui.widgets.more_button import MoreButton

TOOK_PLACE, CALL_OFF, PLAN_AGAIN = "It took place", "Call it off", "Plan it again"
LEFT_OUT = {
    ConversationStatus.PLANNED: {PLAN_AGAIN},
    ConversationStatus.HELD: {TOOK_PLACE, CALL_OFF, PLAN_AGAIN},
    ConversationStatus.CANCELLED: {TOOK_PLACE, CALL_OFF},
}
"""What a conversation in this state does not offer."""

Step = tuple[str, str, Callable[[], object]]
"""What the menu says, its key ("" for none), what it does."""


class PageSteps(MoreButton):
    """The button with the dots; its steps are heard wherever on the page the focus is."""

    def __init__(self, page: QWidget, steps: Iterable[Step], *, name: str) -> None:
        super().__init__(self._fill_in, name=name, tip="Earlier versions, a window of its own, delete")
        self._steps = [self._action(page, *step) for step in steps]
        page.addActions(self._steps)

    def offer(self, *, there: bool) -> None:
        """Whether there is a conversation to do something with."""
        self.setEnabled(there)
        for action in self._steps:
            action.setEnabled(there)

    def leave_out(self, titles: Collection[str]) -> None:
        """Offer all but these."""
        for action in self._steps:
            action.setVisible(action.text() not in titles)

    def _fill_in(self, menu: QMenu) -> None:
        menu.addActions(self._steps)

    def _action(self, page: QWidget, title: str, key: str, do: Callable[[], object]) -> QAction:
        action = QAction(title, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: do())
        action.setParent(page)
        return action
