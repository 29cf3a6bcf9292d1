from datetime import date, timedelta

import pytest

from coachjournal.commands.check_in import check_in
from coachjournal.commands.commitment import keep_commitment, make_commitment, move_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.goal import abandon_goal, extend_goal, set_goal
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.rep_page import (
    Balance,
    RepPage,
    ended_goals,
    rep_commitments,
    rep_conversations,
    rep_page,
)
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.goal import GoalStanding, Measure
from coachjournal.rules.tally import OutOf

TODAY = date(2026, 11, 23)


@pytest.fixture
def dana(journal: Journal) -> int:
    return journal.do(add_rep, name="Dana Reyes", role="Account executive", started_on=date(2024, 3, 1))


def page_of(journal: Journal, rep_id: int) -> RepPage:
    page = journal.ask(rep_page, rep_id=rep_id)
    assert page is not None
    return page


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_a_rep_of_whom_only_the_name_is_known_has_a_page(journal: Journal) -> None:
    page = page_of(journal, journal.do(add_rep, name="Björk"))
    assert (page.rep.first_name, page.goals, page.open_commitments, page.last_talk) == ("Björk", (), (), None)
    assert (page.figures.quotas, page.figures.win_rate, page.figures.cycle_days) == ((), OutOf(0, 0), None)


def test_a_rep_who_is_not_there_has_none(journal: Journal) -> None:
    assert journal.ask(rep_page, rep_id=7) is None


def test_a_goal_stands_where_its_latest_check_in_put_it_and_names_the_conversation(journal: Journal, dana: int) -> None:
    goal = journal.do(
        set_goal,
        rep_id=dana,
        title="Discovery depth",
        measure=Measure.LEVEL,
        baseline=2.5,
        target=4.0,
        started_on=days_ago(100),
        due_on=TODAY + timedelta(days=25),
    )
    talk = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG, held_on=days_ago(11))
    journal.do(check_in, goal_id=goal, value=3.9, checked_on=days_ago(11), conversation_id=talk)
    journal.do(check_in, goal_id=goal, value=2.8, checked_on=days_ago(60))
    (row,) = page_of(journal, dana).goals
    assert (row.now, row.last_on, row.seen_in) == (3.9, days_ago(11), ConversationKind.RIDE_ALONG)
    assert row.standing is GoalStanding.ON_TRACK


def test_an_extended_goal_keeps_the_way_it_has_come(journal: Journal, dana: int) -> None:
    goal = journal.do(
        set_goal,
        rep_id=dana,
        title="Meetings",
        measure=Measure.PER_WEEK,
        baseline=3,
        target=8,
        started_on=days_ago(90),
        due_on=days_ago(1),
    )
    journal.do(check_in, goal_id=goal, value=6)
    journal.do(extend_goal, goal_id=goal, due_on=TODAY + timedelta(days=60))
    (row,) = page_of(journal, dana).goals
    assert (row.now, row.due_on) == (6, TODAY + timedelta(days=60))
    assert page_of(journal, dana).ended_goals == 0


def test_ended_goals_are_counted_and_listed_apart(journal: Journal, dana: int) -> None:
    goal = journal.do(
        set_goal,
        rep_id=dana,
        title="Forecast",
        measure=Measure.PERCENT,
        baseline=40,
        target=80,
        due_on=date(2027, 1, 1),
    )
    journal.do(abandon_goal, goal_id=goal, reason="Moved to another segment.")
    page = page_of(journal, dana)
    assert (page.goals, page.ended_goals) == ((), 1)
    assert [row.standing for row in journal.ask(ended_goals, rep_id=dana)] == [GoalStanding.ABANDONED]


def test_open_commitments_come_by_their_day_and_those_without_one_last(journal: Journal, dana: int) -> None:
    journal.do(make_commitment, rep_id=dana, text="some day")
    journal.do(make_commitment, rep_id=dana, text="later", due_on=TODAY + timedelta(days=9))
    journal.do(make_commitment, rep_id=dana, text="sooner", due_on=TODAY)
    assert [row.text for row in page_of(journal, dana).open_commitments] == ["sooner", "later", "some day"]


def test_who_owns_the_next_steps_counts_a_moved_commitment_once(journal: Journal, dana: int) -> None:
    moved = journal.do(make_commitment, rep_id=dana, text="map the committee", due_on=TODAY)
    journal.do(move_commitment, commitment_id=moved, due_on=TODAY + timedelta(days=7))
    kept = journal.do(make_commitment, rep_id=dana, text="talk to legal", owner=Side.MANAGER)
    journal.do(keep_commitment, commitment_id=kept)
    journal.do(make_commitment, rep_id=dana, text="long ago", made_on=days_ago(90))
    assert page_of(journal, dana).balance == Balance(rep=1, manager=1)


def test_the_lists_give_the_newest_and_no_more_than_asked_for(journal: Journal, dana: int) -> None:
    for days in range(5):
        journal.do(log_conversation, rep_id=dana, text=f"{days} days ago\nmore", held_on=days_ago(days))
        journal.do(make_commitment, rep_id=dana, text=f"{days}", due_on=TODAY + timedelta(days=days))
    assert [row.first_line for row in journal.ask(rep_conversations, rep_id=dana, most=2)] == [
        "0 days ago",
        "1 days ago",
    ]
    assert [row.text for row in journal.ask(rep_commitments, rep_id=dana, most=2)] == ["0", "1"]
    page = page_of(journal, dana)
    assert (page.conversations, page.commitments) == (5, 5)


def test_the_first_line_of_a_private_conversation_stays_out(journal: Journal, dana: int) -> None:
    journal.do(log_conversation, rep_id=dana, text="Thinks of leaving", private=True)
    (row,) = journal.ask(rep_conversations, rep_id=dana)
    assert (row.first_line, row.private) == ("", True)


def test_another_reps_records_never_show(journal: Journal, dana: int) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    journal.do(log_conversation, rep_id=amir)
    journal.do(make_commitment, rep_id=amir, text="call back")
    page = page_of(journal, dana)
    assert (page.last_talk, page.conversations, page.commitments, page.open_commitments) == (None, 0, 0, ())
