"""Reference cycles are cleared on the main thread only: a Qt object that dies elsewhere takes the process along."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2_000


class Garbage(QObject):
    """Python's own collector, which runs in whichever thread it likes, rests while this one is at work."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.clear)

    def take_over(self) -> None:
        gc.disable()
        self._timer.start()

    def clear(self) -> None:
        """Look through the oldest generation that is due, as Python itself would."""
        ages = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [age for age, (count, threshold) in enumerate(ages) if count > threshold]
        if due:
            gc.collect(max(due))
