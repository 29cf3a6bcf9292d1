"""The journal as a file: private, whole or not there, refused when it is not what it should be."""

import errno
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from subprocess import PIPE

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import insert

from coachjournal.commands.rep import add_rep
from coachjournal.errors import Rejected, StorageUnavailable
from coachjournal.journal import Journal, open_journal
from coachjournal.model import Quota
from coachjournal.queries.reps import reps
from coachjournal.store import connections, schema
from coachjournal.store.file import keep_copy

KEY = bytes(range(32))
BEGIN = """
import sys
from coachjournal.commands.rep import add_rep
from coachjournal.journal import open_journal
import alembic.command
print("ready", flush=True)
sys.stdin.readline()
journal = open_journal(sys.argv[1])
journal.do(add_rep, name=sys.argv[2])
journal.close()
"""
A_QUOTA = {"starts_on": date(2026, 10, 1), "ends_on": date(2027, 1, 1), "amount": 100, "currency": "EUR"}


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_only_its_owner_can_read_a_journal_and_its_companions(tmp_path: Path) -> None:
    path = tmp_path / "mine" / "journal.coach"
    journal = open_journal(path)
    journal.do(add_rep, name="Dana Reyes")
    companions = [path, path.with_name("journal.coach-wal"), path.with_name("journal.coach-shm")]
    assert [mode_of(each) for each in companions] == [0o600] * 3
    assert mode_of(path.parent) == 0o700
    journal.close()


def test_a_new_journal_leaves_one_file_and_nothing_half_made(tmp_path: Path) -> None:
    open_journal(tmp_path / "journal.coach").close()
    assert [each.name for each in tmp_path.iterdir()] == ["journal.coach"]


def test_what_an_interrupted_start_left_is_swept_away(tmp_path: Path) -> None:
    for name in ("journal.coach.new-1a2b3c4d", "journal.coach.new-1a2b3c4d-wal", "journal.coach.new-ideas.txt"):
        (tmp_path / name).write_bytes(b"half of a file")
        os.utime(tmp_path / name, (0, 0))
    open_journal(tmp_path / "journal.coach").close()
    assert {each.name for each in tmp_path.iterdir()} == {"journal.coach", "journal.coach.new-ideas.txt"}


def test_programs_that_begin_one_journal_at_once_all_go_on_with_the_same(tmp_path: Path) -> None:
    command = [sys.executable, "-c", BEGIN, str(tmp_path / "journal.coach")]
    programs = [subprocess.Popen([*command, name], stdin=PIPE, stdout=PIPE, text=True) for name in "ABCD"]
    for program in programs:
        assert program.stdout is not None
        program.stdout.readline()  # it has loaded everything and waits
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("now\n")
        program.stdin.flush()
    for program in programs:
        program.communicate()
    assert [program.returncode for program in programs] == [0] * len(programs)
    journal = open_journal(tmp_path / "journal.coach")
    assert [rep.rep for rep in journal.ask(reps)] == ["A", "B", "C", "D"]
    journal.close()
    assert [each.name for each in tmp_path.iterdir()] == ["journal.coach"]


