"""Paints the lines of a note with its inks. The text itself is not touched."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument, QTextFormat

from coachjournal.rules.private_text import MARK
from ui.theme import tokens
from ui.tokens import Tokens
from ui.widgets.ink import Ink, Look, Mark
from ui.widgets.text_places import qt_places

LINE_HEIGHT = 132.0
"""Percent of the font's own line, which in Inter is 1.21 of its size: together 1.6."""
LONGEST_PAINTED = 20_000
"""Letters of a line. Qt lays it out as a whole at every key; beyond this, looks would cost more than a key may."""
GROUND = QTextFormat.Property.UserProperty.value + 1
"""Carries the colour of the rounded ground that is painted under these letters."""
PICTURE = GROUND + 1
"""Carries the name of the look whose picture is painted in place of these letters."""
GOES_ON, WHOLE_LINE = 1, 2
"""Bits of a line's state: a private part goes on into the next line; there is nothing on it but private words."""


@contextmanager
def laid_out_once(document: QTextDocument) -> Iterator[None]:
    """Qt would lay all of it out once for each line that is changed, which takes seconds where there are thousands."""
    document.setLayoutEnabled(False)
    try:
        yield
    finally:
        document.setLayoutEnabled(True)
        document.markContentsDirty(0, document.characterCount())


class NoteLines(QSyntaxHighlighter):
    """Asks every ink about every line that changed."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._inks: list[Ink] = []
        self._colours = tokens()
        self._formats: dict[frozenset[Look], QTextCharFormat] = {}

    def add_ink(self, ink: Ink) -> None:
        self._inks.append(ink)

    def paint_again(self) -> None:
        """Ask about every line."""
        with laid_out_once(self.document()):
            self.rehighlight()

    def highlightBlock(self, line: str) -> None:
        if (colours := tokens()) is not self._colours:
            self._colours, self._formats = colours, {}
        before = self.previousBlockState()
        private, state = private_marks(line, inside=before > 0 and bool(before & GOES_ON))
        self.setCurrentBlockState(state)
        inks = self._inks if len(line) <= LONGEST_PAINTED else ()
        marks = [*private, *(mark for ink in inks for mark in ink.marks(line))]
        place = qt_places(line) if marks else int
        for start, end, looks in _overlaid(marks, len(line)):
            self.setFormat(place(start), place(end) - place(start), self._format(looks))

    def _format(self, looks: frozenset[Look]) -> QTextCharFormat:
        if looks not in self._formats:
            self._formats[looks] = _format(self._colours, looks)
        return self._formats[looks]


def private_marks(line: str, *, inside: bool) -> tuple[list[Mark], int]:
    """What is private on a line that begins `inside` a private part or not, and the line's state."""
    marks = []
    start, public = 0, ""
    place = line.find(MARK)
    while place >= 0:
        end = place + len(MARK)
        if inside:
            marks += [Mark(start, end - start, Look.PRIVATE), Mark(place, len(MARK), Look.FAINT)]
        else:
            marks.append(Mark(place, len(MARK), Look.LOCK))
            public += line[start:place]
        start = end if inside else place
        inside = not inside
        place = line.find(MARK, end)
    if inside:
        marks.append(Mark(start, len(line) - start, Look.PRIVATE))
    else:
        public += line[start:]
    whole = (inside or bool(marks)) and not public.strip()
    return marks, GOES_ON * inside | WHOLE_LINE * whole


def _overlaid(marks: Iterable[Mark], length: int) -> Iterator[tuple[int, int, frozenset[Look]]]:
    """The line cut where a mark begins or ends: each piece with all that lies over it."""
    edges: dict[int, list[tuple[Look, int]]] = {}
    for mark in marks:
        start, end = max(mark.start, 0), min(mark.start + mark.length, length)
        if start < end:
            edges.setdefault(start, []).append((mark.look, 1))
            edges.setdefault(end, []).append((mark.look, -1))
    over: dict[Look, int] = {}
    before = 0
    for place in sorted(edges):
        if looks := frozenset(look for look, count in over.items() if count):
            yield before, place, looks
        for look, change in edges[place]:
            over[look] = over.get(look, 0) + change
        before = place


def _format(colours: Tokens, looks: frozenset[Look]) -> QTextCharFormat:
    """One format for all looks that lie over each other."""
    result = QTextCharFormat()
    for look in sorted(looks, key=lambda look: look.value):
        _put_on(result, look, colours)
    return result


def _put_on(form: QTextCharFormat, look: Look, colours: Tokens) -> None:
    if colour := _letters(look, colours):
        form.setForeground(QColor(colour))
    if ground := _ground(look, colours):
        form.setProperty(GROUND, QColor(ground))
    if look in {Look.HEADING, Look.STRONG}:
        form.setFontWeight(QFont.Weight.DemiBold)
    elif look is Look.EMPHASIS:
        form.setFontItalic(True)
    elif look is Look.CODE:
        form.setFontFixedPitch(True)
        form.setFontFamilies(["monospace"])
    elif look in {Look.STRUCK, Look.DONE}:
        form.setFontStrikeOut(True)
    elif look is Look.MISSPELT:
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(QColor(colours.red_dot))
    elif look in {Look.LOCK, Look.BOX, Look.TICKED_BOX}:
        form.setForeground(QColor(0, 0, 0, 0))
        form.setProperty(PICTURE, look.name)


def _letters(look: Look, colours: Tokens) -> str | None:
    return {
        Look.FAINT: colours.faint,
        Look.QUOTE: colours.muted,
        Look.BULLET: colours.people,
        Look.DONE: colours.muted,
        Look.STRUCK: colours.muted,
        Look.LINK: colours.people,
        Look.TOKEN: colours.people_strong,
        Look.DATE: colours.text,
    }.get(look)


def _ground(look: Look, colours: Tokens) -> str | None:
    return {
        Look.PRIVATE: colours.amber_tint,
        Look.CODE: colours.line_soft,
        Look.TOKEN: colours.people_tint,
        Look.DATE: colours.line_soft,
    }.get(look)
