from datetime import UTC, date, datetime, timedelta

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.coaching_action import move_action
from coachjournal.commands.commitment import keep_commitment, make_commitment, miss_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal, edit_deal
from coachjournal.commands.draft import drop_draft, keep_draft
from coachjournal.commands.goal import set_goal
from coachjournal.commands.rep import add_rep, archive_rep
from coachjournal.commands.signal import coach_signal
from coachjournal.commands.time_entry import add_time
from coachjournal.journal import Journal, Writing, open_journal
from coachjournal.model import Cadence, Conversation
from coachjournal.queries.due_reps import RepStanding
from coachjournal.queries.today import today_page
from coachjournal.rules.cadence import CadenceKind, Standing
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import ConversationKind, ConversationStatus, Side
from coachjournal.rules.goal import Measure
from coachjournal.rules.signals.finding import Rule
from coachjournal.rules.time_entry import TimeCategory

TODAY = date(2026, 11, 23)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def coached(journal: Journal, name: str, days: int, kind: ConversationKind = ConversationKind.ONE_ON_ONE) -> int:
    """A rep of this name whose last conversation was so many days ago."""
    rep_id = journal.do(add_rep, name=name, started_on=ago(400))
    journal.do(log_conversation, rep_id=rep_id, kind=kind, held_on=ago(days), text=f"# Notes\n\nWith {name}.")
    return rep_id


def rep(journal: Journal, name: str) -> RepStanding:
    return next(each for each in journal.ask(today_page).team if each.name == name)


def plan_one_on_one(tx: Writing, *, rep_id: int, on: date) -> None:
    tx.session.add(
        Conversation(
            rep_id=rep_id,
            kind=ConversationKind.ONE_ON_ONE,
            status=ConversationStatus.PLANNED,
            held_on=on,
            minutes=45,
            written_at=tx.now,
            changed_at=tx.now,
        )
    )


def set_goal_on(journal: Journal, rep_id: int, title: str, due_on: date) -> None:
    journal.do(
        set_goal,
        rep_id=rep_id,
        title=title,
        measure=Measure.LEVEL,
        baseline=2,
        target=4,
        started_on=ago(200),
        due_on=due_on,
    )


def fail_commitments(tx: Writing, *, rep_id: int) -> None:
    """Five, none of them kept."""
    for number in range(5):
        miss_commitment(tx, commitment_id=make_commitment(tx, rep_id=rep_id, text=f"Promise {number}"))


def set_cadence(tx: Writing, *, rep_id: int | None, kind: CadenceKind, target: int, limit: int) -> None:
    tx.session.add(Cadence(kind=kind, rep_id=rep_id, target_days=target, limit_days=limit))


def test_an_empty_journal_has_a_morning_too(journal: Journal) -> None:
    page = journal.ask(today_page)
    assert (page.day, page.team, page.commitments, page.drafts) == (TODAY, (), (), ())
    assert (page.meetings, page.later, page.signals, page.coaching, page.goals) == ((), None, (), (), ())
    assert (page.next_due, page.bright_spot, page.free) == (None, None, None)


@pytest.mark.parametrize(
    ("days", "standing"), [(5, None), (6, Standing.DUE), (10, Standing.DUE), (11, Standing.OVERDUE)]
)
def test_a_rep_is_due_past_the_target_and_overdue_past_the_limit(
    journal: Journal, days: int, standing: Standing | None
) -> None:
    coached(journal, "Dana Reyes", days)
    told = rep(journal, "Dana Reyes").told
    assert (told and told.standing) == standing
    assert told is None or (told.kind, told.days) == (CadenceKind.ANY_COACHING, days)


def test_a_word_in_passing_is_coaching_and_leaves_the_one_on_one_due(journal: Journal) -> None:
    dana = coached(journal, "Dana Reyes", 16)
    journal.do(log_conversation, rep_id=dana, held_on=ago(1))
    told = rep(journal, "Dana Reyes").told
    assert told is not None
    assert (told.kind, told.days, told.standing) == (CadenceKind.ONE_ON_ONE, 16, Standing.OVERDUE)


def test_the_rep_s_own_cadence_wins_over_the_team_s(journal: Journal) -> None:
    dana, tom = coached(journal, "Dana Reyes", 6), coached(journal, "Tom Moyo", 6)
    journal.do(set_cadence, rep_id=None, kind=CadenceKind.ANY_COACHING, target=3, limit=4)
    journal.do(set_cadence, rep_id=dana, kind=CadenceKind.ANY_COACHING, target=20, limit=30)
    assert rep(journal, "Dana Reyes").told is None
    assert [each.rep_id for each in journal.ask(today_page).not_coached] == [tom]


