"""Schema 1: every record of the journal, the search index and the undo triggers."""

from alembic import op

from coachjournal.store.migrations.statements import statements
from coachjournal.store.migrations.undo_triggers import record_what_undoes

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# What is left out: drafts are not commands, and undo does not undo itself.
UNDOABLE = (
    *("import_run", "import_mapping", "rep", "account", "stage", "deal", "deal_change", "quota", "absence", "skill"),
    *("conversation", "conversation_deal", "field_call", "observation", "commitment", "agenda_item", "rating"),
    *("goal", "milestone", "check_in", "plan", "plan_action", "strength", "time_entry", "calendar_rule", "cadence"),
    *("meeting_series", "series_exception", "signal", "coaching_action", "question_set", "question", "answer"),
    *("template", "revision", "setting"),
)

# table: (its number under `searchable`, the columns searched, title, body); {row} becomes OLD or NEW.
SEARCHED = {
    "conversation": (0, "kind, text, reps_words", "{row}.kind", "{row}.text || char(10) || {row}.reps_words"),
    "commitment": (1, "text", "{row}.text", "''"),
    "goal": (2, "title, why, how", "{row}.title", "{row}.why || char(10) || {row}.how"),
    "deal": (3, "name, next_step", "{row}.name", "{row}.next_step"),
    "rep": (4, "name, role, territory", "{row}.name", "{row}.role || ' ' || {row}.territory"),
    "observation": (
        5,
        "behaviour, situation, impact",
        "{row}.behaviour",
        "{row}.situation || char(10) || {row}.impact",
    ),
}


def upgrade() -> None:
    """Make everything in an empty file."""
    for statement in statements(revision):
        op.execute(statement)
    for table in UNDOABLE:
        record_what_undoes(table)
    for table, (number, columns, title, body) in SEARCHED.items():
        _keep_search_index(table, number, columns, title, body)


def _keep_search_index(table: str, number: int, columns: str, title: str, body: str) -> None:
    """Three triggers that keep the index in step with the table, however a row is written."""

    def entry(row: str) -> str:
        return f"{row}.id * 8 + {number}, {title.format(row=row)}, {body.format(row=row)}"

    add = f"INSERT INTO search_index (rowid, title, body) VALUES ({entry('NEW')});"
    take = f"INSERT INTO search_index (search_index, rowid, title, body) VALUES ('delete', {entry('OLD')});"
    op.execute(f"CREATE TRIGGER {table}_search_insert AFTER INSERT ON {table} BEGIN {add} END")
    op.execute(f"CREATE TRIGGER {table}_search_delete AFTER DELETE ON {table} BEGIN {take} END")
    op.execute(f"CREATE TRIGGER {table}_search_update AFTER UPDATE OF {columns} ON {table} BEGIN {take} {add} END")
