from datetime import date

import pytest

from coachjournal.commands.deal import add_deal, delete_deal, edit_deal
from coachjournal.commands.rep import add_rep
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.rules.money import Money

PROSPECT, QUALIFY, WON = 1, 2, 6


@pytest.fixture
def deal(journal: Journal, dana: int) -> int:
    return journal.do(
        add_deal,
        rep_id=dana,
        name="Halvorsen renewal",
        stage_id=PROSPECT,
        amount=Money(120_000_00, "EUR"),
        account="Halvorsen AS",
        close_on=date(2026, 12, 1),
    )


def rows(journal: Journal, sql: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in journal.ask(lambda tx: tx.connection.exec_driver_sql(sql).all())]


def test_every_change_that_matters_is_in_the_deals_history(journal: Journal, deal: int) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    journal.do(
        edit_deal,
        deal_id=deal,
        stage_id=QUALIFY,
        rep_id=amir,
        amount=Money(90_000_00, "EUR"),
        close_on=date(2027, 1, 15),
        next_step="Meet the finance lead",
        loss_reason="",
    )
    assert rows(journal, "SELECT field, old_value, new_value FROM deal_change ORDER BY id") == [
        ("stage", "Prospect", "Qualify"),
        ("amount", "12000000 EUR", "9000000 EUR"),
        ("close_on", "2026-12-01", "2027-01-15"),
        ("owner", "Dana Reyes", "Amir Khan"),
        ("next_step", "", "Meet the finance lead"),
    ]
    journal.undo()
    assert rows(journal, "SELECT id FROM deal_change") == []


def test_saving_the_same_again_is_no_change(journal: Journal, deal: int) -> None:
    journal.do(edit_deal, deal_id=deal, stage_id=PROSPECT, close_on=date(2026, 12, 1), next_step="")
    assert rows(journal, "SELECT id FROM deal_change") == []


def test_a_deal_that_is_won_has_its_day_and_loses_it_when_opened_again(journal: Journal, deal: int) -> None:
    journal.do(edit_deal, deal_id=deal, stage_id=WON)
    assert rows(journal, "SELECT outcome, closed_on FROM deal") == [("won", "2026-11-23")]
    journal.do(edit_deal, deal_id=deal, stage_id=QUALIFY)
    assert rows(journal, "SELECT outcome, closed_on FROM deal") == [("open", None)]
    with pytest.raises(Rejected) as refusal:
        journal.do(edit_deal, deal_id=deal, stage_id=WON, closed_on=date(2026, 11, 24))
    assert refusal.value.field == "closed_on"


def test_the_closing_day_of_a_deal_that_is_over_can_be_corrected(journal: Journal, deal: int) -> None:
    journal.do(edit_deal, deal_id=deal, stage_id=WON)
    journal.do(edit_deal, deal_id=deal, closed_on=date(2026, 11, 2))
    assert rows(journal, "SELECT closed_on FROM deal") == [("2026-11-02",)]
    with pytest.raises(Rejected):
        journal.do(edit_deal, deal_id=deal, closed_on=date(2026, 11, 24))


def test_an_open_deal_has_no_closing_day(journal: Journal, deal: int) -> None:
    journal.do(edit_deal, deal_id=deal, closed_on=date(2026, 11, 2))
    assert rows(journal, "SELECT closed_on FROM deal") == [(None,)]


def test_an_amount_can_be_taken_away(journal: Journal, deal: int) -> None:
    journal.do(edit_deal, deal_id=deal, amount=Money(500_00, "USD"))
    journal.do(edit_deal, deal_id=deal, name="Renewal")
    assert rows(journal, "SELECT amount, currency FROM deal") == [(500_00, "USD")]
    journal.do(edit_deal, deal_id=deal, amount=None)
    assert rows(journal, "SELECT amount, currency FROM deal") == [(None, "USD")]
    assert rows(journal, "SELECT old_value, new_value FROM deal_change ORDER BY id") == [
        ("12000000 EUR", "50000 USD"),
        ("50000 USD", ""),
    ]


def test_an_account_is_made_once(journal: Journal, dana: int, deal: int) -> None:
    journal.do(add_deal, rep_id=dana, name="Second site", stage_id=PROSPECT, account=" Halvorsen AS ")
    assert rows(journal, "SELECT name FROM account") == [("Halvorsen AS",)]
    journal.do(edit_deal, deal_id=deal, account="")
    assert rows(journal, "SELECT account_id FROM deal ORDER BY id") == [(None,), (1,)]


def test_a_deleted_deal_takes_its_history_and_undo_brings_both_back(journal: Journal, deal: int) -> None:
    journal.do(edit_deal, deal_id=deal, stage_id=QUALIFY)
    before = rows(journal, "SELECT * FROM deal_change")
    journal.do(delete_deal, deal_id=deal)
    assert rows(journal, "SELECT id FROM deal_change") == []
    journal.undo()
    assert rows(journal, "SELECT * FROM deal_change") == before


def test_a_deal_written_down_late_has_been_at_its_stage_since_it_came_up(journal: Journal, dana: int) -> None:
    journal.do(add_deal, rep_id=dana, name="Old", stage_id=QUALIFY, created_on=date(2026, 3, 2))
    assert rows(journal, "SELECT stage_since, changed_on FROM deal") == [("2026-03-02", "2026-03-02")]


def test_moving_only_the_day_of_a_next_step_is_a_change_too(journal: Journal, deal: int) -> None:
    journal.do(edit_deal, deal_id=deal, next_step="Send the paper", next_step_on=date(2026, 11, 27))
    journal.do(edit_deal, deal_id=deal, next_step_on=date(2026, 12, 4))
    assert rows(journal, "SELECT field, old_value, new_value FROM deal_change ORDER BY id") == [
        ("next_step", "", "Send the paper (2026-11-27)"),
        ("next_step", "Send the paper (2026-11-27)", "Send the paper (2026-12-04)"),
    ]
