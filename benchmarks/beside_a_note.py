"""What lies beside a note of a rep with ten years of data: all of its sheets, against the same SQL alone."""

from collections.abc import Iterator

from benchmarks.journals import ten_years
from benchmarks.same_sql import beside_its_sql
from benchmarks.table import Row
from coachjournal.commands.conversation import log_conversation
from coachjournal.journal import Reading, open_journal
from coachjournal.queries.agenda import agenda
from coachjournal.queries.deals_beside import deals_beside
from coachjournal.queries.goals_today import goals_today
from coachjournal.queries.last_time import last_time
from coachjournal.queries.questions import questions
from coachjournal.queries.skill_in_talk import skill_in_talk
from coachjournal.rules.conversation import ConversationKind

KIND = ConversationKind.ONE_ON_ONE
REP = 1


def rows() -> Iterator[Row]:
    """It is asked again with every key that notes something, so it must not be felt."""
    journal = open_journal(ten_years())
    talk = journal.do(log_conversation, rep_id=REP, kind=KIND)
    ours, raw = beside_its_sql(journal, _everything, talk)
    yield Row("what lies beside a note, ten years", ours, "ms", raw, "the same SQL on the raw driver", most=5)
    journal.undo()
    journal.close()


def _everything(tx: Reading, conversation_id: int) -> None:
    this = {"rep_id": REP, "conversation_id": conversation_id}
    last_time(tx, **this, held_on=tx.today)
    goals_today(tx, **this, held_on=tx.today)
    skill_in_talk(tx, **this, held_on=tx.today)
    agenda(tx, **this)
    deals_beside(tx, **this)
    questions(tx, kind=KIND, first_name="Dana")
