"""What comes into a note from elsewhere: always as plain text, and only what a journal can keep."""

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

LARGEST = 1_000_000
"""Bytes of a file: far more than anybody wants to read in a note, and still quick to take in."""
LEFT_OUT = "Some characters that cannot be kept were left out."
ONLY_WORDS = "A note holds words only. The picture was left out."

_ENDS_OF_LINES = re.compile(r"\r\n?|\u2029")
_CANNOT_BE_KEPT = re.compile(r"[\0\ud800-\udfff\ufdd0-\ufdef\ufff0-\ufff8\ufffe\uffff]")
"""NUL, halves of characters, and code points that are no characters."""
_PICTURE = "\ufffc"


@dataclass(frozen=True, slots=True)
class Pasted:
    """The words to insert, and a sentence about what could not be taken."""

    text: str
    said: str = ""


def has_words(data: QMimeData) -> bool:
    return data.hasText() or data.hasHtml() or data.hasUrls() or data.hasImage()


def pasted(data: QMimeData) -> Pasted:
    """What of this goes into a note."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files:
        return _from_files(files)
    if data.hasText():
        return _kept(data.text())
    if data.hasHtml():
        return _kept(QTextDocumentFragment.fromHtml(data.html()).toPlainText().replace(_PICTURE, ""))
    return Pasted("", ONLY_WORDS if data.hasImage() else "")


def _kept(text: str) -> Pasted:
    kept, left_out = _CANNOT_BE_KEPT.subn("", _ENDS_OF_LINES.sub("\n", text).lstrip("\ufeff"))
    return Pasted(kept, LEFT_OUT if left_out else "")


def _from_files(files: list[Path]) -> Pasted:
    parts = [_from_file(file) for file in files]
    return Pasted(
        "\n".join(part.text for part in parts if part.text), next((part.said for part in parts if part.said), "")
    )


def _from_file(file: Path) -> Pasted:
    try:
        if not file.is_file():
            return Pasted("", f"{file.name} is not a file, so nothing of it was taken.")
        if file.stat().st_size > LARGEST:
            return Pasted("", f"{file.name} is larger than 1 MB, which is too much for a note.")
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return Pasted("", f"{file.name} is not plain text, so nothing of it was taken.")
    except OSError:
        return Pasted("", f"{file.name} could not be read.")
    if "\0" in text:
        return Pasted("", f"{file.name} is not plain text, so nothing of it was taken.")
    return _kept(text)
