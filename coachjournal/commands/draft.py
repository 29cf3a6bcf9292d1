"""Drafts: what is being typed, kept within two seconds. Undo leaves them alone."""

import json
from typing import Any

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert

from coachjournal.journal import Writing
from coachjournal.model import Draft


def keep_draft(tx: Writing, *, slot: str, fields: dict[str, Any]) -> None:
    """Keep what an editor holds; `slot` names the editor, and each has one draft."""
    row = insert(Draft).values(slot=slot, fields=json.dumps(fields), kept_at=tx.now)
    same = {"fields": row.excluded.fields, "kept_at": row.excluded.kept_at}
    tx.connection.execute(row.on_conflict_do_update(index_elements=[Draft.slot], set_=same))


def drop_draft(tx: Writing, *, slot: str) -> None:
    """Forget a draft: it was finished, or thrown away."""
    tx.connection.execute(delete(Draft).where(Draft.slot == slot))
