"""What was being typed when an editor was last left."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Draft

PART_OF_PAGE = select(Draft.slot).where(Draft.slot.startswith(bindparam("part"))).order_by(Draft.id)
IN_SLOT = select(Draft.fields, Draft.kept_at).where(Draft.slot == bindparam("slot"))


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """The fields of an editor as it kept them, and when."""

    fields: dict[str, Any]
    kept_at: datetime


def part_slot(conversation_id: int, part: str, key: int) -> str:
    """The draft of what is written in a part of a conversation's page about one record."""
    return f"conversation:{conversation_id}.{part}:{key}"


def keys_in_part(tx: Reading, *, conversation_id: int, part: str) -> tuple[int, ...]:
    """The records about which something was being written in a part of a conversation's page."""
    rows = tx.connection.execute(PART_OF_PAGE, {"part": f"conversation:{conversation_id}.{part}:"})
    return tuple(int(row.slot.rpartition(":")[2]) for row in rows)


def kept_draft(tx: Reading, *, slot: str) -> KeptDraft | None:
    """The draft of one editor, if it has one."""
    row = tx.connection.execute(IN_SLOT, {"slot": slot}).one_or_none()
    return None if row is None else KeptDraft(json.loads(row.fields), row.kept_at)
