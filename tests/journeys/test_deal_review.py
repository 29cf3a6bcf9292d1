"""A deal review from anywhere in fifteen keys, and a deal parked in a pipeline review and looked at on its day."""

from datetime import timedelta
from pathlib import Path

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.rep import add_rep
from coachjournal.journal import open_journal
from tests.conftest import MONDAY
from tests.journeys.conftest import Start
from tests.journeys.day import Day

MOST_KEYS = 15
"""For nine answers, a next step with its day and an unknown that became a commitment; besides what is written."""


@pytest.fixture
def team(journal_file: Path, clock: FixedClock) -> Path:
    """Two reps with two deals each and a conversation, left at Today."""
    journal = open_journal(journal_file, clock=clock)
    for rep, deals in (("Amir Khan", ("Delta pumps", "Orchard")), ("Dana Reyes", ("Harbour Mills", "Kestrel, fleet"))):
        rep_id = journal.do(add_rep, name=rep)
        for deal in deals:
            journal.do(add_deal, rep_id=rep_id, name=deal, stage_id=2, next_step="Wait")
        journal.do(log_conversation, rep_id=rep_id, text="Began with the agenda.")
    journal.close()
    return journal_file


def find_deal(day: Day, name: str, *letters: str) -> None:
    """Ctrl+K, a few letters of its name, Enter."""
    day.press("Ctrl+K", *letters)
    day.until(lambda: name in day.lines("palette.list")[:1])
    day.press("Return")
    day.until(lambda: day.place.page == "deals")


def begin_pipeline_review(day: Day) -> None:
    """From Dana's page, by Ctrl+K."""
    day.press("Alt+Down", "Alt+Down")
    day.until(lambda: day.place.page == "rep")
    day.press("Ctrl+K", "P", "I", "P", "Return")
    day.until(lambda: day.place.page == "conversation")
    day.see("pipelineTable")


def stored(day: Day, sql: str) -> list[tuple[object, ...]]:
    journal = open_journal(day.journal)
    try:
        return [tuple(row) for row in journal.ask(lambda tx: tx.connection.exec_driver_sql(sql).all())]
    finally:
        journal.close()


def test_fifteen_keys_from_today_review_a_deal(start: Start, team: Path) -> None:
    day = start(team)
    day.until_at("today")
    day.count_anew()
    find_deal(day, "Harbour Mills", "H", "A")
    day.press("R")
    day.until(lambda: day.place.page == "conversation")
    day.press("K", "K", "G", "C", "K", "G", "U", "K", "K")  # C: unknown, and Dana finds it out
    day.write("Send Ingrid the paper by Friday")
    day.press("Ctrl+Return")
    day.until_said("Changed the deal Harbour Mills")
    day.until(lambda: day.place.page == "deals")
    assert len(day.keys) <= MOST_KEYS, day.keys
    day.end()
    assert stored(day, "SELECT next_step, next_step_on FROM deal WHERE name = 'Harbour Mills'") == [
        ("Send Ingrid the paper", "2026-11-27")
    ]
    assert stored(day, "SELECT field, old_value, new_value FROM deal_change") == [
        ("next_step", "Wait", "Send Ingrid the paper (2026-11-27)")
    ]
    assert stored(day, "SELECT certainty, count(*) FROM answer GROUP BY 1") == [
        ("guess", 2),
        ("known", 5),
        ("unknown", 2),
    ]
    ((owner, due_on, words),) = stored(day, "SELECT owner, due_on, text FROM commitment")
    assert (owner, due_on) == ("rep", "2026-11-30")
    assert str(words).startswith("Find out: which steps and papers")


def test_a_deal_parked_in_a_pipeline_review_is_looked_at_on_its_day(start: Start, team: Path) -> None:
    day = start(team)
    day.until_at("today")
    begin_pipeline_review(day)
    day.press("Down", "P", "Right")
    day.until_said("Moved a deal review with Dana Reyes")
    day.press("Ctrl+Return")
    day.until(lambda: day.place.page == "rep")
    day.end()
    later = start(team, at=MONDAY + timedelta(days=8))
    later.until(lambda: later.place.page == "rep")
    find_deal(later, "Kestrel, fleet", "K", "E", "S")
    later.press("R")
    later.until(lambda: later.place.page == "conversation")
    assert "Kestrel, fleet" in later.read("conversation.dealReview.deal")
    later.press("K", "U", "Ctrl+Return")
    later.until(lambda: later.place.page == "deals")
    later.end()
    assert stored(later, "SELECT kind, status, held_on FROM conversation WHERE kind <> 'in_passing' ORDER BY id") == [
        ("pipeline_review", "held", "2026-11-23"),
        ("deal_review", "held", "2026-12-01"),
    ]
