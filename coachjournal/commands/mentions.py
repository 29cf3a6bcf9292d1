"""What the tokens of a note do when it is kept: they are remembered, and a deal that is named is what it was about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, func, insert, select, update

from coachjournal.journal import Writing
from coachjournal.model import Account, ConversationDeal, Deal, Goal, Mention, Rep, Skill
from coachjournal.rules.deal import Outcome
from coachjournal.rules.goal import GoalStatus
from coachjournal.rules.private_text import public_text
from coachjournal.rules.tokens import (
    Nameable,
    Names,
    Ref,
    Sign,
    Token,
    deal_name,
    refs_in,
    spelling_of,
    tokens_in,
)

OF_CONVERSATION = Mention.conversation_id == bindparam("of")
MENTIONS = select(Mention.id, Mention.token, Mention.rep_id, Mention.deal_id, Mention.skill_id, Mention.linked).where(
    OF_CONVERSATION
)
INSERT_MENTION = insert(Mention)
FORGET = delete(Mention).where(Mention.id == bindparam("which"))
LINKED = select(ConversationDeal.deal_id).where(ConversationDeal.conversation_id == bindparam("of"))
LINK = insert(ConversationDeal)
UNLINK = delete(ConversationDeal).where(
    ConversationDeal.conversation_id == bindparam("of"), ConversationDeal.deal_id == bindparam("deal")
)
MARK_LINKED = update(Mention).where(Mention.id == bindparam("which")).values(linked=bindparam("now"))
NO_TOKENS = update(Mention).where(OF_CONVERSATION, Mention.linked).values(linked=False)
TAKEN_OFF = NO_TOKENS.where(Mention.deal_id.not_in(bindparam("kept", expanding=True)))
CHOSEN = NO_TOKENS.where(Mention.deal_id == bindparam("deal"))

REPS = select(Rep.id, Rep.name, Rep.archived_on.is_not(None).label("rank"))
OWN = Deal.rep_id == bindparam("rep")
DEALS = (
    select(Deal.id, func.coalesce(Account.name, "").label("account"), Deal.name)
    .add_columns((Deal.outcome != Outcome.OPEN).label("closed"), (~OWN).label("others"))
    .outerjoin(Account, Account.id == Deal.account_id)
    .order_by(Deal.id.desc())
)
IN_GOALS = select(Goal.skill_id).where(
    Goal.rep_id == bindparam("rep"), Goal.status == GoalStatus.ACTIVE, Goal.skill_id.is_not(None)
)
SKILLS = select(
    Skill.id, Skill.name, Skill.archived_on.is_not(None).label("gone"), Skill.id.not_in(IN_GOALS).label("other")
)


@dataclass(slots=True)
class _Known:
    """A mention as it is in the file."""

    mention_id: int
    ref: Ref
    linked: bool


def follow_tokens(tx: Writing, *, conversation_id: int, rep_id: int, before: str, text: str) -> int | None:
    """Bring mentions and deals in step with a note that was `before` and is `text` now.

    A deal that is named anew is linked; one that only its token linked goes with the token. What is private links
    nothing. Returns the first skill that is named anew.
    """
    if not any(tokens_in(text)) and not any(tokens_in(before)):
        return None
    known = _known(tx, conversation_id)
    found = refs_in(text, _names(tx, rep_id, text, known))
    for spelling in known.keys() - found.keys():
        tx.connection.execute(FORGET, {"which": known[spelling].mention_id})
    for spelling, (token, ref) in found.items():
        if spelling not in known:
            known[spelling] = _remember(tx, conversation_id, token, ref)
    _link_deals(tx, conversation_id, known, before, text)
    fresh = found.keys() - {token.spelling for token in tokens_in(before)}
    return next((ref.key for spelling, (_, ref) in found.items() if ref.sign is Sign.SKILL and spelling in fresh), None)


def deals_were_chosen(tx: Writing, conversation_id: int, deal_ids: Iterable[int]) -> None:
    """A person said which deals a conversation is about: one that was taken off is no token's any more."""
    tx.connection.execute(TAKEN_OFF, {"of": conversation_id, "kept": list(deal_ids)})


