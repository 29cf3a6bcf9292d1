"""The private parts of a note: what stands between two %% marks is for the manager alone."""

import re

MARK = "%%"
"""What Markdown editors with hidden comments put around them."""

_PRIVATE = re.compile(r"%%.*?(?:%%|\Z)", re.DOTALL)
_LEFT_EMPTY = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")


def private_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the private parts begin and end, marks included; one without an end is private to the end of the note."""
    return tuple(part.span() for part in _PRIVATE.finditer(text))


def public_text(text: str) -> str:
    """The note as others may read it: without its private parts and the gap where they stood."""
    if MARK not in text:
        return text
    return _LEFT_EMPTY.sub("\n\n", _PRIVATE.sub("", text)).strip("\n")
