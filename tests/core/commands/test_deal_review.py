from datetime import date, timedelta

import pytest

from coachjournal.commands.begun import leave_begun
from coachjournal.commands.conversation import edit_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.deal_review import move_review, park_deal, review_deal
from coachjournal.commands.rep import add_rep
from coachjournal.errors import Rejected
from coachjournal.journal import Journal

TODAY = date(2026, 11, 23)


@pytest.fixture
def deal(journal: Journal) -> int:
    rep = journal.do(add_rep, name="Dana Reyes")
    return journal.do(add_deal, rep_id=rep, name="Kestrel, fleet", stage_id=1)


def stored(journal: Journal) -> list[tuple[object, ...]]:
    sql = "SELECT kind, status, held_on FROM conversation ORDER BY id"
    return [tuple(row) for row in journal.ask(lambda tx: tx.connection.exec_driver_sql(sql).all())]


def about(journal: Journal) -> list[tuple[object, ...]]:
    sql = "SELECT conversation_id, deal_id FROM conversation_deal"
    return [tuple(row) for row in journal.ask(lambda tx: tx.connection.exec_driver_sql(sql).all())]


def test_a_review_is_begun_with_the_deals_rep_today_and_gone_on_with(journal: Journal, deal: int) -> None:
    review = journal.do(review_deal, deal_id=deal)
    assert journal.do(review_deal, deal_id=deal) == review
    assert stored(journal) == [("deal_review", "held", "2026-11-23")]
    assert about(journal) == [(review, deal)]


def test_a_review_in_which_nothing_was_answered_is_not_kept(journal: Journal, deal: int) -> None:
    journal.do(leave_begun, conversation_id=journal.do(review_deal, deal_id=deal))
    assert stored(journal) == []


def test_a_parked_deal_has_one_review_ahead_in_a_week(journal: Journal, deal: int) -> None:
    parked = journal.do(park_deal, deal_id=deal)
    assert journal.do(park_deal, deal_id=deal) == parked
    assert stored(journal) == [("deal_review", "planned", "2026-11-30")]
    assert about(journal) == [(parked, deal)]
    journal.undo()
    assert stored(journal) == []


def test_a_review_whose_day_went_by_is_parked_anew(journal: Journal, deal: int) -> None:
    parked = journal.do(park_deal, deal_id=deal)
    journal.do(edit_conversation, conversation_id=parked, held_on=TODAY - timedelta(days=4))
    assert journal.do(park_deal, deal_id=deal) == parked
    assert stored(journal) == [("deal_review", "planned", "2026-11-30")]


def test_nobody_is_asked_to_a_review_while_away(journal: Journal, deal: int) -> None:
    sql = "INSERT INTO absence (rep_id, starts_on, ends_on) VALUES (NULL, '2026-11-30', '2026-12-02')"
    journal.do(lambda tx: tx.connection.exec_driver_sql(sql))
    journal.do(park_deal, deal_id=deal)
    assert stored(journal) == [("deal_review", "planned", "2026-12-02")]


def test_reviewing_a_parked_deal_holds_what_was_planned(journal: Journal, deal: int) -> None:
    parked = journal.do(park_deal, deal_id=deal)
    assert journal.do(review_deal, deal_id=deal) == parked
    assert stored(journal) == [("deal_review", "planned", "2026-11-23")]
    journal.do(edit_conversation, conversation_id=parked, text="Ingrid decides.")
    assert stored(journal) == [("deal_review", "held", "2026-11-23")]


def test_the_day_of_a_parked_review_moves_by_working_days_and_never_into_the_past(journal: Journal, deal: int) -> None:
    parked = journal.do(park_deal, deal_id=deal, held_on=TODAY + timedelta(days=4))
    for days, day in ((1, "2026-11-30"), (-1, "2026-11-27"), (-1, "2026-11-26")):
        journal.do(move_review, conversation_id=parked, days=days)
        assert stored(journal)[0][2] == day
    for _ in range(5):
        journal.do(move_review, conversation_id=parked, days=-1)
    assert stored(journal)[0][2] == "2026-11-23"


def test_a_review_that_took_place_stays_on_its_day(journal: Journal, deal: int) -> None:
    review = journal.do(review_deal, deal_id=deal)
    with pytest.raises(Rejected, match="lies ahead"):
        journal.do(move_review, conversation_id=review, days=1)
