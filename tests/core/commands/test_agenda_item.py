"""What is to be raised next time."""

import pytest

from coachjournal.commands.agenda_item import (
    bring_back_agenda_item,
    drop_agenda_item,
    edit_agenda_item,
    mark_raised,
    raise_next_time,
)
from coachjournal.commands.conversation import delete_conversation, log_conversation
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.agenda import ToRaise, agenda
from coachjournal.rules.conversation import Side


def texts(items: tuple[ToRaise, ...]) -> list[str]:
    return [item.text for item in items]


def test_the_reps_own_items_stand_first(journal: Journal, dana: int) -> None:
    journal.do(raise_next_time, rep_id=dana, text="The forecast call")
    journal.do(raise_next_time, rep_id=dana, text=" Territory split ", side=Side.REP)
    assert texts(journal.ask(agenda, rep_id=dana)) == ["Territory split", "The forecast call"]


def test_what_was_raised_is_listed_in_that_conversation_only(journal: Journal, dana: int) -> None:
    item = journal.do(raise_next_time, rep_id=dana, text="The forecast call")
    talk = journal.do(log_conversation, rep_id=dana)
    journal.do(mark_raised, agenda_item_id=item, conversation_id=talk)
    assert journal.ask(agenda, rep_id=dana) == ()
    assert [each.raised for each in journal.ask(agenda, rep_id=dana, conversation_id=talk)] == [True]
    journal.do(bring_back_agenda_item, agenda_item_id=item)
    assert texts(journal.ask(agenda, rep_id=dana)) == ["The forecast call"]


def test_it_is_to_be_raised_again_when_the_conversation_is_deleted(journal: Journal, dana: int) -> None:
    item = journal.do(raise_next_time, rep_id=dana, text="The forecast call")
    talk = journal.do(log_conversation, rep_id=dana)
    journal.do(mark_raised, agenda_item_id=item, conversation_id=talk)
    journal.do(delete_conversation, conversation_id=talk)
    assert texts(journal.ask(agenda, rep_id=dana)) == ["The forecast call"]


def test_it_is_reworded_made_private_dropped_and_brought_back_by_undo(journal: Journal, dana: int) -> None:
    item = journal.do(raise_next_time, rep_id=dana, text="The forecast")
    journal.do(edit_agenda_item, agenda_item_id=item, text="The quota", private=True)
    (changed,) = journal.ask(agenda, rep_id=dana)
    assert (changed.text, changed.private) == ("The quota", True)
    journal.do(drop_agenda_item, agenda_item_id=item)
    assert journal.ask(agenda, rep_id=dana) == ()
    journal.undo()
    assert texts(journal.ask(agenda, rep_id=dana)) == ["The quota"]


def test_nothing_to_say_is_nothing_to_raise(journal: Journal, dana: int) -> None:
    with pytest.raises(Rejected, match="Say what is to be raised") as refusal:
        journal.do(raise_next_time, rep_id=dana, text="  ")
    assert refusal.value.field == "text"
    assert journal.ask(agenda, rep_id=dana) == ()


def test_undo_does_not_say_what_is_private(journal: Journal, dana: int) -> None:
    item = journal.do(raise_next_time, rep_id=dana, text="She looks elsewhere", private=True)
    assert journal.undoable() == "To raise with Dana Reyes: something private"
    journal.do(edit_agenda_item, agenda_item_id=item, text="Her plans", private=False)
    assert journal.undoable() == "Changed what to raise: Her plans"
    journal.do(drop_agenda_item, agenda_item_id=item)
    assert journal.undoable() == "Dropped: Her plans"
