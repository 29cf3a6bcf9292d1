"""A conversation in words: its title, its when, its length, and who owns what was agreed."""

from collections.abc import Sequence
from datetime import date, datetime

from coachjournal.queries.conversation_page import ConversationHead, NamedDeal
from coachjournal.queries.rep_page import RepCommitment
from coachjournal.rules.conversation import ConversationKind, ConversationStatus, Side
from coachjournal.rules.words import length_of_talk
from ui.locale import Locale


def title_of(kind: ConversationKind, rep: str) -> str:
    """The title of a conversation: "Ride-along with Dana Reyes"."""
    return f"{kind.label} with {rep}"


def when_and_how_long(held_on: date, starts_at: datetime | None, minutes: int, locale: Locale) -> str:
    """Day, time and length: "Thursday 12 November, 09:00, 4 h 30"."""
    at = locale.time(starts_at) if starts_at else ""
    long_ago = "" if held_on.year == locale.clock.today().year else f" {held_on.year}"
    return ", ".join(part for part in (locale.long_day(held_on) + long_ago, at, length_of_talk(minutes)) if part)


def head_aside(head: ConversationHead, locale: Locale) -> str:
    """The words behind the title, with its state where it did not simply take place."""
    when = when_and_how_long(head.held_on, head.starts_at, head.minutes, locale)
    return when if head.status is ConversationStatus.HELD else f"{when}, {head.status.value}"


def when_words(head: ConversationHead, locale: Locale) -> str:
    """On a chip: "12 Nov 09:00"."""
    day = locale.day(head.held_on)
    return f"{day} {locale.time(head.starts_at)}" if head.starts_at else day


def deal_words(deal: NamedDeal, locale: Locale) -> str:
    """On a chip: "Halvorsen AS, renewal €120k"; an account that the name begins with is not said twice."""
    account = "" if not deal.account or deal.name.startswith(deal.account) else f"{deal.account}, "
    amount = f" {locale.short_money(deal.amount)}" if deal.amount is not None else ""
    return f"{account}{deal.name}{amount}"


def ownership(commitments: Sequence[RepCommitment], first_name: str) -> str:
    """Whose the commitments are: "Dana owns 3 of 3"."""
    owned = sum(commitment.owner is Side.REP for commitment in commitments)
    return f"{first_name} owns {owned} of {len(commitments)}" if commitments else ""
