import pytest

from coachjournal.commands.reminders import choose_reminders
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.reminders import reminder_choice
from coachjournal.rules.reminders import ReminderChoice


def test_a_choice_is_kept_and_can_be_undone(journal: Journal) -> None:
    journal.do(choose_reminders, in_window=False, minutes_before=30, in_system=True)
    assert journal.ask(reminder_choice) == ReminderChoice(in_window=False, minutes_before=30, in_system=True)
    journal.undo()
    assert journal.ask(reminder_choice) == ReminderChoice()


@pytest.mark.parametrize("minutes", [0, 121])
def test_a_reminder_comes_no_later_than_the_meeting_and_not_hours_before(journal: Journal, minutes: int) -> None:
    with pytest.raises(Rejected) as refusal:
        journal.do(choose_reminders, in_window=True, minutes_before=minutes, in_system=False)
    assert refusal.value.field == "minutes_before"
