"""A heading as Markdown writes it: at most three blanks, one to six number signs, a blank, its words."""

import re

MARK = "## "
"""Before the headings that come from a template."""
BEGINNING = r" {0,3}#{1,6}[ \t]+"
_BEGINNING = re.compile(BEGINNING)


def heading_mark(line: str) -> int:
    """How many characters mark a line as a heading; 0 when it is none."""
    found = _BEGINNING.match(line)
    return found.end() if found else 0


def heading_words(line: str) -> str | None:
    """What a heading says, without number signs that close it; None of any other line."""
    mark = heading_mark(line)
    return line[mark:].rstrip(" \t#") if mark else None
