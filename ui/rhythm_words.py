"""When one meets, how often it is due, and who is away, in words."""

from datetime import date

from coachjournal.queries.absences import Absence
from coachjournal.queries.meetings import Meeting
from coachjournal.queries.rhythm import SetCadence, SetSeries
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period
from coachjournal.rules.series import Rhythm, Series, days_of
from coachjournal.rules.words import capital, counted, length_of_talk
from ui.locale import Locale, system_zone
from ui.widgets.marks import Tone

_NEXT = 3
"""Days that show whether a rhythm is the one that is meant."""
_AHEAD = 130
"""Days in which a monthly meeting comes three times."""


def meeting_when(meeting: Meeting, locale: Locale) -> str:
    """The day and the hour of a meeting: "Tue 24 Nov, 10:00"."""
    day = locale.weekday_and_day(meeting.on)
    return f"{day}, {locale.time(meeting.starts_at)}" if meeting.starts_at else day


def meeting_what(meeting: Meeting) -> str:
    """What a meeting is: "One-on-one, 45 min"."""
    return f"{meeting.kind.label}, {length_of_talk(meeting.minutes)}"


def meeting_state(meeting: Meeting, locale: Locale) -> tuple[str, Tone] | None:
    """What is to be known of a meeting besides; None of one that just comes."""
    if meeting.skipped:
        return "skipped" if meeting.conversation_id is None else "called off", Tone.PLAIN
    if meeting.away:
        return meeting.away, Tone.PLAIN
    if meeting.missed:
        return "not held", Tone.AMBER
    if meeting.is_moved and meeting.original_on is not None:
        return f"moved from {locale.weekday_and_day(meeting.original_on)}", Tone.PLAIN
    return None


def series_words(kind: ConversationKind, series: Series, locale: Locale) -> str:
    """A series as a sentence: "One-on-one every two weeks on Tuesday at 10:00 for 45 min, until 18 Dec"."""
    elsewhere = f" in {series.zone}" if series.zone not in {"", system_zone()} else ""
    words = f"{kind.label} {series.words} at {series.at:%H:%M}{elsewhere} for {length_of_talk(series.minutes)}"
    return (
        words if series.ends_on is None else f"{words}, until {locale.day(Period(date.min, series.ends_on).last_day)}"
    )


def set_series_words(series: SetSeries, locale: Locale) -> str:
    return series_words(series.kind, series.series, locale)


def coming_days(series: Series, locale: Locale) -> str:
    """What a rhythm comes to: "Every two weeks on Tuesday: 24 Nov, 8 Dec, 22 Dec and so on"."""
    until = date.fromordinal(series.starts_on.toordinal() + _AHEAD)
    days = list(days_of(series, Period(series.starts_on, until)))
    if not days:
        return ""
    told = ", ".join(locale.day(day) for day in days[:_NEXT])
    rest = " and so on" if len(days) > _NEXT else ""
    words = capital(series.words)
    return f"{words}: {told}{rest}" if rest else f"{told}, and then no more"


def absence_words(absence: Absence, locale: Locale) -> str:
    """Days away: "14 Dec to 23 Dec, parental leave", "24 Dec, Christmas"."""
    days = locale.days(absence.period)
    return f"{days}, {absence.reason}" if absence.reason else days


def cadence_words(kept: SetCadence) -> str:
    """An own cadence: "One-on-one: due after 10 days, overdue after 20"."""
    cadence = kept.cadence
    return f"{kept.kind.label}: due after {counted(cadence.target_days, 'day')}, overdue after {cadence.limit_days}"


RHYTHMS = {
    "": "once",
    **{rhythm.value: f"every {rhythm.label}" for rhythm in Rhythm},
}
"""What can be chosen of how often one meets."""
