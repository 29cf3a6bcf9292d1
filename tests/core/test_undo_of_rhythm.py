"""Whatever is set, moved, skipped and begun of a rhythm is taken back, and done again, to the last row."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachjournal.clock import FixedClock
from coachjournal.commands.absence import add_absence, change_absence, remove_absence
from coachjournal.commands.begun import begin_conversation, leave_begun
from coachjournal.commands.cadence import put_back_cadence, set_cadence
from coachjournal.commands.conversation import delete_conversation, edit_conversation, log_conversation
from coachjournal.commands.meeting import begin_meeting, hold_meeting, move_meeting, put_back_meeting, skip_meeting
from coachjournal.commands.rep import add_rep
from coachjournal.commands.series import change_series, end_series, set_series
from coachjournal.journal import Journal
from coachjournal.queries.meetings import all_meetings
from coachjournal.rules.cadence import CadenceKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period
from coachjournal.rules.series import Rhythm
from tests.core.test_undo_of_writing import copy_of, undoable
from tests.core.undoing import Actions, leads_back_and_forth

MONDAY = date(2026, 11, 23)
DAY, WEEK = timedelta(days=1), timedelta(days=7)
ONE, NINE = ConversationKind.ONE_ON_ONE, time(9)
THREE = datetime(2026, 11, 24, 15, tzinfo=UTC)
ACTIONS: Actions = {
    "set": lambda tx, n: set_series(tx, rep_id=n, starts_on=MONDAY - n * WEEK, at=NINE, minutes=45, zone="Asia/Tokyo"),
    "change": lambda tx, n: change_series(tx, series_id=n, starts_on=MONDAY + n * DAY, rhythm=Rhythm.TWO_WEEKLY),
    "end": lambda tx, n: end_series(tx, series_id=n, from_day=MONDAY),
    "skip": lambda tx, n: skip_meeting(tx, series_id=n, original_on=MONDAY),
    "move": lambda tx, n: move_meeting(tx, series_id=n, original_on=MONDAY, on=MONDAY + 2 * DAY),
    "move hour": lambda tx, n: move_meeting(tx, series_id=n, original_on=MONDAY, on=MONDAY + DAY, starts_at=THREE),
    "put back": lambda tx, n: put_back_meeting(tx, series_id=n, original_on=MONDAY),
    "begin": lambda tx, n: begin_meeting(tx, series_id=n, original_on=MONDAY + n * WEEK - WEEK),
    "begin one": lambda tx, n: begin_conversation(tx, rep_id=n, kind=ONE),
    "leave": lambda tx, n: leave_begun(tx, conversation_id=n),
    "hold": lambda tx, n: hold_meeting(tx, series_id=n, original_on=MONDAY),
    "log": lambda tx, n: log_conversation(tx, rep_id=n, kind=ONE, held_on=MONDAY - n * DAY, text="Kestrel."),
    "edit": lambda tx, n: edit_conversation(tx, conversation_id=n, held_on=MONDAY - DAY),
    "delete": lambda tx, n: delete_conversation(tx, conversation_id=n),
    "away": lambda tx, n: add_absence(tx, rep_id=n, first_day=MONDAY, last_day=MONDAY + n * DAY),
    "change away": lambda tx, n: change_absence(tx, absence_id=n, first_day=MONDAY, last_day=MONDAY, reason="Ill"),
    "back": lambda tx, n: remove_absence(tx, absence_id=n),
    "cadence": lambda tx, n: set_cadence(tx, kind=CadenceKind.PLAN, rep_id=n, target_days=9, limit_days=9 + n),
    "put cadence back": lambda tx, n: put_back_cadence(tx, kind=CadenceKind.PLAN, rep_id=n),
}
DOING = st.lists(st.tuples(st.sampled_from(sorted(ACTIONS)), st.integers(1, 2)), min_size=1, max_size=12)


@pytest.fixture
def two_reps(journal: Journal, dana: int) -> Path:
    """A journal to copy."""
    assert dana == journal.do(add_rep, name="Tom Moyo") - 1
    journal.close()
    return journal.path


@given(doing=DOING)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_order_of_doing_tells_each_meeting_once_and_is_undone_and_done_again(
    two_reps: Path, clock: FixedClock, doing: list[tuple[str, int]]
) -> None:
    with copy_of(two_reps, clock) as journal:
        leads_back_and_forth(journal, ACTIONS, doing, undoable)
        told = journal.ask(all_meetings, Period(MONDAY - 4 * WEEK, MONDAY + 4 * WEEK))
        of_series = [(each.series_id, each.original_on) for each in told if each.series_id]
        talks = [each.conversation_id for each in told if each.conversation_id]
        assert len(set(of_series)) == len(of_series)
        assert len(set(talks)) == len(talks)
