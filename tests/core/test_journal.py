"""The door: all or nothing, told after it is safe, taken back in one step."""

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, update

from coachjournal.changes import Change
from coachjournal.clock import FixedClock
from coachjournal.commands.commitment import make_commitment, move_commitment
from coachjournal.commands.conversation import delete_conversation, log_conversation
from coachjournal.commands.draft import Promise, finish_log, keep_draft
from coachjournal.commands.field_call import Customer, visit
from coachjournal.commands.goal import set_goal
from coachjournal.commands.rep import add_rep, archive_rep, edit_rep
from coachjournal.errors import Rejected, StorageUnavailable
from coachjournal.journal import Journal, Reading, Writing, open_journal
from coachjournal.model import Commitment, Rep
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.goal import Measure
from tests.core.undoing import leads_back_and_forth


def everything(journal: Journal) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that undo covers, and what search finds in them."""

    def rows(tx: Reading) -> dict[str, list[tuple[Any, ...]]]:
        run = tx.connection.exec_driver_sql
        tables = run("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%uid TEXT%'").scalars().all()
        found = {name: [tuple(row) for row in run(f"SELECT * FROM {name} ORDER BY id")] for name in tables}
        words = [
            row
            for index in ("search_index", "search_names")
            for row in run(f"SELECT rowid FROM {index} WHERE {index} MATCH 'dana OR kestrel OR agenda'")
        ]
        return found | {"search": sorted(tuple(row) for row in words)}

    return journal.ask(rows)


def test_a_finished_command_is_on_the_disk(journal: Journal) -> None:
    journal.do(add_rep, name="Dana Reyes")
    other = open_journal(journal.path)
    assert other.undoable() == "Added Dana Reyes."
    other.close()


def test_a_command_that_says_no_leaves_nothing_behind(journal: Journal) -> None:
    def add_two_and_stop(tx: Writing) -> None:
        add_rep(tx, name="Dana Reyes")
        add_rep(tx, name=" ")

    before = everything(journal)
    with pytest.raises(Rejected) as refusal:
        journal.do(add_two_and_stop)
    assert (refusal.value.sentence, refusal.value.field) == ("A rep needs a name.", "name")
    assert everything(journal) == before


def test_a_listener_hears_what_was_touched_only_once_it_is_safe(journal: Journal) -> None:
    heard: list[tuple[Change, str | None]] = []
    stop = journal.subscribe(lambda change: heard.append((change, journal.undoable())))
    journal.do(add_rep, name="Dana Reyes")
    stop()
    journal.do(add_rep, name="Amir Khan")
    assert heard == [(Change(frozenset({"rep"}), "Added Dana Reyes."), "Added Dana Reyes.")]


def test_topics_are_seen_through_bulk_statements_and_cascades(journal: Journal) -> None:
    rep = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=rep, text="Agenda by mail")
    heard: list[Change] = []
    journal.subscribe(heard.append)
    journal.do(lambda tx: tx.connection.execute(delete(Rep)))
    assert heard[0].topics == {"rep", "conversation"}


def test_a_command_that_changes_nothing_is_neither_told_nor_undone(journal: Journal) -> None:
    heard: list[Change] = []
    journal.subscribe(heard.append)
    journal.do(lambda tx: tx.today)
    journal.do(keep_draft, slot="quick_log", fields={"text": "half a sen"})
    assert (heard, journal.undoable()) == ([], None)


def test_undo_and_redo_survive_closing_the_journal(journal_file: Path, clock: FixedClock) -> None:
    journal = open_journal(journal_file, clock=clock)
    new = everything(journal)
    journal.do(add_rep, name="Dana Reyes")
    done = everything(journal)
    journal.close()
    journal = open_journal(journal_file, clock=clock)
    assert journal.undo() == Change(frozenset({"rep"}), "Undone: Added Dana Reyes.", undoable=False)
    assert everything(journal) == new
    journal.close()
    journal = open_journal(journal_file, clock=clock)
    assert journal.redoable() == "Added Dana Reyes."
    journal.redo()
    assert everything(journal) == done
    assert journal.redo() is None
    journal.close()


def test_a_new_command_ends_what_could_be_done_again(journal: Journal) -> None:
    journal.do(add_rep, name="Dana Reyes")
    journal.undo()
    journal.do(add_rep, name="Amir Khan")
    assert (journal.redo(), journal.undoable()) == (None, "Added Amir Khan.")


def test_undo_brings_back_everything_that_a_deletion_took_along(journal: Journal) -> None:
    rep = journal.do(add_rep, name="Dana Reyes")
    talk = journal.do(log_conversation, rep_id=rep, text="Kestrel: agenda agreed")
    journal.do(make_commitment, rep_id=rep, text="Map the buying committee", conversation_id=talk)
    before = everything(journal)
    journal.do(lambda tx: tx.connection.execute(delete(Rep).where(Rep.id == rep)))
    assert everything(journal)["conversation"] == []
    journal.undo()
    assert everything(journal) == before


def test_only_the_newest_steps_are_kept(journal_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coachjournal.store.steps.KEPT_STEPS", 3)
    journal = open_journal(journal_file)
    rep = journal.do(add_rep, name="Dana Reyes")
    for role in "abcdef":
        journal.do(edit_rep, rep_id=rep, role=role)
    journal.close()
    journal = open_journal(journal_file)
    taken_back = sum(1 for _ in iter(journal.undo, None))
    assert taken_back == 3
    assert journal.ask(lambda tx: tx.connection.exec_driver_sql("SELECT role FROM rep").scalar_one()) == "c"
    journal.close()


ACTIONS: dict[str, Callable[[Writing, int], object]] = {
    "add": lambda tx, n: add_rep(tx, name=f"Dana {n}"),
    "log": lambda tx, n: log_conversation(tx, rep_id=n, text=f"Kestrel {n}"),
    "promise": lambda tx, n: make_commitment(tx, rep_id=n, text="Write the agenda", due_on=date(2026, 11, 30)),
    "move": lambda tx, n: move_commitment(tx, commitment_id=n, due_on=date(2026, 12, n)),
    "goal": lambda tx, n: set_goal(
        tx, rep_id=n, title="Dana", measure=Measure.LEVEL, baseline=1.1, target=4.7, due_on=date(2027, 1, n)
    ),
    "archive": lambda tx, n: archive_rep(tx, rep_id=n),
    "delete talk": lambda tx, n: delete_conversation(tx, conversation_id=n),
    "delete all": lambda tx, n: tx.connection.execute(delete(Rep).where(Rep.id >= n)),
    "rename all": lambda tx, n: tx.connection.execute(update(Rep).values(name=f'O\'Dana "{n}"\n%s', role="é" * n)),
    "swap": lambda tx, n: (
        tx.connection.execute(delete(Commitment).where(Commitment.id == n)),
        tx.connection.execute(insert(Rep).values(name=f"Kestrel {n}")),
        tx.connection.execute(update(Rep).values(territory="Iberia")),
        tx.connection.execute(delete(Rep).where(Rep.name == f"Kestrel {n}")),
    ),
}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(ACTIONS)), st.integers(1, 4)), min_size=1, max_size=12))
def test_undoing_all_leads_back_through_every_state_and_redoing_forward(
    journal: Journal, actions: list[tuple[str, int]]
) -> None:
    while journal.undo():
        pass
    leads_back_and_forth(journal, ACTIONS, actions, everything)


def test_text_comes_back_byte_for_byte_and_through_undo(journal: Journal) -> None:
    nasty = "'); DROP TABLE rep; -- \u202e\ufeff\r\n\t\x01 ' \" \\ %s {0} \U0001f600 e\u0301"
    rep = journal.do(add_rep, name="Dana Reyes")
    talk = journal.do(log_conversation, rep_id=rep, text=nasty)
    journal.do(delete_conversation, conversation_id=talk)
    journal.undo()
    assert journal.ask(lambda tx: tx.connection.exec_driver_sql("SELECT text FROM conversation").scalar_one()) == nasty


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"])
def test_a_character_that_cannot_be_stored_is_refused_in_words(journal: Journal, text: str) -> None:
    rep = journal.do(add_rep, name="Dana Reyes")
    with pytest.raises(Rejected, match="cannot be stored"):
        journal.do(log_conversation, rep_id=rep, text=text)
    with pytest.raises(Rejected, match="cannot be stored"):
        journal.do(finish_log, slot="quick_log", rep_id=rep, promises=[Promise(text)])
    day = journal.do(log_conversation, rep_id=rep, kind=ConversationKind.RIDE_ALONG)
    with pytest.raises(Rejected, match="cannot be stored"):
        journal.do(visit, conversation_id=day, customer=Customer(account=text))


def test_two_windows_that_write_wait_for_each_other(journal: Journal) -> None:
    other = open_journal(journal.path)

    def add_ten(into: Journal, prefix: str) -> None:
        for number in range(10):
            into.do(add_rep, name=f"{prefix} {number}")

    threads = [threading.Thread(target=add_ten, args=pair) for pair in ((journal, "here"), (other, "there"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert journal.ask(lambda tx: tx.connection.exec_driver_sql("SELECT count(*) FROM rep").scalar_one()) == 20


def test_a_query_cannot_write(journal: Journal) -> None:
    with pytest.raises(StorageUnavailable, match="may not be written"):
        journal.ask(lambda tx: tx.connection.execute(insert(Rep).values(name="Dana")))


def test_an_instant_without_a_zone_is_a_bug(journal: Journal, clock: FixedClock) -> None:
    rep = journal.do(add_rep, name="Dana Reyes")
    with pytest.raises(Exception, match="needs a time zone"):
        journal.do(log_conversation, rep_id=rep, starts_at=clock.now().replace(tzinfo=None))
