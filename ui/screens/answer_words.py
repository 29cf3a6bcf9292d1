"""What is known about a deal, in words."""

from collections.abc import Iterable

from coachjournal.queries.deal_answers import DealQuestion, GivenAnswer
from coachjournal.queries.deal_review import ReviewedDeal
from coachjournal.rules.answer import CertaintyCount, count_certainties
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.deal import Outcome
from coachjournal.rules.words import relative_day
from ui.locale import Locale

NOT_ASKED = "not asked yet"


def certainty_words(count: CertaintyCount) -> str:
    """How many answers are how sure: "5 known, 2 guessed, 1 unknown, 1 not asked"."""
    parts = (
        (count.known, "known"),
        (count.guess, "guessed"),
        (count.unknown, "unknown"),
        (count.not_asked, "not asked"),
    )
    return ", ".join(f"{number} {word}" for number, word in parts if number)


def known_words(questions: Iterable[DealQuestion], locale: Locale) -> str:
    """What is known of a deal and since when: "5 known, 2 guessed. The oldest answer is from 45 days ago.".

    There must be an answer.
    """
    answers = [question.answer for question in questions]
    oldest = min(answer.answered_on for answer in answers if answer is not None)
    counted = certainty_words(count_certainties(answer.certainty if answer else None for answer in answers))
    return f"{counted}. The oldest answer is from {relative_day(oldest, locale.clock.today())}."


def age_words(answer: GivenAnswer | None, locale: Locale) -> str:
    """How old an answer is: "today", "12 days ago", "45 days ago, ask again"."""
    if answer is None:
        return NOT_ASKED
    ago = relative_day(answer.answered_on, locale.clock.today())
    return f"{ago}, ask again" if answer.stale else ago


def finding_out_words(answer: GivenAnswer | None, locale: Locale) -> str:
    """That somebody is finding it out: "To be found out, due Mon"; "" when nobody is."""
    commitment = None if answer is None else answer.finding_out
    if commitment is None or commitment.status is not CommitmentStatus.OPEN:
        return ""
    due = f", due {locale.due(commitment.due_on)}" if commitment.due_on else ""
    return f"A commitment to find it out{due}"


def deal_line(deal: ReviewedDeal, locale: Locale) -> str:
    """A deal as it stands: "Kestrel, fleet · Kestrel Foods · Propose · €120k · closes 4 Dec"."""
    account = "" if deal.name.startswith(deal.account) else deal.account
    money = locale.short_money(deal.amount) if deal.amount else ""
    return " · ".join(part for part in (deal.name, account, deal.stage, money, _ends(deal, locale)) if part)


def _ends(deal: ReviewedDeal, locale: Locale) -> str:
    if deal.outcome is Outcome.OPEN:
        return f"closes {locale.near_day(deal.close_on)}" if deal.close_on else "no close date"
    return f"{deal.outcome} {locale.near_day(deal.closed_on)}" if deal.closed_on else str(deal.outcome)
