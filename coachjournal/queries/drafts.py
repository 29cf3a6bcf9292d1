"""What was being typed when an editor was last left."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Draft

IN_SLOT = select(Draft.fields, Draft.kept_at).where(Draft.slot == bindparam("slot"))


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """The fields of an editor as it kept them, and when."""

    fields: dict[str, Any]
    kept_at: datetime


def kept_draft(tx: Reading, *, slot: str) -> KeptDraft | None:
    """The draft of one editor, if it has one."""
    row = tx.connection.execute(IN_SLOT, {"slot": slot}).one_or_none()
    return None if row is None else KeptDraft(json.loads(row.fields), row.kept_at)
