"""A notification of the system, where it has a place for them."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QSystemTrayIcon


def has_notices() -> bool:
    """Whether the system shows notifications of a program that asks for it."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


class SystemNotice:
    """Shows no icon before it has something to say, makes no sound of its own, and goes with the window."""

    def __init__(self, on_click: Callable[[], object]) -> None:
        self._on_click = on_click
        self._icon: QSystemTrayIcon | None = None

    def say(self, words: str) -> None:
        if not has_notices():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(QApplication.windowIcon())
            self._icon.setToolTip("Coach Journal")
            self._icon.messageClicked.connect(self._on_click)
            self._icon.activated.connect(lambda _reason: self._on_click())
            self._icon.show()
        self._icon.showMessage("Coach Journal", words, QSystemTrayIcon.MessageIcon.NoIcon)

    def close(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
