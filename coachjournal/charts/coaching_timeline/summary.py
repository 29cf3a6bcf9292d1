"""The coaching timeline for those who do not see it: a few sentences, and its data as a table. No cause is claimed."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from coachjournal.charts.coaching_timeline.bands import label_of
from coachjournal.charts.coaching_timeline.spans import whole_span
from coachjournal.charts.coaching_timeline.words import (
    full_day_words,
    gap_words,
    table_value,
    value_of_target_words,
    value_words,
)
from coachjournal.queries.coaching_timeline import CoachingTimeline, Gap, GoalLine
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE, format_share
from coachjournal.rules.period import Period
from coachjournal.rules.words import counted, hours


@dataclass(frozen=True, slots=True)
class TableRow:
    """One number of the chart."""

    on: date
    what: str
    value: float
    unit: str


def timeline_summary(timeline: CoachingTimeline, span: Period | None = None, *, locale: str = DEFAULT_LOCALE) -> str:
    """The true numbers with their dates and how many there are of each, for the days of the span (else all)."""
    span = span or whole_span(timeline)
    sentences = [
        f"{timeline.rep}, {_span_words(span, locale)}.",
        *[_goal_sentence(goal, span, locale) for goal in timeline.goals],
        _conversations_sentence(timeline, span),
        _actions_sentence(timeline, span, locale),
        _hours_sentence(timeline, span),
        _week_sentence(timeline, span, locale),
        *[_gap_sentence(gap, locale) for gap in timeline.gaps if span.overlaps(Period(gap.start, gap.end))],
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def timeline_table(timeline: CoachingTimeline) -> tuple[TableRow, ...]:
    """Every check-in, conversation, week and gap that the chart shows, by day."""
    rows = [*_check_in_rows(timeline), *_conversation_rows(timeline), *_action_rows(timeline)]
    rows += [*_week_rows(timeline), *_gap_rows(timeline)]
    return tuple(sorted(rows, key=lambda row: row.on))


def _span_words(span: Period, locale: str) -> str:
    return f"{full_day_words(span.start, locale)} to {full_day_words(span.end - timedelta(days=1), locale)}"


def _goal_sentence(goal: GoalLine, span: Period, locale: str) -> str:
    points = [point for point in goal.points if point.on in span]
    if not points:
        way = f"from {value_words(goal, goal.baseline, locale)} to {value_words(goal, goal.target, locale)}"
        return f"{goal.title}: {way}, no check-in in this time."
    last = points[-1]
    return (
        f"{goal.title}: {value_of_target_words(goal, last.value, locale)} on {full_day_words(last.on, locale)}, "
        f"begun at {value_words(goal, goal.baseline, locale)}, {counted(len(points), 'check-in')}."
    )


def _conversations_sentence(timeline: CoachingTimeline, span: Period) -> str:
    kinds = Counter(mark.kind for mark in timeline.conversations if mark.on in span)
    if not kinds:
        return "No conversations in this time."
    parts = ", ".join(f"{kind.label.lower()} {count}" for kind, count in kinds.most_common())
    return f"{counted(kinds.total(), 'conversation')}: {parts}."


def _actions_sentence(timeline: CoachingTimeline, span: Period, locale: str) -> str:
    """What is planned, and what was held without a conversation."""
    marks = [mark for mark in timeline.actions if mark.on in span]
    planned, held = [mark.on for mark in marks if not mark.held], sum(mark.held for mark in marks)
    told = []
    if planned:
        first = full_day_words(planned[0], locale)
        told.append(f"{counted(len(planned), 'coaching step')} planned, the first for {first}.")
    if held:
        told.append(f"{counted(held, 'coaching step')} held without a conversation.")
    return " ".join(told)


def _hours_sentence(timeline: CoachingTimeline, span: Period) -> str:
    weeks = [week for week in timeline.rep_weeks if week.period.overlaps(span)]
    minutes = sum(sum(week.minutes.values()) for week in weeks)
    if not minutes:
        return f"No hours with {timeline.first_name} in this time."
    used = sum(any(week.minutes.values()) for week in weeks)
    return f"{hours(minutes)} with {timeline.first_name} in {counted(used, 'week')}."


def _week_sentence(timeline: CoachingTimeline, span: Period, locale: str) -> str:
    weeks = [week for week in timeline.whole_weeks if week.period.overlaps(span) and week.people + week.rest]
    if not weeks:
        return ""
    shares = [week.people / (week.people + week.rest) for week in weeks]
    people, rest = sum(week.people for week in weeks), sum(week.rest for week in weeks)
    floor = timeline.coaching_floor
    told = (
        f"With people in {counted(len(weeks), 'week')}: {format_share(people / (people + rest), locale)} of the hours"
    )
    if floor is None:
        return f"{told}."
    reached = f"{sum(share >= floor for share in shares)} of {len(weeks)}"
    return f"{told}, at or above the floor of {format_share(floor, locale)} in {reached}."


def _gap_sentence(gap: Gap, locale: str) -> str:
    return f"{gap_words(gap)}, {_span_words(Period(gap.start, gap.end), locale)}."


def _check_in_rows(timeline: CoachingTimeline) -> list[TableRow]:
    return [
        TableRow(point.on, goal.title, *table_value(goal, point.value))
        for goal in timeline.goals
        for point in goal.points
    ]


def _conversation_rows(timeline: CoachingTimeline) -> list[TableRow]:
    return [TableRow(mark.on, mark.kind.label, mark.minutes, "minutes") for mark in timeline.conversations]


def _action_rows(timeline: CoachingTimeline) -> list[TableRow]:
    return [
        TableRow(mark.on, f"{'Held' if mark.held else 'Planned'}: {mark.title}", 1, "time") for mark in timeline.actions
    ]


def _week_rows(timeline: CoachingTimeline) -> list[TableRow]:
    with_rep = [
        TableRow(week.period.start, f"Week with {timeline.first_name}: {label_of(key)}", minutes, "minutes")
        for week in timeline.rep_weeks
        for key, minutes in week.minutes.items()
    ]
    whole = [
        TableRow(week.period.start, f"Whole week: {what}", minutes, "minutes")
        for week in timeline.whole_weeks
        for what, minutes in (("with people", week.people), ("all else", week.rest))
    ]
    return with_rep + whole


def _gap_rows(timeline: CoachingTimeline) -> list[TableRow]:
    return [TableRow(gap.start, f"Without {gap.what}", gap.days, "days") for gap in timeline.gaps]
