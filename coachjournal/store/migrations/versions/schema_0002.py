"""Schema 2: mentions, keys of what ships, and a search index that knows all scripts, its filters and the newest."""

from alembic import op

from coachjournal.store.migrations.search_triggers import make_search_index
from coachjournal.store.migrations.statements import statements
from coachjournal.store.migrations.undo_triggers import record_anew_what_undoes, record_what_undoes

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

GIVEN_COLUMNS = ("skill", "question_set", "question", "answer")
SEARCHED_BEFORE = ("conversation", "commitment", "goal", "deal", "rep", "observation")


def upgrade() -> None:
    """Add columns and tables; nothing that was written is touched."""
    for statement in statements(revision):
        op.execute(statement)
    record_what_undoes("mention")
    for table in GIVEN_COLUMNS:
        record_anew_what_undoes(table)
    _drop_the_older_index()
    make_search_index()


def _drop_the_older_index() -> None:
    for table in SEARCHED_BEFORE:
        for event in ("insert", "delete", "update"):
            op.execute(f"DROP TRIGGER {table}_search_{event}")
    op.execute("DROP TABLE search_index")
    op.execute("DROP VIEW searchable")
