"""What the numbers say: every open signal, and beside the list the rows it came from and what was done about it."""

from coachjournal.queries.signals import OpenSignal
from ui.context import Context
from ui.screens.screen import Screen


class SignalsScreen(Screen):
    """Up and Down walk; Enter goes to the rows behind a signal."""

    title = "Signals"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._rep_id: int | None = None
        self._wanted: OpenSignal | None = None

    def show_rep(self, rep_id: int | None) -> None:
        self._rep_id = rep_id
        self.refresh()

    def show_signal(self, signal: OpenSignal) -> None:
        self._wanted = signal
        self.refresh()

    def load(self) -> None:
        """Nothing to show yet."""
