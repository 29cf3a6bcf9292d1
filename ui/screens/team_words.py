"""The Team page in words: a sentence where it says more than a number."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from coachjournal.queries.participation import Attained
from coachjournal.queries.team_page import TeamPage, TeamRep
from coachjournal.rules.conversation import Side
from coachjournal.rules.period import Period, last_days, quarter_words, year_back
from coachjournal.rules.words import counted, hours
from ui.locale import Locale

TEAM = "Team"
FEW = 5
"""Below so many open commitments who owns them tells little: it is said that there are few."""

_MOST_NAMES = 4


class Span(StrEnum):
    """How far back coaching is looked at; it ends today, or with a quarter that is over."""

    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


SPANS = {Span.QUARTER: "3 months", Span.HALF: "6 months", Span.YEAR: "12 months"}
_DAYS = {Span.QUARTER: 91, Span.HALF: 182}  # 13 and 26 weeks


def span_until(span: Span, day: date) -> Period:
    """The days of a span that ends with this day."""
    return year_back(day) if span is Span.YEAR else last_days(day, _DAYS[span])


def quarter_name(quarter: Period) -> str:
    """A quarter and its year: "Q4 2026"."""
    return f"{quarter_words(quarter)} {quarter.start.year}"


def who(rep: TeamRep | None) -> str:
    return "The whole team" if rep is None else rep.name


def attained_words(attained: Attained, locale: Locale) -> str:
    """How far a rep came: "84% of €300,000 until 31 Dec, 5 won deals"."""
    share, quota = locale.share(attained.share or 0), locale.money(attained.quota)
    return f"{share} of {quota} until {locale.day(attained.period.last_day)}, {counted(attained.deals, 'won deal')}"


def participation_words(page: TeamPage, today: date) -> tuple[str, str]:
    """The figure of the page and what it counts."""
    name = quarter_name(page.quarter)
    if not page.participation.of:
        return "", f"Nobody has a quota in {name}. It is set on the page of a rep."
    if today not in page.quarter:
        return page.participation.words, f"at or above quota in {name}"
    left = counted((page.quarter.last_day - today).days, "day")
    return page.participation.words, f"at or above quota in {name} so far, {left} to go"


def without_quota_words(page: TeamPage) -> str:
    """Who has none, by name; "" where everybody or nobody has one."""
    if not page.without_quota or not page.participation.of:
        return ""
    return f"Without a quota, and not counted: {_listed([rep.name for rep in page.without_quota])}."


def skill_words(page: TeamPage, locale: Locale) -> str:
    """What nobody was coached on."""
    days = locale.days(page.span)
    coached = {skill_id for _, skill_id in page.coached}
    never = [skill.name for skill in page.skills if skill.skill_id not in coached]
    if not coached:
        return f"{days}. {NO_SKILL}"
    return (
        f"{days}. Not yet with anybody: {', '.join(never)}." if never else f"{days}. Each skill came up with somebody."
    )


NO_SKILL = (
    "No skill came up yet: not as the focus of a conversation, nor as !discovery in a note, in what you saw, in a "
    "rating or in coaching on a signal."
)


def kind_words(page: TeamPage, locale: Locale) -> str:
    """How many conversations there were, and how long they and what else was with the reps took."""
    talks = counted(sum(page.kinds.values()), "conversation")
    together = hours(sum(page.minutes.get(rep.rep_id, 0) for rep in page.reps))
    return f"{locale.days(page.span)}. {talks}; with all that was time together {together}."


def goal_words(page: TeamPage) -> str:
    """How many are being worked on, and how many ended."""
    active = sum(count for (_, standing), count in page.goals.items() if not standing.ended)
    ended = sum(count for (_, standing), count in page.goals.items() if standing.ended)
    if not active + ended:
        return "No goals yet. A goal is set on the page of a rep."
    return f"{counted(active, 'active goal')} today; {ended} ended this year."


def next_step_words(page: TeamPage) -> str:
    """Whose the open commitments are."""
    owned = _owned(page.next_steps, page.reps)
    theirs, mine = owned[Side.REP], owned[Side.MANAGER]
    if not theirs + mine:
        return "No commitment is open."
    few = f" Fewer than {FEW} with one rep tell little." if theirs + mine >= FEW else ""
    return f"{theirs} of {counted(theirs + mine, 'open commitment')} are theirs, {mine} yours.{few}"


def _owned(next_steps: Mapping[tuple[int, Side], int], reps: Sequence[TeamRep]) -> dict[Side, int]:
    return {side: sum(next_steps.get((rep.rep_id, side), 0) for rep in reps) for side in Side}


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMES])
    return f"{shown} and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else shown
