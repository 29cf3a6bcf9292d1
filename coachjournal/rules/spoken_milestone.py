"""A step towards a goal as it is typed in one line: "Asks why twice in a call, 3.0, by 1 December"."""

import re
from dataclasses import dataclass
from datetime import date

from coachjournal.errors import Rejected
from coachjournal.rules.goal_values import parse_value
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE
from coachjournal.rules.spoken_commitments import Listener

_VALUE_AT_THE_END = re.compile(r"(,| at| to)\s+(\S*\d\S*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SpokenMilestone:
    """What the line says; the value is in the goal's measure."""

    text: str
    value: float | None
    due_on: date | None


def read_milestone(
    line: str, *, today: date, measure: str, unit: str = "", locale: str = DEFAULT_LOCALE
) -> SpokenMilestone | None:
    """The step of a line, with a day and a value at its end if they stand there; None of an empty line."""
    said = Listener("", today, locale).made_of(line)
    if said is None:
        return None
    found = _VALUE_AT_THE_END.search(said.text)
    value = _value(found[2], measure, unit, locale) if found else None
    is_apart = found is not None and value is not None and found[1] == ","
    text = said.text[: found.start()] if found and is_apart else said.text
    return SpokenMilestone(text, value, said.due_on)


def _value(words: str, measure: str, unit: str, locale: str) -> float | None:
    try:
        return parse_value(words, "value", measure, unit, locale)
    except Rejected:
        return None
