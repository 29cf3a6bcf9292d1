from datetime import UTC, date, datetime, timedelta

import pytest

from coachjournal.commands.absence import add_absence
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import plan_conversation
from coachjournal.journal import Journal
from coachjournal.queries.reminders import agenda
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.reminders import DueToday, MeetingAhead

TODAY = date(2026, 11, 23)
TWO = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


@pytest.fixture
def planned(journal: Journal, dana: int) -> int:
    return journal.do(plan_conversation, rep_id=dana, held_on=TODAY, starts_at=TWO)


def test_a_meeting_of_today_with_a_time_is_told_of(journal: Journal, dana: int, planned: int) -> None:
    journal.do(plan_conversation, rep_id=dana, held_on=TODAY, kind=ConversationKind.PRACTICE)
    journal.do(plan_conversation, rep_id=dana, held_on=TODAY + timedelta(days=1), starts_at=TWO + timedelta(days=1))
    assert journal.ask(agenda).meetings == (MeetingAhead(dana, "Dana", ConversationKind.ONE_ON_ONE, TWO, planned),)


def test_nobody_waits_for_a_rep_or_a_manager_who_is_away(journal: Journal, dana: int, planned: int) -> None:
    assert planned
    journal.do(make_commitment, rep_id=dana, text="Introduce Will", owner=Side.MANAGER, due_on=TODAY)
    journal.do(add_absence, rep_id=dana, first_day=TODAY, last_day=TODAY, reason="training")
    assert (journal.ask(agenda).meetings, journal.ask(agenda).due.commitments) == ((), 1)
    journal.do(add_absence, first_day=TODAY, last_day=TODAY, reason="holiday")
    assert journal.ask(agenda).due == DueToday()


@pytest.mark.parametrize(
    ("owner", "due_on", "counts"),
    [
        (Side.MANAGER, TODAY, 1),
        (Side.MANAGER, TODAY - timedelta(days=3), 1),
        (Side.MANAGER, TODAY + timedelta(days=1), 0),
        (Side.MANAGER, None, 0),
        (Side.REP, TODAY, 0),
    ],
)
def test_what_the_manager_promised_by_today_is_due(
    journal: Journal, dana: int, owner: Side, due_on: date | None, counts: int
) -> None:
    journal.do(make_commitment, rep_id=dana, text="Introduce Will", owner=owner, due_on=due_on)
    assert journal.ask(agenda).due.commitments == counts
