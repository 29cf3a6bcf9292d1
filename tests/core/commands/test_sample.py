"""The sample team: what it tells on any day, and that it leaves without a trace."""

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from coachjournal.clock import FixedClock
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal, edit_deal
from coachjournal.commands.rep import add_rep
from coachjournal.commands.sample import load_sample_team, remove_sample_team
from coachjournal.commands.sample.working_days import WorkingDays
from coachjournal.commands.setting import set_manager
from coachjournal.errors import Rejected
from coachjournal.journal import Journal, Reading, open_journal
from coachjournal.queries.coaching import coaching_steps
from coachjournal.queries.hours import counted_hours
from coachjournal.queries.sample import has_sample
from coachjournal.queries.settings import settings
from coachjournal.queries.signals import open_signals, quiet_signals
from coachjournal.rules.cadence import CadenceKind, gaps
from coachjournal.rules.coaching import SignalState
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.deal import is_slip
from coachjournal.rules.period import Period
from coachjournal.rules.time_entry import split_time

Row = tuple[Any, ...]
Tables = dict[str, list[Row]]

TODAYS = [
    date(2026, 11, 23),  # a Monday
    date(2026, 11, 22),  # a Sunday
    date(2028, 2, 29),
    date(2027, 1, 1),
    date(2026, 7, 24),  # in the summer
    date(2026, 8, 25),  # just after it
]
SELLING = ["Amir Khan", "Dana Reyes", "Femi Adeyemi", "Julia Prieto", "Tom Moyo", "Will Novak"]


@pytest.fixture(scope="module", params=TODAYS, ids=str)
def today(request: pytest.FixtureRequest) -> date:
    day: date = request.param
    return day


