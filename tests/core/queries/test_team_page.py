"""The Team page and the rows behind its cells, counted by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coachjournal.commands.commitment import keep_commitment, make_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.goal import abandon_goal, extend_goal
from coachjournal.commands.observation import write_observation
from coachjournal.commands.rating import rate_during
from coachjournal.commands.rep import add_rep, archive_rep, set_quota
from coachjournal.commands.skill import archive_skill
from coachjournal.commands.time_entry import add_time
from coachjournal.journal import Journal, Writing
from coachjournal.model import CoachingAction, Signal
from coachjournal.queries.coverage_map import Coached
from coachjournal.queries.team_page import TeamPage, team_page
from coachjournal.queries.team_rows import (
    RowOf,
    coached_rows,
    goal_rows,
    kind_rows,
    next_step_rows,
    quota_rows,
    time_rows,
)
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.deal import DEFAULT_STAGES
from coachjournal.rules.goal import GoalStanding
from coachjournal.rules.money import Money
from coachjournal.rules.period import Period, last_days, quarter_of
from coachjournal.rules.tally import OutOf
from coachjournal.rules.time_entry import TimeCategory
from tests.goals import DISCOVERY, set_discovery_goal

TODAY = date(2026, 11, 23)
QUARTER = quarter_of(TODAY)
SPAN = last_days(TODAY, 91)
DAY = timedelta(days=1)
WON = next(number for number, stage in enumerate(DEFAULT_STAGES, start=1) if stage.name == "Closed won")
QUALIFICATION = 3


@pytest.fixture
def amir(journal: Journal) -> int:
    return journal.do(add_rep, name="Amir Khan")


def page(journal: Journal, quarter: Period = QUARTER, span: Period = SPAN) -> TeamPage:
    return journal.ask(team_page, quarter=quarter, span=span)


def talk(journal: Journal, rep_id: int, days_ago: int = 0, text: str = "", skill: int | None = None) -> int:
    on = TODAY - days_ago * DAY
    return journal.do(log_conversation, rep_id=rep_id, held_on=on, text=text, focus_skill_id=skill)


def win(journal: Journal, rep_id: int, euros: int, on: date = TODAY, currency: str = "EUR") -> int:
    money = Money(euros * 100, currency)
    return journal.do(add_deal, rep_id=rep_id, name=f"{euros} on {on}", stage_id=WON, amount=money, closed_on=on)


# ------------------------------------------------------------------------------------------------ participation


def test_participation_counts_who_reached_their_quota_and_tells_apart_who_has_none(
    journal: Journal, dana: int, amir: int
) -> None:
    tom = journal.do(add_rep, name="Tom Moyo")
    for rep_id in (dana, amir):
        journal.do(set_quota, rep_id=rep_id, period=QUARTER, quota=Money(1_000_00, "EUR"))
    win(journal, dana, 400)
    win(journal, dana, 600)
    win(journal, amir, 999)
    win(journal, tom, 5_000)
    shown = page(journal)
    assert shown.participation == OutOf(1, 2)
    assert [rep.name for rep in shown.without_quota] == ["Tom Moyo"]
    assert (shown.attained[dana].share, shown.attained[dana].deals) == (1.0, 2)


def test_only_what_was_won_in_its_days_and_its_currency_counts_towards_a_quota(journal: Journal, dana: int) -> None:
    journal.do(set_quota, rep_id=dana, period=QUARTER, quota=Money(1_000_00, "EUR"))
    first, last = win(journal, dana, 100, QUARTER.start), win(journal, dana, 200, TODAY)
    win(journal, dana, 300, QUARTER.start - DAY)
    win(journal, dana, 400, currency="USD")
    assert page(journal).attained[dana].won == Money(300_00, "EUR")
    rows = journal.ask(quota_rows, rep_id=dana, quarter=QUARTER)
    assert [(row.of, row.key) for row in rows] == [(RowOf.DEAL, last), (RowOf.DEAL, first)]


def test_the_quota_of_the_quarter_comes_before_that_of_a_month_or_a_year(journal: Journal, dana: int) -> None:
    year = Period(date(2026, 1, 1), date(2027, 1, 1))
    journal.do(set_quota, rep_id=dana, period=year, quota=Money(100_00, "EUR"))
    win(journal, dana, 50, date(2026, 2, 1))
    assert page(journal).attained[dana].share == 0.5
    journal.do(set_quota, rep_id=dana, period=QUARTER, quota=Money(100_00, "EUR"))
    journal.do(set_quota, rep_id=dana, period=Period(date(2026, 11, 1), date(2026, 12, 1)), quota=Money(1_00, "EUR"))
    assert page(journal).attained[dana].share == 0.0
    assert journal.ask(quota_rows, rep_id=dana, quarter=QUARTER) == ()


def test_a_quarter_that_is_over_counts_who_was_there_then(journal: Journal, dana: int, amir: int) -> None:
    before = quarter_of(QUARTER.start - DAY)
    for rep_id in (dana, amir):
        journal.do(set_quota, rep_id=rep_id, period=before, quota=Money(100_00, "EUR"))
    win(journal, amir, 100, before.start)
    journal.do(archive_rep, rep_id=amir)
    assert page(journal, before).participation == OutOf(1, 2)
    assert [rep.name for rep in page(journal).reps] == ["Dana Reyes"]


def test_who_left_the_team_is_in_none_of_its_sums(journal: Journal, dana: int, amir: int) -> None:
    for rep_id in (dana, amir):
        talk(journal, rep_id, 3, skill=DISCOVERY)
        journal.do(make_commitment, rep_id=rep_id, text="Call Ingrid")
    journal.do(archive_rep, rep_id=amir)
    told = page(journal)
    assert {rep_id for each in (told.coached, told.kinds, told.next_steps) for rep_id, _ in each} == {dana}


# --------------------------------------------------------------------------------------------------- the map


def test_a_skill_counts_once_a_conversation_whichever_way_it_came_up(journal: Journal, dana: int) -> None:
    key = talk(journal, dana, 3, text="!discovery again", skill=DISCOVERY)
    journal.do(write_observation, rep_id=dana, conversation_id=key, skill_id=DISCOVERY, behaviour="Asked who decides.")
    journal.do(rate_during, conversation_id=key, skill_id=DISCOVERY, level=3, side=Side.MANAGER)
    assert page(journal).coached == {(dana, DISCOVERY): Coached(1, TODAY - 3 * DAY, 5)}


@pytest.mark.parametrize("way", ["focus", "mention", "observation", "rating", "action"])
def test_each_way_a_skill_comes_up_is_in_the_map(journal: Journal, dana: int, way: str) -> None:
    focus = DISCOVERY if way == "focus" else None
    key = talk(journal, dana, 2, text="On !discovery" if way == "mention" else "", skill=focus)
    if way == "observation":
        journal.do(write_observation, rep_id=dana, conversation_id=key, skill_id=DISCOVERY, behaviour="Asked.")
    if way == "rating":
        journal.do(rate_during, conversation_id=key, skill_id=DISCOVERY, level=3, side=Side.REP)
    if way == "action":
        journal.do(coached_on_a_signal, rep_id=dana, conversation_id=key)
    assert page(journal).coached == {(dana, DISCOVERY): Coached(1, TODAY - 2 * DAY, 5)}
    rows = journal.ask(coached_rows, rep_id=dana, skill_id=DISCOVERY, span=SPAN)
    assert [row.key for row in rows] == [key]


def coached_on_a_signal(tx: Writing, *, rep_id: int, conversation_id: int) -> None:
    signal = Signal(rep_id=rep_id, rule="skill_flat", skill_id=DISCOVERY, seen_on=TODAY)
    tx.session.add(signal)
    tx.session.flush()
    tx.session.add(
        CoachingAction(
            rep_id=rep_id,
            signal_id=signal.id,
            kind="conversation",
            planned_on=TODAY,
            conversation_id=conversation_id,
        )
    )


def test_what_was_before_the_span_or_is_only_planned_is_not_in_the_map(journal: Journal, dana: int) -> None:
    talk(journal, dana, 91, skill=DISCOVERY)
    assert page(journal).coached == {}
    talk(journal, dana, 90, skill=DISCOVERY)
    assert page(journal).coached[dana, DISCOVERY].conversations == 1


def test_a_skill_that_is_archived_stays_in_the_map_while_it_was_coached(journal: Journal, dana: int) -> None:
    talk(journal, dana, skill=DISCOVERY)
    for skill_id in (DISCOVERY, QUALIFICATION):
        journal.do(archive_skill, skill_id=skill_id)
    shown = {skill.skill_id for skill in page(journal).skills}
    assert DISCOVERY in shown
    assert QUALIFICATION not in shown


def test_private_conversations_count_for_the_manager_and_are_listed_without_their_words(
    journal: Journal, dana: int
) -> None:
    journal.do(log_conversation, rep_id=dana, text="About his divorce", private=True, focus_skill_id=DISCOVERY)
    assert page(journal).coached[dana, DISCOVERY].conversations == 1
    (row,) = journal.ask(coached_rows, rep_id=dana, skill_id=DISCOVERY, span=SPAN)
    assert (row.private, row.about) == (True, "")
    (together,) = journal.ask(time_rows, rep_id=dana, span=SPAN)
    assert (together.private, together.about) == (True, "")


# ------------------------------------------------------------------------------------------- time, kinds, goals, steps


def test_time_together_is_conversations_and_what_else_was_noted(journal: Journal, dana: int, amir: int) -> None:
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, minutes=45)
    nine = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    journal.do(add_time, starts_at=nine, day=TODAY, minutes=30, category=TimeCategory.ONBOARDING, rep_id=dana)
    talk(journal, amir)
    assert page(journal).minutes == {dana: 75, amir: 5}
    rows = journal.ask(time_rows, rep_id=dana, span=SPAN)
    assert sum(row.minutes or 0 for row in rows) == 75
    assert {row.of for row in rows} == {RowOf.CONVERSATION, RowOf.TIME}


def test_kinds_are_counted_by_rep(journal: Journal, dana: int, amir: int) -> None:
    passing = [talk(journal, dana), talk(journal, dana, 5)]
    talk(journal, amir)
    assert page(journal).kinds == {(dana, ConversationKind.IN_PASSING): 2, (amir, ConversationKind.IN_PASSING): 1}
    rows = journal.ask(kind_rows, rep_id=dana, kind=ConversationKind.IN_PASSING, span=SPAN)
    assert [row.key for row in rows] == passing
    assert len(journal.ask(kind_rows, rep_id=None, kind=ConversationKind.IN_PASSING, span=SPAN)) == 3


def test_goals_are_counted_as_they_stand_and_those_that_ended_this_year(journal: Journal, dana: int) -> None:
    goals = [set_discovery_goal(journal, dana, due_on=TODAY + 90 * DAY) for _ in range(3)]
    after = journal.do(extend_goal, goal_id=goals[0], due_on=TODAY + 180 * DAY)
    journal.do(abandon_goal, goal_id=goals[1], reason="Another territory")
    assert page(journal).goals == {
        (dana, GoalStanding.TOO_EARLY): 2,
        (dana, GoalStanding.EXTENDED): 1,
        (dana, GoalStanding.ABANDONED): 1,
    }
    rows = journal.ask(goal_rows, rep_id=dana, standing=GoalStanding.TOO_EARLY)
    assert {row.key for row in rows} == {goals[2], after}


def test_next_steps_are_open_commitments_by_who_owns_them(journal: Journal, dana: int) -> None:
    theirs = journal.do(make_commitment, rep_id=dana, text="Call Ingrid", due_on=TODAY + DAY)
    mine = journal.do(make_commitment, rep_id=dana, text="Introduce Will", owner=Side.MANAGER, due_on=TODAY)
    done = journal.do(make_commitment, rep_id=dana, text="Send the agenda")
    journal.do(keep_commitment, commitment_id=done)
    assert page(journal).next_steps == {(dana, Side.REP): 1, (dana, Side.MANAGER): 1}
    rows = journal.ask(next_step_rows, rep_id=dana)
    assert [(row.key, row.what) for row in rows] == [(mine, "you"), (theirs, "Dana")]


def test_a_journal_without_anybody_has_an_empty_page(journal: Journal) -> None:
    shown = page(journal)
    assert (shown.reps, shown.participation, dict(shown.coached)) == ((), OutOf(0, 0), {})
