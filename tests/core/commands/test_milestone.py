"""Steps on the way to a goal."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachjournal.commands.goal import achieve_goal, delete_goal, edit_goal, extend_goal
from coachjournal.commands.milestone import (
    add_milestone,
    delete_milestone,
    edit_milestone,
    open_milestone_again,
    reach_milestone,
)
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.milestones import Step, milestones, milestones_by_goal
from coachjournal.rules.goal import Measure
from tests.core.undoing import Actions, leads_back_and_forth
from tests.goals import set_discovery_goal

TODAY = date(2026, 11, 23)
DUE = date(2026, 12, 18)
FIRST = date(2026, 12, 1)


@pytest.fixture
def goal(journal: Journal, dana: int) -> int:
    return set_discovery_goal(journal, dana, due_on=DUE)


def steps(journal: Journal, goal: int) -> tuple[Step, ...]:
    return journal.ask(milestones, goal_id=goal)


def test_steps_stand_in_the_order_in_which_they_are_due(journal: Journal, goal: int) -> None:
    for text, due_on in (("Some day", None), ("Then", DUE), (" First ", FIRST)):
        journal.do(add_milestone, goal_id=goal, text=text, due_on=due_on)
    assert [(step.text, step.due_on) for step in steps(journal, goal)] == [
        ("First", FIRST),
        ("Then", DUE),
        ("Some day", None),
    ]


def test_a_tick_says_when_it_was_reached_and_can_be_taken_back(journal: Journal, goal: int) -> None:
    step = journal.do(add_milestone, goal_id=goal, text="Asks why twice", value=3)
    journal.do(reach_milestone, milestone_id=step)
    assert steps(journal, goal)[0].done_on == TODAY
    journal.do(open_milestone_again, milestone_id=step)
    assert steps(journal, goal)[0].done_on is None
    assert journal.undoable() == "Still to do: Asks why twice"


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"text": " "}, "text"), ({"value": 6.0}, "value"), ({"due_on": DUE + timedelta(days=1)}, "due_on")],
)
def test_a_step_that_makes_no_sense_is_rejected_beside_its_field(
    journal: Journal, goal: int, fields: dict[str, Any], field: str
) -> None:
    with pytest.raises(Rejected) as refusal:
        journal.do(add_milestone, **{"goal_id": goal, "text": "Asks why", **fields})
    assert (refusal.value.field, steps(journal, goal)) == (field, ())
    step = journal.do(add_milestone, goal_id=goal, text="Asks why")
    with pytest.raises(Rejected):
        journal.do(edit_milestone, milestone_id=step, **fields)


def test_an_extended_goal_takes_its_steps_along_and_undo_brings_them_back(journal: Journal, goal: int) -> None:
    journal.do(add_milestone, goal_id=goal, text="Asks why")
    later = journal.do(extend_goal, goal_id=goal, due_on=DUE + timedelta(days=30))
    assert (len(steps(journal, later)), len(steps(journal, goal))) == (1, 0)
    journal.undo()
    assert len(steps(journal, goal)) == 1


def test_a_goal_that_is_over_takes_no_more_steps(journal: Journal, goal: int) -> None:
    journal.do(achieve_goal, goal_id=goal)
    with pytest.raises(Rejected, match="no more steps"):
        journal.do(add_milestone, goal_id=goal, text="Asks why")


def test_values_of_steps_are_not_read_in_another_measure(journal: Journal, goal: int) -> None:
    journal.do(add_milestone, goal_id=goal, text="Asks why", value=3)
    with pytest.raises(Rejected) as refusal:
        journal.do(edit_goal, goal_id=goal, measure=Measure.PERCENT, baseline=20, target=30)
    assert refusal.value.field == "measure"


def test_steps_go_with_their_goal_and_come_back_with_it(journal: Journal, dana: int, goal: int) -> None:
    journal.do(add_milestone, goal_id=goal, text="Asks why")
    journal.do(delete_goal, goal_id=goal)
    assert journal.ask(milestones_by_goal, rep_id=dana) == {}
    journal.undo()
    assert [step.text for step in journal.ask(milestones_by_goal, rep_id=dana)[goal]] == ["Asks why"]


ACTIONS: Actions = {
    "add": lambda tx, number: add_milestone(tx, goal_id=1, text=f"Step {number}", due_on=FIRST if number % 2 else None),
    "reword": lambda tx, number: edit_milestone(tx, milestone_id=number, text=f"Other {number}", value=3),
    "reach": lambda tx, number: reach_milestone(tx, milestone_id=number),
    "open": lambda tx, number: open_milestone_again(tx, milestone_id=number),
    "delete": lambda tx, number: delete_milestone(tx, milestone_id=number),
    "extend": lambda tx, number: extend_goal(tx, goal_id=number, due_on=DUE + timedelta(days=30 * number)),
}


@given(chosen=st.lists(st.tuples(st.sampled_from(sorted(ACTIONS)), st.integers(1, 4)), max_size=8))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undoing_all_leads_back_through_every_state_and_redoing_forward(
    journal: Journal, dana: int, chosen: list[tuple[str, int]]
) -> None:
    set_discovery_goal(journal, dana, due_on=DUE)
    leads_back_and_forth(journal, ACTIONS, chosen, lambda opened: opened.ask(milestones_by_goal, rep_id=dana))
