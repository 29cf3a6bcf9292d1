"""Shows Markdown while it is written: what the marks mean, and the marks themselves faint."""

import re
from collections.abc import Iterator

from ui.widgets.ink import Look, Mark

_HEADING = re.compile(r"(#{1,6}[ \t]+)(.*)")


class MarkdownInk:
    """Headings in bold, their marks faint."""

    def marks(self, line: str) -> Iterator[Mark]:
        heading = _HEADING.match(line)
        if heading:
            yield Mark(0, len(heading[1]), Look.FAINT)
            yield Mark(len(heading[1]), len(heading[2]), Look.HEADING)
