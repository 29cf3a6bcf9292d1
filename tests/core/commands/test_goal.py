from datetime import date

import pytest

from coachjournal.commands.check_in import check_in, delete_check_in, edit_check_in
from coachjournal.commands.goal import abandon_goal, achieve_goal, delete_goal, edit_goal, extend_goal, set_goal
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.coaching_timeline import coaching_timeline
from coachjournal.rules.goal import ComputedFrom, Measure

DUE = date(2026, 12, 18)


@pytest.fixture
def goal(journal: Journal, dana: int) -> int:
    return journal.do(
        set_goal,
        rep_id=dana,
        title="Discovery depth",
        measure=Measure.LEVEL,
        baseline=2.5,
        target=4.0,
        started_on=date(2026, 8, 3),
        due_on=DUE,
    )


def status(journal: Journal) -> list[tuple[object, ...]]:
    sql = "SELECT status, ended_on, reason FROM goal ORDER BY id"
    return [tuple(row) for row in journal.ask(lambda tx: tx.connection.exec_driver_sql(sql).all())]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": " "}, "title"),
        ({"target": 2.5}, "target"),
        ({"target": 6.0}, "target"),
        ({"baseline": 0.0}, "baseline"),
        ({"target": float("nan")}, "target"),
        ({"due_on": date(2026, 8, 3)}, "due_on"),
    ],
)
def test_a_goal_that_makes_no_sense_is_rejected_beside_its_field(
    journal: Journal, goal: int, wrong: dict[str, object], field: str
) -> None:
    with pytest.raises(Rejected) as refusal:
        journal.do(edit_goal, goal_id=goal, **wrong)  # type: ignore[arg-type]
    assert refusal.value.field == field


def test_check_ins_are_the_points_of_the_goals_line(journal: Journal, dana: int, goal: int) -> None:
    first = journal.do(check_in, goal_id=goal, value=3.1, checked_on=date(2026, 9, 1))
    journal.do(check_in, goal_id=goal, value=3.9)
    journal.do(edit_check_in, check_in_id=first, value=3.25)
    line = journal.ask(coaching_timeline, rep_id=dana).goals[0]
    assert [(point.value, point.share) for point in line.points] == [(3.25, 0.5), (3.9, pytest.approx(14 / 15))]
    journal.do(delete_check_in, check_in_id=first)
    assert len(journal.ask(coaching_timeline, rep_id=dana).goals[0].points) == 1


@pytest.mark.parametrize(("value", "day"), [(0.5, None), (5.5, None), (3.0, date(2026, 11, 24))])
def test_a_value_or_day_that_cannot_be_is_rejected(journal: Journal, goal: int, value: float, day: date | None) -> None:
    with pytest.raises(Rejected):
        journal.do(check_in, goal_id=goal, value=value, checked_on=day)


def test_what_was_checked_in_is_not_read_in_another_measure(journal: Journal, dana: int, goal: int) -> None:
    as_percent = {"measure": Measure.PERCENT, "baseline": 20.0, "target": 30.0}
    journal.do(edit_goal, goal_id=goal, **as_percent)  # type: ignore[arg-type]
    journal.do(check_in, goal_id=goal, value=25)
    with pytest.raises(Rejected) as refusal:
        journal.do(edit_goal, goal_id=goal, measure=Measure.LEVEL, baseline=2, target=4)
    assert refusal.value.field == "measure"
    journal.do(edit_goal, goal_id=goal, measure=Measure.PERCENT, unit="", target=35)
    in_euros = {"measure": Measure.MONEY, "unit": "EUR", "baseline": 0, "target": 100_00, "due_on": DUE}
    money = journal.do(set_goal, rep_id=dana, title="New business", **in_euros)  # type: ignore[arg-type]
    journal.do(check_in, goal_id=money, value=50_00)
    with pytest.raises(Rejected, match="Set a new goal"):
        journal.do(edit_goal, goal_id=money, measure=Measure.MONEY, unit="USD")


def test_a_goal_from_deals_has_the_measure_of_its_figure(journal: Journal, goal: int) -> None:
    with pytest.raises(Rejected) as refusal:
        journal.do(edit_goal, goal_id=goal, computed_from=ComputedFrom.WIN_RATE)
    assert refusal.value.field == "measure"


def test_a_corrected_check_in_is_no_longer_from_deals(journal: Journal, dana: int, goal: int) -> None:
    first = journal.do(check_in, goal_id=goal, value=3.1, computed=True)
    journal.do(edit_check_in, check_in_id=first, value=3.1, note="Asked twice")
    assert journal.ask(coaching_timeline, rep_id=dana).goals[0].points[0].computed
    journal.do(edit_check_in, check_in_id=first, value=3.2)
    assert not journal.ask(coaching_timeline, rep_id=dana).goals[0].points[0].computed


def test_an_achieved_goal_is_over(journal: Journal, goal: int) -> None:
    journal.do(achieve_goal, goal_id=goal)
    assert status(journal) == [("achieved", "2026-11-23", "")]
    with pytest.raises(Rejected, match="nothing to check in on"):
        journal.do(check_in, goal_id=goal, value=4)
    with pytest.raises(Rejected, match="already achieved"):
        journal.do(abandon_goal, goal_id=goal, reason="too late")


def test_an_extended_goal_goes_on_as_one_line(journal: Journal, dana: int, goal: int) -> None:
    journal.do(check_in, goal_id=goal, value=3.1)
    later = journal.do(extend_goal, goal_id=goal, due_on=date(2027, 3, 31), reason="New territory")
    journal.do(check_in, goal_id=later, value=3.4)
    assert status(journal) == [("extended", "2026-11-23", "New territory"), ("active", None, "")]
    (line,) = journal.ask(coaching_timeline, rep_id=dana).goals
    assert (line.goal_id, line.due_on, [point.value for point in line.points]) == (later, date(2027, 3, 31), [3.1, 3.4])


def test_a_goal_is_abandoned_with_a_reason_or_not_at_all(journal: Journal, dana: int, goal: int) -> None:
    with pytest.raises(Rejected) as refusal:
        journal.do(abandon_goal, goal_id=goal, reason=" ")
    assert refusal.value.field == "reason"
    journal.do(abandon_goal, goal_id=goal, reason="Moves to another team")
    assert status(journal) == [("abandoned", "2026-11-23", "Moves to another team")]
    assert journal.ask(coaching_timeline, rep_id=dana).goals == ()


def test_a_deleted_goal_takes_its_check_ins_and_undo_brings_both_back(journal: Journal, dana: int, goal: int) -> None:
    journal.do(check_in, goal_id=goal, value=3.1)
    before = journal.ask(coaching_timeline, rep_id=dana)
    journal.do(delete_goal, goal_id=goal)
    assert journal.ask(coaching_timeline, rep_id=dana).goals == ()
    journal.undo()
    assert journal.ask(coaching_timeline, rep_id=dana) == before
