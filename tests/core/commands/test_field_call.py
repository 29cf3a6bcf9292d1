"""Field calls and observations: what a ride-along is made of."""

import pytest
from sqlalchemy import select

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.field_call import add_field_call
from coachjournal.commands.observation import write_observation
from coachjournal.commands.rep import add_rep
from coachjournal.errors import Rejected
from coachjournal.journal import Journal, Reading
from coachjournal.model import Account, FieldCall, Observation
from coachjournal.rules.conversation import ConversationKind


@pytest.fixture
def ride_along(journal: Journal) -> int:
    rep_id = journal.do(add_rep, name="Dana Reyes")
    journal.do(add_deal, rep_id=rep_id, name="Renewal", stage_id=1, account="Halvorsen AS")
    return journal.do(log_conversation, rep_id=rep_id, kind=ConversationKind.RIDE_ALONG)


def calls(tx: Reading) -> list[tuple[int, str]]:
    rows = tx.connection.execute(select(FieldCall.position, FieldCall.outcome).order_by(FieldCall.position))
    return [(position, outcome) for position, outcome in rows]


def test_the_calls_of_a_ride_along_keep_their_order(journal: Journal, ride_along: int) -> None:
    for outcome in ("Figures by Friday", "They wait for the board"):
        journal.do(add_field_call, conversation_id=ride_along, outcome=outcome)
    assert journal.ask(calls) == [(0, "Figures by Friday"), (1, "They wait for the board")]


def test_undo_names_the_customer_of_the_call(journal: Journal, ride_along: int) -> None:
    account_id = journal.ask(lambda tx: tx.connection.scalar(select(Account.id)))
    journal.do(add_field_call, conversation_id=ride_along, account_id=account_id)
    assert journal.undoable() == "Added a call at Halvorsen AS."


def test_a_call_belongs_to_a_ride_along_and_a_level_lies_between_1_and_5(journal: Journal, ride_along: int) -> None:
    other = journal.do(log_conversation, rep_id=1)
    with pytest.raises(Rejected, match="belong to a ride-along"):
        journal.do(add_field_call, conversation_id=other)
    with pytest.raises(Rejected, match="between 1 and 5"):
        journal.do(add_field_call, conversation_id=ride_along, level=5.5)
    assert journal.ask(calls) == []


def test_an_observation_says_what_the_rep_did(journal: Journal, ride_along: int) -> None:
    with pytest.raises(Rejected, match="what the rep did"):
        journal.do(write_observation, rep_id=1, behaviour="  ", conversation_id=ride_along)
    journal.do(write_observation, rep_id=1, behaviour="Asked, and waited.", conversation_id=ride_along)
    seen = journal.ask(lambda tx: tx.connection.execute(select(Observation.behaviour, Observation.seen_on)).one())
    assert tuple(seen) == ("Asked, and waited.", journal.clock.today())
