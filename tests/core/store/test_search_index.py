"""The index holds what the tables hold, however a row was written, changed, moved, removed or brought back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coachjournal.commands.agenda_item import raise_next_time
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import (
    delete_conversation,
    edit_conversation,
    log_conversation,
    move_conversation,
)
from coachjournal.commands.deal import add_deal, delete_deal, edit_deal
from coachjournal.commands.field_call import add_field_call, delete_field_call, edit_field_call
from coachjournal.commands.goal import set_goal
from coachjournal.commands.observation import write_observation
from coachjournal.commands.rep import add_rep, edit_rep
from coachjournal.journal import Journal, Writing
from coachjournal.model import Account, Rep
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.goal import Measure
from coachjournal.store.connections import dial
from coachjournal.store.migrations.search_triggers import FIELDS, INDEX

DAY, LATER = date(2026, 11, 3), date(2026, 11, 20)


def is_in_step(path: Path) -> bool:
    """Whether every word stands in the index as often, and where, as in an index that is made anew."""
    raw = dial(path, None)
    try:
        for index in ("search_index", "search_names"):
            raw.execute(INDEX.format(index="temp.anew"))
            raw.execute(f"INSERT INTO anew ({FIELDS}) SELECT {FIELDS} FROM searchable WHERE search_table = ?", (index,))
            raw.execute(f"CREATE VIRTUAL TABLE temp.kept_words USING fts5vocab (main, {index}, instance)")
            raw.execute("CREATE VIRTUAL TABLE temp.new_words USING fts5vocab (temp, anew, instance)")
            kept, new = (set(raw.execute(f"SELECT * FROM {name}")) for name in ("kept_words", "new_words"))
            if kept != new or not kept:
                return False
            for name in ("kept_words", "new_words", "anew"):
                raw.execute(f"DROP TABLE temp.{name}")
    finally:
        raw.close()
    return True


def rename_account(tx: Writing, name: str) -> None:
    tx.session.query(Account).one().name = name


def delete_rep(tx: Writing, rep_id: int) -> None:
    tx.session.delete(tx.session.get_one(Rep, rep_id))


@pytest.fixture
def ride(journal: Journal) -> int:
    """A ride-along of Dana's with a call and a deal, and one of everything else that is searched."""
    dana, amir = journal.do(add_rep, name="Dana Reyes"), journal.do(add_rep, name="Amir Khan")
    journal.do(log_conversation, rep_id=amir, text="Signed with Kestrel")
    deal = journal.do(add_deal, rep_id=dana, name="Renewal", stage_id=1, account="Halvorsen", next_step="Call Ingrid")
    ride = journal.do(
        log_conversation,
        rep_id=dana,
        kind=ConversationKind.RIDE_ALONG,
        held_on=DAY,
        text="Opened wëll",
        reps_words="Nervous",
        deal_ids=[deal],
    )
    journal.do(add_field_call, conversation_id=ride, objective="Agree the agenda", deal_id=deal)
    journal.do(make_commitment, rep_id=dana, text="Map the committee", conversation_id=ride)
    journal.do(write_observation, rep_id=dana, behaviour="Let silence stand", conversation_id=ride)
    journal.do(raise_next_time, rep_id=dana, text="Discount habits", deal_id=deal)
    journal.do(
        set_goal,
        rep_id=dana,
        title="Discovery depth",
        measure=Measure.LEVEL,
        baseline=2,
        target=4,
        due_on=date(2027, 3, 1),
    )
    return ride


CHANGES: dict[str, Callable[[Journal, int], object]] = {
    "a text": lambda journal, ride: journal.do(edit_conversation, conversation_id=ride, text="会議室で"),
    "a day": lambda journal, ride: journal.do(edit_conversation, conversation_id=ride, held_on=LATER),
    "a kind": lambda journal, ride: journal.do(
        edit_conversation, conversation_id=ride, kind=ConversationKind.CALL_REVIEW
    ),
    "whose it is": lambda journal, ride: journal.do(move_conversation, conversation_id=ride, rep_id=2),
    "a call": lambda journal, _: journal.do(edit_field_call, field_call_id=1, outcome="A second meeting"),
    "a call taken out": lambda journal, _: journal.do(delete_field_call, field_call_id=1),
    "a deal's name": lambda journal, _: journal.do(edit_deal, deal_id=1, name="Extension", next_step=""),
    "a deal taken out": lambda journal, _: journal.do(delete_deal, deal_id=1),
    "an account's name": lambda journal, _: journal.do(rename_account, name="Kestrel"),
    "a rep's name": lambda journal, _: journal.do(edit_rep, rep_id=1, name="Dana Duarte"),
    "a conversation taken out": lambda journal, ride: journal.do(delete_conversation, conversation_id=ride),
    "a rep taken out": lambda journal, _: journal.do(delete_rep, rep_id=1),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_index_follows_a_change_its_undo_and_its_redo(journal: Journal, ride: int, change: str) -> None:
    assert is_in_step(journal.path)
    CHANGES[change](journal, ride)
    assert is_in_step(journal.path)
    journal.undo()
    assert is_in_step(journal.path)
    journal.redo()
    assert is_in_step(journal.path)


def test_an_index_out_of_step_would_be_seen(journal: Journal, ride: int) -> None:
    def forget(tx: Writing) -> None:
        tx.connection.exec_driver_sql("DELETE FROM search_index WHERE rowid >> 32 & 7 = 1")

    assert ride
    journal.do(forget)
    assert not is_in_step(journal.path)
