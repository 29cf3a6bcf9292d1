"""How many signals are open, in the side of the window: counted in the lane, a moment after something changed."""

from PySide6.QtCore import QObject, QTimer

from coachjournal.changes import Change
from ui.context import Context
from ui.sidebar import Sidebar
from ui.worker import told_elsewhere

_PAUSE = 600
"""Milliseconds: who ticks one commitment after the other is not slowed down by each of them."""
_COUNTED = frozenset(
    {"rep", "quota", "deal", "deal_change", "stage", "conversation", "field_call", "commitment", "goal", "rating"}
    | {"cadence", "absence", "setting", "signal", "coaching_action"}
)


class SignalsCount(QObject):
    """Lives with the sidebar."""

    def __init__(self, sidebar: Sidebar, context: Context) -> None:
        super().__init__(sidebar)
        self._sidebar, self._context = sidebar, context
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self._count)
        context.bus.changed.connect(self._on_changed)
        self._later.start()

    def _on_changed(self, change: Change) -> None:
        if change.topics & _COUNTED:
            self._later.start()

    def _count(self) -> None:
        from coachjournal.queries.signals import waiting_signals

        journal = self._context.journal
        self._context.worker.run(lambda _task: journal.ask(waiting_signals), self._show, told_elsewhere)

    def _show(self, count: int) -> None:
        self._sidebar.show_signals(count, self._context.locale.number)