def deal_was_chosen(tx: Writing, conversation_id: int, deal_id: int) -> None:
    """A person said of one deal whether a conversation is about it: no token takes it along any more."""
    tx.connection.execute(CHOSEN, {"of": conversation_id, "deal": deal_id})


def _link_deals(tx: Writing, conversation_id: int, mentions: dict[str, _Known], before: str, text: str) -> None:
    now, then = ({token.spelling for token in tokens_in(public_text(each))} for each in (text, before))
    deals = {spelling: mention for spelling, mention in mentions.items() if mention.ref.sign is Sign.DEAL}
    linked = set(tx.connection.execute(LINKED, {"of": conversation_id}).scalars())
    named = {mention.ref.key for spelling, mention in deals.items() if spelling in now}
    fresh = {mention.ref.key for spelling, mention in deals.items() if spelling in now - then} - linked
    by_token = {mention.ref.key for mention in deals.values() if mention.linked}
    for deal in sorted(fresh):
        tx.connection.execute(LINK, {"conversation_id": conversation_id, "deal_id": deal})
    for deal in by_token - named:
        tx.connection.execute(UNLINK, {"of": conversation_id, "deal": deal})
    for mention in deals.values():
        brought = mention.ref.key in (by_token | fresh) & named
        if brought != mention.linked:
            tx.connection.execute(MARK_LINKED, {"which": mention.mention_id, "now": brought})


def _known(tx: Writing, conversation_id: int) -> dict[str, _Known]:
    """The mentions of a conversation by the spelling of their token."""
    known: dict[str, _Known] = {}
    for row in tx.connection.execute(MENTIONS, {"of": conversation_id}):
        sign = Sign(row.token[0])
        key = row.rep_id or row.deal_id or row.skill_id
        known[spelling_of(row.token)] = _Known(row.id, Ref(sign, key), row.linked)
    return known


def _remember(tx: Writing, conversation_id: int, token: Token, ref: Ref) -> _Known:
    row = {"conversation_id": conversation_id, "token": token.text, "linked": False}
    column = {Sign.REP: "rep_id", Sign.DEAL: "deal_id", Sign.SKILL: "skill_id"}[ref.sign]
    mention_id = tx.connection.execute(INSERT_MENTION, {**row, column: ref.key}).lastrowid
    return _Known(int(mention_id), ref, linked=False)


def _names(tx: Writing, rep_id: int, text: str, known: dict[str, _Known]) -> Names:
    """The names that may be meant; of a kind that the note does not name anew none are read."""
    signs = {token.sign for token in tokens_in(text) if token.spelling not in known}
    remembered = {spelling: mention.ref for spelling, mention in known.items()}
    there = (Nameable(ref, f"{ref.key}", 9) for ref in remembered.values() if ref.sign not in signs)
    return Names([*there, *_nameables(tx, rep_id, signs)], remembered)


def _nameables(tx: Writing, rep_id: int, signs: set[Sign]) -> Iterator[Nameable]:
    """Near before far: those at work, the rep's own, the skills of active goals."""
    if Sign.REP in signs:
        for key, name, gone in tx.connection.execute(REPS):
            yield Nameable(Ref(Sign.REP, key), name, gone)
    if Sign.DEAL in signs:
        for key, account, name, closed, others in tx.connection.execute(DEALS, {"rep": rep_id}):
            yield Nameable(Ref(Sign.DEAL, key), deal_name(account, name), 2 * closed + others)
    if Sign.SKILL in signs:
        for key, name, gone, other in tx.connection.execute(SKILLS, {"rep": rep_id}):
            yield Nameable(Ref(Sign.SKILL, key), name, 2 * gone + other)
