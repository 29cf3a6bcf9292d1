"""Write the deals of a file, and in the same step note where the goals stand that take their values from deals."""

from coachjournal.commands.check_in import check_in_from_deals
from coachjournal.commands.deal_import import Progress, apply_deals
from coachjournal.journal import Writing
from coachjournal.queries.goal_from_deals import goals_from_deals
from coachjournal.rules.imported_deals import Comparison, DealFile
from coachjournal.rules.words import counted


def write_deals(tx: Writing, *, file: DealFile, progress: Progress | None = None) -> Comparison:
    """All of it is one step of undo. A file of nothing new changes no goal either."""
    told = apply_deals(tx, file=file, progress=progress)
    if told.added or told.changed:
        imported = tx.words
        noted = check_in_from_deals(tx, said=goals_from_deals(tx))
        checked = f" Checked in on {counted(noted, 'goal')}." if noted else ""
        tx.say(f"{imported}{checked}")
    return told
