"""The journal in words: its weeks, its days, and how many conversations of which kind."""

from datetime import date, datetime, timedelta

from coachjournal.queries.journal_page import JournalOverview
from coachjournal.queries.search_meaning import SearchMeaning
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import week_of
from coachjournal.rules.words import counted
from ui.locale import Locale

_MOST_KINDS, _MOST_NAMES = 3, 3
_A_WEEK = timedelta(days=7)


def week_words(start: date, locale: Locale) -> str:
    """The heading of a week that begins on `start`: "This week", "Week of 9 Nov"."""
    this_week = week_of(locale.clock.today(), start.weekday()).start
    near = {this_week: "This week", this_week - _A_WEEK: "Last week"}
    return near.get(start) or f"Week of {locale.day(start)}"


def short_day(day: date, starts_at: datetime | None, locale: Locale) -> str:
    """A day under the heading of its week: "Thu 12 Nov 09:00"."""
    return f"{locale.weekday_and_day(day)}{f' {locale.time(starts_at)}' if starts_at else ''}"


def counts_words(overview: JournalOverview, kind: ConversationKind | None, rep: str, locale: Locale) -> str:
    """How many there are: "46 conversations with Dana Reyes: 20 in passing, 12 ride-alongs"."""
    whom = f" with {rep}" if rep else ""
    total = sum(number for _, number in overview.kinds)
    if not total:
        return f"No conversations{whom}"
    everything = _told(total, "conversation", locale)
    if kind is not None:
        return f"{_of_kind(kind, overview.conversations, locale)}{whom}, of {everything}"
    kinds = ", ".join(_of_kind(kind, number, locale) for kind, number in overview.kinds[:_MOST_KINDS])
    return f"{everything}{whom}: {kinds}"


def meaning_words(meaning: SearchMeaning, locale: Locale) -> str:
    """How the filters that were typed are understood: "rep Dana Reyes, ride-along, from 1 March"; "" without any."""
    said = (
        _one_of("rep", meaning.reps),
        _one_of("deal", meaning.deals),
        _one_of("kind", meaning.kinds and tuple(kind.label.lower() for kind in meaning.kinds)),
        f"from {_day(meaning.after, locale)}" if meaning.after else "",
        f"before {_day(meaning.before, locale)}" if meaning.before else "",
    )
    return ", ".join(part for part in said if part)


def _one_of(what: str, names: tuple[str, ...] | None) -> str:
    if names is None:
        return ""
    if not names:
        return f"no {what} is called that"
    more = len(names) - _MOST_NAMES
    return f"{what} {' or '.join(names[:_MOST_NAMES])}" + (f" or {counted(more, 'other')}" if more > 0 else "")


def _day(day: date, locale: Locale) -> str:
    return f"{day.day} {locale.month(day)}"


def _of_kind(kind: ConversationKind, number: int, locale: Locale) -> str:
    if kind is ConversationKind.IN_PASSING:
        return f"{locale.number(number)} in passing"
    return _told(number, kind.label.lower(), locale)


def _told(number: int, noun: str, locale: Locale) -> str:
    return locale.number(number) + counted(number, noun).removeprefix(str(number))
