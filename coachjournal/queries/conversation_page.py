"""One conversation: what was written, what was agreed, and what to have beside it while writing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, func, select

from coachjournal.journal import Reading
from coachjournal.model import (
    Account,
    Commitment,
    Conversation,
    ConversationDeal,
    Deal,
    FieldCall,
    Observation,
    Rep,
    Skill,
    Template,
)
from coachjournal.queries.rep_page import RepCommitment
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import CallRole, ConversationKind, ConversationStatus, Idea
from coachjournal.rules.deal import Outcome
from coachjournal.rules.money import Money
from coachjournal.rules.names import first_name


@dataclass(frozen=True, slots=True)
class ConversationHead:
    """What is known about a conversation; `starts_at` is an aware instant, where a time was told."""

    conversation_id: int
    rep_id: int
    rep: str
    kind: ConversationKind
    status: ConversationStatus
    held_on: date
    starts_at: datetime | None
    minutes: int
    text: str
    reps_words: str
    private: bool
    idea: Idea | None
    focus_skill: str
    purpose: str
    """What a conversation of this kind is for."""

    @property
    def first_name(self) -> str:
        """What the page calls the rep."""
        return first_name(self.rep)


@dataclass(frozen=True, slots=True)
class NamedDeal:
    """A deal as it is named beside a note."""

    deal_id: int
    name: str
    account: str
    amount: Money | None
    open: bool


@dataclass(frozen=True, slots=True)
class Observed:
    """Something seen: the situation, what the rep did, what came of it."""

    situation: str
    behaviour: str
    impact: str
    skill: str
    private: bool


@dataclass(frozen=True, slots=True)
class Call:
    """A customer call of a ride-along, with what was seen in it."""

    account: str
    role: CallRole
    minutes: int | None
    objective: str
    outcome: str
    went_well: str
    differently: str
    level: float | None
    took_over: bool
    observed: tuple[Observed, ...]


@dataclass(frozen=True, slots=True)
class ConversationPage:
    """Everything the page shows at once."""

    head: ConversationHead
    deals: tuple[NamedDeal, ...]
    commitments: tuple[RepCommitment, ...]
    calls: tuple[Call, ...]
    observed: tuple[Observed, ...]
    """What was seen outside of any call."""

    def shows_same_as(self, before: "ConversationPage | None") -> bool:
        """Whether this is the conversation that was shown before."""
        return before is not None and before.head.conversation_id == self.head.conversation_id


HEAD = (
    select(
        *(Conversation.id, Conversation.rep_id, Rep.name.label("rep"), Conversation.kind, Conversation.status),
        *(Conversation.held_on, Conversation.starts_at, Conversation.minutes, Conversation.text),
        *(Conversation.reps_words, Conversation.private, Conversation.idea),
        func.coalesce(Skill.name, "").label("focus_skill"),
        func.coalesce(Template.purpose, "").label("purpose"),
    )
    .join(Rep, Rep.id == Conversation.rep_id)
    .outerjoin(Skill, Skill.id == Conversation.focus_skill_id)
    .outerjoin(Template, Template.kind == Conversation.kind)
    .where(Conversation.id == bindparam("conversation_id"))
    .limit(1)
)
NAMED_DEAL = select(
    *(Deal.id, Deal.name, func.coalesce(Account.name, "").label("account")),
    *(Deal.amount, Deal.currency, Deal.outcome),
).outerjoin(Account, Account.id == Deal.account_id)
DEALS = (
    NAMED_DEAL.join(ConversationDeal, ConversationDeal.deal_id == Deal.id)
    .where(ConversationDeal.conversation_id == bindparam("conversation_id"))
    .order_by(ConversationDeal.id)
)
DEALS_OF_REP = NAMED_DEAL.where(Deal.rep_id == bindparam("rep_id")).order_by(
    Deal.outcome != Outcome.OPEN, Deal.id.desc()
)
COMMITMENTS = (
    select(
        *(Commitment.id, Commitment.owner, Commitment.text, Commitment.made_on, Commitment.due_on),
        *(Commitment.status, Commitment.ended_on),
    )
    .where(Commitment.conversation_id == bindparam("conversation_id"), Commitment.status != CommitmentStatus.MOVED)
    .order_by(Commitment.id)
)
CALLS = (
    select(FieldCall.__table__, func.coalesce(Account.name, "").label("account"))
    .outerjoin(Account, Account.id == FieldCall.account_id)
    .where(FieldCall.conversation_id == bindparam("conversation_id"))
    .order_by(FieldCall.position, FieldCall.id)
)
OBSERVATIONS = (
    select(
        *(Observation.field_call_id, Observation.situation, Observation.behaviour, Observation.impact),
        *(Observation.private, func.coalesce(Skill.name, "").label("skill")),
    )
    .outerjoin(Skill, Skill.id == Observation.skill_id)
    .where(Observation.conversation_id == bindparam("conversation_id"))
    .order_by(Observation.id)
)
PURPOSES = select(Template.kind, Template.purpose)


def conversation_page(tx: Reading, *, conversation_id: int) -> ConversationPage | None:
    """The page of one conversation, or None when it is not (or no longer) there."""
    this = {"conversation_id": conversation_id}
    row = tx.connection.execute(HEAD, this).one_or_none()
    if row is None:
        return None
    head = _head(row)
    observed = _observed(tx.connection.execute(OBSERVATIONS, this))
    return ConversationPage(
        head=head,
        deals=tuple(_deal(row) for row in tx.connection.execute(DEALS, this)),
        commitments=_commitments(tx, conversation_id),
        calls=tuple(_call(row, observed.get(row.id, ())) for row in tx.connection.execute(CALLS, this)),
        observed=observed.get(None, ()),
    )


def deals_to_name(tx: Reading, *, rep_id: int) -> tuple[NamedDeal, ...]:
    """The rep's deals, for choosing one by typing: open ones first, the newest first."""
    return tuple(_deal(row) for row in tx.connection.execute(DEALS_OF_REP, {"rep_id": rep_id}))


