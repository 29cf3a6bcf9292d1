"""The sample team: seven reps over fourteen months that end today, and the way to be rid of them."""

from sqlalchemy import select

from coachjournal.commands.sample.agenda import write_agenda
from coachjournal.commands.sample.answers import write_answers
from coachjournal.commands.sample.conversations import write_conversations
from coachjournal.commands.sample.deals import write_deals
from coachjournal.commands.sample.development import write_goals, write_ratings
from coachjournal.commands.sample.hours import write_hours
from coachjournal.commands.sample.milestones import write_milestones
from coachjournal.commands.sample.plans import write_plans
from coachjournal.commands.sample.removal import name_manager, take_out
from coachjournal.commands.sample.rhythm import write_rhythm
from coachjournal.commands.sample.scene import set_scene
from coachjournal.commands.sample.signals import write_signals
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import ImportRun

KIND = "sample"
THE_RUN = select(ImportRun).where(ImportRun.kind == KIND)


def load_sample_team(tx: Writing) -> None:
    """Write the whole sample in one step. Always the same on the same day."""
    if tx.session.scalars(THE_RUN).first() is not None:
        raise Rejected("The sample team is already in this journal.")
    run = ImportRun(kind=KIND, made_at=tx.now)
    tx.session.add(run)
    tx.session.flush()
    tx.import_run_id = run.id
    name_manager(tx, run)
    scene = set_scene(tx)
    write_deals(scene)
    write_conversations(scene)
    write_answers(scene)
    write_agenda(scene)
    write_goals(scene)
    write_milestones(scene)
    write_ratings(scene)
    write_plans(scene)
    write_signals(scene)
    write_hours(scene)
    write_rhythm(scene)
    tx.say("Added the sample team.")


def remove_sample_team(tx: Writing) -> None:
    """Take out all that the sample brought, and what was written about its reps since; everything else stays."""
    run = tx.session.scalars(THE_RUN).first()
    if run is None:
        raise Rejected("There is no sample team in this journal.")
    take_out(tx, run)
    tx.say("Removed the sample team.")
