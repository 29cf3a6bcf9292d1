"""From the records of a journal to what its rules find: what counts, whose it is, and the rows behind it."""

from datetime import date, timedelta

import pytest

from coachjournal.commands.absence import add_absence
from coachjournal.commands.begun import begin_conversation
from coachjournal.commands.commitment import keep_commitment, make_commitment, miss_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal, edit_deal
from coachjournal.commands.goal import achieve_goal, set_goal
from coachjournal.commands.rating import rate_skill
from coachjournal.commands.rep import add_rep, archive_rep, set_quota
from coachjournal.commands.setting import put
from coachjournal.journal import Journal
from coachjournal.queries.finding_rows import finding_rows
from coachjournal.queries.findings import findings
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.deal import DEFAULT_STAGES
from coachjournal.rules.goal import Measure
from coachjournal.rules.money import Money
from coachjournal.rules.period import quarter_of
from coachjournal.rules.setting import SettingName
from coachjournal.rules.signals.finding import Finding, Number, Rule, Unit

TODAY = date(2026, 11, 23)
STAGE = {stage.name: number for number, stage in enumerate(DEFAULT_STAGES, start=1)}
DISCOVERY = 2


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def add(
    journal: Journal, rep_id: int, stage: str, *, closed: int | None = None, created: int = 60, why: str = ""
) -> int:
    """A deal of 1,000 euros, due today if it is open."""
    return journal.do(
        add_deal,
        rep_id=rep_id,
        name=f"{stage} {closed}",
        stage_id=STAGE[stage],
        amount=Money(100_000, "EUR"),
        created_on=ago(created),
        close_on=TODAY,
        closed_on=None if closed is None else ago(closed),
        loss_reason=why,
    )


def told(journal: Journal, rule: Rule, rep_id: int | None = None) -> list[Finding]:
    return [each for each in journal.ask(findings, rep_id=rep_id) if each.rule is rule]


@pytest.fixture
def team(journal: Journal) -> list[int]:
    """Three reps of twelve closed deals each: one wins three, two win six."""
    reps = [journal.do(add_rep, name=name) for name in ("Tom Moyo", "Amir Khan", "Lena Sato")]
    for rep_id, won in zip(reps, (3, 6, 6), strict=True):
        for number in range(12):
            add(journal, rep_id, "Closed won" if number < won else "Closed lost", closed=20 + number)
    return reps


def test_an_empty_journal_and_a_new_rep_are_told_of_nothing(journal: Journal) -> None:
    assert journal.ask(findings) == ()
    journal.do(add_rep, name="Dana Reyes")
    assert journal.ask(findings) == ()


def test_a_win_rate_is_measured_by_the_median_of_the_active_reps(journal: Journal, team: list[int]) -> None:
    tom, amir, _ = team
    (low,) = told(journal, Rule.LOW_WIN_RATE)
    assert (low.subject.rep_id, low.number) == (tom, Number(0.25, Unit.SHARE, 12, 3, against=0.5, against_n=3))
    assert len(journal.ask(finding_rows, finding=low)) == 12
    journal.do(archive_rep, rep_id=amir)
    assert not told(journal, Rule.LOW_WIN_RATE)  # two are no team


def test_one_rep_is_told_as_among_all(journal: Journal, team: list[int]) -> None:
    for rep_id in team:
        every = [each for each in journal.ask(findings) if each.subject.rep_id == rep_id]
        assert list(journal.ask(findings, rep_id=rep_id)) == every


def test_reps_come_by_name_and_their_findings_in_the_order_of_the_rules(journal: Journal, team: list[int]) -> None:
    tom, amir, lena = team
    for rep_id in team:
        journal.do(log_conversation, rep_id=rep_id, held_on=ago(20))
    order = [(each.subject.rep_id, each.rule) for each in journal.ask(findings)]
    late = Rule.NOT_COACHED
    assert order == [(amir, late), (lena, late), (tom, Rule.LOW_WIN_RATE), (tom, late)]


def test_deals_closed_longer_ago_than_a_year_are_the_year_before(journal: Journal, dana: int) -> None:
    for number in range(10):
        add(journal, dana, "Closed won" if number < 3 else "Closed lost", closed=364)
        add(journal, dana, "Closed won" if number < 4 else "Closed lost", closed=366, created=400)
    (low,) = told(journal, Rule.LOW_WIN_RATE)
    assert low.number == Number(0.3, Unit.SHARE, 10, 3, against=0.4, against_n=10)


def test_where_deals_were_lost_comes_from_their_history(journal: Journal, team: list[int]) -> None:
    tom = team[0]
    for number in range(4):
        deal = add(journal, tom, "Qualify")
        journal.do(edit_deal, deal_id=deal, stage_id=STAGE["Propose" if number else "Discover"])
        journal.do(edit_deal, deal_id=deal, stage_id=STAGE["Closed lost"], loss_reason="Price")
    (low,) = told(journal, Rule.LOW_WIN_RATE)
    assert low.detail == {"against": "team", "lost_at": "Propose", "lost": 3, "lost_known": 4, "early": 0}
    states = [row.state for row in journal.ask(finding_rows, finding=low)]
    assert (states.count("Lost at Propose, Price"), states.count("Lost"), states.count("Won")) == (3, 9, 3)