def test_overdue_come_first_then_due_by_name_and_never_by_how_bad_it_is(journal: Journal) -> None:
    for name, days in (("Will", 6), ("Amir", 9), ("Tom", 12), ("Bea", 30), ("Lena", 1)):
        coached(journal, name, days)
    journal.do(plan_one_on_one, rep_id=rep(journal, "Will").rep_id, on=TODAY + timedelta(days=2))
    journal.do(add_rep, name="Zoe")
    assert [each.name for each in journal.ask(today_page).not_coached] == ["Bea", "Tom", "Amir", "Will", "Zoe"]


def test_the_meetings_of_this_week_stand_there_and_the_first_one_after_it_waits(journal: Journal) -> None:
    dana = coached(journal, "Dana Reyes", 1)
    for days in (7, 0, 4):
        journal.do(plan_one_on_one, rep_id=dana, on=TODAY + timedelta(days=days))
    page = journal.ask(today_page)
    assert [ahead.meeting.on for ahead in page.meetings] == [TODAY, TODAY + timedelta(days=4)]
    assert page.later is not None
    assert page.later.on == TODAY + timedelta(days=7)


@pytest.mark.parametrize("clock", [FixedClock(datetime(2026, 11, 26, 9, tzinfo=UTC))])
def test_what_was_planned_earlier_this_week_and_not_held_stands_behind_what_is_to_come(journal: Journal) -> None:
    dana = coached(journal, "Dana Reyes", 1)
    journal.do(plan_one_on_one, rep_id=dana, on=TODAY)
    journal.do(plan_one_on_one, rep_id=dana, on=TODAY + timedelta(days=4))
    page = journal.ask(today_page)
    assert [ahead.meeting.missed for ahead in page.meetings] == [False, True]
    assert [ahead.meeting.on for ahead in page.planned] == [TODAY + timedelta(days=4)]


def test_before_a_meeting_stand_what_is_open_the_goal_due_first_and_a_slipped_deal(journal: Journal) -> None:
    dana = coached(journal, "Dana Reyes", 1)
    journal.do(plan_one_on_one, rep_id=dana, on=TODAY)
    journal.do(make_commitment, rep_id=dana, text="Call the plant")
    for title, days in (("Later", 60), ("Sooner", 30)):
        set_goal_on(journal, dana, title, TODAY + timedelta(days=days))
    deal = journal.do(add_deal, rep_id=dana, name="Halvorsen", stage_id=1, close_on=TODAY + timedelta(days=10))
    for days in (20, 30):
        journal.do(edit_deal, deal_id=deal, close_on=TODAY + timedelta(days=days))
    ahead = journal.ask(today_page).meetings[0]
    assert ahead.before.open_commitments == 1
    assert ahead.goal is not None
    assert (ahead.goal.title, ahead.slipped) == ("Sooner", ("Halvorsen",))


def test_a_planned_conversation_coaches_nobody_yet(journal: Journal) -> None:
    dana = coached(journal, "Dana Reyes", 11)
    journal.do(plan_one_on_one, rep_id=dana, on=TODAY)
    told = rep(journal, "Dana Reyes").told
    assert told is not None
    assert told.days == 11


def test_who_was_never_coached_is_counted_from_the_day_they_came(journal: Journal) -> None:
    journal.do(add_rep, name="Nora Lind", started_on=ago(8))
    told = rep(journal, "Nora Lind").told
    assert told is not None
    assert (told.days, told.standing) == (8, Standing.DUE)


def test_an_archived_rep_is_due_no_more_and_neither_are_their_promises(journal: Journal) -> None:
    dana = coached(journal, "Dana Reyes", 30)
    journal.do(make_commitment, rep_id=dana, text="Call the plant", due_on=TODAY)
    journal.do(plan_one_on_one, rep_id=dana, on=TODAY)
    journal.do(archive_rep, rep_id=dana)
    page = journal.ask(today_page)
    assert (page.not_coached, page.commitments, page.meetings, page.signals) == ((), (), (), ())


def test_on_a_quiet_morning_the_next_one_to_become_due_is_known(journal: Journal) -> None:
    coached(journal, "Dana Reyes", 4)
    coached(journal, "Tom Moyo", 1)
    page = journal.ask(today_page)
    assert page.not_coached == ()
    assert page.next_due is not None
    assert (page.next_due.name, page.next_due.due_on) == ("Dana Reyes", TODAY + timedelta(days=2))


