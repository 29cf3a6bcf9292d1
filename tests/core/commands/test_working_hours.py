from datetime import time

import pytest

from coachjournal.commands.working_hours import set_working_hours
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.settings import settings
from coachjournal.queries.working_hours import working_hours
from coachjournal.rules.working_hours import WorkingHours

SUNDAY_TO_THURSDAY = WorkingHours(frozenset({6, 0, 1, 2, 3}), time(7, 30), time(16, 15))


def test_hours_are_kept_and_changing_them_can_be_undone(journal: Journal) -> None:
    journal.do(set_working_hours, weekdays=(6, 0, 1, 2, 3), start=time(7, 30), end=time(16, 15))
    assert journal.ask(working_hours) == SUNDAY_TO_THURSDAY
    journal.undo()
    assert journal.ask(working_hours) == WorkingHours()
    journal.redo()
    assert journal.ask(working_hours) == SUNDAY_TO_THURSDAY


@pytest.mark.parametrize(
    ("weekdays", "end", "field"), [((), time(18), "weekdays"), ((7,), time(18), "weekdays"), ((0,), time(8), "end")]
)
def test_hours_without_a_day_or_that_end_as_they_begin_are_refused(
    journal: Journal, weekdays: tuple[int, ...], end: time, field: str
) -> None:
    with pytest.raises(Rejected) as refusal:
        journal.do(set_working_hours, weekdays=weekdays, start=time(8), end=end)
    assert refusal.value.field == field
    assert journal.ask(working_hours) == WorkingHours()


def test_other_settings_are_read_as_before(journal: Journal) -> None:
    journal.do(set_working_hours, weekdays=(0,), start=time(8), end=time(12))
    assert journal.ask(settings).currency == "EUR"
