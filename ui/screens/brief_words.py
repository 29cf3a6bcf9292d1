"""What the page of a brief says beyond what is printed: near days in words."""

from coachjournal.documents.brief_words import about, signal_words
from coachjournal.queries.brief import Brief
from coachjournal.queries.bright_spot import BrightSpot
from coachjournal.queries.deals_page import DealLine
from ui.locale import Locale
from ui.screens.rep_words import in_sentence
from ui.screens.today_words import when


def head_aside(brief: Brief, locale: Locale) -> str:
    """When it is, and when the last one was: "Mon 14:00, last one-on-one 9 Nov, ride-along 10 days ago"."""
    meeting, before = brief.meeting, brief.last_coaching
    told = (
        when(meeting, locale) if meeting else "",
        f"last one-on-one {locale.near_day(brief.last_one_on_one.on)}" if brief.last_one_on_one else "",
        f"{in_sentence(before.kind)} {locale.near_day(before.on)}" if before else "",
    )
    return ", ".join(filter(None, told)) or about(brief)


def deal_below(deal: DealLine, locale: Locale) -> str:
    """Where a deal stands: "Propose, should close 18 Dec, €120k"."""
    closes = f"should close {locale.day(deal.close_on)}" if deal.close_on else ""
    return ", ".join(filter(None, (deal.stage, closes, locale.short_money(deal.money) if deal.money else "")))


def bright_words(spot: BrightSpot, locale: Locale) -> tuple[str, str]:
    """What to recognise, and below it when it was or what more there is to say."""
    if spot.signal is None:
        return spot.words, locale.near_day(spot.on)
    return signal_words(spot.signal, locale)[1], ""
