"""Figures in words, on the screen and on paper: each with how many deals it is made of, none told of too few."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from coachjournal.queries.rep_deals import Figure, QuotaNow, RepFigures
from coachjournal.rules.figures import LEAST_CLOSED, LEAST_WON, NoCoverage
from coachjournal.rules.money import Money
from coachjournal.rules.period import Period, month_of, quarter_of, quarter_words
from coachjournal.rules.words import counted

LEAST_FOR_A_RATE = 5
"""From here on a win rate is told as "3 of 7", and from 10 closed deals on as a percentage."""


class FigureSpeaker(Protocol):
    """Writes values as the reader's country does."""

    def share(self, share: float, /) -> str: ...
    def number(self, value: float, /, *, decimals: int | None = None) -> str: ...
    def short_money(self, money: Money, /) -> str: ...
    def day(self, day: date, /) -> str: ...
    def month_name(self, day: date, /) -> str: ...


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure in words, and the deals it opens to (None: the quota still has to be set)."""

    name: str
    label: str
    value: str
    rest: str
    figure: Figure | None
    tip: str
    """What is shown of it on a click: "Show the 4 won deals in it"."""


def figure_lines(figures: RepFigures, speaker: FigureSpeaker) -> tuple[FigureLine, ...]:
    """Attainment, win rate, coverage and sales cycle."""
    quotas = [line for quota in figures.quotas for line in _quota_lines(quota, speaker)]
    if not quotas:
        quotas = [FigureLine("quota", "Quota", "", "none set", None, "Set the quota of this quarter")]
    return (*quotas[:1], _win_rate(figures, speaker), *quotas[1:], _cycle(figures, speaker))


def average_size(figures: RepFigures, speaker: FigureSpeaker) -> FigureLine:
    """What a won deal is worth."""
    deals = figures.sized_deals
    if figures.average_size is None:
        value, rest = "", "none won in 12 months"
    elif deals < LEAST_WON:
        value, rest = "", f"too few to tell ({deals} won)"
    else:
        value, rest = speaker.short_money(figures.average_size), f"({deals} won)"
    return FigureLine("size", "Average deal", value, rest, Figure.SIZE, _won_tip(deals))


def period_name(period: Period, speaker: FigureSpeaker) -> str:
    """A period as people call it: "Q4", "November", "2026", else "until 31 Dec"."""
    if period == quarter_of(period.start):
        return quarter_words(period)
    if period == month_of(period.start):
        return speaker.month_name(period.start)
    if period == Period(date(period.start.year, 1, 1), date(period.start.year + 1, 1, 1)):
        return str(period.start.year)
    return f"until {speaker.day(period.last_day)}"


def _quota_lines(quota: QuotaNow, speaker: FigureSpeaker) -> tuple[FigureLine, FigureLine]:
    name = period_name(quota.period, speaker)
    of = f"of {speaker.short_money(quota.quota)}"
    share = speaker.share(quota.share or 0.0)
    won = f"Show the {counted(quota.won_deals, 'won deal')} in it"
    attained = FigureLine("quota", f"Quota, {name}", share, of, Figure.QUOTA, won)
    if isinstance(quota.coverage, NoCoverage):
        value, rest = "quota reached", ""
    else:
        value, rest = f"{speaker.number(quota.coverage, decimals=1)}×", f"in {counted(quota.open_deals, 'deal')}"
    due = f"Show the {counted(quota.open_deals, 'open deal')} due in it"
    return attained, FigureLine("coverage", "Pipeline cover", value, rest, Figure.COVERAGE, due)


def _win_rate(figures: RepFigures, speaker: FigureSpeaker) -> FigureLine:
    won, of = figures.win_rate
    share, team = figures.win_rate.share, figures.team_win_rate
    team_share = (
        "" if team.share is None or team.of < LEAST_CLOSED else f"team\N{NO-BREAK SPACE}{speaker.share(team.share)}"
    )
    if share is None:
        value, rest = "", "none closed in 12 months"
    elif of < LEAST_FOR_A_RATE:
        value, rest = "", f"too few to tell ({counted(of, 'deal')} closed)"
    elif of < LEAST_CLOSED:
        value, rest = f"{won} of {of}", team_share
    else:
        value, rest = speaker.share(share), ", ".join(part for part in (f"({won} of {of})", team_share) if part)
    tip = f"Show the {counted(of, 'deal')} closed in twelve months"
    return FigureLine("win_rate", "Win rate, 12 months", value, rest, Figure.WIN_RATE, tip)


def _cycle(figures: RepFigures, speaker: FigureSpeaker) -> FigureLine:
    days, deals = figures.cycle_days, figures.cycle_deals
    if days is None:
        value, rest = "", "none won in 12 months"
    elif deals < LEAST_WON:
        value, rest = "", f"too few to tell ({deals} won)"
    else:
        value, rest = f"{speaker.number(days, decimals=0)} days", f"({deals} won)"
    return FigureLine("cycle", "Sales cycle", value, rest, Figure.CYCLE, _won_tip(deals))


def _won_tip(deals: int) -> str:
    return f"Show the {counted(deals, 'deal')} won in twelve months"