def test_a_stage_leaks_where_deals_stop_that_go_on_with_others(journal: Journal, team: list[int]) -> None:
    for rep_id, lost in zip(team, (12, 3, 3), strict=True):
        for number in range(15):
            deal = add(journal, rep_id, "Propose")
            journal.do(edit_deal, deal_id=deal, stage_id=STAGE["Closed lost" if number < lost else "Closed won"])
    (leak,) = told(journal, Rule.LEAKING_STAGE)
    assert (leak.subject.rep_id, leak.subject.stage_id, leak.name) == (team[0], STAGE["Propose"], "Propose")
    assert leak.number == Number(3 / 15, Unit.SHARE, 15, 3, against=12 / 15, against_n=3)


def test_a_quota_is_covered_by_what_is_due_and_lowered_by_what_is_won(journal: Journal, dana: int) -> None:
    journal.do(set_quota, rep_id=dana, period=quarter_of(TODAY), quota=Money(300_000, "EUR"))
    won = add(journal, dana, "Closed won", closed=5)
    due = [add(journal, dana, "Propose") for _ in range(3)]
    (thin,) = told(journal, Rule.THIN_PIPELINE)
    assert (thin.number.value, thin.number.n, set(thin.rows.keys)) == (1.5, 3, set(due))
    assert won not in thin.rows.keys
    for _ in range(3):
        add(journal, dana, "Propose")
    assert not told(journal, Rule.THIN_PIPELINE)


def test_new_deals_are_counted_by_the_day_they_came_up(journal: Journal, dana: int) -> None:
    for days in range(30, 210, 15):
        add(journal, dana, "Qualify", created=days)
    assert not told(journal, Rule.FEW_NEW_DEALS)  # no earlier deal: these may not be all months
    add(journal, dana, "Closed lost", created=210, closed=100)
    (few,) = told(journal, Rule.FEW_NEW_DEALS)
    assert few.number == Number(0, Unit.COUNT, 0, against=2, against_n=12)
    add(journal, dana, "Qualify", created=29)
    assert not told(journal, Rule.FEW_NEW_DEALS)  # one is exactly half


def test_slips_come_from_the_history_of_the_close_date(journal: Journal, dana: int) -> None:
    deal = add(journal, dana, "Propose")
    for days in (6, 13, 60):
        journal.do(edit_deal, deal_id=deal, close_on=TODAY + timedelta(days=days))
    (slip,) = told(journal, Rule.SLIPPED)
    assert (slip.subject.deal_id, slip.number.value) == (deal, 2)  # by seven days, and past its quarter
    (row,) = journal.ask(finding_rows, finding=slip)
    assert (row.state, row.money) == ("Propose, slipped twice", Money(100_000, "EUR"))


def test_of_all_open_deals_those_that_are_quiet_longest_stand_first(journal: Journal, dana: int) -> None:
    for days in (20, 20, 20, 20, 20, 200, 300, 250, 400, -30):
        add(journal, dana, "Propose", created=days)
    (resting,) = told(journal, Rule.STALLED_DEAL)
    states = [row.state for row in journal.ask(finding_rows, finding=resting)]
    assert states[:2] == ["Propose, quiet for 400 days", "Propose, quiet for 300 days"]
    assert states[-1] == "Propose", "one that begins next month is not quiet yet"


def test_no_decision_is_counted_over_all_reasons(journal: Journal, dana: int) -> None:
    for why in ("No decision", "no-decision", "Price", "", "Timing"):
        add(journal, dana, "Closed lost", closed=10, why=why)
    (none,) = told(journal, Rule.NO_DECISION)
    assert (none.number.part, none.number.n) == (2, 5)


def test_only_begun_planned_and_future_conversations_are_no_coaching(journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, held_on=ago(12), kind=ConversationKind.ONE_ON_ONE, text="Asked.")
    journal.do(begin_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE)
    (late,) = told(journal, Rule.NOT_COACHED)
    assert (late.number.value, late.rows.keys, late.detail["overdue"]) == (12, (talk,), 1)
    (row,) = journal.ask(finding_rows, finding=late)
    assert (row.text, row.beside, row.on) == ("Asked.", "One-on-one", ago(12))
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE)
    assert not told(journal, Rule.NOT_COACHED)


def test_days_away_are_no_days_without_coaching(journal: Journal, dana: int) -> None:
    journal.do(log_conversation, rep_id=dana, held_on=ago(12), kind=ConversationKind.ONE_ON_ONE)
    assert told(journal, Rule.NOT_COACHED)
    journal.do(add_absence, first_day=ago(11), last_day=ago(5), rep_id=dana)
    assert not told(journal, Rule.NOT_COACHED)


