"""Drafts: what is being typed, kept within two seconds, and turned into the real thing. Undo leaves drafts alone."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Unpack

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import ConversationFields, edit_conversation, log_conversation
from coachjournal.commands.records import found
from coachjournal.journal import Writing
from coachjournal.model import Conversation, Draft
from coachjournal.rules.conversation import Side
from coachjournal.rules.words import counted

NEW = insert(Draft)
KEEP = NEW.on_conflict_do_update(
    index_elements=[Draft.slot], set_={"fields": NEW.excluded.fields, "kept_at": NEW.excluded.kept_at}
)
PUT_BACK = NEW.on_conflict_do_nothing(index_elements=[Draft.slot])
DROP = delete(Draft).where(Draft.slot == bindparam("of"))


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment as it is written down with the conversation in which it was made."""

    text: str
    owner: Side = Side.REP
    due_on: date | None = None

    @property
    def kept(self) -> list[str | None]:
        """Plain values, as a draft is kept."""
        return [self.text, self.owner.value, self.due_on.isoformat() if self.due_on else None]

    @classmethod
    def of_kept(cls, kept: Sequence[Any]) -> "Promise":
        """The opposite of `kept`."""
        text, owner, due_on = kept
        return cls(text, Side(owner), date.fromisoformat(due_on) if due_on else None)


def keep_draft(tx: Writing, *, slot: str, fields: dict[str, Any]) -> None:
    """Keep what an editor holds; `slot` names the editor, and each has one draft."""
    tx.connection.execute(KEEP, {"slot": slot, "fields": json.dumps(fields), "kept_at": tx.now})


def drop_draft(tx: Writing, *, slot: str) -> None:
    """Forget a draft: it was finished, or thrown away."""
    tx.connection.execute(DROP, {"of": slot})


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


def finish_text(
    tx: Writing,
    *,
    slot: str,
    conversation_id: int,
    text: str,
    reps_words: str | None = None,
    promises: Iterable[Promise] = (),
) -> None:
    """Give a conversation the words that were being written and what they promise, and forget the draft, in one step.

    `reps_words` None leaves those of the rep as they are.
    """
    written: ConversationFields = {"text": text}
    if reps_words is not None:
        written["reps_words"] = reps_words
    edit_conversation(tx, conversation_id=conversation_id, **written)
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


def throw_away_drafts(tx: Writing, *, slots: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Forget drafts, and answer what stood in them, for `put_back_drafts`: undo does not know drafts."""
    these = Draft.slot.in_(tuple(slots))
    rows = tx.connection.execute(select(Draft.slot, Draft.fields).where(these)).all()
    tx.connection.execute(delete(Draft).where(these))
    return tuple((row.slot, row.fields) for row in rows)


def put_back_drafts(tx: Writing, *, drafts: Iterable[tuple[str, str]]) -> None:
    """Undo `throw_away_drafts`; what was begun in the same place since then stays."""
    rows = [{"slot": slot, "fields": fields, "kept_at": tx.now} for slot, fields in drafts]
    if rows:
        tx.connection.execute(PUT_BACK, rows)
