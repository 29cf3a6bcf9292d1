"""What reading a file of deals needs to know of the journal."""

from sqlalchemy import select

from coachjournal.journal import Reading
from coachjournal.model import Stage
from coachjournal.queries.settings import settings
from coachjournal.rules.imported_deals import JournalTerms, plain_words

STAGES = select(Stage.name, Stage.outcome)


def import_terms(tx: Reading) -> JournalTerms:
    """The currency of amounts without one, what the stages mean, and today."""
    stages = {plain_words(name): outcome for name, outcome in tx.connection.execute(STAGES)}
    return JournalTerms(settings(tx).currency, stages, tx.today)
