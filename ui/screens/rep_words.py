"""What the rep page says, in words."""

from coachjournal.queries.meetings import Meeting
from coachjournal.queries.rep_deals import Figure
from coachjournal.queries.rep_page import Balance, GoalRow, RepHead, RepPage, Talk
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.goal import GoalStanding
from coachjournal.rules.goal_values import format_value
from ui.locale import Locale
from ui.widgets.marks import Tone

TONES = {
    GoalStanding.ON_TRACK: Tone.PEOPLE,
    GoalStanding.REACHED: Tone.PEOPLE,
    GoalStanding.ACHIEVED: Tone.PEOPLE,
    GoalStanding.BEHIND: Tone.AMBER,
    GoalStanding.OVERDUE: Tone.RED,
}


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


def meeting_words(meeting: Meeting, locale: Locale) -> str:
    """When a meeting is: "in 4 days, 14:00", of one without a time the day alone."""
    day = locale.near_day(meeting.on)
    return f"{day}, {locale.time(meeting.starts_at)}" if meeting.starts_at else day


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


_TITLES = {
    Figure.QUOTA: "Won towards the quota",
    Figure.WIN_RATE: "Closed in the last twelve months",
    Figure.COVERAGE: "Open deals due in the quota’s period",
    Figure.CYCLE: "Won in the last twelve months",
    Figure.SIZE: "Won in the last twelve months",
}
