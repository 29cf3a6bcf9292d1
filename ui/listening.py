"""Who listens, and whether that widget is still there: an answer may come long after it was asked for."""

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QObject


def is_there(listener: Callable[..., object]) -> bool:
    """False when the widget whose method listens is gone."""
    while isinstance(listener, partial):
        listener = listener.func
    owner = getattr(listener, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
