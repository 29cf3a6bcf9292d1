"""What the rep page says, in words: figures with how many they are made of, and nothing told of too few."""

from dataclasses import dataclass
from datetime import date, timedelta

from coachjournal.queries.rep_deals import Figure, QuotaNow, RepFigures
from coachjournal.queries.rep_page import Balance, GoalRow, RepHead, RepPage, Talk
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.figures import LEAST_CLOSED, LEAST_WON, NoCoverage
from coachjournal.rules.goal import GoalStanding
from coachjournal.rules.goal_values import format_value
from coachjournal.rules.period import Period, month_of, quarter_of
from coachjournal.rules.words import counted
from ui.locale import Locale
from ui.widgets.marks import Tone

LEAST_FOR_A_RATE = 5
"""From here on a win rate is told as "3 of 7", and from 10 closed deals on as a percentage."""

TONES = {
    GoalStanding.ON_TRACK: Tone.PEOPLE,
    GoalStanding.REACHED: Tone.PEOPLE,
    GoalStanding.ACHIEVED: Tone.PEOPLE,
    GoalStanding.BEHIND: Tone.AMBER,
    GoalStanding.OVERDUE: Tone.RED,
}


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One line of "Right now", and the deals it opens to (None: the quota still has to be set)."""

    name: str
    label: str
    value: str
    rest: str
    figure: Figure | None
    tip: str


def figure_lines(figures: RepFigures, locale: Locale) -> tuple[FigureLine, ...]:
    """Attainment, win rate, coverage and sales cycle."""
    quotas = [line for quota in figures.quotas for line in _quota_lines(quota, locale)]
    if not quotas:
        quotas = [FigureLine("quota", "Quota", "", "none set", None, "Set the quota of this quarter")]
    return (*quotas[:1], _win_rate(figures, locale), *quotas[1:], _cycle(figures, locale))


def figure_title(figure: Figure) -> str:
    """The heading over the deals behind a figure."""
    return _TITLES[figure]


def about(rep: RepHead, locale: Locale) -> str:
    """Who the rep is: "Account executive, Iberia, with you since March 2024"."""
    since = f"with you since {locale.month(rep.started_on)}" if rep.started_on else ""
    gone = f"archived {locale.day(rep.archived_on)}" if rep.archived_on else ""
    return ", ".join(part for part in (rep.role, rep.territory, since, gone) if part)


def talk_words(talk: Talk, locale: Locale) -> str:
    """When a conversation is or was: "11 days ago", "in 4 days, 14:00"."""
    day = locale.near_day(talk.on)
    return f"{day}, {locale.time(talk.starts_at)}" if talk.starts_at and talk.on >= locale.clock.today() else day


def balance_words(page: RepPage) -> str:
    """Whose commitments they were: "Dana 10, you 2 in the last 90 days"."""
    balance = page.balance
    if not balance_total(balance):
        return "No commitments in the last 90 days."
    return f"{page.rep.first_name} {balance.rep}, you {balance.manager} in the last 90 days"


def balance_total(balance: Balance) -> int:
    return balance.rep + balance.manager


def last_check_in(goal: GoalRow, locale: Locale) -> str:
    """When and where a goal was last looked at: "12 Nov, ride-along", "from deals, 20 Nov"."""
    if goal.last_on is None:
        return "none yet"
    if goal.computed:
        return f"from deals, {locale.day(goal.last_on)}"
    seen_in = f", {in_sentence(goal.seen_in)}" if goal.seen_in else ""
    return f"{locale.day(goal.last_on)}{seen_in}"


def in_sentence(kind: ConversationKind) -> str:
    """A kind of conversation inside a sentence: "ride-along"."""
    return kind.label.lower()


def goal_value(goal: GoalRow, value: float, locale: Locale) -> str:
    return format_value(value, goal.measure, goal.unit, locale.name)


def period_name(period: Period, locale: Locale) -> str:
    """A period as people call it: "Q4", "November", "2026", else "until 31 Dec"."""
    if period == quarter_of(period.start):
        return f"Q{(period.start.month + 2) // 3}"
    if period == month_of(period.start):
        return locale.month_name(period.start)
    if period == Period(date(period.start.year, 1, 1), date(period.start.year + 1, 1, 1)):
        return str(period.start.year)
    return f"until {locale.day(period.end - timedelta(days=1))}"


def _quota_lines(quota: QuotaNow, locale: Locale) -> tuple[FigureLine, FigureLine]:
    name = period_name(quota.period, locale)
    of = f"of {locale.short_money(quota.quota)}"
    share = locale.share(quota.share or 0.0)
    won = f"Show the {counted(quota.won_deals, 'won deal')} in it"
    attained = FigureLine("quota", f"Quota, {name}", share, of, Figure.QUOTA, won)
    if isinstance(quota.coverage, NoCoverage):
        value, rest = "quota reached", ""
    else:
        value, rest = f"{locale.number(quota.coverage, decimals=1)}×", f"in {counted(quota.open_deals, 'deal')}"
    due = f"Show the {counted(quota.open_deals, 'open deal')} due in it"
    return attained, FigureLine("coverage", "Pipeline cover", value, rest, Figure.COVERAGE, due)


def _win_rate(figures: RepFigures, locale: Locale) -> FigureLine:
    won, of = figures.win_rate
    share, team = figures.win_rate.share, figures.team_win_rate
    team_share = (
        "" if team.share is None or team.of < LEAST_CLOSED else f"team\N{NO-BREAK SPACE}{locale.share(team.share)}"
    )
    if share is None:
        value, rest = "", "none closed in 12 months"
    elif of < LEAST_FOR_A_RATE:
        value, rest = "", f"too few to tell ({counted(of, 'deal')} closed)"
    elif of < LEAST_CLOSED:
        value, rest = f"{won} of {of}", team_share
    else:
        value, rest = locale.share(share), ", ".join(part for part in (f"({won} of {of})", team_share) if part)
    tip = f"Show the {counted(of, 'deal')} closed in twelve months"
    return FigureLine("win_rate", "Win rate, 12 months", value, rest, Figure.WIN_RATE, tip)


def _cycle(figures: RepFigures, locale: Locale) -> FigureLine:
    days, deals = figures.cycle_days, figures.cycle_deals
    if days is None:
        value, rest = "", "none won in 12 months"
    elif deals < LEAST_WON:
        value, rest = "", f"too few to tell ({deals} won)"
    else:
        value, rest = f"{locale.number(days, decimals=0)} days", f"({deals} won)"
    tip = f"Show the {counted(deals, 'deal')} won in twelve months"
    return FigureLine("cycle", "Sales cycle", value, rest, Figure.CYCLE, tip)


_TITLES = {
    Figure.QUOTA: "Won towards the quota",
    Figure.WIN_RATE: "Closed in the last twelve months",
    Figure.COVERAGE: "Open deals due in the quota’s period",
    Figure.CYCLE: "Won in the last twelve months",
    Figure.SIZE: "Won in the last twelve months",
}
