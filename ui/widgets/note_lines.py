"""Paints the lines of a note with its inks. The text itself is not touched."""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument, QTextFormat

from ui.theme import tokens
from ui.tokens import Tokens
from ui.widgets.ink import Ink, Look, Mark

CHIP = QTextFormat.Property.UserProperty.value + 1
"""Carries the colour of the rounded ground that the note paints under these letters."""

_BMP_END = "\uffff"


class NoteLines(QSyntaxHighlighter):
    """Asks every ink about every line that changed."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._inks: list[Ink] = []
        self._formats: dict[tuple[Tokens, frozenset[Look]], QTextCharFormat] = {}

    def add_ink(self, ink: Ink) -> None:
        self._inks.append(ink)
        self.rehighlight()

    def highlightBlock(self, line: str) -> None:
        marks = [mark for ink in self._inks for mark in ink.marks(line)]
        if not marks:
            return
        place = _places(line)
        for start, end, looks in _overlaid(marks, len(line)):
            self.setFormat(place(start), place(end) - place(start), self._format(looks))

    def _format(self, looks: frozenset[Look]) -> QTextCharFormat:
        key = tokens(), looks
        if key not in self._formats:
            self._formats[key] = _format(*key)
        return self._formats[key]


class _Places:
    """From characters of Python to those of Qt, which counts one beyond the first 65,536 as two."""

    def __init__(self, line: str) -> None:
        self._before = [0]
        for letter in line:
            self._before.append(self._before[-1] + (2 if letter > _BMP_END else 1))

    def __call__(self, place: int) -> int:
        return self._before[place]


def _places(line: str) -> "_Places | type[int]":
    return int if line.isascii() or max(line) <= _BMP_END else _Places(line)


def _overlaid(marks: Iterable[Mark], length: int) -> Iterator[tuple[int, int, frozenset[Look]]]:
    """The line cut where a mark begins or ends: each piece with all that lies over it."""
    edges: dict[int, list[tuple[Look, int]]] = {}
    for mark in marks:
        start, end = max(mark.start, 0), min(mark.start + mark.length, length)
        if start < end:
            edges.setdefault(start, []).append((mark.look, 1))
            edges.setdefault(end, []).append((mark.look, -1))
    open_looks: dict[Look, int] = {}
    before = 0
    for place in sorted(edges):
        if looks := frozenset(look for look, count in open_looks.items() if count):
            yield before, place, looks
        for look, change in edges[place]:
            open_looks[look] = open_looks.get(look, 0) + change
        before = place


def _format(colours: Tokens, looks: frozenset[Look]) -> QTextCharFormat:
    """One format for all looks that lie over each other; the later in Look has the last word."""
    result = QTextCharFormat()
    for look in sorted(looks, key=lambda look: look.value):
        _add(result, look, colours)
    return result


def _add(form: QTextCharFormat, look: Look, colours: Tokens) -> None:
    if look is Look.FAINT:
        form.setForeground(QColor(colours.faint))
    elif look is Look.HEADING:
        form.setFontWeight(QFont.Weight.DemiBold)
    elif look in {Look.TOKEN, Look.DATE}:
        token = look is Look.TOKEN
        form.setForeground(QColor(colours.people_strong if token else colours.muted))
        form.setProperty(CHIP, QColor(colours.people_tint if token else colours.line_soft))
    elif look is Look.MISSPELT:
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(QColor(colours.red_dot))
