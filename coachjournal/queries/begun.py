"""Conversations that are only begun: their page was opened, and nothing that was written on it is finished yet."""

from sqlalchemy import Integer, cast, func, select

from coachjournal.model import Draft

_PAGE = "conversation:"
ONLY_BEGUN = select(cast(func.substr(Draft.slot, len(_PAGE) + 1), Integer)).where(
    Draft.slot.startswith(_PAGE), func.json_extract(Draft.fields, "$.begun")
)
"""Their keys. They stand among the drafts; no list of what took place has them, and their hour does not count yet."""
