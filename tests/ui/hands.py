"""The hands of a person: press keys, type, click, look a widget up by its name."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.pages import Place
from ui.screens.conversation import ConversationScreen

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=QDialog)


def named(parent: QWidget, name: str, kind: type[W]) -> W:
    """The widget of this object name, which must be there."""
    found: W | None = parent.findChild(kind, name)
    assert found is not None, f"no {kind.__name__} named {name}"
    return found


def opened(dialog: D, qtbot: QtBot) -> D:
    """The dialog once it is open and hears its keys."""
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def press(widget: QWidget, keys: str) -> None:
    """Press keys as they are written: "Ctrl+Shift+Z", "Return"."""
    QTest.keySequence(widget, QKeySequence(keys))


def type_into(widget: QWidget, text: str) -> None:
    """Type plain text, letter by letter."""
    widget.setFocus()
    QTest.keyClicks(widget, text)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def words_of(widget: QWidget) -> str:
    """All that stands written on a widget."""
    labels: list[QLabel] = widget.findChildren(QLabel)
    return " ".join(label.text() for label in labels)


def at_conversation(window: MainWindow, conversation_id: int, qtbot: QtBot) -> ConversationScreen:
    """Go to the page of a conversation."""
    window.ways.open_conversation(conversation_id)
    qtbot.waitUntil(lambda: window.pages.place == Place("conversation", conversation_id), timeout=20_000)
    screen = window.pages.currentWidget()
    assert isinstance(screen, ConversationScreen)
    return screen
