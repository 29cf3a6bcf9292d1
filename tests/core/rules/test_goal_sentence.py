from dataclasses import replace
from datetime import date, timedelta

import pytest

from coachjournal.rules.goal import Measure
from coachjournal.rules.goal_sentence import (
    GoalDraft,
    GoalWords,
    goal_sentence,
    skill_named_in,
    still_vague,
    value_words,
)

TODAY = date(2026, 11, 23)
CLEAR = GoalDraft("Discovery depth", 2.5, 4.0, TODAY, TODAY + timedelta(days=90), "call notes", "deals die early")
SKILLS = ((1, "Prospecting"), (2, "Discovery"), (9, "Negotiation and closing"))


def test_a_goal_reads_as_one_sentence_without_what_is_not_said_yet() -> None:
    words = GoalWords("Dana", "Discovery depth", "level 2.5", "level 4.0", "18 December", "her call notes.", "it pays")
    start = "Dana will move Discovery depth from level 2.5 to level 4.0 by 18 December"
    assert goal_sentence(words) == f"{start}, seen in her call notes, because it pays."
    assert goal_sentence(replace(words, how=" ", why="")) == f"{start}."


@pytest.mark.parametrize(
    ("measure", "unit", "words"),
    [
        (Measure.LEVEL, "", "level 3"),
        (Measure.PER_WEEK, "first meetings", "3 first meetings a week"),
        (Measure.PER_WEEK, "", "3 a week"),
        (Measure.NUMBER, "days", "3 days"),
        (Measure.PERCENT, "", "3"),
    ],
)
def test_a_value_says_what_it_counts(measure: Measure, unit: str, words: str) -> None:
    assert value_words("3", measure, unit) == words


@pytest.mark.parametrize(
    ("lacks", "says"),
    [
        ({}, ""),
        ({"what": " "}, "Say in a few words what should move."),
        ({"target": None}, "Say where it stands and where it should lead."),
        ({"started_on": TODAY - timedelta(days=90), "due_on": TODAY}, ""),
        ({"started_on": TODAY - timedelta(days=90), "due_on": TODAY - timedelta(days=1)}, "Its day is over."),
        ({"due_on": TODAY + timedelta(days=27)}, "27 days is little time for a habit to change."),
        ({"due_on": TODAY + timedelta(days=28)}, ""),
        ({"how": ""}, "No way yet to see it in a call."),
        ({"how": "", "from_deals": True}, "No word yet on what would bring it about."),
        ({"why": ""}, "No word yet on why it matters to them."),
        ({"due_on": TODAY + timedelta(days=180)}, ""),
        ({"due_on": TODAY + timedelta(days=181)}, "It is far away: a step on the way would show sooner how it goes."),
        ({"due_on": TODAY + timedelta(days=181), "milestones": 1}, ""),
    ],
)
def test_what_still_makes_it_vague_is_said_one_at_a_time(lacks: dict[str, object], says: str) -> None:
    assert still_vague(replace(CLEAR, **lacks), TODAY) == says  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "skill_id"),
    [
        ("Discovery depth", 2),
        ("deeper discovery", 2),
        ("Closing without discounts", 9),
        ("Rediscovery", None),
        ("", None),
    ],
)
def test_a_title_that_names_a_skill_is_about_it(title: str, skill_id: int | None) -> None:
    assert skill_named_in(title, SKILLS) == skill_id
