"""Whom and what a note can name: reps, deals and skills, the nearest to the conversation first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select

from coachjournal.journal import Reading
from coachjournal.model import Account, Deal, Goal, Mention, Rep, Skill
from coachjournal.rules.deal import Outcome
from coachjournal.rules.goal import GoalStatus
from coachjournal.rules.money import Money
from coachjournal.rules.tokens import Nameable, Ref, Sign, deal_name, spelling_of

REPS = select(Rep.id, Rep.name, Rep.role, Rep.archived_on.is_not(None)).order_by(Rep.archived_on.is_not(None), Rep.name)
DEALS = (
    select(Deal.id, func.coalesce(Account.name, ""), Deal.name, Deal.amount, Deal.currency, Rep.name)
    .add_columns(Deal.outcome != Outcome.OPEN, Deal.rep_id != bindparam("rep"))
    .join(Rep, Rep.id == Deal.rep_id)
    .outerjoin(Account, Account.id == Deal.account_id)
    .order_by(Deal.id.desc())
)
IN_GOALS = select(Goal.skill_id).where(
    Goal.rep_id == bindparam("rep"), Goal.status == GoalStatus.ACTIVE, Goal.skill_id.is_not(None)
)
SKILLS = select(Skill.id, Skill.name, Skill.archived_on.is_not(None), Skill.id.not_in(IN_GOALS)).order_by(
    Skill.position
)
MENTIONS = select(Mention.token, Mention.rep_id, Mention.deal_id, Mention.skill_id).where(
    Mention.conversation_id == bindparam("of")
)
NOBODY = 0
"""No record has this key."""


@dataclass(frozen=True, slots=True)
class NamedThing:
    """Something that can be named, with what tells it from its likes."""

    nameable: Nameable
    rep: str = ""
    """Whose deal it is."""
    amount: Money | None = None
    aside: str = ""
    """The role of a rep; that a deal is closed, or something put away."""


@dataclass(frozen=True, slots=True)
class Naming:
    """All that can be named, near before far, and what the tokens of this conversation were understood as before."""

    things: tuple[NamedThing, ...]
    remembered: Mapping[str, Ref]


def naming(tx: Reading, *, rep_id: int | None, conversation_id: int | None = None) -> Naming:
    """For a note about a rep, or about nobody yet; its own tokens where the conversation is there already."""
    near = {"rep": rep_id or NOBODY}
    things = (*_reps(tx), *_deals(tx, near), *_skills(tx, near))
    remembered = {
        spelling_of(token): Ref(Sign(token[0]), rep or deal or skill or NOBODY)
        for token, rep, deal, skill in tx.connection.execute(MENTIONS, {"of": conversation_id or NOBODY})
    }
    return Naming(tuple(sorted(things, key=lambda thing: thing.nameable.rank)), remembered)


def _reps(tx: Reading) -> Iterator[NamedThing]:
    for key, name, role, gone in tx.connection.execute(REPS):
        yield NamedThing(Nameable(Ref(Sign.REP, key), name, gone), aside="archived" if gone else role)


def _deals(tx: Reading, near: dict[str, int]) -> Iterator[NamedThing]:
    for key, account, name, amount, currency, rep, closed, others in tx.connection.execute(DEALS, near):
        money = None if amount is None else Money(amount, currency)
        nameable = Nameable(Ref(Sign.DEAL, key), deal_name(account, name), 2 * closed + others)
        yield NamedThing(nameable, rep, money, "closed" if closed else "")


def _skills(tx: Reading, near: dict[str, int]) -> Iterator[NamedThing]:
    for key, name, gone, other in tx.connection.execute(SKILLS, near):
        aside = "archived" if gone else "" if other else "a goal now"
        yield NamedThing(Nameable(Ref(Sign.SKILL, key), name, 2 * gone + other), aside=aside)
