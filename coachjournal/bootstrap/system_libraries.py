"""The shared libraries that Qt takes from the system on Linux, and the line that installs those that are absent."""

import ctypes
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from coachjournal.bootstrap.display import window_system


@dataclass(frozen=True)
class Library:
    """A shared library and the packages that bring it."""

    file: str
    debian: str
    fedora: str


ALWAYS = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libX11.so.6", "libx11-6", "libX11"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs"),
    Library("libbrotlidec.so.1", "libbrotli1", "libbrotli"),
    Library("libzstd.so.1", "libzstd1", "libzstd"),
    Library("libz.so.1", "zlib1g", "zlib"),
)
X11 = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("libxcb.so.1", "libxcb1", "libxcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)
WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
)


def require_libraries() -> None:
    """Qt says only the first library it misses, and of some it says nothing before it aborts: all are tried here."""
    if not sys.platform.startswith("linux"):
        return
    absent = missing((*ALWAYS, *{"x11": X11, "wayland": WAYLAND}.get(window_system(), ())))
    if absent:
        raise SystemExit(sentence(absent))


def missing(libraries: Iterable[Library]) -> list[Library]:
    return [library for library in libraries if not _loads(library.file)]


def sentence(absent: Iterable[Library]) -> str:
    absent = list(absent)
    files = ", ".join(library.file for library in absent)
    return f"Qt needs system libraries that are absent here ({files}): install them with {_line(absent)}."


def _line(absent: list[Library]) -> str:
    import shutil

    from coachjournal.bootstrap.installing import as_root

    if shutil.which("apt-get"):
        return f"`{as_root()}apt-get install {_once(library.debian for library in absent)}`"
    if shutil.which("dnf"):
        return f"`{as_root()}dnf install {_once(library.fedora for library in absent)}`"
    return "your system's package manager"


def _once(packages: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(packages))


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True
