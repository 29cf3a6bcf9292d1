from datetime import date, timedelta

import pytest

from coachjournal.commands.check_in import check_in
from coachjournal.commands.goal import abandon_goal, achieve_goal, extend_goal, set_goal
from coachjournal.commands.rep import archive_rep
from coachjournal.journal import Journal
from coachjournal.queries.overdue_goals import overdue_goals
from coachjournal.rules.goal import GoalStanding, Measure

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)


def goal_due(journal: Journal, rep_id: int, due_on: date) -> int:
    return journal.do(
        set_goal,
        rep_id=rep_id,
        title="Discovery depth",
        measure=Measure.LEVEL,
        baseline=2.5,
        target=4,
        started_on=date(2026, 8, 3),
        due_on=due_on,
    )


def asked(journal: Journal) -> list[tuple[str, GoalStanding, float]]:
    return [(each.rep, each.standing, each.now) for each in journal.ask(overdue_goals)]


@pytest.mark.parametrize(("days", "times"), [(1, 0), (0, 0), (-1, 1)])
def test_a_goal_is_asked_about_from_the_day_after_it_was_due(
    journal: Journal, dana: int, days: int, times: int
) -> None:
    goal_due(journal, dana, TODAY + timedelta(days=days))
    assert asked(journal) == [("Dana Reyes", GoalStanding.OVERDUE, 2.5)] * times


def test_a_target_that_is_reached_is_asked_about_before_the_day(journal: Journal, dana: int) -> None:
    goal = goal_due(journal, dana, date(2026, 12, 18))
    journal.do(check_in, goal_id=goal, value=3.9)
    assert asked(journal) == []
    journal.do(check_in, goal_id=goal, value=4)
    assert asked(journal) == [("Dana Reyes", GoalStanding.REACHED, 4)]


def test_what_was_said_ends_the_question_and_undo_asks_again(journal: Journal, dana: int) -> None:
    goal = goal_due(journal, dana, YESTERDAY)
    for end in (
        lambda: journal.do(achieve_goal, goal_id=goal),
        lambda: journal.do(abandon_goal, goal_id=goal, reason="Another patch"),
        lambda: journal.do(extend_goal, goal_id=goal, due_on=TODAY + timedelta(days=60), reason="Holidays"),
    ):
        end()
        assert asked(journal) == []
        journal.undo()
        assert len(asked(journal)) == 1


def test_a_goal_that_goes_on_stands_where_the_earlier_one_was(journal: Journal, dana: int) -> None:
    goal = goal_due(journal, dana, YESTERDAY - timedelta(days=20))
    journal.do(check_in, goal_id=goal, value=3.4)
    journal.do(extend_goal, goal_id=goal, due_on=YESTERDAY, reason="Holidays")
    assert asked(journal) == [("Dana Reyes", GoalStanding.OVERDUE, 3.4)]


def test_nobody_asks_about_who_is_archived(journal: Journal, dana: int) -> None:
    goal_due(journal, dana, YESTERDAY)
    journal.do(archive_rep, rep_id=dana)
    assert asked(journal) == []
    assert journal.ask(overdue_goals, rep_id=dana) == ()
