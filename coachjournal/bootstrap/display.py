"""Whether there is a screen to open a window on; Qt itself would abort the process instead of saying so."""

import ctypes
import os
import sys


def window_system() -> str:
    """`wayland`, `x11`, or empty where Qt needs neither or there is none."""
    if sys.platform in {"win32", "darwin"} or _drawn_elsewhere():
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "x11" if os.environ.get("DISPLAY") else ""


def require_display() -> None:
    if sys.platform in {"win32", "darwin"} or _drawn_elsewhere():
        return
    system = window_system()
    if system == "wayland" or (system == "x11" and _x_server_answers()):
        return
    raise SystemExit(
        "There is no display here to open a window on; the same journal can be kept from the command line: "
        "`.venv/bin/python -m coachjournal --help`."
    )


def _drawn_elsewhere() -> bool:
    """Whether Qt was told to draw without a window system, as tests and pictures do."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    return bool(chosen) and not chosen.startswith(("xcb", "wayland"))


def _x_server_answers() -> bool:
    """Asks it through the library that Qt will use; a library that is missing is named elsewhere."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers
