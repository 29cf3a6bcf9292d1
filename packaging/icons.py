"""Draws the application icon as the PNGs and the .ico that desktops ask for: `.venv/bin/python packaging/icons.py`."""

import struct
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).parent.parent / "resources" / "icons"
PNG_SIZES = (16, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 32, 48, 64, 128, 256)


def draw(drawing: QSvgRenderer, size: int) -> Path:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter)
    painter.end()
    file = ICONS / f"coachjournal-{size}.png"
    image.save(str(file))
    return file


def as_ico(pictures: dict[int, bytes]) -> bytes:
    """An icon file: a header, one 16-byte entry a picture (0 stands for 256), then the PNGs themselves."""
    offset = 6 + 16 * len(pictures)
    entries = b""
    for size, png in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures.values())


def main() -> None:
    application = QGuiApplication(["icons", "-platform", "offscreen"])
    drawing = QSvgRenderer(str(ICONS / "coachjournal.svg"))
    files = {size: draw(drawing, size) for size in PNG_SIZES}
    (ICONS / "coachjournal.ico").write_bytes(as_ico({size: files[size].read_bytes() for size in ICO_SIZES}))
    del application


if __name__ == "__main__":
    main()
