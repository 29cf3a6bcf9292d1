"""What is remembered and what the file has for it say the same, column by column."""

import pytest
from sqlalchemy import Table, inspect

from coachjournal import model
from coachjournal.journal import Journal
from coachjournal.model.base import Record
from coachjournal.store.steps import WITHOUT_UNDO

TABLES = Record.metadata.sorted_tables


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_records_columns_are_those_of_the_file(journal: Journal, table: Table) -> None:
    columns = journal.ask(lambda tx: inspect(tx.connection).get_columns(table.name))
    assert {column["name"]: column["nullable"] for column in columns if column["name"] != "id"} == {
        column.name: column.nullable for column in table.columns if column.name != "id"
    }


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_records_references_are_those_of_the_file(journal: Journal, table: Table) -> None:
    found = journal.ask(lambda tx: inspect(tx.connection).get_foreign_keys(table.name))
    assert {(key["constrained_columns"][0], key["referred_table"]) for key in found} == {
        (key.parent.name, key.column.table.name) for key in table.foreign_keys
    }


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_reference_has_an_index_so_that_a_delete_does_not_search_the_table(
    journal: Journal, table: Table
) -> None:
    def leading_columns() -> set[str]:
        return journal.ask(
            lambda tx: set(
                tx.connection.exec_driver_sql(
                    "SELECT info.name FROM pragma_index_list(?) AS list, pragma_index_info(list.name) AS info"
                    " WHERE info.seqno = 0",
                    (table.name,),
                ).scalars()
            )
        )

    references = {key.parent.name for key in table.foreign_keys if key.column.table.name != "import_run"}
    assert references <= leading_columns()


def test_every_record_but_drafts_can_be_undone(journal: Journal) -> None:
    sql = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%undo%'"
    triggers = set(journal.ask(lambda tx: tx.connection.exec_driver_sql(sql).scalars().all()))
    undoable = {table.name for table in TABLES} - WITHOUT_UNDO
    assert triggers == {f"{name}_undo_{event}" for name in undoable for event in ("update", "delete")}


def test_every_record_has_a_uid_of_its_own(journal: Journal) -> None:
    uids = journal.ask(lambda tx: tx.connection.exec_driver_sql("SELECT uid FROM skill").scalars().all())
    assert len(set(uids)) == len(uids) > 0
    assert all(len(uid) == 36 and uid[14] == "4" and uid[19] in "89ab" for uid in uids)


def test_a_new_journal_begins_with_what_ships(journal: Journal) -> None:
    def count(name: str) -> int:
        return int(journal.ask(lambda tx: tx.connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()))

    assert {name: count(name) for name in ("stage", "cadence", "skill", "template")} == {
        "stage": 7,
        "cadence": 5,
        "skill": 12,
        "template": 7,
    }
    assert journal.undoable() is None
    assert model.Skill.__tablename__ == "skill"
