"""What the window says without stopping anyone: the bar with undo, the banner, and the dialog about a bug."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from ui.widgets.text import Text

Step = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""

_SECONDS_SHOWN = 12
_MARGIN = 16


class UndoBar(QFrame):
    """A dark bar at the foot: what was done, and the way back or on. It goes away by itself.

    While it is there the page ends above it, so that it covers nothing.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setObjectName("undoBar")
        self._on_click: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(12)
        self._words = Text()
        self._words.setObjectName("undoBar.words")
        self._button: PlainButton = PlainButton("Undo", self._press, name="undoBar.undo", hint="Ctrl+Z")
        self._redo: PlainButton = PlainButton("Redo", self._press, name="undoBar.redo", hint="Ctrl+Shift+Z")
        row.addWidget(self._words)
        row.addWidget(self._button)
        row.addWidget(self._redo)
        self._row = row
        self._steps: list[PlainButton] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SECONDS_SHOWN * 1000)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def say(
        self,
        words: str,
        *,
        undo: Callable[[], object] | None = None,
        redo: Callable[[], object] | None = None,
        steps: Sequence[Step] = (),
    ) -> None:
        self._words.setText(words)
        self._offer(steps)
        self._on_click = undo or redo
        self._button.setVisible(undo is not None)
        self._redo.setVisible(redo is not None)
        self._stand()
        self.show()
        self.raise_()
        self._timer.start()
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_free(self.height() + _MARGIN + _MARGIN // 2)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keep_free(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._stand()
        return super().eventFilter(watched, event)

    def _offer(self, steps: Sequence[Step]) -> None:
        for button in self._steps:
            button.hide()
            button.deleteLater()
        self._steps = [
            PlainButton(title, partial(self._take, step), name=f"undoBar.step{at}")
            for at, (title, step) in enumerate(steps)
        ]
        for button in self._steps:
            self._row.addWidget(button)
            button.show()  # else Qt shows it a moment later, and the bar is measured without it

    def _take(self, step: Callable[[], object]) -> None:
        self.hide()
        step()

    def _press(self) -> None:
        self.hide()
        if self._on_click is not None:
            self._on_click()

    def _keep_free(self, height: int) -> None:
        """Let what the host holds end above its foot."""
        layout = self._host.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, height)

    def _stand(self) -> None:
        host = self._host
        self.adjustSize()
        self.resize(min(self.width(), host.width() - 2 * _MARGIN), self.height())
        self.move((host.width() - self.width()) // 2, host.height() - self.height() - _MARGIN)


class Banner(QFrame):
    """A sentence across the top of the page that stays until something is done about it."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 6, 16, 6)
        self._row.setSpacing(12)
        self._words = Text(wrap=True)
        self._words.setObjectName(f"{name}.words")
        self._button = PlainButton("", self._press, name=f"{name}.step")
        self._close = QuietButton("Close", self.hide, name=f"{name}.close")
        self._on_click: Callable[[], object] | None = None
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def say(self, words: str, step: str, on_step: Callable[[], object] | None) -> None:
        self._words.setText(words)
        self._button.say(step)
        self._button.setVisible(on_step is not None)
        self._on_click = on_step
        self.show()
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def offers(self, step: Callable[[], object]) -> bool:
        return self._on_click == step

    def _press(self) -> None:
        self.hide()
        if self._on_click is not None:
            self._on_click()


class BugDialog(QDialog):
    """Tells of a bug in the app: what is safe, and details that fold out and can be copied."""

    def __init__(self, parent: QWidget | None, details: str) -> None:
        super().__init__(parent)
        self.setObjectName("bug")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Something went wrong")
        self._details = QPlainTextEdit(details)
        self._details.setObjectName("bug.details")
        self._details.setAccessibleName("Details")
        self._details.setReadOnly(True)
        self._details.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Text("Something went wrong", "title"))
        column.addWidget(Text(_BUG_WORDS, wrap=True))
        column.addWidget(self._details, 1)
        buttons = QHBoxLayout()
        self._fold = QuietButton("Show details", self._unfold, name="bug.fold")
        buttons.addWidget(self._fold)
        buttons.addWidget(QuietButton("Copy details", self._copy, name="bug.copy"))
        buttons.addStretch(1)
        buttons.addWidget(PrimaryButton("Carry on", self.accept, name="bug.close"))
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 72)

    def _unfold(self) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        self._fold.say("Hide details" if shown else "Show details")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())


_BUG_WORDS = (
    "This is a mistake in Coach Journal, not yours. What was saved before is safe in your journal; "
    "the last step may not have been done. The details help to mend it; read them before you pass them on."
)
