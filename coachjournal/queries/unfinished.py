"""Everything that was being typed and is not finished: notes, talks to log, and what other editors hold."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import (
    AgendaItem,
    CheckIn,
    Commitment,
    Conversation,
    Deal,
    Draft,
    Goal,
    Plan,
    PlanAction,
    Rep,
    TimeEntry,
)
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.word_count import word_count

DRAFTS = select(Draft.slot, Draft.fields, Draft.kept_at).order_by(Draft.kept_at.desc(), Draft.id.desc())
NAMES = select(Rep.id, Rep.name).where(Rep.id.in_(bindparam("ids", expanding=True)))
CONVERSATION = select(Conversation.rep_id, Conversation.kind).where(Conversation.id == bindparam("key"))
_BY_KEY: dict[str, Select[Any]] = {
    "goalEditor": select(Goal.rep_id).where(Goal.id == bindparam("key")),
    "goalEditor.new": select(Rep.id).where(Rep.id == bindparam("key")),
    "checkInEditor": select(Goal.rep_id)
    .join(CheckIn, CheckIn.goal_id == Goal.id)
    .where(CheckIn.id == bindparam("key")),
    "checkInEditor.new": select(Goal.rep_id).where(Goal.id == bindparam("key")),
    "commitmentEditor": select(Commitment.rep_id).where(Commitment.id == bindparam("key")),
    "repEditor": select(Rep.id).where(Rep.id == bindparam("key")),
    "dealEditor": select(Deal.rep_id).where(Deal.id == bindparam("key")),
    "timeEntry": select(TimeEntry.rep_id).where(TimeEntry.id == bindparam("key")),
    "planAction": select(Plan.rep_id)
    .join(PlanAction, PlanAction.plan_id == Plan.id)
    .where(PlanAction.id == bindparam("key")),
    "raiseNextTime.item": select(AgendaItem.rep_id).where(AgendaItem.id == bindparam("key")),
    "raiseNextTime.rep": select(Rep.id).where(Rep.id == bindparam("key")),
    "selfRating.rep": select(Rep.id).where(Rep.id == bindparam("key")),
    "selfRating.manager": select(Rep.id).where(Rep.id == bindparam("key")),
    "coachThis.signal": select(Rep.id).where(Rep.id == bindparam("key")),
    "coachThis.rep": select(Rep.id).where(Rep.id == bindparam("key")),
    "lookAgain.signal": select(Rep.id).where(Rep.id == bindparam("key")),
    "putOff.signal": select(Rep.id).where(Rep.id == bindparam("key")),
    "toRaise": select(Rep.id).where(Rep.id == bindparam("key")),
}
"""How to find the rep behind the record that an editor was open for."""
_SLOT = re.compile(r"editor:(?P<editor>\w+):(?:(?P<what>[a-z]+)\.?)?(?P<key>\d*)(?:\.[\w.]+)?")
_ON_PAGE = re.compile(r"conversation:(\d+)(?:\.\w+(?::\d+)?)?")
"""A conversation's note, or a part of its page."""


@dataclass(frozen=True, slots=True)
class UnfinishedDraft:
    """Something that was being typed. `editor` is "" for a conversation, `key` the record it was about, if any."""

    slot: str
    kind: ConversationKind | None
    rep: str
    words: int
    kept_at: datetime
    rep_id: int | None = None
    editor: str = ""
    key: int | None = None
    text: str = ""
    is_gone: bool = False
    """The conversation it belongs to is not in the journal: only the words are left."""
    is_begun: bool = False
    """Its page was opened and nothing was written on it."""
    slots: tuple[str, ...] = ()
    """All that is kept of it: a conversation's page has parts that keep what is typed in them by themselves."""


def unfinished(tx: Reading, *, rep_id: int | None = None) -> tuple[UnfinishedDraft, ...]:
    """The latest first; `rep_id` leaves out what is not about this rep."""
    rows = tx.connection.execute(DRAFTS).all()
    found = [_found(tx, row.slot, json.loads(row.fields), row.kept_at) for row in rows]
    there = [draft for draft in found if draft is not None and (rep_id is None or draft.rep_id == rep_id)]
    return tuple(_named(tx, _by_page(there)))


def _by_page(drafts: list[UnfinishedDraft]) -> list[UnfinishedDraft]:
    """One for all parts of a page, as old as the latest of them."""
    pages: dict[str, UnfinishedDraft] = {}
    for draft in drafts:
        page = draft.slot if draft.editor or draft.key is None else f"page {draft.key}"
        first = pages.get(page, replace(draft, words=0))
        pages[page] = replace(
            first,
            kind=first.kind or draft.kind,
            words=first.words + draft.words,
            slots=(*first.slots, draft.slot),
            is_begun=first.is_begun and draft.is_begun,
        )
    return list(pages.values())


def _found(tx: Reading, slot: str, fields: dict[str, Any], kept_at: datetime) -> UnfinishedDraft | None:
    """None where the record is gone that an editor was open for."""
    editor = _SLOT.fullmatch(slot)
    if editor is None:
        return _of_conversation(tx, slot, fields, kept_at)
    name, key = editor["editor"], int(editor["key"]) if editor["key"] else None
    about = _BY_KEY.get(f"{name}.{editor['what']}" if editor["what"] else name)
    row = tx.connection.execute(about, {"key": key}).one_or_none() if about is not None and key is not None else None
    if about is not None and key is not None and row is None:
        return None
    words = sum(len(str(value).split()) for value in fields.get("typed", {}).values())
    rep_id = row[0] if row is not None else None
    return UnfinishedDraft(slot, None, "", words, kept_at, rep_id, f"{name}.{editor['what'] or ''}".rstrip("."), key)


def _of_conversation(tx: Reading, slot: str, fields: dict[str, Any], kept_at: datetime) -> UnfinishedDraft | None:
    page, kind, text = _ON_PAGE.fullmatch(slot), fields.get("kind"), str(fields.get("text", ""))
    key = int(page[1]) if page else None
    row = None if key is None else tx.connection.execute(CONVERSATION, {"key": key}).one_or_none()
    others = (str(fields.get("reps_words", "")), *(fields.get("in_line") or ("",))[:1])
    words = sum(map(word_count, (text, *others)))
    is_gone = key is not None and row is None
    if is_gone and not text:
        return None
    return UnfinishedDraft(
        slot=slot,
        kind=ConversationKind(kind) if kind else row and row.kind,
        rep="",
        words=words,
        kept_at=kept_at,
        rep_id=row[0] if row is not None else fields.get("rep_id"),
        key=key,
        text=text,
        is_gone=is_gone,
        is_begun=bool(fields.get("begun")) and not any((text, *others)),
    )


def _named(tx: Reading, drafts: list[UnfinishedDraft]) -> Iterator[UnfinishedDraft]:
    ids = sorted({draft.rep_id for draft in drafts if draft.rep_id is not None})
    names = {rep.id: rep.name for rep in tx.connection.execute(NAMES, {"ids": ids})}
    for draft in drafts:
        yield replace(draft, rep=names.get(draft.rep_id, ""))
