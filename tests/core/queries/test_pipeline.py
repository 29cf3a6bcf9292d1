from datetime import date, timedelta

import pytest

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal, edit_deal
from coachjournal.commands.deal_review import park_deal
from coachjournal.commands.pipeline_review import talk_about_deal
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.pipeline import PipelineDeal, pipeline
from coachjournal.rules.conversation import ConversationKind

TODAY = date(2026, 11, 23)
LOST = 7


@pytest.fixture
def deal(journal: Journal, dana: int) -> int:
    return journal.do(add_deal, rep_id=dana, name="Kestrel, fleet", stage_id=1, close_on=TODAY + timedelta(days=9))


@pytest.fixture
def review(journal: Journal, dana: int) -> int:
    return journal.do(log_conversation, rep_id=dana, kind=ConversationKind.PIPELINE_REVIEW)


def shown(journal: Journal, review: int, dana: int) -> list[PipelineDeal]:
    return list(journal.ask(pipeline, conversation_id=review, rep_id=dana))


def test_a_reps_open_deals_come_by_the_day_they_should_close(
    journal: Journal, dana: int, deal: int, review: int
) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    sooner = journal.do(add_deal, rep_id=dana, name="Mills", stage_id=1, close_on=TODAY + timedelta(days=2))
    undated = journal.do(add_deal, rep_id=dana, name="Orchard", stage_id=1)
    journal.do(add_deal, rep_id=dana, name="Lost one", stage_id=LOST)
    journal.do(add_deal, rep_id=amir, name="Another rep's", stage_id=1)
    assert [each.line.deal_id for each in shown(journal, review, dana)] == [sooner, deal, undated]


def test_a_slip_is_counted_and_a_stalled_deal_measured_by_the_whole_team(
    journal: Journal, dana: int, deal: int, review: int
) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    for _ in range(4):
        journal.do(add_deal, rep_id=amir, name="Young", stage_id=1)
    old = journal.do(add_deal, rep_id=dana, name="Old", stage_id=1, created_on=TODAY - timedelta(days=90))
    journal.do(edit_deal, deal_id=deal, close_on=TODAY + timedelta(days=60))
    marks = {each.line.deal_id: (each.line.slips, each.line.stalled) for each in shown(journal, review, dana)}
    assert marks == {deal: (1, False), old: (0, True)}


def test_what_was_talked_about_is_marked_and_can_be_taken_back(
    journal: Journal, dana: int, deal: int, review: int
) -> None:
    for talked in (True, True, False):
        journal.do(talk_about_deal, conversation_id=review, deal_id=deal, talked=talked)
        assert [each.talked for each in shown(journal, review, dana)] == [talked]


def test_a_parked_deal_tells_its_day(journal: Journal, dana: int, deal: int, review: int) -> None:
    assert [each.parked for each in shown(journal, review, dana)] == [None]
    parked = journal.do(park_deal, deal_id=deal)
    (row,) = shown(journal, review, dana)
    assert row.parked is not None
    assert (row.parked.conversation_id, row.parked.on) == (parked, TODAY + timedelta(days=7))
