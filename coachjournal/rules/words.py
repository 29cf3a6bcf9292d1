"""How near days and lengths of time are worded. Dates further off are written by whoever knows the locale."""

from datetime import date

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEK = 7
_TWO_WEEKS = 14
_HOUR = 60
_LONGEST_IN_DAYS = 59
_MONTH = 365.25 / 12
_TWO_YEARS = 730


def relative_day(day: date, today: date) -> str:
    """Near days as people say them: "today", "11 days ago", "in 3 days", "2 months ago". Never for what is printed."""
    away = (day - today).days
    if abs(away) <= 1:
        return ("yesterday", "today", "tomorrow")[away + 1]
    return f"in {length_of_days(away)}" if away > 0 else f"{length_of_days(-away)} ago"


def length_of_days(days: int) -> str:
    """A number of days: "1 day", "41 days"; from two months on "3 months"; from two years on "2 years"."""
    if days <= _LONGEST_IN_DAYS:
        return counted(days, "day")
    if days < _TWO_YEARS:
        return counted(round(days / _MONTH), "month")
    return counted(int(days / 365.25), "year")


def gap_length(days: int) -> str:
    """How long something was missing: "12 days" below two weeks, from then on to the nearest week: "8 weeks"."""
    if days < _TWO_WEEKS:
        return counted(days, "day")
    return counted(round(days / _WEEK), "week")


def due_day(due_on: date, today: date) -> str | None:
    """When something is due: "3 days late", "today", "tomorrow", within a week "Wed"; None when further off."""
    away = (due_on - today).days
    if away < 0:
        return f"{counted(-away, 'day')} late"
    if away <= 1:
        return ("today", "tomorrow")[away]
    return _WEEKDAYS[due_on.weekday()] if away < _WEEK else None


def hours(minutes: int, *, aligned: bool = False) -> str:
    """Hours and minutes: "4 h 30", "0 h 45", "7 h"; aligned in a column: "7 h 00"."""
    whole, rest = divmod(minutes, _HOUR)
    return f"{whole} h {rest:02}" if rest or aligned or not whole else f"{whole} h"


def length_of_talk(minutes: int) -> str:
    """How long a conversation took: "15 min", from an hour on "1 h", "4 h 30"."""
    return f"{minutes} min" if minutes < _HOUR else hours(minutes)


def counted(number: int, noun: str) -> str:
    """A whole number and a noun that takes an s: "1 day", "2 days"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def capital(sentence: str) -> str:
    """The sentence with a capital letter at its beginning, whatever comes after it."""
    return sentence[:1].upper() + sentence[1:]


def times(count: int) -> str:
    """How often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name: "Dana Reyes" is "DR", "Björk" is "B"."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
