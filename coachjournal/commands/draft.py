"""Drafts: what is being typed, kept within two seconds, and turned into the real thing. Undo leaves drafts alone."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Unpack

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert

from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import ConversationFields, edit_conversation, log_conversation
from coachjournal.commands.records import found
from coachjournal.journal import Writing
from coachjournal.model import Conversation, Draft
from coachjournal.rules.conversation import Side
from coachjournal.rules.words import counted


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment as it is written down with the conversation in which it was made."""

    text: str
    owner: Side = Side.REP
    due_on: date | None = None


def keep_draft(tx: Writing, *, slot: str, fields: dict[str, Any]) -> None:
    """Keep what an editor holds; `slot` names the editor, and each has one draft."""
    row = insert(Draft).values(slot=slot, fields=json.dumps(fields), kept_at=tx.now)
    same = {"fields": row.excluded.fields, "kept_at": row.excluded.kept_at}
    tx.connection.execute(row.on_conflict_do_update(index_elements=[Draft.slot], set_=same))


def drop_draft(tx: Writing, *, slot: str) -> None:
    """Forget a draft: it was finished, or thrown away."""
    tx.connection.execute(delete(Draft).where(Draft.slot == slot))


def finish_log(
    tx: Writing, *, slot: str, rep_id: int, promises: Iterable[Promise] = (), **fields: Unpack[ConversationFields]
) -> int:
    """Log a conversation with what was agreed in it and forget its draft, in one step. Returns its key."""
    conversation_id = log_conversation(tx, rep_id=rep_id, **fields)
    logged = tx.words
    made = [_promise(tx, rep_id, conversation_id, promise, fields.get("held_on")) for promise in promises]
    drop_draft(tx, slot=slot)
    tx.say(_with_promises(logged, len(made)))
    return conversation_id


def finish_text(tx: Writing, *, slot: str, conversation_id: int, text: str, promises: Iterable[Promise] = ()) -> None:
    """Give a conversation the text that was being written and what it promises, and forget the draft, in one step."""
    edit_conversation(tx, conversation_id=conversation_id, text=text)
    changed, conversation = tx.words, found(tx, Conversation, conversation_id)
    made = [_promise(tx, conversation.rep_id, conversation_id, each, conversation.held_on) for each in promises]
    drop_draft(tx, slot=slot)
    tx.say(_with_promises(changed, len(made)))


def _with_promises(words: str, made: int) -> str:
    return f"{words.rstrip('.')}, {counted(made, 'commitment')}." if made else words


def _promise(tx: Writing, rep_id: int, conversation_id: int, promise: Promise, made_on: date | None) -> int:
    return make_commitment(
        tx,
        rep_id=rep_id,
        text=promise.text,
        owner=promise.owner,
        due_on=promise.due_on,
        made_on=made_on,
        conversation_id=conversation_id,
    )
