"""The quiet line across the top of the page that reminds of something."""

from PySide6.QtCore import Signal

from ui.widgets.notices import Banner


class ReminderLine(Banner):
    """Stays until it is closed or its step is taken; `put_away` tells so."""

    put_away = Signal()

    def hide(self) -> None:
        super().hide()
        self.put_away.emit()
