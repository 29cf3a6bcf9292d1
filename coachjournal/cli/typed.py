"""What every answer is given and gives."""

from argparse import Namespace
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from babel import Locale, UnknownLocaleError, default_locale

from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE
from coachjournal.rules.period import Period


class Begins(Enum):
    """Whether a command makes the journal it is for: one that reads never, one that writes when there is none."""

    NEVER = auto()
    IF_MISSING = auto()
    ALWAYS = auto()


Answer = Callable[[Journal, Namespace], object]
First = Callable[[Path, Namespace], object]


def users_locale() -> str:
    """How days, numbers and money are written where the user lives, as the environment says it; else as we do."""
    try:
        told = Locale.parse(default_locale("LC_TIME") or DEFAULT_LOCALE)
    except (UnknownLocaleError, ValueError):
        return DEFAULT_LOCALE
    return DEFAULT_LOCALE if told.variant == "POSIX" else str(told)


def period_of(typed: Namespace) -> Period | None:
    """The period that was typed: both ends, or none."""
    if typed.start is None and typed.end is None:
        return None
    if typed.start is None or typed.end is None:
        raise Rejected("Give both ends of the period, --from and --to.")
    if typed.end <= typed.start:
        raise Rejected("The period ends before it begins: --to is the day after the last.")
    return Period(typed.start, typed.end)
