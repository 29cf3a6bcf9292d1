"""How far long work is, with a way to stop it. Work under a tenth of a second shows nothing."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.widgets.buttons import QuietButton
from ui.widgets.text import ElidedLabel
from ui.worker import Task, Worker

T = TypeVar("T")

_UNSEEN_MS = 100
_STEPS = 1000


class Working(QWidget):
    """A bar that follows one piece of work in the lane."""

    def __init__(self, worker: Worker, *, name: str) -> None:
        super().__init__()
        self._worker = worker
        self._task: Task | None = None
        self._words = ElidedLabel("", "muted")
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress")
        self._cancel = QuietButton("Cancel", self.cancel, name=f"{name}.cancel")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._cancel)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_UNSEEN_MS)
        self._timer.timeout.connect(self.show)
        self.setObjectName(name)
        self.hide()

    @property
    def busy(self) -> bool:
        return self._task is not None

    def follow(
        self,
        words: str,
        work: Callable[[Task], T],
        then: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
        cancelled: Callable[[], object] | None = None,
    ) -> None:
        """Start the work and show how far it is until it is done, failed or cancelled."""
        self._words.setText(words)
        self._bar.setValue(0)
        self._timer.start()

        def ended(listener: Callable[..., object] | None, *values: object) -> None:
            self._end()
            if listener is not None:
                listener(*values)

        def on_failed(error: Exception) -> None:
            self._end()
            if failed is None:
                raise error
            failed(error)

        self._task = self._worker.run(
            work,
            then=lambda answer: ended(then, answer),
            failed=on_failed,
            progress=self._on_progress,
            cancelled=lambda: ended(cancelled),
        )

    def cancel(self) -> None:
        if self._task is not None:
            self._words.setText("Stopping…")
            self._task.cancel()

    def _on_progress(self, share: float, words: str) -> None:
        self._bar.setValue(round(share * _STEPS))
        if words:
            self._words.setText(words)

    def _end(self) -> None:
        self._task = None
        self._timer.stop()
        self.hide()
