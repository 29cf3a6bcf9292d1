"""Files of released schemas open in this version: every row is kept, and all that this version does works on them."""

import json
import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from coachjournal.clock import Clock
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import edit_rep
from coachjournal.errors import StorageUnavailable
from coachjournal.journal import Journal, open_journal
from coachjournal.places import RESOURCES
from coachjournal.queries.search import HitKind, search

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
VERSION = "SELECT version_num FROM alembic_version"
MADE_ANEW = ("search_", "sqlite_", "undo_", "alembic_")

Rows = dict[str, list[dict[str, object]]]


def rows_of(path: Path, tables: Rows | None = None) -> Rows:
    """Every row of every table, or of those given with the columns given."""
    raw = sqlite.connect(path)
    raw.row_factory = sqlite.Row
    names = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    kept = [name for name in names if not name.startswith(MADE_ANEW) and (tables is None or name in tables)]
    found = {name: [dict(row) for row in raw.execute(f"SELECT * FROM {name} ORDER BY id")] for name in kept}
    raw.close()
    return found


@pytest.fixture
def older(tmp_path: Path) -> Path:
    return Path(shutil.copy(GOLDEN / "schema-0001.coach", tmp_path / "journal.coach"))


@pytest.fixture
def of_schema_2(tmp_path: Path) -> Path:
    return Path(shutil.copy(GOLDEN / "schema-0002.coach", tmp_path / "journal.coach"))


@pytest.fixture
def journal(older: Path, clock: Clock) -> Journal:
    return open_journal(older, clock=clock)


def told(path: Path, sql: str) -> list[tuple[object, ...]]:
    raw = sqlite.connect(path)
    rows: list[tuple[object, ...]] = raw.execute(sql).fetchall()
    raw.close()
    return rows


@pytest.mark.parametrize("schema", ["0001", "0002"])
def test_every_row_is_kept(schema: str, tmp_path: Path) -> None:
    older = Path(shutil.copy(GOLDEN / f"schema-{schema}.coach", tmp_path / "journal.coach"))
    before = rows_of(older)
    open_journal(older).close()
    after = rows_of(older, before)
    for table, rows in before.items():
        columns = list(rows[0]) if rows else []
        assert [{name: row[name] for name in columns} for row in after[table]] == rows, table
    assert before["conversation"]
    assert told(older, "PRAGMA integrity_check") == [("ok",)]


def test_the_file_as_it_was_is_kept_beside_it(older: Path) -> None:
    before = rows_of(older)
    open_journal(older).close()
    copy = older.with_name("journal.coach.before-0003")
    assert rows_of(copy) == before
    assert told(copy, VERSION) == [("0001",)]


def test_without_room_for_the_copy_nothing_is_begun(older: Path) -> None:
    before = rows_of(older)
    resource = pytest.importorskip("resource", reason="this system has no limit on the size of files")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(StorageUnavailable):
            open_journal(older)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (rows_of(older), told(older, VERSION)) == (before, [("0001",)])
    assert not older.with_name("journal.coach.before-0003").exists()


def test_a_folder_in_the_place_of_the_copy_is_told_in_words(older: Path) -> None:
    older.with_name("journal.coach.before-0003").mkdir()
    with pytest.raises(StorageUnavailable, match="cannot be opened"):
        open_journal(older)
    assert told(older, VERSION) == [("0001",)]


def test_what_was_written_is_found(journal: Journal) -> None:
    assert {hit.kind for hit in journal.ask(search, words="agenda rep:dana")} == {HitKind.CONVERSATION}
    assert [hit.title for hit in journal.ask(search, words="agren")] == ["Zoë Ågren"]
    assert {hit.kind for hit in journal.ask(search, words="rep:dana")} == set(HitKind) - {
        *(HitKind.DEAL, HitKind.OBSERVATION, HitKind.AGENDA_ITEM)
    }
    journal.close()


def test_undo_and_the_index_work_on(journal: Journal) -> None:
    assert journal.undoable() is None  # the steps were written for the older columns
    journal.do(log_conversation, rep_id=2, text="Kestrel signed")
    journal.do(edit_rep, rep_id=1, name="Dana Duarte")
    assert len(journal.ask(search, words="kestrel")) == len(journal.ask(search, words="duarte")) == 1
    journal.undo()
    journal.undo()
    assert journal.ask(search, words="kestrel") == journal.ask(search, words="duarte") == ()
    journal.close()


def test_what_still_says_what_was_shipped_gets_its_key(older: Path) -> None:
    raw = sqlite.connect(older)
    raw.execute("UPDATE question SET text = 'What is new?' WHERE id = 1")
    raw.execute("UPDATE skill SET name = 'Hunting' WHERE id = 1")
    raw.commit()
    raw.close()
    open_journal(older).close()
    shipped = json.loads((RESOURCES / "question_sets.json").read_text(encoding="utf-8"))
    assert told(older, "SELECT shipped FROM question ORDER BY id") == [
        ("",),
        *[(question["shipped"],) for each in shipped for question in each["questions"]][1:],
    ]
    assert told(older, "SELECT shipped FROM question_set ORDER BY id") == [(each["shipped"],) for each in shipped]
    skills = json.loads((RESOURCES / "skills.json").read_text(encoding="utf-8"))
    assert told(older, "SELECT shipped FROM skill ORDER BY id") == [("",), *[(each["shipped"],) for each in skills][1:]]


def test_a_migrated_file_and_a_new_one_have_the_same_tables(older: Path, tmp_path: Path) -> None:
    open_journal(older).close()
    open_journal(tmp_path / "new.coach").close()
    schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    assert told(older, schema) == told(tmp_path / "new.coach", schema)


def test_keys_of_what_ships_are_each_given_once(tmp_path: Path) -> None:
    open_journal(tmp_path / "new.coach").close()
    for table in ("skill", "question_set", "question"):
        keys = told(tmp_path / "new.coach", f"SELECT shipped FROM {table}")
        assert ("",) not in keys
        assert len(set(keys)) == len(keys)


def test_signals_and_actions_of_schema_2_are_undone_in_all_their_columns(of_schema_2: Path, clock: Clock) -> None:
    journal = open_journal(of_schema_2, clock=clock)
    before = rows_of(of_schema_2)
    journal.do(lambda tx: tx.connection.exec_driver_sql("UPDATE coaching_action SET conversation_kind = 'practice'"))
    journal.do(lambda tx: tx.connection.exec_driver_sql("DELETE FROM signal"))
    journal.undo()
    journal.undo()
    after = rows_of(of_schema_2)
    assert (after["signal"], after["coaching_action"]) == (before["signal"], before["coaching_action"])
    assert before["signal"]
    assert before["coaching_action"]
    journal.close()
