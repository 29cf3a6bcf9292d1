"""The conversation in which a coaching action is held: found in the diary, put into it, or begun."""

from datetime import datetime
from typing import TypedDict, Unpack

from sqlalchemy import bindparam, exists, select

from coachjournal.commands.begun import BARE, begin_conversation, begin_planned
from coachjournal.commands.conversation import plan_conversation
from coachjournal.commands.deal_review import review_deal
from coachjournal.commands.pipeline_review import be_about
from coachjournal.commands.records import found
from coachjournal.journal import Writing
from coachjournal.model import CoachingAction, Conversation, ConversationDeal, Signal
from coachjournal.rules.conversation import ConversationKind, ConversationStatus

OF_THAT_DAY = (
    select(Conversation.id)
    .where(Conversation.rep_id == bindparam("rep_id"), Conversation.kind == bindparam("kind"))
    .where(Conversation.held_on == bindparam("day"), Conversation.status == bindparam("status"))
    .order_by(Conversation.starts_at, Conversation.id)
    .limit(1)
)
ABOUT_THE_DEAL = OF_THAT_DAY.where(
    exists().where(
        ConversationDeal.conversation_id == Conversation.id, ConversationDeal.deal_id == bindparam("deal_id")
    )
)

COACHES = select(exists().where(CoachingAction.conversation_id == bindparam("conversation_id")))


class MeetingTime(TypedDict, total=False):
    """When a meeting is: an aware instant, the IANA name of its zone, and how long it takes."""

    starts_at: datetime | None
    zone: str
    minutes: int


def into_the_diary(tx: Writing, action: CoachingAction, about: Signal | None, **time: Unpack[MeetingTime]) -> None:
    """Give an action its planned conversation: a new one at the time told, else one that stands there that day."""
    kind = ConversationKind(action.conversation_kind)
    if time.get("starts_at") is None:
        action.conversation_id = _of_that_day(tx, action, about, ConversationStatus.PLANNED)
        return
    action.conversation_id = plan_conversation(
        tx,
        rep_id=action.rep_id,
        held_on=action.planned_on,
        kind=kind,
        focus_skill_id=about.skill_id if about else None,
        deal_ids=[about.deal_id] if about and about.deal_id and _has_deals(kind) else [],
        **time,
    )


def meeting_of(tx: Writing, action: CoachingAction) -> Conversation | None:
    """The conversation that an action is planned to be held in."""
    linked = _linked(tx, action)
    return linked if linked is not None and linked.status is ConversationStatus.PLANNED else None


def is_held(tx: Writing, action: CoachingAction) -> bool:
    """Whether it took place, or has been begun."""
    linked = _linked(tx, action)
    return action.held_on is not None or (linked is not None and linked.status is ConversationStatus.HELD)


def has_other_use(tx: Writing, meeting: Conversation) -> bool:
    """Whether something was prepared for a meeting, other coaching is to be held in it, or it is one of a series."""
    about = {"conversation_id": meeting.id}
    is_bare = tx.session.execute(BARE, about).scalar_one()
    return not is_bare or meeting.series_id is not None or tx.session.execute(COACHES, about).scalar_one()


def begin_for(tx: Writing, action: CoachingAction, about: Signal | None) -> Conversation:
    """The conversation of an action, begun today, about the skill and the deal of its signal."""
    conversation_id = _begun(tx, action, about)
    tx.session.flush()
    conversation = found(tx, Conversation, conversation_id)
    if about is not None:
        conversation.focus_skill_id = conversation.focus_skill_id or about.skill_id
        if about.deal_id is not None and _has_deals(conversation.kind):
            be_about(tx, conversation_id, about.deal_id)
    return conversation


def _begun(tx: Writing, action: CoachingAction, about: Signal | None) -> int:
    kind = ConversationKind(action.conversation_kind)
    if _linked(tx, action) is not None and action.conversation_id is not None:
        return begin_planned(tx, conversation_id=action.conversation_id)
    if kind is ConversationKind.DEAL_REVIEW and about is not None and about.deal_id is not None:
        return review_deal(tx, deal_id=about.deal_id)
    if kind is ConversationKind.ONE_ON_ONE:  # nobody has two of them with one rep on a day
        todays = _of_that_day(tx, action, about, ConversationStatus.HELD)
        if todays is not None:
            return todays
    return begin_conversation(tx, rep_id=action.rep_id, kind=kind)


def _of_that_day(tx: Writing, action: CoachingAction, about: Signal | None, status: ConversationStatus) -> int | None:
    day = action.planned_on if status is ConversationStatus.PLANNED else tx.today
    which = {"rep_id": action.rep_id, "kind": ConversationKind(action.conversation_kind), "day": day, "status": status}
    if about is not None and about.deal_id is not None and which["kind"] is ConversationKind.DEAL_REVIEW:
        return tx.session.execute(ABOUT_THE_DEAL, {**which, "deal_id": about.deal_id}).scalar_one_or_none()
    return tx.session.execute(OF_THAT_DAY, which).scalar_one_or_none()


def _linked(tx: Writing, action: CoachingAction) -> Conversation | None:
    return None if action.conversation_id is None else tx.session.get(Conversation, action.conversation_id)


def _has_deals(kind: ConversationKind) -> bool:
    """The deals of a pipeline review are ticked as they are talked about."""
    return kind is not ConversationKind.PIPELINE_REVIEW
