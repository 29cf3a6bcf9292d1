"""A line of a list as Markdown writes it: its mark, its box, and how the list goes on."""

import re
from dataclasses import dataclass

_ITEM = re.compile(
    r"(?P<lead>(?:%%)?[ \t]*)"
    r"(?P<mark>[-*+](?=[ \t])|(?P<number>\d{1,9})(?P<after>[.)])(?=[ \t])|(?:>[ \t]?)*>)"
    r"(?P<gap>[ \t]*)"
    r"(?P<box>\[[ xX]\](?=[ \t]|$))?"
    r"(?P<text_gap>(?<=\])[ \t]*)?"
)


@dataclass(frozen=True, slots=True)
class ListItem:
    """Places count characters of the line. `box` is where its `[ ]` begins."""

    mark: int
    mark_end: int
    box: int | None
    text: int
    ticked: bool
    next_lead: str
    """What the next item begins with: the same indent, the next number, an empty box."""
    is_quote: bool


def list_item(line: str) -> ListItem | None:
    """The item this line begins, or None. A quoted line counts as one: it goes on in the same way."""
    found = _ITEM.match(line)
    if found is None:
        return None
    quote = found["mark"].startswith(">")
    boxed = found["box"] is not None and not quote
    mark = found["mark"] if found["number"] is None else f"{int(found['number']) + 1}{found['after']}"
    gap = found["gap"] if found["gap"] or not quote else ""
    return ListItem(
        mark=found.start("mark"),
        mark_end=found.end("mark"),
        box=found.start("box") if boxed else None,
        text=found.end() if boxed else found.end("gap"),
        ticked=boxed and found["box"][1] in "xX",
        next_lead=found["lead"].removeprefix("%%") + mark + gap + ("[ ] " if boxed else ""),
        is_quote=quote,
    )
