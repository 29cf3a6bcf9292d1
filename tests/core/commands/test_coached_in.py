from datetime import date

import pytest

from coachjournal.commands.coached_in import coach_in
from coachjournal.commands.coaching_action import plan_action
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.coached_in import coached_in
from coachjournal.queries.coaching import coaching_steps
from coachjournal.queries.signals import open_signals
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.signals.finding import Finding, Number, Rows, RowsOf, Rule, Subject, Unit

YESTERDAY = date(2026, 11, 22)


def finding(rep_id: int) -> Finding:
    number = Number(0.2, Unit.SHARE, 5, part=1)
    return Finding(Rule.COMMITMENTS_SLIP, Subject(rep_id), number, Rows(RowsOf.COMMITMENTS))


def test_a_conversation_that_was_about_a_signal_is_coaching_held(journal: Journal, dana: int) -> None:
    talk = journal.do(
        log_conversation, rep_id=dana, kind=ConversationKind.PRACTICE, text="Said no twice", held_on=YESTERDAY
    )
    journal.do(coach_in, finding=finding(dana), conversation_id=talk)
    (step,) = journal.ask(coaching_steps)
    assert (step.kind, step.planned_on, step.held_on) == (ActionKind.PRACTICE, YESTERDAY, YESTERDAY)
    (coached,) = journal.ask(coached_in, conversation_id=talk)
    assert coached.finding is not None
    assert coached.finding.number == finding(dana).number
    assert [each.steps for each in journal.ask(open_signals)] == [(step,)]


def test_it_is_undone_in_one_step(journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.IN_PASSING, text="In the corridor")
    journal.do(coach_in, finding=finding(dana), conversation_id=talk)
    journal.undo()
    assert journal.ask(coaching_steps) == ()
    assert journal.ask(coached_in, conversation_id=talk) == ()


def test_a_conversation_with_somebody_else_is_refused(journal: Journal, dana: int) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    talk = journal.do(log_conversation, rep_id=amir, kind=ConversationKind.IN_PASSING, text="In the corridor")
    with pytest.raises(Rejected):
        journal.do(coach_in, finding=finding(dana), conversation_id=talk)


def test_coaching_without_a_signal_is_told_by_its_words(journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, text="Plans")
    assert journal.ask(coached_in, conversation_id=talk) == ()
    journal.do(plan_action, rep_id=dana, kind=ActionKind.PEER, planned_on=date(2026, 11, 24), peer_id=_peer(journal))
    assert journal.ask(coached_in, conversation_id=talk) == ()


def _peer(journal: Journal) -> int:
    return journal.do(add_rep, name="Julia Prieto")
