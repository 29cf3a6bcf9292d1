"""What an import of deals does to the goals that take their values from them."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.check_in import check_in
from coachjournal.commands.goal import achieve_goal, set_goal
from coachjournal.commands.rep import archive_rep
from coachjournal.importers.preview import read_deals
from coachjournal.importers.writing import write_deals
from coachjournal.journal import Journal, open_journal
from coachjournal.queries.goal_editor import goal_form
from coachjournal.rules.goal import ComputedFrom, Measure
from tests.conftest import MONDAY
from tests.core.importers.files import write

TODAY = date(2026, 11, 23)


@pytest.fixture
def goal(journal: Journal, dana: int) -> int:
    """A win rate from 30 % up."""
    return journal.do(
        set_goal,
        rep_id=dana,
        title="Win rate",
        measure=Measure.PERCENT,
        computed_from=ComputedFrom.WIN_RATE,
        baseline=30,
        target=50,
        due_on=TODAY + timedelta(days=60),
    )


def import_closed(journal: Journal, folder: Path, won: int, lost: int) -> None:
    """Import so many deals of Dana's, all of them closed in November."""
    rows = [
        f"D{at},Deal {at},Dana Reyes,{'Closed Won' if at < won else 'Closed Lost'},100,2026-11-{at % 20 + 1:02}"
        for at in range(won + lost)
    ]
    text = "\n".join(("Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date", *rows, ""))
    journal.do(write_deals, file=read_deals(journal, write(folder, text)).file)


def check_ins(journal: Journal, dana: int, goal: int) -> list[tuple[float, str, bool]]:
    form = journal.ask(goal_form, rep_id=dana, goal_id=goal)
    return [(each.value, each.note, each.computed) for each in form.check_ins]


def test_new_deals_check_in_on_a_goal_with_what_was_counted_and_the_import_says_so(
    journal: Journal, dana: int, goal: int, tmp_path: Path
) -> None:
    import_closed(journal, tmp_path, won=4, lost=6)
    assert check_ins(journal, dana, goal) == [(40.0, "4 of 10 won", True)]
    assert journal.undoable() == "Imported deals.csv: 10 deals added, 0 changed. Checked in on 1 goal."


def test_undoing_the_import_takes_the_check_in_back_and_redoing_brings_it_again(
    journal: Journal, dana: int, goal: int, tmp_path: Path
) -> None:
    import_closed(journal, tmp_path, won=4, lost=6)
    journal.undo()
    assert check_ins(journal, dana, goal) == []
    journal.redo()
    assert check_ins(journal, dana, goal) == [(40.0, "4 of 10 won", True)]


def test_the_same_file_again_and_another_within_the_week_add_no_point(
    journal: Journal, dana: int, goal: int, tmp_path: Path
) -> None:
    for won in (4, 4, 5):
        import_closed(journal, tmp_path, won=won, lost=10 - won)
    assert [value for value, _, _ in check_ins(journal, dana, goal)] == [40.0]


def test_a_week_later_a_new_value_is_noted(journal: Journal, dana: int, goal: int, tmp_path: Path) -> None:
    import_closed(journal, tmp_path, won=4, lost=6)
    journal.close()
    later = open_journal(journal.path, clock=FixedClock(MONDAY + timedelta(days=7)))
    import_closed(later, tmp_path, won=5, lost=5)
    assert [value for value, _, _ in check_ins(later, dana, goal)] == [50.0, 40.0]
    later.close()


def test_too_few_deals_and_the_value_it_began_with_are_no_news(
    journal: Journal, dana: int, goal: int, tmp_path: Path
) -> None:
    import_closed(journal, tmp_path, won=4, lost=5)
    assert check_ins(journal, dana, goal) == []
    import_closed(journal, tmp_path, won=3, lost=7)
    assert check_ins(journal, dana, goal) == []


def test_what_a_person_noted_this_week_is_left_as_the_last_word(
    journal: Journal, dana: int, goal: int, tmp_path: Path
) -> None:
    journal.do(check_in, goal_id=goal, value=35)
    import_closed(journal, tmp_path, won=4, lost=6)
    assert check_ins(journal, dana, goal) == [(35, "", False)]


def test_goals_that_are_over_and_reps_who_left_are_passed_over(
    journal: Journal, dana: int, goal: int, tmp_path: Path
) -> None:
    journal.do(archive_rep, rep_id=dana)
    import_closed(journal, tmp_path, won=4, lost=6)
    assert check_ins(journal, dana, goal) == []
    journal.undo()
    journal.undo()
    journal.do(achieve_goal, goal_id=goal)
    import_closed(journal, tmp_path, won=4, lost=6)
    assert check_ins(journal, dana, goal) == []
