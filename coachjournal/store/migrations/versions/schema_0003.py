"""Schema 3: what a coaching action is in the diary, and since when a rule has been finding something."""

from alembic import op

from coachjournal.store.migrations.statements import statements
from coachjournal.store.migrations.undo_triggers import record_anew_what_undoes

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

GIVEN_COLUMNS = ("coaching_action", "signal")


def upgrade() -> None:
    """Add columns and a table; nothing that was written is touched."""
    for statement in statements(revision):
        op.execute(statement)
    for table in GIVEN_COLUMNS:
        record_anew_what_undoes(table)
