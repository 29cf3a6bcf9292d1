"""Shows Markdown while it is written: what its marks mean, and the marks themselves faint."""

import re
from collections.abc import Iterator

from coachjournal.rules.heading import heading_mark
from coachjournal.rules.list_item import ListItem, list_item
from coachjournal.rules.private_text import MARK as PRIVATE
from ui.widgets.ink import Look, Mark

_CODE = re.compile(r"(?<!\\)(`)([^`]+)(`)")
_PAIRED = (
    (Look.STRONG, re.compile(r"(?<!\\)(\*\*)(?=[^\s*])((?:[^*]|\*(?!\*))*+)(?<!\s)(\*\*)")),
    (Look.STRONG, re.compile(r"(?<![\w\\])(__)(?=[^\s_])((?:[^_]|_(?!_))*+)(?<!\s)(__)(?!\w)")),
    (Look.EMPHASIS, re.compile(r"(?<![*\\])(\*)(?=[^\s*])([^*]*+)(?<!\s)(\*)(?!\*)")),
    (Look.EMPHASIS, re.compile(r"(?<![\w\\])(_)(?=[^\s_])([^_]*+)(?<!\s)(_)(?!\w)")),
    (Look.STRUCK, re.compile(r"(?<!\\)(~~)(?=[^\s~])((?:[^~]|~(?!~))*+)(?<!\s)(~~)")),
    (Look.LINK, re.compile(r"(?<!\\)(\[)([^\[\]]+)(\]\([^()\s]*\))")),
)
"""Each looks no further than its own next mark, so that a line of a hundred thousand stays quick."""
_ADDRESS = re.compile(r"\bhttps?://[^\s<>()]*[^\s<>().,;:!?\"'*_~]")
_LETTER = "\ufffc"
"""Stands where code was, which is no Markdown: something that is neither space nor mark."""


class MarkdownInk:
    """Headings, strong, emphasis, code, struck, lists, boxes, quotes and links."""

    def marks(self, line: str) -> Iterator[Mark]:
        begins = len(PRIVATE) if line.startswith(PRIVATE) else 0
        heading = heading_mark(line[begins:])
        item = list_item(line)
        if heading:
            yield Mark(0, begins + heading, Look.FAINT)
            yield Mark(begins + heading, len(line) - begins - heading, Look.HEADING)
        elif item:
            yield from _item(item, len(line))
        yield from _inside(line)


def _item(item: ListItem, end: int) -> Iterator[Mark]:
    yield Mark(item.mark, item.mark_end - item.mark, Look.FAINT if item.is_quote else Look.BULLET)
    if item.is_quote:
        yield Mark(item.mark_end, end - item.mark_end, Look.QUOTE)
    if item.box is not None:
        yield Mark(item.box, 3, Look.TICKED_BOX if item.ticked else Look.BOX)
        if item.ticked:
            yield Mark(item.text, end - item.text, Look.DONE)


def _inside(line: str) -> Iterator[Mark]:
    for code in _CODE.finditer(line):
        yield from _paired(code, Look.CODE)
    line = _CODE.sub(lambda code: _LETTER * len(code[0]), line)
    for look, pattern in _PAIRED:
        for found in pattern.finditer(line):
            yield from _paired(found, look)
    for address in _ADDRESS.finditer(line):
        yield _mark(address, 0, Look.LINK)


def _paired(found: re.Match[str], look: Look) -> Iterator[Mark]:
    yield _mark(found, 1, Look.FAINT)
    yield _mark(found, 2, look)
    yield _mark(found, 3, Look.FAINT)


def _mark(found: re.Match[str], group: int, look: Look) -> Mark:
    return Mark(found.start(group), found.end(group) - found.start(group), look)
