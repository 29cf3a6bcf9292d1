"""Conversations: logged in five keys, edited later, deleted and brought back by undo."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TypedDict, Unpack

from sqlalchemy import bindparam, delete, exists, func, insert, select, update

from coachjournal.commands.mentions import deals_were_chosen, follow_tokens
from coachjournal.commands.occurrence import follow_conversation
from coachjournal.commands.planned_coaching import take_up_planned
from coachjournal.commands.records import found, not_ahead, rep_name, write_over
from coachjournal.commands.setting import usual_minutes
from coachjournal.commands.taking_place import takes_place
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import (
    AgendaItem,
    Answer,
    CheckIn,
    CoachingAction,
    Commitment,
    Conversation,
    ConversationDeal,
    FieldCall,
    Observation,
    Rating,
    Revision,
    Strength,
)
from coachjournal.rules.conversation import ConversationKind, ConversationStatus, Idea
from coachjournal.rules.private_text import MARK
from coachjournal.rules.time_entry import LONGEST
from coachjournal.rules.tokens import length_in

INSERT_CONVERSATION = insert(Conversation)
INSERT_DEAL = insert(ConversationDeal)
INSERT_REVISION = insert(Revision)
SET_FOCUS = update(Conversation).where(Conversation.id == bindparam("which")).values(focus_skill_id=bindparam("skill"))
MARK_PRIVATE = (
    update(CheckIn)
    .where(CheckIn.conversation_id == bindparam("of"), CheckIn.note != "")
    .values(note=MARK + func.replace(CheckIn.note, MARK, "") + MARK)
)
TIMED_CALLS = select(exists().where(FieldCall.conversation_id == bindparam("which"), FieldCall.minutes > 0))
STAYS_WITH_THE_REP = (
    *(AgendaItem.raised_in_id, CheckIn.conversation_id, CoachingAction.conversation_id, Strength.conversation_id),
)
OF_ITS_DAY = (Answer.answered_on, CheckIn.checked_on, Commitment.made_on, Observation.seen_on, Rating.rated_on)
IN_THE_PAST = "A conversation that took place"


class ConversationFields(TypedDict, total=False):
    """What can be said about a conversation; `starts_at` is an aware instant, `zone` its IANA name."""

    kind: ConversationKind
    text: str
    reps_words: str
    held_on: date
    starts_at: datetime | None
    zone: str
    minutes: int
    travel_minutes: int
    idea: Idea | None
    private: bool
    focus_skill_id: int | None
    series_id: int | None


class MeetingFields(TypedDict, total=False):
    """What can be said about a conversation that lies ahead."""

    kind: ConversationKind
    starts_at: datetime | None
    zone: str
    minutes: int
    focus_skill_id: int | None
    series_id: int | None


def log_conversation(
    tx: Writing, *, rep_id: int, deal_ids: Iterable[int] = (), **fields: Unpack[ConversationFields]
) -> int:
    """Write down a conversation that took place; it counts as the manager's time. Returns its key.

    Where nothing is told it was a word in passing, today, and took what its kind usually takes.
    """
    name = rep_name(tx, rep_id)
    kind = fields.setdefault("kind", ConversationKind.IN_PASSING)
    not_ahead(tx, fields.setdefault("held_on", tx.today), "held_on", IN_THE_PAST)
    text = fields.get("text", "")
    if "minutes" not in fields:
        fields["minutes"] = length_in(text) or usual_minutes(tx, kind)
    _check_length(fields["minutes"], "minutes")
    _check_length(fields.get("travel_minutes", 0), "travel_minutes")
    conversation_id = _write_down(tx, {"rep_id": rep_id, **fields}, deal_ids)
    skill = follow_tokens(tx, conversation_id=conversation_id, rep_id=rep_id, before="", text=text)
    if skill is not None and kind is ConversationKind.RIDE_ALONG and fields.get("focus_skill_id") is None:
        tx.connection.execute(SET_FOCUS, {"which": conversation_id, "skill": skill})
    take_up_planned(tx, conversation_id, rep_id, kind, fields["held_on"])
    tx.say(f"Logged {kind.spoken} with {name}.")
    return conversation_id


def plan_conversation(
    tx: Writing, *, rep_id: int, held_on: date, deal_ids: Iterable[int] = (), **fields: Unpack[MeetingFields]
) -> int:
    """Put a conversation in the diary; it counts as time once it took place. Returns its key."""
    name = rep_name(tx, rep_id)
    kind = fields.setdefault("kind", ConversationKind.ONE_ON_ONE)
    _check_length(fields.setdefault("minutes", usual_minutes(tx, kind)), "minutes")
    row = {"rep_id": rep_id, "held_on": held_on, **fields, "status": ConversationStatus.PLANNED}
    conversation_id = _write_down(tx, row, deal_ids)
    tx.say(f"Planned {kind.spoken} with {name}.")
    return conversation_id


def edit_conversation(
    tx: Writing, *, conversation_id: int, deal_ids: Iterable[int] | None = None, **fields: Unpack[ConversationFields]
) -> None:
    """Change a conversation; `deal_ids`, where given, replace the deals it was about.

    What is written about a planned one whose day has come says that it took place. With another day, what was said,
    seen and agreed in it on its day is of that day too.
    """
    conversation = found(tx, Conversation, conversation_id)
    if "held_on" in fields and conversation.status is ConversationStatus.HELD:
        not_ahead(tx, fields["held_on"], "held_on", IN_THE_PAST)
    _check_length(fields.get("minutes", 0), "minutes")
    _check_length(fields.get("travel_minutes", 0), "travel_minutes")
    before, day = conversation.text, conversation.held_on
    if fields.get("text", conversation.text) != conversation.text:
        _remember_text(tx, conversation)
    write_over(conversation, {**fields, "changed_at": tx.now})
    if fields.get("text") or fields.get("reps_words") or fields.get("idea"):
        takes_place(tx, conversation_id)
    if deal_ids is not None:
        _choose_deals(tx, conversation_id, tuple(deal_ids))
    if conversation.held_on != day:
        _move_to_its_day(tx, conversation, day)
        follow_conversation(tx, conversation, day)
    if conversation.text != before:
        _follow_text(tx, conversation, before, told="minutes" in fields)
    tx.say(f"Changed {conversation.kind.spoken} with {rep_name(tx, conversation.rep_id)}.")


def move_conversation(tx: Writing, *, conversation_id: int, rep_id: int) -> None:
    """Say that a conversation was with another rep; what was agreed and seen in it goes along.

    What belongs to the first rep stays there as if the conversation were gone: check-ins, strengths, what was raised.
    """
    conversation = found(tx, Conversation, conversation_id)
    name = rep_name(tx, rep_id)
    if rep_id == conversation.rep_id:
        return
    for record in (Commitment, Observation, Rating):
        of_this = update(record).where(record.conversation_id == conversation_id)
        tx.connection.execute(of_this.values(rep_id=rep_id))
    _keep_private(tx, conversation)
    for column in STAYS_WITH_THE_REP:
        tx.connection.execute(update(column.class_).where(column == conversation_id).values({column: None}))
    conversation.rep_id, conversation.series_id = rep_id, None  # a meeting is with one rep
    tx.say(f"{conversation.kind.spoken.capitalize()} was with {name}.")


def delete_conversation(tx: Writing, *, conversation_id: int) -> None:
    """Delete a conversation and its field calls and observations; its commitments and check-ins stay."""
    conversation = found(tx, Conversation, conversation_id)
    tx.say(f"Deleted {conversation.kind.spoken} with {rep_name(tx, conversation.rep_id)}.")
    _keep_private(tx, conversation)
    tx.session.delete(conversation)


def _keep_private(tx: Writing, conversation: Conversation) -> None:
    """What was noted in a private conversation stays private where it goes on without it."""
    if conversation.private:
        tx.connection.execute(MARK_PRIVATE, {"of": conversation.id})


def _write_down(tx: Writing, fields: Mapping[str, object], deal_ids: Iterable[int]) -> int:
    row = {**fields, "written_at": tx.now, "changed_at": tx.now, "import_run_id": tx.import_run_id}
    conversation_id = int(tx.connection.execute(INSERT_CONVERSATION, row).lastrowid)
    _name_deals(tx, conversation_id, deal_ids)
    return conversation_id


def _choose_deals(tx: Writing, conversation_id: int, deal_ids: tuple[int, ...]) -> None:
    tx.session.flush()
    tx.connection.execute(delete(ConversationDeal).where(ConversationDeal.conversation_id == conversation_id))
    _name_deals(tx, conversation_id, deal_ids)
    deals_were_chosen(tx, conversation_id, deal_ids)


def _follow_text(tx: Writing, conversation: Conversation, before: str, *, told: bool) -> None:
    """What the tokens of a note say about its conversation; a length only where it was not `told` otherwise.

    A day in the field is as long as its calls, once they have lengths.
    """
    text = conversation.text
    tx.session.flush()
    skill = follow_tokens(tx, conversation_id=conversation.id, rep_id=conversation.rep_id, before=before, text=text)
    if conversation.kind is ConversationKind.RIDE_ALONG and conversation.focus_skill_id is None:
        conversation.focus_skill_id = skill
    minutes = length_in(text)
    if told or not minutes or minutes == length_in(before):
        return
    if not tx.connection.execute(TIMED_CALLS, {"which": conversation.id}).scalar_one():
        conversation.minutes = minutes


def _move_to_its_day(tx: Writing, conversation: Conversation, before: date) -> None:
    tx.session.flush()
    for column in OF_ITS_DAY:
        record = column.class_
        said_then = update(record).where(record.conversation_id == conversation.id, column == before)
        tx.connection.execute(said_then.values({column: min(conversation.held_on, tx.today)}))


def _remember_text(tx: Writing, conversation: Conversation) -> None:
    """Keep the text that is about to be replaced; a text that comes again is kept once, as of its last time."""
    if not conversation.text.strip():
        return
    this = Revision.conversation_id == conversation.id
    tx.connection.execute(delete(Revision).where(this, Revision.text == conversation.text))
    row = {"conversation_id": conversation.id, "text": conversation.text, "written_at": conversation.changed_at}
    tx.connection.execute(INSERT_REVISION, row)


def _check_length(minutes: int, field: str) -> None:
    if not 0 <= minutes <= LONGEST:
        raise Rejected("A conversation and the way to it take between 0 minutes and a day each.", field=field)


def _name_deals(tx: Writing, conversation_id: int, deal_ids: Iterable[int]) -> None:
    rows = [{"conversation_id": conversation_id, "deal_id": deal_id} for deal_id in dict.fromkeys(deal_ids)]
    if rows:
        tx.connection.execute(INSERT_DEAL, rows)
