import pytest

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep, archive_rep, bring_back_rep, edit_rep, set_quota, write_rep
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.rep_editor import rep_form
from coachjournal.queries.reps import rep_named, reps
from coachjournal.rules.money import Money
from coachjournal.rules.period import quarter_of


def test_a_name_is_enough_to_add_a_rep(journal: Journal) -> None:
    rep = journal.do(add_rep, name="  Dana Reyes ")
    assert [(each.rep_id, each.rep, each.active) for each in journal.ask(reps)] == [(rep, "Dana Reyes", True)]
    assert journal.undoable() == "Added Dana Reyes."


@pytest.mark.parametrize("name", ["", "   ", "\n"])
def test_a_rep_without_a_name_is_rejected_beside_the_field(journal: Journal, name: str) -> None:
    with pytest.raises(Rejected) as refusal:
        journal.do(add_rep, name=name)
    assert refusal.value.field == "name"


def test_two_reps_on_the_team_cannot_have_one_name_in_any_case(journal: Journal) -> None:
    journal.do(add_rep, name="Dana Reyes")
    amir = journal.do(add_rep, name="Amir Khan")
    with pytest.raises(Rejected, match="already on the team"):
        journal.do(add_rep, name="dana reyes")
    with pytest.raises(Rejected, match="already on the team"):
        journal.do(edit_rep, rep_id=amir, name="DANA REYES")
    journal.do(edit_rep, rep_id=amir, name="amir khan")


def test_an_archived_rep_keeps_the_history_and_comes_back(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=dana)
    journal.do(archive_rep, rep_id=dana)
    assert [(each.active, each.last_coached_on is None) for each in journal.ask(reps)] == [(False, False)]
    journal.do(bring_back_rep, rep_id=dana)
    assert journal.ask(reps)[0].active


def test_a_name_taken_meanwhile_keeps_an_archived_rep_out(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(archive_rep, rep_id=dana)
    journal.do(add_rep, name="Dana Reyes")
    with pytest.raises(Rejected, match="already on the team"):
        journal.do(bring_back_rep, rep_id=dana)


def test_a_quota_for_the_same_period_replaces_the_first(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    quarter = quarter_of(journal.clock.today())
    for amount in (300_000_00, 400_000_00):
        journal.do(set_quota, rep_id=dana, period=quarter, quota=Money(amount, "EUR"))
    amounts = journal.ask(lambda tx: tx.connection.exec_driver_sql("SELECT amount FROM quota").scalars().all())
    assert amounts == [400_000_00]
    with pytest.raises(Rejected, match="more than nothing"):
        journal.do(set_quota, rep_id=dana, period=quarter, quota=Money(0, "EUR"))


def test_a_rep_is_written_with_their_quota_in_one_step(journal: Journal) -> None:
    quarter = quarter_of(journal.clock.today())
    journal.do(write_rep, rep_id=None, name="Dana Reyes", period=quarter, quota=Money(300_000_00, "EUR"))
    assert journal.undoable() == "Added Dana Reyes."
    journal.undo()
    assert journal.ask(reps) == ()


def test_a_quota_left_empty_is_taken_away_and_comes_back_with_undo(journal: Journal) -> None:
    quarter = quarter_of(journal.clock.today())
    dana = journal.do(write_rep, rep_id=None, name="Dana Reyes", period=quarter, quota=Money(300_000_00, "EUR"))
    journal.do(write_rep, rep_id=dana, period=quarter, quota=None)
    assert journal.ask(rep_form, rep_id=dana).quota is None
    journal.undo()
    assert journal.ask(rep_form, rep_id=dana).quota == Money(300_000_00, "EUR")


def test_a_rep_is_named_by_the_beginning_of_a_name_that_is_clear(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(add_rep, name="Dan Novak")
    assert journal.ask(rep_named, name="dana") == dana
    with pytest.raises(Rejected, match="write the whole name"):
        journal.ask(rep_named, name="da")
    with pytest.raises(Rejected, match="Nobody on the team is called Zoë"):
        journal.ask(rep_named, name="Zoë")


def test_a_rep_that_is_gone_is_said_in_words(journal: Journal) -> None:
    with pytest.raises(Rejected, match="no longer in the journal"):
        journal.do(archive_rep, rep_id=99)
