"""The first line of a note, read without reading the note."""

from sqlalchemy import func

from coachjournal.model import Conversation
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.conversation import first_line

CHARACTERS = 240
"""How much of a note is read to find its first line; a longer line is cut by the window anyway."""

BEGINNING = func.substr(Conversation.text, 1, CHARACTERS).label("beginning")


def shown_line(row: AnyRow) -> str:
    """The first line of a row with `beginning` and `private`; a private note keeps its words off the lists."""
    return "" if row.private else first_line(row.beginning)