def test_a_private_conversation_counts_and_keeps_its_words(journal: Journal, dana: int) -> None:
    journal.do(log_conversation, rep_id=dana, held_on=ago(12), text="Not for others.", private=True)
    (late,) = told(journal, Rule.NOT_COACHED)
    (row,) = journal.ask(finding_rows, finding=late)
    assert row.text == ""


def test_a_rep_who_came_long_ago_and_was_never_coached_is_told(journal: Journal) -> None:
    journal.do(add_rep, name="Dana Reyes", started_on=ago(100))
    (late,) = told(journal, Rule.NOT_COACHED)
    assert (late.number.value, late.number.n, late.rows.keys) == (100, 0, ())
    assert told(journal, Rule.NO_FIELD_TIME)


def test_the_last_five_commitments_of_the_rep_count_by_the_day_they_ended(journal: Journal, dana: int) -> None:
    for days in range(6):
        promise = journal.do(make_commitment, rep_id=dana, text=f"Promise {days}", made_on=ago(40))
        journal.do(keep_commitment if days > 1 else miss_commitment, commitment_id=promise, on=ago(days))
    assert not told(journal, Rule.COMMITMENTS_SLIP)  # three of five
    mine = journal.do(make_commitment, rep_id=dana, text="Mine", owner=Side.MANAGER)
    journal.do(miss_commitment, commitment_id=mine)
    assert not told(journal, Rule.COMMITMENTS_SLIP)
    last = journal.do(make_commitment, rep_id=dana, text="The last")
    journal.do(miss_commitment, commitment_id=last)
    (slip,) = told(journal, Rule.COMMITMENTS_SLIP)
    assert (slip.number.part, slip.number.n, last in slip.rows.keys) == (2, 5, True)
    assert [row.state for row in journal.ask(finding_rows, finding=slip)].count("Not kept") == 3


def test_open_commitments_of_the_manager_are_counted_beside_the_reps(journal: Journal, dana: int) -> None:
    for number in range(5):
        owner = Side.MANAGER if number < 3 else Side.REP
        journal.do(make_commitment, rep_id=dana, text=f"Open {number}", owner=owner)
    (mine,) = told(journal, Rule.OWN_TOO_MUCH)
    assert (mine.number.part, mine.number.n) == (3, 5)
    assert sorted(row.beside for row in journal.ask(finding_rows, finding=mine)) == ["Theirs"] * 2 + ["Yours"] * 3


def test_only_the_managers_ratings_of_the_last_year_tell_of_a_skill(journal: Journal, dana: int) -> None:
    for days in (500, 60, 0):
        journal.do(rate_skill, rep_id=dana, skill_id=DISCOVERY, level=2, rated_on=ago(days))
        journal.do(rate_skill, rep_id=dana, skill_id=DISCOVERY, level=2, rated_on=ago(days), side=Side.REP)
    assert not told(journal, Rule.SKILL_FLAT)
    journal.do(rate_skill, rep_id=dana, skill_id=DISCOVERY, level=2, rated_on=ago(30))
    (flat,) = told(journal, Rule.SKILL_FLAT)
    assert (flat.subject.skill_id, flat.name, flat.number.n) == (DISCOVERY, "Discovery", 3)
    journal.do(rate_skill, rep_id=dana, skill_id=DISCOVERY, level=3)
    (up,) = told(journal, Rule.SKILL_UP)
    assert (up.name, up.number.value, up.number.against) == ("Discovery", 3, 2)
    assert not told(journal, Rule.SKILL_FLAT)
    assert [row.level for row in journal.ask(finding_rows, finding=up)] == [3.0, 2.0]


def test_an_achieved_goal_is_a_bright_spot(journal: Journal, dana: int) -> None:
    goal = journal.do(
        set_goal,
        rep_id=dana,
        title="Discovery depth",
        measure=Measure.LEVEL,
        baseline=2,
        target=4,
        due_on=TODAY + timedelta(30),
    )
    assert not told(journal, Rule.GOAL_ACHIEVED)
    journal.do(achieve_goal, goal_id=goal)
    (bright,) = told(journal, Rule.GOAL_ACHIEVED)
    assert (bright.subject.goal_id, bright.name) == (goal, "Discovery depth")
    assert [row.state for row in journal.ask(finding_rows, finding=bright)] == ["Achieved"]


@pytest.mark.parametrize("value", [[1, 2], "none", 7.0, {"numbers": {"low_win_rate.under_team": "many"}, "off": "all"}])
def test_a_foreign_value_in_the_setting_breaks_nothing(journal: Journal, team: list[int], value: object) -> None:
    del team
    before = journal.ask(findings)
    journal.do(lambda tx: put(tx, SettingName.SIGNALS, value))
    assert journal.ask(findings) == before
