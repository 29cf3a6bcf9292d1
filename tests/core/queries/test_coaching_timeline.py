"""A rep's goals and hours on one axis, as the manager sees them and as a document may show them."""

from datetime import UTC, date, datetime

import pytest

from coachjournal.commands.begun import leave_begun
from coachjournal.commands.check_in import check_in
from coachjournal.commands.coaching_action import begin_action, hold_action, plan_action
from coachjournal.commands.conversation import edit_conversation, log_conversation
from coachjournal.commands.goal import abandon_goal, set_goal
from coachjournal.commands.time_entry import add_time
from coachjournal.journal import Journal
from coachjournal.queries.coaching_timeline import coaching_timeline
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.goal import Measure
from coachjournal.rules.time_entry import TimeCategory

RIDE = ConversationKind.RIDE_ALONG
ONE = ConversationKind.ONE_ON_ONE
PRACTICE = ConversationKind.PRACTICE
TODAY = date(2026, 11, 23)


def test_a_rep_about_whom_nothing_is_written_has_an_axis_and_nothing_on_it(journal: Journal, dana: int) -> None:
    shown = journal.ask(coaching_timeline, rep_id=dana)
    assert (shown.start, shown.end) == (date(2026, 8, 25), date(2026, 11, 24))
    assert (shown.goals, shown.conversations, shown.rep_weeks, shown.gaps) == ((), (), (), ())


def test_a_rep_that_is_gone_is_said(journal: Journal) -> None:
    with pytest.raises(LookupError):
        journal.ask(coaching_timeline, rep_id=99)


def test_the_hours_of_a_week_are_counted_by_kind_and_set_beside_the_whole_week(journal: Journal, dana: int) -> None:
    journal.do(log_conversation, rep_id=dana, kind=RIDE, held_on=date(2026, 11, 17), minutes=240, travel_minutes=60)
    journal.do(log_conversation, rep_id=dana, kind=ONE, held_on=date(2026, 11, 20), minutes=30)
    at = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
    journal.do(add_time, starts_at=at, day=date(2026, 11, 18), minutes=90, category=TimeCategory.REPORTS)
    shown = journal.ask(coaching_timeline, rep_id=dana)
    assert [(hours.period.start, hours.minutes) for hours in shown.rep_weeks] == [
        (date(2026, 11, 16), {RIDE: 240, ONE: 30})
    ]
    assert [(week.people, week.rest) for week in shown.whole_weeks] == [(270, 90)]


def test_the_longest_time_without_coaching_is_a_gap_with_its_words(journal: Journal, dana: int) -> None:
    for day in (date(2026, 8, 3), date(2026, 11, 20)):
        journal.do(log_conversation, rep_id=dana, kind=RIDE, held_on=day)
    (gap,) = journal.ask(coaching_timeline, rep_id=dana).gaps
    assert (gap.start, gap.end, gap.days) == (date(2026, 8, 4), date(2026, 11, 20), 108)


def test_an_abandoned_goal_has_no_line(journal: Journal, dana: int) -> None:
    goal = journal.do(
        set_goal, rep_id=dana, title="Discovery", measure=Measure.LEVEL, baseline=2, target=4, due_on=date(2027, 1, 31)
    )
    journal.do(check_in, goal_id=goal, value=3)
    assert [point.share for point in journal.ask(coaching_timeline, rep_id=dana).goals[0].points] == [0.5]
    journal.do(abandon_goal, goal_id=goal, reason="Another team")
    assert journal.ask(coaching_timeline, rep_id=dana).goals == ()


def test_what_others_see_neither_marks_nor_counts_a_private_conversation(journal: Journal, dana: int) -> None:
    journal.do(log_conversation, rep_id=dana, kind=ONE, held_on=date(2026, 9, 1), minutes=30)
    journal.do(log_conversation, rep_id=dana, kind=RIDE, held_on=date(2026, 10, 15), minutes=45, private=True)
    journal.do(log_conversation, rep_id=dana, kind=ONE, held_on=date(2026, 11, 20), minutes=30)
    mine = journal.ask(coaching_timeline, rep_id=dana)
    theirs = journal.ask(coaching_timeline, rep_id=dana, for_others=True)
    assert [talk.kind for talk in mine.conversations] == [ONE, RIDE, ONE]
    assert [talk.kind for talk in theirs.conversations] == [ONE, ONE]
    assert sum(sum(week.minutes.values()) for week in mine.rep_weeks) == 105
    assert sum(sum(week.minutes.values()) for week in theirs.rep_weeks) == 60
    assert theirs.gaps == mine.gaps, "it took place, so no document may claim a time without coaching"
    assert theirs.whole_weeks == mine.whole_weeks


def test_coaching_is_marked_once_hollow_while_it_is_planned(journal: Journal, dana: int) -> None:
    tomorrow = date(2026, 11, 24)
    action = journal.do(plan_action, rep_id=dana, kind=ActionKind.PRACTICE, planned_on=tomorrow, text="Say it aloud")
    planned = journal.ask(coaching_timeline, rep_id=dana)
    assert [(mark.on, mark.kind, mark.held) for mark in planned.actions] == [(tomorrow, PRACTICE, False)]
    assert planned.end == date(2026, 11, 25), "the axis reaches to what is planned"
    talk = journal.do(begin_action, action_id=action)
    journal.do(edit_conversation, conversation_id=talk, text="She said it twice.")
    journal.do(leave_begun, conversation_id=talk)
    held = journal.ask(coaching_timeline, rep_id=dana)
    assert (held.actions, [mark.coached for mark in held.conversations]) == ((), ["Say it aloud"])


def test_what_is_planned_leaves_the_journal_in_no_picture_for_others(journal: Journal, dana: int) -> None:
    held = journal.do(plan_action, rep_id=dana, kind=ActionKind.RECOGNISE, planned_on=TODAY, text="A word to Tom")
    journal.do(hold_action, action_id=held)
    journal.do(plan_action, rep_id=dana, kind=ActionKind.PRACTICE, planned_on=TODAY)
    shown = journal.ask(coaching_timeline, rep_id=dana, for_others=True)
    assert [(mark.kind, mark.text) for mark in shown.actions] == [(ActionKind.RECOGNISE, "")]


def test_what_is_planned_far_ahead_does_not_make_the_past_small(journal: Journal, dana: int) -> None:
    journal.do(plan_action, rep_id=dana, kind=ActionKind.PRACTICE, planned_on=date(2027, 6, 1))
    assert journal.ask(coaching_timeline, rep_id=dana).actions == ()
