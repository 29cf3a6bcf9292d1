"""Everything the window can do from anywhere: the same list feeds keys, menu, palette and the sheet of keys."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: its title, its keys (the first is shown), and under which menu it stands ('' for none).

    `also` are other words people look for it by.
    """

    name: str
    title: str
    do: Callable[[], object]
    keys: tuple[str, ...] = ()
    menu: str = ""
    needs_journal: bool = True
    also: str = ""


def make_actions(window: QWidget, commands: Iterable[Command]) -> dict[str, QAction]:
    """An action for each command, listening on the window; those that need the journal wait for `enable`."""
    actions: dict[str, QAction] = {}
    for command in commands:
        action = QAction(command.title, window)
        action.setObjectName(f"action.{command.name}")
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setEnabled(not command.needs_journal)
        action.triggered.connect(lambda _checked=False, do=command.do: do())
        window.addAction(action)
        actions[command.name] = action
    return actions