@pytest.fixture(scope="module")
def sample(today: date, new_journal_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A journal with the sample team in it, only to be read."""
    path = Path(shutil.copy(new_journal_file, tmp_path_factory.mktemp("sample") / "journal.coach"))
    opened = open_journal(path, clock=noon(today))
    opened.do(load_sample_team)
    yield opened
    opened.close()


def noon(day: date) -> FixedClock:
    return FixedClock(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


def rows(tx: Reading, /, sql: str, **values: object) -> list[Row]:
    return [tuple(row) for row in tx.connection.execute(text(sql), values)]


def everything(tx: Reading, /, *, but: frozenset[str] = frozenset()) -> Tables:
    """All rows of all tables but those of undo, of the search index and of SQLite, without the columns in `but`."""
    names = [name for (name,) in rows(tx, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    kept = [name for name in names if not name.startswith(("undo_", "sqlite_", "search_"))]
    return {name: rows(tx, f"SELECT {_columns(tx, name, but)} FROM {name} ORDER BY 1") for name in kept}


def _columns(tx: Reading, table: str, but: frozenset[str]) -> str:
    return ", ".join(row[1] for row in rows(tx, f"PRAGMA table_info({table})") if row[1] not in but)


def held_on(journal: Journal, rep: str, kind: str = "%") -> list[date]:
    sql = (
        "SELECT held_on FROM conversation JOIN rep ON rep.id = rep_id"
        " WHERE rep.name = :rep AND status = 'held' AND kind LIKE :kind ORDER BY held_on"
    )
    return [date.fromisoformat(day) for (day,) in journal.ask(rows, sql, rep=rep, kind=kind)]


def win_rates(journal: Journal) -> dict[str, float]:
    sql = (
        "SELECT rep.name, avg(outcome = 'won') FROM deal JOIN rep ON rep.id = rep_id"
        " WHERE outcome <> 'open' GROUP BY rep.name"
    )
    return dict(journal.ask(rows, sql))


# On any day ---------------------------------------------------------------------------------------------


def test_seven_reps_have_deals_conversations_goals_and_hours_in_a_believable_number(sample: Journal) -> None:
    def count(tx: Reading, table: str) -> int:
        return int(rows(tx, f"SELECT count(*) FROM {table}")[0][0])

    assert sample.ask(count, "rep") == 7
    assert 180 <= sample.ask(count, "deal") <= 260
    assert 450 <= sample.ask(count, "conversation") <= 750
    assert sample.ask(count, "observation") >= 45
    assert sample.ask(count, "goal") >= 12
    assert sample.ask(count, "plan") >= 7
    assert sample.ask(count, "rating") >= 150
    assert sample.ask(count, "answer") >= 150


def test_nothing_lies_ahead_but_planned_meetings_and_what_is_due(sample: Journal, today: date) -> None:
    happened = {
        "conversation": "CASE status WHEN 'held' THEN held_on END",
        "time_entry": "day",
        "check_in": "checked_on",
        "rating": "rated_on",
        "deal_change": "changed_on",
        "deal": "max(created_on, coalesce(closed_on, created_on))",
        "commitment": "max(made_on, coalesce(ended_on, made_on))",
        "goal": "coalesce(ended_on, started_on)",
        "plan": "agreed_on",
        "plan_action": "done_on",
        "milestone": "done_on",
        "rep": "started_on",
    }
    for table, day in happened.items():
        ((latest,),) = sample.ask(rows, f"SELECT max({day}) FROM {table}")
        assert latest < str(today), table
    ((first_planned,),) = sample.ask(rows, "SELECT min(held_on) FROM conversation WHERE status = 'planned'")
    assert first_planned >= str(today)


def test_no_two_things_take_the_same_minute(sample: Journal) -> None:
    sql = (
        "SELECT starts_at, minutes FROM conversation WHERE status = 'held'"
        " UNION ALL SELECT starts_at, minutes FROM time_entry ORDER BY 1"
    )
    work = [(datetime.fromisoformat(start), minutes) for start, minutes in sample.ask(rows, sql)]
    for (start, minutes), (following, _) in pairwise(work):
        assert start + timedelta(minutes=minutes) <= following


def test_every_week_has_hours_unless_the_manager_was_on_holiday(sample: Journal, today: date) -> None:
    for days in WorkingDays(today).weeks():
        if not days:
            continue
        hours = sample.ask(counted_hours, period=Period(days[0], days[-1] + timedelta(days=1)))
        assert 7 * len(days) < split_time(hours).minutes / 60 < 9.8 * len(days), days[0]


def test_the_coaching_share_falls_in_a_squeeze_and_rises_again(sample: Journal, today: date) -> None:
    def share(first_week_ago: int, last_week_ago: int) -> float:
        monday = today - timedelta(days=today.weekday())
        period = Period(monday - timedelta(weeks=first_week_ago), monday - timedelta(weeks=last_week_ago))
        return split_time(sample.ask(counted_hours, period=period)).coaching_share or 0

    assert 0.40 < share(48, 30) < 0.55
    assert 0.17 < share(24, 15) < 0.30
    assert 0.33 < share(6, 0) < 0.52


def test_one_rep_was_left_alone_for_eight_weeks_and_nobody_else(sample: Journal, today: date) -> None:
    def longest_gap(rep: str) -> int:
        days = held_on(sample, rep)
        return max(gap.days for gap in gaps(days, days[0], today, limit_days=10))

    assert longest_gap("Tom Moyo") >= 56
    assert all(longest_gap(rep) < 50 for rep in SELLING if rep != "Tom Moyo")


def test_the_growing_rep_grows_and_stands_still_while_nobody_rides_along(sample: Journal, today: date) -> None:
    sql = (
        "SELECT value FROM check_in JOIN goal ON goal.id = goal_id WHERE title = 'Discovery depth' ORDER BY checked_on"
    )
    values = [value for (value,) in sample.ask(rows, sql)]
    assert values == sorted(values)
    assert (values[0], values[-1]) == (2.5, 3.9)
    rides = held_on(sample, "Dana Reyes", ConversationKind.RIDE_ALONG)
    without = gaps(rides, rides[0], today, limit_days=60)
    assert CadenceKind.JOINT_CALL.missing == "a ride-along"
    assert [gap.days >= 60 for gap in without] == [True]


def test_one_rep_moves_close_dates_again_and_again(sample: Journal) -> None:
    sql = (
        "SELECT deal_id, old_value, new_value FROM deal_change JOIN deal ON deal.id = deal_id"
        " JOIN rep ON rep.id = rep_id WHERE field = 'close_on' AND outcome = 'open' AND rep.name = :rep"
    )

    def slipped_twice(rep: str) -> int:
        changes = sample.ask(rows, sql, rep=rep)
        slips = Counter(deal for deal, old, new in changes if is_slip(date.fromisoformat(old), date.fromisoformat(new)))
        return sum(count >= 2 for count in slips.values())

    assert slipped_twice("Femi Adeyemi") >= 3
    assert all(slipped_twice(rep) <= 1 for rep in SELLING if rep != "Femi Adeyemi")


def test_everybody_has_a_rhythm_one_is_away_and_who_meets_every_two_weeks_has_a_cadence_to_fit(sample: Journal) -> None:
    series = sample.ask(rows, "SELECT rep.name, rhythm FROM meeting_series JOIN rep ON rep.id = rep_id")
    assert {name for name, _ in series} == {*SELLING, "Lena Sato"}
    assert {rhythm for _, rhythm in series} == {"weekly", "two_weekly"}
    assert sample.ask(rows, "SELECT reason FROM absence") == [("trade fair in Milan",)]
    own = sample.ask(rows, "SELECT rep.name, target_days FROM cadence JOIN rep ON rep.id = rep_id")
    assert {name for name, _ in own} == {name for name, rhythm in series if rhythm == "two_weekly"}
    assert "Julia Prieto" in {name for name, _ in own}
    assert all(14 <= target <= 21 for _, target in own)


def test_the_new_rep_came_seven_weeks_ago(sample: Journal, today: date) -> None:
    ((started_on,),) = sample.ask(rows, "SELECT started_on FROM rep WHERE name = 'Lena Sato'")
    assert timedelta(days=40) < today - date.fromisoformat(started_on) < timedelta(days=60)
    assert held_on(sample, "Lena Sato")[0] >= date.fromisoformat(started_on)


def test_the_bright_spot_wins_more_than_the_others(sample: Journal) -> None:
    rates = win_rates(sample)
    assert sorted(rates) == SELLING
    assert rates["Julia Prieto"] > max(rate for rep, rate in rates.items() if rep != "Julia Prieto") + 0.1


def test_commitments_end_in_every_way_and_three_stand_out_today(sample: Journal, today: date) -> None:
    ended = {status for (status,) in sample.ask(rows, "SELECT DISTINCT status FROM commitment")}
    assert ended == {"open", "kept", "not_kept", "moved", "dropped"}
    sql = "SELECT text, owner, due_on FROM commitment WHERE status = 'open' AND due_on <= :last ORDER BY due_on"
    due = sample.ask(rows, sql, last=str(today))
    assert due == [
        ("Map the buying committee at Halvorsen", "rep", str(today - timedelta(days=3))),
        ("Rewrite the opening of the discovery call", "rep", str(today)),
    ]
    sponsor = sample.ask(
        rows, "SELECT owner, due_on FROM commitment WHERE text = 'Introduce Will to the Kestrel sponsor'"
    )
    assert sponsor == [("manager", str(today + timedelta(days=2)))]


def test_signals_stand_in_every_state_and_coaching_is_planned_held_and_looked_at_again(
    sample: Journal, today: date
) -> None:
    listed = (*sample.ask(open_signals), *sample.ask(quiet_signals))
    assert {SignalState.SEEN, SignalState.ACTED_ON, SignalState.NOT_NOW, SignalState.CLOSED} <= {
        signal.state for signal in listed
    }
    assert any(signal.rule.is_strength for signal in listed)
    steps = sample.ask(coaching_steps)
    assert {step.held_on is None for step in steps} == {True, False}
    assert all(step.planned_on >= today for step in steps if step.held_on is None)
    assert any(step.looked_on and step.now for step in steps)


def test_no_rep_hears_the_same_note_twice(sample: Journal) -> None:
    notes = sample.ask(rows, "SELECT rep_id, text FROM conversation WHERE status = 'held'")
    repeated = [note for note, times in Counter(notes).items() if times > 1]
    assert repeated == []


def test_no_gap_in_a_text_is_left_open(sample: Journal) -> None:
    found = sample.ask(everything, but=frozenset({"uid"}))
    written = ("conversation", "commitment", "observation", "field_call", "deal", "goal", "plan", "plan_action")
    texts = [str(value) for table in written for row in found[table] for value in row]
    assert not [text for text in texts if "{" in text or "}" in text]


# In and out ---------------------------------------------------------------------------------------------


def test_the_same_day_gives_the_same_team(journal_file: Path, tmp_path: Path) -> None:
    twins = []
    for name in ("one", "two"):
        opened = open_journal(shutil.copy(journal_file, tmp_path / name), clock=noon(TODAYS[0]))
        opened.do(load_sample_team)
        twins.append(opened.ask(everything, but=frozenset({"uid"})))
        opened.close()
    assert twins[0] == twins[1]


def test_removing_leaves_a_new_journal_and_undo_brings_all_of_it_back(journal: Journal) -> None:
    new = journal.ask(everything)
    journal.do(load_sample_team)
    loaded = journal.ask(everything) | {"sighting": []}  # what is seen is seen anew, and never undone
    journal.do(remove_sample_team)
    assert journal.ask(everything) == new
    journal.undo()
    assert journal.ask(everything) == loaded


def test_loading_is_one_step_of_undo(journal: Journal) -> None:
    new = journal.ask(everything)
    journal.do(load_sample_team)
    assert journal.undoable() == "Added the sample team."
    journal.undo()
    assert journal.ask(everything) == new


def test_the_window_can_ask_whether_there_is_something_to_remove(journal: Journal) -> None:
    assert not journal.ask(has_sample)
    journal.do(load_sample_team)
    assert journal.ask(has_sample)
    journal.do(remove_sample_team)
    assert not journal.ask(has_sample)


def test_loading_twice_and_removing_twice_are_refused_with_a_sentence(journal: Journal) -> None:
    journal.do(load_sample_team)
    with pytest.raises(Rejected, match="The sample team is already in this journal"):
        journal.do(load_sample_team)
    journal.do(remove_sample_team)
    with pytest.raises(Rejected, match="There is no sample team in this journal"):
        journal.do(remove_sample_team)


def test_what_the_user_wrote_about_their_own_reps_stays_with_its_customer(journal: Journal) -> None:
    journal.do(load_sample_team)
    mine = journal.do(add_rep, name="Rosa Blum")
    deal = journal.do(add_deal, rep_id=mine, name="Halvorsen AS, my own", stage_id=1, account="Halvorsen AS")
    journal.do(log_conversation, rep_id=mine, text="Mine.", deal_ids=[deal])
    journal.do(remove_sample_team)
    assert journal.ask(rows, "SELECT name FROM rep") == [("Rosa Blum",)]
    assert journal.ask(rows, "SELECT text FROM conversation") == [("Mine.",)]
    kept = journal.ask(rows, "SELECT account.name, import_run_id FROM account")
    assert kept == [("Halvorsen AS", None)]


def test_a_sample_deal_goes_even_when_the_user_gave_it_to_their_own_rep(journal: Journal) -> None:
    journal.do(load_sample_team)
    mine = journal.do(add_rep, name="Rosa Blum")
    journal.do(edit_deal, deal_id=1, rep_id=mine)
    journal.do(remove_sample_team)
    assert journal.ask(rows, "SELECT count(*) FROM deal") == [(0,)]


def test_the_sample_signs_only_where_nobody_does(journal: Journal) -> None:
    journal.do(load_sample_team)
    assert journal.ask(settings).manager_name == "Markus Lind"
    journal.do(remove_sample_team)
    journal.do(set_manager, name="Ada Lund")
    journal.do(load_sample_team)
    assert journal.ask(settings).manager_name == "Ada Lund"
    journal.do(remove_sample_team)
    assert journal.ask(settings).manager_name == "Ada Lund"


def test_a_rep_of_the_same_name_is_not_mixed_up_with_the_sample(journal: Journal) -> None:
    journal.do(add_rep, name="Dana Reyes")
    before = journal.ask(everything)
    with pytest.raises(Rejected, match="Dana Reyes is already on the team"):
        journal.do(load_sample_team)
    assert journal.ask(everything) == before