def test_commitments_are_told_from_a_week_before_their_day_until_the_day_on_which_they_are_ended(
    journal: Journal, clock: FixedClock
) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    made = {
        days: journal.do(make_commitment, rep_id=dana, text=f"In {days}", due_on=TODAY + timedelta(days=days))
        for days in (7, 6, -3, 0)
    }
    journal.do(make_commitment, rep_id=dana, text="Some day")
    journal.do(keep_commitment, commitment_id=made[0])
    told = journal.ask(today_page).commitments
    assert [each.text for each in told] == ["In -3", "In 0", "In 6"]
    assert [each.status for each in told if each.text == "In 0"] == [CommitmentStatus.KEPT]
    with_tomorrow = open_journal(journal.path, clock=FixedClock(clock.standing_at + timedelta(days=1)))
    assert [each.text for each in with_tomorrow.ask(today_page).commitments] == ["In -3", "In 6", "In 7"]
    with_tomorrow.close()


def test_a_commitment_says_whose_it_is_and_where_it_was_made(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    talk = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG, held_on=ago(11))
    journal.do(make_commitment, rep_id=dana, text="Ask", due_on=TODAY, owner=Side.MANAGER, conversation_id=talk)
    told = journal.ask(today_page).commitments[0]
    assert (told.owner, told.kind, told.held_on) == (Side.MANAGER, ConversationKind.RIDE_ALONG, ago(11))


def test_this_week_is_told_day_by_day(journal: Journal) -> None:
    dana = coached(journal, "Dana Reyes", 1)
    journal.do(log_conversation, rep_id=dana, held_on=TODAY, text="A word.")
    page = journal.ask(today_page)
    assert [day.day for day in page.days] == [TODAY + timedelta(days=number) for number in range(7)]
    assert [day.talks for day in page.days[:2]] == [(ConversationKind.IN_PASSING,), ()]


def test_who_was_not_coached_is_told_once_and_not_among_the_signals(journal: Journal) -> None:
    coached(journal, "Dana Reyes", 30)
    page = journal.ask(today_page)
    assert Rule.NOT_COACHED in [signal.rule for signal in page.signals]
    assert Rule.NOT_COACHED not in [signal.rule for signal in page.told_signals]


def test_coaching_stands_there_from_its_day_on_in_place_of_its_signal(journal: Journal) -> None:
    dana = coached(journal, "Dana Reyes", 1)
    journal.do(fail_commitments, rep_id=dana)
    signal = next(each for each in journal.ask(today_page).told_signals if each.rule is Rule.COMMITMENTS_SLIP)
    tomorrow = journal.do(
        coach_signal, finding=signal.last, kind=ActionKind.PRACTICE, planned_on=TODAY + timedelta(days=1)
    )
    page = journal.ask(today_page)
    assert (page.coaching, Rule.COMMITMENTS_SLIP in [each.rule for each in page.told_signals]) == ((), True)
    journal.do(move_action, action_id=tomorrow, planned_on=TODAY)
    page = journal.ask(today_page)
    assert [step.action_id for step in page.coaching] == [tomorrow]
    assert Rule.COMMITMENTS_SLIP not in [each.rule for each in page.told_signals]


def test_goals_whose_day_is_over_are_asked_about(journal: Journal) -> None:
    dana = coached(journal, "Dana Reyes", 1)
    set_goal_on(journal, dana, "Discovery depth", ago(11))
    set_goal_on(journal, dana, "Win rate", TODAY + timedelta(days=30))
    assert [goal.title for goal in journal.ask(today_page).goals] == ["Discovery depth"]


@pytest.mark.parametrize("clock", [FixedClock(datetime(2026, 11, 26, 9, tzinfo=UTC))])
def test_room_is_looked_for_once_the_week_tells_how_much_is_missing(journal: Journal) -> None:
    assert journal.ask(today_page).free is None
    start = datetime(2026, 11, 24, 8, tzinfo=UTC)
    journal.do(add_time, starts_at=start, day=start.date(), minutes=600, category=TimeCategory.REPORTS)
    slot = journal.ask(today_page).free
    assert slot is not None
    assert (slot.start, slot.minutes) == (datetime(2026, 11, 26, 9, tzinfo=UTC), 180)


def test_a_draft_is_told_with_its_kind_its_rep_and_its_words_until_it_is_dropped(journal: Journal) -> None:
    dana = journal.do(add_rep, name="Dana Reyes")
    fields = {"rep_id": dana, "kind": "ride_along", "text": "One two three"}
    journal.do(keep_draft, slot="quick_log", fields=fields)
    draft = journal.ask(today_page).drafts[0]
    assert (draft.slot, draft.rep, draft.kind, draft.words) == (
        "quick_log",
        "Dana Reyes",
        ConversationKind.RIDE_ALONG,
        3,
    )
    journal.do(drop_draft, slot="quick_log")
    assert journal.ask(today_page).drafts == ()


def test_a_draft_for_nobody_in_particular_is_told_too(journal: Journal) -> None:
    journal.do(keep_draft, slot="quick_log", fields={"rep_id": None, "text": "Half a"})
    assert (journal.ask(today_page).drafts[0].rep, journal.ask(today_page).drafts[0].kind) == ("", None)
