from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from coachjournal.charts import coaching_timeline as charts
from coachjournal.charts.coaching_timeline.summary import timeline_summary, timeline_table
from coachjournal.queries.coaching_timeline import CoachingTimeline
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.goal import Measure
from coachjournal.rules.period import Period
from tests.core.charts.examples import goal, ordinary_timeline, planned, timeline, timelines


def test_the_summary_tells_the_true_numbers_their_dates_and_how_many() -> None:
    summary = timeline_summary(ordinary_timeline())
    assert summary.startswith("Dana Reyes, 2 February 2026 to 23 November 2026. ")
    assert "Discovery depth: 3.9 of 4.0 on 16 November 2026, begun at 2.5, 11 check-ins." in summary
    assert "32 conversations: one-on-one 8, ride-along 8, deal review 8, call review 8." in summary
    assert "99 h 45 with Dana in 21 weeks." in summary
    assert "With people in 42 weeks: 32% of the hours, at or above the floor of 40% in 0 of 42." in summary
    assert summary.endswith("8 weeks without a ride-along, 12 May 2026 to 6 July 2026.")


def test_the_summary_tells_what_is_planned_and_what_was_held_without_a_conversation() -> None:
    days = date(2026, 3, 2), date(2026, 11, 20), date(2026, 11, 21)
    marks = tuple(planned(n, day, ConversationKind.PRACTICE, held=n == 0) for n, day in enumerate(days))
    shown = timeline(actions=marks)
    assert "2 coaching steps planned, the first for 20 November 2026." in timeline_summary(shown)
    assert "1 coaching step held without a conversation." in timeline_summary(shown)
    assert [(row.on, row.what) for row in timeline_table(shown)] == [
        (days[0], "Held: Practice"),
        (days[1], "Planned: Practice"),
        (days[2], "Planned: Practice"),
    ]


def test_the_summary_of_a_span_leaves_out_what_lies_outside() -> None:
    summary = timeline_summary(ordinary_timeline(), Period(date(2026, 2, 2), date(2026, 3, 2)))
    assert "1 check-in." in summary
    assert "without" not in summary


def test_the_summary_of_nothing_says_so() -> None:
    assert timeline_summary(timeline()) == (
        "Dana Reyes, 2 February 2026 to 23 November 2026. No conversations in this time. "
        "No hours with Dana in this time."
    )


@settings(max_examples=50, deadline=None)
@given(timelines())
def test_any_timeline_has_a_summary_and_a_table_in_order_of_days(shown: CoachingTimeline) -> None:
    assert timeline_summary(shown)
    days = [row.on for row in timeline_table(shown)]
    assert days == sorted(days)


def test_the_table_holds_every_number_of_the_chart() -> None:
    rows = {(row.on.isoformat(), row.what, row.value, row.unit) for row in timeline_table(ordinary_timeline())}
    assert ("2026-02-03", "One-on-one", 30, "minutes") in rows
    assert ("2026-02-02", "Week with Dana: Ride-along", 210, "minutes") in rows
    assert ("2026-02-02", "Whole week: all else", 1500, "minutes") in rows
    assert ("2026-05-12", "Without a ride-along", 56, "days") in rows


def test_money_stands_in_the_table_in_whole_units() -> None:
    line = goal(1, "New pipeline", Measure.MONEY, [(date(2026, 3, 2), 0.5)], computed=False)
    [row] = timeline_table(timeline(goals=(line,)))
    assert (row.value, row.unit) == (250_000.0, "EUR")


@pytest.mark.parametrize("word", ["because", "caused", "due to", "thanks to", "led to", "effect", "do more"])
def test_the_chart_claims_no_cause(word: str) -> None:
    [folder] = charts.__path__
    drawn = (line for file in Path(folder).glob("*.py") for line in file.read_text().splitlines() if '"' in line)
    assert not [line for line in drawn if word in line.lower() and '"""' not in line]
