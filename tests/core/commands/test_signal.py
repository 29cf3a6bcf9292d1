"""What is decided about a signal, with its reasons and days, and taken back."""

from datetime import date, timedelta

import pytest

from coachjournal.commands.coaching_action import plan_action
from coachjournal.commands.rep import add_rep
from coachjournal.commands.signal import close_signal, coach_signal, put_off_signal, recognise, reopen_signal
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.signals.finding import Number, Rule, Unit
from tests.core.found import found

TODAY = date(2026, 11, 23)
NEXT_WEEK = TODAY + timedelta(days=7)


def stored(journal: Journal, columns: str = "state, returns_on, reason, closed_on, learnt") -> list[tuple[object, ...]]:
    sql = f"SELECT {columns} FROM signal ORDER BY id"
    return [tuple(row) for row in journal.ask(lambda tx: tx.connection.exec_driver_sql(sql).all())]


def actions(journal: Journal, columns: str) -> list[tuple[object, ...]]:
    sql = f"SELECT {columns} FROM coaching_action ORDER BY id"
    return [tuple(row) for row in journal.ask(lambda tx: tx.connection.exec_driver_sql(sql).all())]


def test_coaching_a_signal_writes_it_down_with_its_evidence_and_plans_a_day(journal: Journal, dana: int) -> None:
    journal.do(coach_signal, finding=found(dana), kind=ActionKind.PRACTICE, planned_on=NEXT_WEEK, text=" Ask why ")
    told = "rep_id, rule, state, seen_on, evidence ->> 'on', evidence ->> '$.number.part'"
    assert stored(journal, told) == [(dana, "low_win_rate", "acted_on", "2026-11-23", "2026-11-23", 3)]
    columns = "signal_id, kind, conversation_kind, text, planned_on, held_on, look_again_on"
    assert actions(journal, columns) == [
        (1, "practice", "practice", "Ask why", "2026-11-30", None, "2026-12-30"),
    ]
    assert journal.undoable() == "Planned a practice with Dana Reyes."
    journal.undo()
    assert stored(journal) == actions(journal, "id") == []


@pytest.mark.parametrize(
    ("rule", "days"),
    [(Rule.LOW_WIN_RATE, 30), (Rule.STALLED_DEAL, 14), (Rule.SKILL_FLAT, 60), (Rule.NOT_COACHED, None)],
)
def test_each_rule_says_when_its_number_is_looked_at_again(
    journal: Journal, dana: int, rule: Rule, days: int | None
) -> None:
    journal.do(coach_signal, finding=found(dana, rule), kind=ActionKind.CONVERSATION, planned_on=TODAY)
    day = None if days is None else (TODAY + timedelta(days=days)).isoformat()
    assert actions(journal, "look_again_on") == [(day,)]


def test_coached_twice_it_is_one_signal_that_keeps_what_was_measured_first(journal: Journal, dana: int) -> None:
    later = found(dana, number=Number(0.3, Unit.SHARE, 20, 6))
    for finding in (found(dana), later):
        journal.do(coach_signal, finding=finding, kind=ActionKind.CONVERSATION, planned_on=TODAY)
    assert stored(journal, "evidence ->> '$.number.n'") == [(14,)]
    assert actions(journal, "signal_id") == [(1,), (1,)]


def test_signals_about_two_deals_or_two_reps_are_two(journal: Journal, dana: int) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    for finding in (found(dana), found(dana, Rule.SHRINKING), found(amir)):
        journal.do(put_off_signal, finding=finding, reason="Away", returns_on=NEXT_WEEK)
    assert len(stored(journal)) == 3


def test_not_now_needs_a_reason_and_a_day_ahead(journal: Journal, dana: int) -> None:
    for reason, day, field in [(" ", NEXT_WEEK, "reason"), ("Busy", None, "returns_on"), ("Busy", TODAY, "returns_on")]:
        with pytest.raises(Rejected) as refusal:
            journal.do(put_off_signal, finding=found(dana), reason=reason, returns_on=day)
        assert refusal.value.field == field
    assert stored(journal) == []
    journal.do(put_off_signal, finding=found(dana), reason=" Quarter end ", returns_on=NEXT_WEEK)
    assert stored(journal) == [("not_now", "2026-11-30", "Quarter end", None, "")]


