"""A day in the field in words: its hours, the levels shown, who led the calls, what went well."""

from coachjournal.queries.ride_along import RideAlongDay
from coachjournal.rules.conversation import ConversationStatus
from coachjournal.rules.ride_along import DayFigures
from coachjournal.rules.words import counted, length_of_talk
from ui.locale import Locale
from ui.widgets.text import Span, bold, muted


def hours_words(day: RideAlongDay) -> str:
    """What is counted and what it is made of: "45 min + 1 h = 1 h 45 in 3 calls, one without a length, …"."""
    figures = day.figures
    missing = figures.without_length
    unsaid = f", {'one' if missing == 1 else missing} without a length" if missing else ""
    calls = f"{counted(figures.told, 'call')}{unsaid}"
    if day.status is not ConversationStatus.HELD:
        return f"{calls}. Nothing is counted before the day."
    whole = f"The day counts as {length_of_talk(day.minutes)} with {day.first_name}."
    road = f" {length_of_talk(day.travel_minutes)} on the road counts as travel." if day.travel_minutes else ""
    if not figures.minutes:
        return f"{calls}. {whole}{road}"
    as_told = f", counted as time with {day.first_name}." if day.minutes == figures.minutes else f". {whole}"
    return f"{_sum_of_calls(day)} in {calls}{as_told}{road}"


def _sum_of_calls(day: RideAlongDay) -> str:
    """The length of each call and of all: "45 min + 1 h = 1 h 45"."""
    each = [length_of_talk(call.minutes) for call in day.calls if call.minutes]
    return f"{' + '.join(each)} = {length_of_talk(day.figures.minutes)}" if len(each) > 1 else each[0]


def level_words(day: RideAlongDay, locale: Locale) -> tuple[Span, str]:
    """The levels in the order of the calls: "Discovery: 3, 3, 4, 3.3 on average"."""
    figures = day.figures
    skill = muted(f"{day.skill.name if day.skill else 'Level'}:")
    if figures.level is None:
        return skill, "no level told yet"
    levels = ", ".join(locale.number(level) for level in figures.levels)
    average = f"; {locale.number(figures.level)} on average" if len(figures.levels) > 1 else ""
    checked = day.goal.checked if day.goal else None
    noted = f". Checked in at {locale.number(checked)}." if checked is not None else ""
    return skill, f"{levels}{average}{noted}"


def check_in_words(day: RideAlongDay, locale: Locale) -> str:
    """What the button does: "Check in “Discovery depth” at 3.3"."""
    if day.goal is None or day.figures.level is None:
        return "Check in"
    return f"Check in “{day.goal.title}” at {locale.number(day.figures.level)}".replace("&", "&&")


def took_over_words(figures: DayFigures) -> tuple[Span, ...]:
    """Who led: "I took over in 2 of 4 calls."."""
    if not figures.took_over.part:
        return (Span(f"I took over in none of {figures.took_over.of} calls."),)
    return (bold(f"I took over in {figures.took_over.words} calls."),)


def went_well(day: RideAlongDay) -> tuple[str, ...]:
    """What went well, call by call: "Halvorsen AS: next step with a day"."""
    return tuple(
        f"{call.account}: {call.went_well.strip()}" if call.account else call.went_well.strip()
        for call in day.calls
        if call.went_well.strip()
    )
