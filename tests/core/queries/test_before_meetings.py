from datetime import date, timedelta

import pytest

from coachjournal.commands.agenda_item import raise_next_time
from coachjournal.commands.begun import begin_conversation
from coachjournal.commands.commitment import keep_commitment, make_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.plan import start_plan
from coachjournal.journal import Journal, Writing
from coachjournal.model import Conversation, MeetingSeries, SeriesException
from coachjournal.queries.before_meetings import BeforeMeeting, before_meetings
from coachjournal.rules.conversation import ConversationKind, ConversationStatus, Side
from coachjournal.rules.period import Period

TODAY = date(2026, 11, 23)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def before(journal: Journal, rep_id: int) -> BeforeMeeting:
    return journal.ask(before_meetings, reps={rep_id})[rep_id]


def hold(journal: Journal, rep_id: int, days: int) -> None:
    journal.do(log_conversation, rep_id=rep_id, kind=ConversationKind.ONE_ON_ONE, held_on=ago(days), text="Talked.")


def cancel(tx: Writing, *, rep_id: int, days: int) -> None:
    tx.session.add(
        Conversation(
            rep_id=rep_id,
            kind=ConversationKind.ONE_ON_ONE,
            status=ConversationStatus.CANCELLED,
            held_on=ago(days),
            minutes=45,
            written_at=tx.now,
            changed_at=tx.now,
        )
    )


def skip(tx: Writing, *, rep_id: int, days: int, moved_to: date | None = None) -> None:
    """One meeting of a weekly series."""
    series = MeetingSeries(
        rep_id=rep_id, kind=ConversationKind.ONE_ON_ONE, rhythm="weekly", starts_on=ago(90), at="14:00", minutes=45
    )
    tx.session.add(series)
    tx.session.flush()
    tx.session.add(SeriesException(series_id=series.id, original_on=ago(days), moved_to=moved_to))


def test_nothing_matters_yet_with_somebody_new(journal: Journal, dana: int) -> None:
    assert before(journal, dana) == BeforeMeeting(0, 0, was_cancelled=False, plan_is_new=False)


def test_open_commitments_of_both_sides_and_the_rep_s_own_items_are_counted(journal: Journal, dana: int) -> None:
    kept = journal.do(make_commitment, rep_id=dana, text="Call the plant")
    journal.do(keep_commitment, commitment_id=kept)
    for owner in Side:
        journal.do(make_commitment, rep_id=dana, text="Map the buyers", owner=owner)
        journal.do(raise_next_time, rep_id=dana, text="Holiday", side=owner)
    told = before(journal, dana)
    assert (told.open_commitments, told.to_raise) == (2, 1)


@pytest.mark.parametrize(("held", "told"), [(None, True), (8, True), (7, False), (3, False)])
def test_the_last_one_on_one_was_cancelled_unless_one_was_held_since(
    journal: Journal, dana: int, held: int | None, *, told: bool
) -> None:
    journal.do(cancel, rep_id=dana, days=7)
    if held is not None:
        hold(journal, dana, held)
    assert before(journal, dana).was_cancelled == told


def test_a_meeting_that_was_skipped_is_one_cancelled_and_a_moved_one_is_not(journal: Journal, dana: int) -> None:
    journal.do(skip, rep_id=dana, days=7, moved_to=ago(6))
    assert not before(journal, dana).was_cancelled
    journal.do(skip, rep_id=dana, days=7)
    assert before(journal, dana).was_cancelled


def test_a_plan_is_new_until_the_first_one_on_one_after_it_began(journal: Journal, dana: int) -> None:
    hold(journal, dana, 10)
    assert not before(journal, dana).plan_is_new
    journal.do(start_plan, rep_id=dana, period=Period(ago(5), TODAY + timedelta(days=85)))
    assert before(journal, dana).plan_is_new
    journal.do(begin_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE)
    assert before(journal, dana).plan_is_new
    hold(journal, dana, 1)
    assert not before(journal, dana).plan_is_new