def purposes(tx: Reading) -> dict[ConversationKind, str]:
    """What each kind of conversation is for, in a line."""
    return {row.kind: row.purpose for row in tx.connection.execute(PURPOSES)}


def _head(row: AnyRow) -> ConversationHead:
    return ConversationHead(
        conversation_id=row.id,
        rep_id=row.rep_id,
        rep=row.rep,
        kind=row.kind,
        status=row.status,
        held_on=row.held_on,
        starts_at=row.starts_at,
        minutes=row.minutes,
        text=row.text,
        reps_words=row.reps_words,
        private=row.private,
        idea=row.idea,
        focus_skill=row.focus_skill,
        purpose=row.purpose,
    )


def _deal(row: AnyRow) -> NamedDeal:
    amount = None if row.amount is None else Money(row.amount, row.currency)
    return NamedDeal(row.id, row.name, row.account, amount, row.outcome is Outcome.OPEN)


def _commitments(tx: Reading, conversation_id: int) -> tuple[RepCommitment, ...]:
    """What was agreed in a conversation; of one that moved, only what it has become."""
    rows = tx.connection.execute(COMMITMENTS, {"conversation_id": conversation_id})
    return tuple(RepCommitment(*row) for row in rows)


def _observed(rows: Iterable[AnyRow]) -> dict[int | None, tuple[Observed, ...]]:
    """What was seen, by the call it was seen in."""
    by_call: dict[int | None, tuple[Observed, ...]] = {}
    for row in rows:
        seen = Observed(row.situation, row.behaviour, row.impact, row.skill, row.private)
        by_call[row.field_call_id] = (*by_call.get(row.field_call_id, ()), seen)
    return by_call


def _call(row: AnyRow, observed: tuple[Observed, ...]) -> Call:
    return Call(
        account=row.account,
        role=row.role,
        minutes=row.minutes,
        objective=row.objective,
        outcome=row.outcome,
        went_well=row.went_well,
        differently=row.differently,
        level=row.level,
        took_over=row.took_over,
        observed=observed,
    )
