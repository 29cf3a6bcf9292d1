"""Bringing an older file up to date, tried with a next schema that only these tests know."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import OperationalError

from coachjournal.commands.plan import add_action, add_strength, start_plan
from coachjournal.commands.rep import add_rep
from coachjournal.errors import StorageUnavailable
from coachjournal.journal import open_journal
from coachjournal.rules.period import Period
from coachjournal.store import schema

NEXT = """
from alembic import op

revision, down_revision = "0004", "0003"


def upgrade():
    run = op.get_bind().exec_driver_sql
    made = run("SELECT sql FROM sqlite_schema WHERE name = 'plan'").scalar_one()
    run(made.replace("TABLE plan", "TABLE new_plan", 1))  # the parent of actions and strengths, made anew
    run("INSERT INTO new_plan SELECT * FROM plan")
    run("DROP TABLE plan")
    run("ALTER TABLE new_plan RENAME TO plan")
    run("ALTER TABLE plan ADD COLUMN place TEXT NOT NULL DEFAULT 'here'")
"""
QUARTER = Period(date(2026, 10, 1), date(2027, 1, 1))

Prepare = Callable[[str], None]


@pytest.fixture
def older(journal_file: Path) -> Path:
    """A file of today's schema with a plan in it."""
    journal = open_journal(journal_file)
    plan = journal.do(start_plan, rep_id=journal.do(add_rep, name="Dana Reyes"), period=QUARTER)
    journal.do(add_action, plan_id=plan, what="Ride along with Amir")
    journal.do(add_strength, plan_id=plan, text="Asks for the agenda")
    journal.close()
    return journal_file


@pytest.fixture
def next_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Prepare:
    """Makes this the program of schema 4, whose step is given, in a folder with a name that ini files stumble over."""

    def prepare(step: str) -> None:
        migrations = tmp_path / "100% of the steps"
        shutil.copytree(schema.MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
        (migrations / "versions" / "schema_0004.py").write_text(step, encoding="utf-8")
        monkeypatch.setattr(schema, "MIGRATIONS", migrations)
        monkeypatch.setattr(schema, "CURRENT", "0004")

    return prepare


def told(path: Path, sql: str) -> list[tuple[object, ...]]:
    raw = sqlite.connect(path)
    rows: list[tuple[object, ...]] = raw.execute(sql).fetchall()
    raw.close()
    return rows


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The schema and every row."""
    tables = [str(name) for (name,) in told(path, "SELECT name FROM sqlite_schema WHERE type = 'table'")]
    rows = {name: told(path, f"SELECT * FROM {name}") for name in tables}
    return {"": told(path, "SELECT name, sql FROM sqlite_schema ORDER BY name"), **rows}


def test_a_parent_made_anew_keeps_its_children(older: Path, next_schema: Prepare) -> None:
    next_schema(NEXT)
    open_journal(older).close()
    assert told(older, "SELECT version_num FROM alembic_version") == [("0004",)]
    assert told(older, "SELECT version, place FROM plan") == [(1, "here")]
    assert told(older, "SELECT what FROM plan_action") == [("Ride along with Amir",)]
    assert told(older, "SELECT text FROM strength") == [("Asks for the agenda",)]


def test_the_older_file_is_copied_first_and_a_file_of_today_is_not(older: Path, next_schema: Prepare) -> None:
    copy = older.with_name("journal.coach.before-0004")
    before = everything(older)
    open_journal(older).close()
    assert not copy.exists()
    next_schema(NEXT)
    open_journal(older).close()
    assert everything(copy) == before
    copy.unlink()
    open_journal(older).close()
    assert not copy.exists()


def test_what_could_be_undone_was_written_for_the_older_columns_and_goes(older: Path, next_schema: Prepare) -> None:
    next_schema(NEXT)
    journal = open_journal(older)
    assert (journal.undoable(), journal.redoable()) == (None, None)
    journal.close()


def test_a_new_journal_takes_all_steps(tmp_path: Path, next_schema: Prepare) -> None:
    next_schema(NEXT)
    open_journal(tmp_path / "new.coach").close()
    assert told(tmp_path / "new.coach", "SELECT version_num FROM alembic_version") == [("0004",)]
    assert [each.name for each in tmp_path.glob("new.coach*")] == ["new.coach"]


@pytest.mark.parametrize(
    ("step", "error"),
    [
        (NEXT + "    run('SELECT * FROM nowhere')\n", OperationalError),
        (NEXT + "    run('UPDATE plan SET rep_id = 77')\n", StorageUnavailable),
        (NEXT + "    raise RuntimeError('a bug')\n", RuntimeError),
    ],
    ids=["refused by the file", "breaks a reference", "a bug"],
)
def test_a_step_that_fails_leaves_the_file_as_it_was(
    older: Path, next_schema: Prepare, step: str, error: type[Exception]
) -> None:
    before = everything(older)
    next_schema(step)
    with pytest.raises(error):
        open_journal(older)
    assert everything(older) == before
