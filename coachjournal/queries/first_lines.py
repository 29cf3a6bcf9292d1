"""The first line of a note, read without reading the note."""

from sqlalchemy import case, func

from coachjournal.model import Conversation
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.conversation import first_line
from coachjournal.rules.private_text import MARK, public_text

CHARACTERS = 240
"""How much of a note is read to find its first line; a longer line is cut by the window anyway."""

_CUT = func.substr(Conversation.text, 1, CHARACTERS)
BEGINNING = case((func.instr(_CUT, MARK) > 0, Conversation.text), else_=_CUT).label("beginning")
"""All of a note that begins with a private part: what may be shown stands behind it."""


def shown_line(row: AnyRow) -> str:
    """The first line of a row with `beginning` and `private`, without its private parts; "" of a private note."""
    return "" if row.private else first_line(public_text(row.beginning))
