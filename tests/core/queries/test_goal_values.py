from datetime import date, timedelta

import pytest

from coachjournal.commands.check_in import check_in
from coachjournal.commands.goal import extend_goal, set_goal
from coachjournal.journal import Journal
from coachjournal.queries.brief import brief
from coachjournal.queries.overdue_goals import goals_now
from coachjournal.queries.rep_page import active_goals
from coachjournal.queries.team_goals import team_goals
from coachjournal.rules.goal import GoalStanding, Measure

TODAY = date(2026, 11, 23)


def told_of(journal: Journal, rep_id: int) -> set[GoalStanding]:
    """How the only active goal of a rep stands on the rep page, on Today, on the Team page and on the brief."""
    sheet = journal.ask(brief, rep_id=rep_id)
    assert sheet is not None
    lists = (
        [goal.standing for goal in journal.ask(active_goals, rep_id=rep_id)],
        [goal.standing for goal in journal.ask(goals_now)],
        [goal.standing for goal in journal.ask(team_goals) if not goal.standing.ended],
        [goal.standing for goal in sheet.goals],
    )
    return {standing for each in lists for standing in each}


@pytest.mark.parametrize(
    ("days", "values", "standing"),
    [
        (10, (3.0, 3.2), GoalStanding.TOO_EARLY),
        (20, (3.2,), GoalStanding.TOO_EARLY),
        (20, (3.0, 3.2), GoalStanding.ON_TRACK),
        (80, (3.0, 2.6), GoalStanding.BEHIND),
        (80, (4.0,), GoalStanding.REACHED),
        (101, (), GoalStanding.OVERDUE),
    ],
)
def test_a_goal_stands_the_same_wherever_it_is_told(
    journal: Journal, dana: int, days: int, values: tuple[float, ...], standing: GoalStanding
) -> None:
    start = TODAY - timedelta(days=days)
    goal = journal.do(
        set_goal,
        rep_id=dana,
        title="Discovery depth",
        measure=Measure.LEVEL,
        baseline=2.5,
        target=4,
        started_on=start,
        due_on=start + timedelta(days=100),
    )
    for number, value in enumerate(values):
        journal.do(check_in, goal_id=goal, value=value, checked_on=TODAY - timedelta(days=len(values) - number))
    assert told_of(journal, dana) == {standing}


def test_a_goal_that_was_extended_twice_has_come_its_whole_way(journal: Journal, dana: int) -> None:
    goal = journal.do(
        set_goal,
        rep_id=dana,
        title="Discovery depth",
        measure=Measure.LEVEL,
        baseline=2.5,
        target=4,
        started_on=TODAY - timedelta(days=20),
        due_on=TODAY + timedelta(days=80),
    )
    for value, due_in in ((3.0, 90), (3.2, 100)):
        journal.do(check_in, goal_id=goal, value=value)
        goal = journal.do(extend_goal, goal_id=goal, due_on=TODAY + timedelta(days=due_in), reason="Holidays")
    assert [(each.now, each.goal_id) for each in journal.ask(goals_now)] == [(3.2, goal)]
    assert told_of(journal, dana) == {journal.ask(active_goals, rep_id=dana)[0].standing}
