"""Conversations begun before they are written: logged when their page opens, taken away if nothing came of them."""

from collections.abc import Iterable
from typing import Any, Unpack

from sqlalchemy import Integer, Select, and_, bindparam, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from coachjournal.commands.conversation import ConversationFields, log_conversation
from coachjournal.commands.draft import drop_draft, keep_draft
from coachjournal.commands.occurrence import conversation_on, meetings_on, series_of, usual_start
from coachjournal.commands.records import found, rep_name
from coachjournal.commands.taking_place import takes_place
from coachjournal.journal import Writing
from coachjournal.model import (
    AgendaItem,
    Answer,
    CheckIn,
    CoachingAction,
    Commitment,
    Conversation,
    ConversationDeal,
    DealChange,
    FieldCall,
    Observation,
    Rating,
    Signal,
)
from coachjournal.rules.conversation import ConversationKind, ConversationStatus

CAME_OF_IT: tuple[InstrumentedAttribute[Any], ...] = (
    *(Answer.conversation_id, CheckIn.conversation_id, Commitment.conversation_id, DealChange.conversation_id),
    *(FieldCall.conversation_id, Observation.conversation_id, Rating.conversation_id, AgendaItem.raised_in_id),
)
"""Where it shows that something was said, seen or agreed in a conversation."""
FOCUS_OF_SIGNAL = (
    exists()
    .where(CoachingAction.conversation_id == Conversation.id, Signal.id == CoachingAction.signal_id)
    .where(Signal.skill_id == Conversation.focus_skill_id)
)
"""Whether it began with the skill that a signal is about: nobody chose that on its page."""
PIPELINE = ConversationKind.PIPELINE_REVIEW
"""It begins without deals: they are ticked as they are talked about."""


def _nothing_came_of_it() -> Select[bool]:
    """Whether a conversation is as bare as when it was begun."""
    this = bindparam("conversation_id", type_=Integer)
    ticked = exists().where(ConversationDeal.conversation_id == this, Conversation.kind == PIPELINE)
    traces = or_(ticked, *(exists().where(column == this) for column in CAME_OF_IT))
    unfocused = or_(Conversation.focus_skill_id.is_(None), FOCUS_OF_SIGNAL)
    empty = and_(Conversation.text == "", Conversation.reps_words == "", Conversation.idea.is_(None), unfocused)
    return select(and_(empty, ~traces)).where(Conversation.id == this)


BARE = _nothing_came_of_it()
PLANNED_TODAY = (
    select(Conversation.id)
    .where(
        Conversation.rep_id == bindparam("rep_id"),
        Conversation.kind == bindparam("kind"),
        Conversation.held_on == bindparam("today"),
        Conversation.status == ConversationStatus.PLANNED,
    )
    .order_by(Conversation.starts_at)
    .limit(1)
)


def page_slot(conversation_id: int) -> str:
    """The draft of a conversation's page."""
    return f"conversation:{conversation_id}"


def begin_conversation(
    tx: Writing, *, rep_id: int, deal_ids: Iterable[int] = (), **fields: Unpack[ConversationFields]
) -> int:
    """Log a conversation whose page opens now, and answer its key; one planned for today is taken up instead.

    So is a meeting of a series that is today: its time and its length are the conversation's. One about certain deals
    is always a new one; `review_deal` looks for what is planned about a deal. A draft without words says that it is
    only begun: whatever ends its page, or the computer, it is found again.
    """
    kind, deal_ids = fields.setdefault("kind", ConversationKind.ONE_ON_ONE), tuple(deal_ids)
    which = {"rep_id": rep_id, "kind": kind, "today": tx.today}
    planned = None if deal_ids else tx.connection.execute(PLANNED_TODAY, which).scalar_one_or_none()
    is_today = fields.get("held_on", tx.today) == tx.today
    if planned is not None and is_today:
        conversation_id = planned
    else:
        if is_today and not deal_ids:
            fields = {**_todays_meeting(tx, rep_id, kind), **fields}
        conversation_id = log_conversation(tx, rep_id=rep_id, deal_ids=deal_ids, **fields)
        tx.say(f"Began {kind.spoken} with {rep_name(tx, rep_id)}.")
    _keep_begun(tx, conversation_id, rep_id, kind)
    return conversation_id


def begin_planned(tx: Writing, *, conversation_id: int) -> int:
    """Begin a conversation that was planned, today whatever its day was. One that took place is gone on with."""
    planned = found(tx, Conversation, conversation_id)
    if planned.status is not ConversationStatus.HELD:
        if planned.held_on != tx.today:
            planned.held_on, planned.starts_at, planned.zone = tx.today, None, ""
            tx.say(f"{planned.kind.spoken.capitalize()} with {rep_name(tx, planned.rep_id)} takes place today.")
        planned.status = ConversationStatus.PLANNED
        _keep_begun(tx, conversation_id, planned.rep_id, planned.kind)
    return conversation_id


def leave_begun(tx: Writing, *, conversation_id: int, happened: bool = False) -> bool:
    """End what was begun and not written: it is taken away if nothing came of it, which is the answer.

    `happened` says that something was done on its page: what was planned took place then, and a tick on last time's
    list leaves no trace in the conversation itself.
    """
    drop_draft(tx, slot=page_slot(conversation_id))
    bare = tx.connection.execute(BARE, {"conversation_id": conversation_id}).scalar_one_or_none()
    if bare is None:
        return False
    conversation = found(tx, Conversation, conversation_id)
    planned = conversation.status is ConversationStatus.PLANNED
    what = f"{conversation.kind.spoken} with {rep_name(tx, conversation.rep_id)}"
    if planned and happened and conversation.held_on <= tx.today:
        takes_place(tx, conversation_id)
        tx.say(f"Held {what}.")
    taken_away = bare and not planned and not happened
    if taken_away:
        tx.session.delete(conversation)
        tx.say(f"Nothing was written, so {what} is not in the journal.")
    return taken_away


def _keep_begun(tx: Writing, conversation_id: int, rep_id: int, kind: ConversationKind) -> None:
    begun = {"rep_id": rep_id, "kind": kind.value, "text": "", "begun": True}
    keep_draft(tx, slot=page_slot(conversation_id), fields=begun)


def _todays_meeting(tx: Writing, rep_id: int, kind: ConversationKind) -> ConversationFields:
    """What a series says of today's conversation; nothing where there is no meeting, or not any more."""
    meeting = next(iter(meetings_on(tx, rep_id=rep_id, kind=kind, day=tx.today)), None)
    if meeting is None or conversation_on(tx, meeting.series, tx.today) is not None:
        return ConversationFields()
    series = series_of(meeting.series)
    return ConversationFields(
        starts_at=usual_start(tx, series, tx.today),
        zone=series.zone,
        minutes=series.minutes,
        series_id=meeting.series.id,
    )
