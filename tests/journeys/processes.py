"""The app as a process of its own, without a screen."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OFFSCREEN_WORDS = "This plugin does not support propagateSizeHints()\n"


def offscreen(home: Path) -> dict[str, str]:
    """Its environment: its own settings, no window system."""
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(home)}


def without_offscreen_words(errors: str) -> str:
    return errors.replace(OFFSCREEN_WORDS, "")
