from datetime import UTC, date, datetime

import pytest

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.commands.time_entry import add_time, delete_time, edit_time
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.hours import counted_hours
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import week_of
from coachjournal.rules.time_entry import TimeCategory

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MONDAY = date(2026, 11, 23)


def minutes(journal: Journal) -> dict[str, int]:
    hours = journal.ask(counted_hours, period=week_of(MONDAY))
    return {hour.category: hour.minutes for hour in hours}


def test_an_entry_counts_in_its_week_and_undo_takes_it_back(journal: Journal) -> None:
    entry = journal.do(add_time, starts_at=NINE, day=MONDAY, minutes=90, category=TimeCategory.REPORTS)
    assert minutes(journal) == {"reports": 90}
    assert journal.undoable() == "Added 1 h 30 of forecast and reports."
    journal.do(edit_time, time_entry_id=entry, minutes=60, category=TimeCategory.TRAVEL)
    assert minutes(journal) == {"travel": 60}
    journal.do(delete_time, time_entry_id=entry)
    assert minutes(journal) == {}
    journal.undo()
    assert minutes(journal) == {"travel": 60}


def test_a_minute_that_a_conversation_has_is_not_counted_again(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(add_time, starts_at=NINE, day=MONDAY, minutes=60, category=TimeCategory.INTERNAL_MEETINGS)
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, starts_at=NINE, minutes=45)
    assert minutes(journal) == {"internal_meetings": 15, "one_on_one": 45}


@pytest.mark.parametrize(("wrong", "field"), [({"minutes": 0}, "minutes"), ({"day": date(2026, 11, 24)}, "day")])
def test_time_that_cannot_have_been_is_rejected(journal: Journal, wrong: dict[str, object], field: str) -> None:
    entry = journal.do(add_time, starts_at=NINE, day=MONDAY, minutes=90, category=TimeCategory.REPORTS)
    with pytest.raises(Rejected) as refusal:
        journal.do(edit_time, time_entry_id=entry, **wrong)  # type: ignore[arg-type]
    assert refusal.value.field == field
