"""What a ride-along is planned with: the customers there are, the skill in work, and what came of the last one."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, select

from coachjournal.journal import Reading
from coachjournal.model import Account, Commitment, Conversation, Deal, Goal, Rep, Skill
from coachjournal.queries.rep_name import rep_name
from coachjournal.queries.ride_along import ride_along_day, skills
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from coachjournal.rules.deal import Outcome
from coachjournal.rules.goal import GoalStatus
from coachjournal.rules.private_text import public_text
from coachjournal.rules.sections import section_of
from coachjournal.rules.tokens import deal_name


@dataclass(frozen=True, slots=True)
class CustomerChoice:
    """Whom to see: an open deal of the rep, or an account."""

    name: str
    account_id: int | None
    deal_id: int | None


@dataclass(frozen=True, slots=True)
class LastRide:
    """What the last ride-along came to: the focus, what the rep wanted to try, what was agreed.

    Nothing is quoted of a private one, nor a private part of its note.
    """

    on: date
    focus: str
    tries: str
    commitments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RideAlongForm:
    """What planning with one rep begins with; `skill_id` is the skill of the goal that is due first."""

    rep: str
    skill_id: int | None
    skills: tuple[tuple[int, str], ...]
    customers: tuple[CustomerChoice, ...]
    last: LastRide | None
    ahead: tuple[tuple[int, date], ...]
    """Those planned already: key and day, the next one first."""


OF_REP = bindparam("rep_id", type_=Rep.id.type)
GOAL_SKILL = (
    select(Goal.skill_id)
    .join(Skill, Skill.id == Goal.skill_id)
    .where(Goal.rep_id == OF_REP, Goal.status == GoalStatus.ACTIVE)
    .order_by(Goal.due_on, Goal.id)
    .limit(1)
)
DEALS = (
    select(Deal.id, Deal.name, Deal.account_id, func.coalesce(Account.name, "").label("account"))
    .outerjoin(Account, Account.id == Deal.account_id)
    .where(Deal.rep_id == OF_REP, Deal.outcome == Outcome.OPEN)
    .order_by(Deal.close_on.is_(None), Deal.close_on, Deal.id)
)
OWN_ACCOUNTS = select(Deal.account_id).where(Deal.rep_id == OF_REP, Deal.account_id.is_not(None))
ACCOUNTS = select(Account.id, Account.name).order_by(Account.id.not_in(OWN_ACCOUNTS), func.lower(Account.name))
LAST = (
    select(Conversation.id, Conversation.held_on, Conversation.text, Conversation.private)
    .where(Conversation.rep_id == OF_REP, Conversation.kind == ConversationKind.RIDE_ALONG)
    .where(Conversation.status == ConversationStatus.HELD)
    .order_by(Conversation.held_on.desc(), Conversation.id.desc())
    .limit(1)
)
AHEAD = (
    select(Conversation.id, Conversation.held_on)
    .where(Conversation.rep_id == OF_REP, Conversation.kind == ConversationKind.RIDE_ALONG)
    .where(Conversation.status == ConversationStatus.PLANNED, Conversation.held_on >= bindparam("today"))
    .order_by(Conversation.held_on, Conversation.id)
    .limit(3)  # more are not planned at once
)
AGREED = (
    select(Commitment.text)
    .where(Commitment.conversation_id == bindparam("conversation_id"), Commitment.moved_from_id.is_(None))
    .order_by(Commitment.id)
)


def ride_along_form(tx: Reading, *, rep_id: int) -> RideAlongForm:
    """What there is to choose from for a day with this rep."""
    of_rep = {"rep_id": rep_id}
    return RideAlongForm(
        rep=rep_name(tx, rep_id),
        skill_id=tx.connection.execute(GOAL_SKILL, of_rep).scalar_one_or_none(),
        skills=skills(tx),
        customers=customers_of(tx, rep_id=rep_id),
        last=_last(tx, rep_id),
        ahead=tuple((row.id, row.held_on) for row in tx.connection.execute(AHEAD, {**of_rep, "today": tx.today})),
    )


def customers_of(tx: Reading, *, rep_id: int) -> tuple[CustomerChoice, ...]:
    """The rep's open deals by account, then accounts without saying which deal, theirs first; no name twice."""
    of_rep = {"rep_id": rep_id}
    rows = tx.connection.execute(DEALS, of_rep)
    choices = [CustomerChoice(deal_name(row.account, row.name), row.account_id, row.id) for row in rows]
    choices += [CustomerChoice(row.name, row.id, None) for row in tx.connection.execute(ACCOUNTS, of_rep)]
    by_name: dict[str, CustomerChoice] = {}
    for choice in choices:
        by_name.setdefault(choice.name, choice)
    return tuple(by_name.values())


def _last(tx: Reading, rep_id: int) -> LastRide | None:
    row = tx.connection.execute(LAST, {"rep_id": rep_id}).one_or_none()
    day = None if row is None else ride_along_day(tx, conversation_id=row.id)
    if row is None or day is None:
        return None
    return LastRide(
        on=row.held_on,
        focus=day.skill.name if day.skill else "",
        tries="" if row.private else " ".join(section_of(public_text(row.text), day.focus_heading).split()),
        commitments=tuple(tx.connection.execute(AGREED, {"conversation_id": row.id}).scalars()),
    )