def test_a_disk_without_links_can_hold_a_new_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(_link: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    open_journal(tmp_path / "journal.coach").close()
    assert [each.name for each in tmp_path.iterdir()] == ["journal.coach"]


def test_the_file_is_kept_as_durable_as_sqlite_can(journal: Journal) -> None:
    def pragmas(names: tuple[str, ...]) -> list[object]:
        raw = journal.ask(lambda tx: tx.connection.connection.dbapi_connection)
        assert raw is not None
        return [raw.cursor().execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    assert pragmas(("journal_mode", "synchronous", "foreign_keys")) == ["wal", 2, 1]


def test_an_empty_file_is_damage_and_not_a_new_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.coach"
    path.touch()
    with pytest.raises(StorageUnavailable, match="empty, so it is damaged"):
        open_journal(path)
    assert path.stat().st_size == 0


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Dana, " * 1000, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(StorageUnavailable, match="not a journal"):
        open_journal(path)
    assert path.read_bytes() == before


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite.connect(path)
    other.execute("CREATE TABLE songs (title TEXT)")
    other.commit()
    other.close()
    with pytest.raises(StorageUnavailable, match="another program"):
        open_journal(path)
    assert sqlite.connect(path).execute("SELECT name FROM sqlite_schema").fetchall() == [("songs",)]


@pytest.mark.parametrize("name", ["my journal", "Gespräche 日本", "100% ?mode=ro&x=%41#a", "file:memory"])
def test_any_name_a_folder_can_have_is_a_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / f"{name}.coach"
    journal = open_journal(path)
    journal.do(add_rep, name="Dana Reyes")
    journal.close()
    again = open_journal(path)
    assert again.undoable() == "Added Dana Reyes."
    again.close()
    assert [each.relative_to(tmp_path) for each in tmp_path.rglob("*.coach")] == [path.relative_to(tmp_path)]


def test_what_a_killed_program_left_in_the_log_is_there_again(journal: Journal, tmp_path: Path) -> None:
    journal.do(add_rep, name="Dana Reyes")
    copy = tmp_path / "copy.coach"
    for ending in ("", "-wal"):  # as they lie on the disk while the program runs
        shutil.copy(f"{journal.path}{ending}", f"{copy}{ending}")
    again = open_journal(copy)
    assert again.undoable() == "Added Dana Reyes."
    again.close()


def test_a_log_without_its_journal_is_not_played_into_a_new_one(journal: Journal, tmp_path: Path) -> None:
    journal.do(add_rep, name="Dana Reyes")
    lost = tmp_path / "lost.coach"
    log = Path(shutil.copy(f"{journal.path}-wal", f"{lost}-wal"))
    before = log.read_bytes()
    with pytest.raises(StorageUnavailable, match=r"lost\.coach is gone, but lost\.coach-wal"):
        open_journal(lost)
    assert (lost.exists(), log.read_bytes()) == (False, before)


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()
    with pytest.raises(StorageUnavailable, match=r"cannot be opened: .+\.$"):
        open_journal(tmp_path / "letter.txt" / "journal.coach")


@pytest.fixture
def other_program(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite.Connection]:
    """Another program in the middle of writing, and nobody who waits five seconds for it."""
    monkeypatch.setattr(connections, "PRAGMAS", (*connections.PRAGMAS, "PRAGMA busy_timeout = 10"))
    other = connections.dial(journal.path, None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


def test_a_journal_opens_and_reads_while_another_program_writes(
    journal: Journal, other_program: sqlite.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachjournal.store.steps.KEPT_STEPS", -1)  # there would be something to tidy up
    opened = open_journal(journal.path)
    assert opened.undoable() is None
    with pytest.raises(StorageUnavailable, match="Another program"):
        opened.do(add_rep, name="Dana Reyes")
    other_program.execute("ROLLBACK")
    opened.do(add_rep, name="Dana Reyes")
    assert opened.undoable() == "Added Dana Reyes."
    opened.close()


def test_undo_waits_in_vain_and_leaves_references_checked(journal_file: Path, other_program: sqlite.Connection) -> None:
    opened = open_journal(journal_file)
    with pytest.raises(StorageUnavailable, match="Another program"):
        opened.undo()
    other_program.execute("ROLLBACK")
    with pytest.raises(Rejected, match="no longer in the journal"):
        opened.do(lambda tx: tx.connection.execute(insert(Quota).values(A_QUOTA | {"rep_id": 7})))
    opened.close()


def test_closing_while_another_program_writes_loses_nothing(journal: Journal, other_program: sqlite.Connection) -> None:
    other_program.execute("ROLLBACK")
    opened = open_journal(journal.path)
    opened.do(add_rep, name="Dana Reyes")
    other_program.execute("BEGIN IMMEDIATE")
    opened.close()
    assert journal.undoable() == "Added Dana Reyes."


@pytest.mark.parametrize(
    ("pragma", "sentence"), [("query_only = ON", "may not be written to"), ("max_page_count = 1", "disk is full")]
)
def test_a_disk_that_takes_no_more_is_one_sentence_and_changes_nothing(
    journal_file: Path, monkeypatch: pytest.MonkeyPatch, pragma: str, sentence: str
) -> None:
    monkeypatch.setattr(connections, "PRAGMAS", (*connections.PRAGMAS, f"PRAGMA {pragma}"))
    journal = open_journal(journal_file)
    with pytest.raises(StorageUnavailable, match=sentence):
        journal.do(add_rep, name="Dana Reyes", territory="Iberia" * 100_000)
    raw = sqlite.connect(journal_file)
    assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    raw.close()
    journal.close()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageUnavailable, match="is not a file"):
        open_journal(tmp_path)


def test_a_file_from_a_newer_version_is_refused_and_left_alone(journal_file: Path) -> None:
    raw = sqlite.connect(journal_file)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    before = journal_file.read_bytes()
    with pytest.raises(StorageUnavailable, match="newer version"):
        open_journal(journal_file)
    assert journal_file.read_bytes() == before


def test_a_file_with_a_key_opens_with_it_and_only_with_it(tmp_path: Path) -> None:
    path = tmp_path / "locked.coach"
    journal = open_journal(path, key=KEY)
    journal.do(add_rep, name="Dana Reyes")
    journal.close()
    assert b"Dana" not in path.read_bytes()
    for wrong in (None, bytes(32)):
        with pytest.raises(StorageUnavailable, match="locked with a key"):
            open_journal(path, key=wrong)
    again = open_journal(path, key=KEY)
    assert again.undoable() == "Added Dana Reyes."
    again.close()


def test_closing_folds_the_log_into_the_one_file(journal: Journal) -> None:
    journal.do(add_rep, name="Dana Reyes")
    journal.close()
    assert [each.name for each in journal.path.parent.iterdir()] == ["journal.coach"]


def test_a_copy_made_before_an_update_holds_everything(journal: Journal, tmp_path: Path) -> None:
    journal.do(add_rep, name="Dana Reyes")
    writer = connections.writer(journal.path, None)
    keep_copy(writer, tmp_path / "copy.coach")
    writer.close()
    copy = open_journal(tmp_path / "copy.coach")
    assert copy.undoable() == "Added Dana Reyes."
    assert mode_of(tmp_path / "copy.coach") == 0o600
    copy.close()


def test_the_current_schema_is_the_last_step_of_the_migrations() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.CURRENT]