def test_closing_says_what_was_learnt_and_rests_for_a_month_unless_told(journal: Journal, dana: int) -> None:
    with pytest.raises(Rejected, match="what was learnt"):
        journal.do(close_signal, finding=found(dana), learnt="")
    journal.do(close_signal, finding=found(dana), learnt="Prices were never the cause")
    assert stored(journal) == [("closed", "2026-12-23", "", "2026-11-23", "Prices were never the cause")]


def test_a_closed_signal_is_decided_anew_and_keeps_what_was_learnt(journal: Journal, dana: int) -> None:
    journal.do(close_signal, finding=found(dana), learnt="Ask earlier")
    journal.do(coach_signal, finding=found(dana), kind=ActionKind.PRACTICE, planned_on=TODAY)
    assert stored(journal, "state, learnt") == [("closed", "Ask earlier"), ("acted_on", "")]
    with pytest.raises(Rejected, match="open already"):
        journal.do(reopen_signal, signal_id=1)


def test_what_was_put_away_can_be_had_back(journal: Journal, dana: int) -> None:
    signal = journal.do(put_off_signal, finding=found(dana), reason="Busy", returns_on=NEXT_WEEK)
    journal.do(reopen_signal, signal_id=signal)
    assert stored(journal, "state, returns_on") == [("seen", None)]
    journal.do(coach_signal, finding=found(dana), kind=ActionKind.CONVERSATION, planned_on=TODAY)
    journal.do(close_signal, finding=found(dana), learnt="Ask earlier", returns_on=NEXT_WEEK)
    journal.do(reopen_signal, signal_id=signal)
    assert stored(journal, "state, returns_on, closed_on") == [("acted_on", None, None)]


def test_recognising_a_strength_is_held_at_once_and_rests_for_a_quarter(journal: Journal, dana: int) -> None:
    journal.do(recognise, finding=found(dana, Rule.ABOVE_TEAM), text="Told her in the team meeting")
    assert actions(journal, "kind, planned_on, held_on, look_again_on") == [
        ("recognise", "2026-11-23", "2026-11-23", None)
    ]
    assert stored(journal, "state, returns_on") == [("closed", "2027-02-21")]
    assert journal.undoable() == "Recognised Dana Reyes."


def test_a_peer_is_named_and_is_somebody_else(journal: Journal, dana: int) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    for peer in (None, dana):
        with pytest.raises(Rejected) as refusal:
            journal.do(coach_signal, finding=found(dana), kind=ActionKind.PEER, planned_on=TODAY, peer_id=peer)
        assert refusal.value.field == "peer_id"
    assert stored(journal) == [], "nothing is left behind"
    journal.do(coach_signal, finding=found(dana), kind=ActionKind.PEER, planned_on=TODAY, peer_id=amir)
    assert actions(journal, "peer_id, conversation_kind") == [(amir, "")]
    assert journal.undoable() == "Planned Amir Khan showing Dana Reyes how."


def test_coaching_is_planned_for_today_or_later_and_looked_at_after_it(journal: Journal, dana: int) -> None:
    yesterday = TODAY - timedelta(days=1)
    with pytest.raises(Rejected) as past:
        journal.do(plan_action, rep_id=dana, kind=ActionKind.PRACTICE, planned_on=yesterday)
    with pytest.raises(Rejected) as too_soon:
        journal.do(plan_action, rep_id=dana, kind=ActionKind.PRACTICE, planned_on=TODAY, look_again_on=TODAY)
    assert (past.value.field, too_soon.value.field) == ("planned_on", "look_again_on")


def test_a_rep_that_is_gone_is_said(journal: Journal) -> None:
    with pytest.raises(Rejected, match="no longer in the journal"):
        journal.do(put_off_signal, finding=found(99), reason="Busy", returns_on=NEXT_WEEK)
