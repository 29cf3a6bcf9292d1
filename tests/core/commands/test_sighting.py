"""Since when a rule has held: noted without a word, and never undone."""

from datetime import timedelta

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.deal import add_deal, delete_deal
from coachjournal.commands.sighting import note_sightings
from coachjournal.journal import Journal
from coachjournal.rules.signals.finding import Rule
from tests.conftest import MONDAY
from tests.core.found import found


def noted(journal: Journal) -> list[tuple[object, ...]]:
    sql = "SELECT rule, seen_on, last_on FROM sighting ORDER BY id"
    return [tuple(row) for row in journal.ask(lambda tx: tx.connection.exec_driver_sql(sql).all())]


def on_day(journal: Journal, days: int, *rules: Rule, rep_id: int) -> None:
    journal.clock = FixedClock(MONDAY + timedelta(days=days))
    journal.do(note_sightings, findings=[found(rep_id, rule) for rule in rules])


def test_it_keeps_the_first_day_and_the_last_and_tells_nobody(journal: Journal, dana: int) -> None:
    changes: list[object] = []
    stop = journal.subscribe(changes.append)
    for days in (0, 0, 1):
        on_day(journal, days, Rule.SLIPPED, rep_id=dana)
    stop()
    assert noted(journal) == [("slipped", "2026-11-23", "2026-11-24")]
    assert changes == []
    assert journal.undoable() == "Added Dana Reyes.", "there is no step to take back"


def test_what_is_found_twice_on_a_day_writes_nothing(journal: Journal, dana: int) -> None:
    on_day(journal, 0, Rule.SLIPPED, rep_id=dana)
    before = journal.ask(lambda tx: tx.connection.exec_driver_sql("PRAGMA data_version").scalar())
    on_day(journal, 0, Rule.SLIPPED, rep_id=dana)
    assert journal.ask(lambda tx: tx.connection.exec_driver_sql("PRAGMA data_version").scalar()) == before


@pytest.mark.parametrize(("back_after", "seen_on"), [(7, "2026-11-23"), (9, "2026-12-02")])
def test_what_was_gone_for_a_week_is_seen_anew(journal: Journal, dana: int, back_after: int, seen_on: str) -> None:
    on_day(journal, 0, Rule.SLIPPED, Rule.SHRINKING, rep_id=dana)
    on_day(journal, 2, Rule.SHRINKING, rep_id=dana)
    on_day(journal, back_after, Rule.SLIPPED, Rule.SHRINKING, rep_id=dana)
    assert [day for rule, day, _ in noted(journal) if rule == "slipped"] == [seen_on]


def test_weeks_in_which_nobody_looked_are_no_gap(journal: Journal, dana: int) -> None:
    for days in (0, 30):
        on_day(journal, days, Rule.SLIPPED, rep_id=dana)
    assert noted(journal) == [("slipped", "2026-11-23", "2026-12-23")]


def test_what_was_deleted_meanwhile_is_not_noted(journal: Journal, dana: int) -> None:
    deal = journal.do(add_deal, rep_id=dana, name="Renewal", stage_id=1)
    stalled = found(dana, Rule.STALLED_DEAL, deal_id=deal)
    journal.do(delete_deal, deal_id=deal)
    journal.do(note_sightings, findings=[stalled, found(dana + 1)])
    assert noted(journal) == []


def test_undo_that_takes_away_what_was_seen_takes_the_sighting_along(journal: Journal, dana: int) -> None:
    deal = journal.do(add_deal, rep_id=dana, name="Renewal", stage_id=1)
    journal.do(note_sightings, findings=[found(dana, Rule.STALLED_DEAL, deal_id=deal), found(dana)])
    journal.undo()
    assert [rule for rule, *_ in noted(journal)] == ["low_win_rate"]
    assert journal.ask(lambda tx: tx.connection.exec_driver_sql("PRAGMA foreign_key_check").all()) == []
    journal.redo()
    journal.do(note_sightings, findings=[found(dana, Rule.STALLED_DEAL, deal_id=deal)])
    assert len(noted(journal)) == 2
