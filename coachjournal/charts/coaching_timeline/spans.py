"""What part of the time is shown: the last quarter, the last year, all of it, and how one moves through it."""

from datetime import date, timedelta

from coachjournal.queries.coaching_timeline import CoachingTimeline
from coachjournal.rules.period import Period

QUARTER_DAYS = 92
YEAR_DAYS = 366

# Closer than a week there is nothing more to see: the bars are weeks.
SHORTEST_DAYS = 7


def whole_span(timeline: CoachingTimeline) -> Period:
    """All that the journal knows of the rep, and never less than a week."""
    latest_start = timeline.end - timedelta(days=SHORTEST_DAYS)
    return Period(min(timeline.start, latest_start), timeline.end)


def last_days(timeline: CoachingTimeline, days: int) -> Period:
    """The last days of the axis, not reaching back before its beginning."""
    whole = whole_span(timeline)
    return Period(max(whole.start, whole.end - timedelta(days=days)), whole.end)


def moved(span: Period, days: int, within: Period) -> Period:
    """The span a number of days later (earlier when negative), stopping at the ends of `within`."""
    earliest, latest = (within.start - span.start).days, (within.end - span.end).days
    step = timedelta(days=max(earliest, min(latest, days)))
    return Period(span.start + step, span.end + step)


def zoomed(span: Period, factor: float, around: date, within: Period) -> Period:
    """The span with its length times `factor`, the day `around` staying where it is on the axis."""
    length = length_of(span)
    wanted = max(SHORTEST_DAYS, min(length_of(within), round(length * factor)))
    before = round((around - span.start).days * wanted / length)
    return _fitted(Period(around - timedelta(days=before), around + timedelta(days=wanted - before)), within)


def length_of(span: Period) -> int:
    """Days in the span."""
    return (span.end - span.start).days


def _fitted(span: Period, within: Period) -> Period:
    late = max(0, (span.end - within.end).days)
    early = max(0, (within.start - span.start).days)
    return moved(span, early - late, within)
