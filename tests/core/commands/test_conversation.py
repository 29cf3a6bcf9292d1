from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from coachjournal.commands.agenda_item import mark_raised, raise_next_time
from coachjournal.commands.check_in import check_in, check_in_during
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import (
    delete_conversation,
    edit_conversation,
    log_conversation,
    move_conversation,
    plan_conversation,
)
from coachjournal.commands.deal import add_deal
from coachjournal.commands.goal import set_goal
from coachjournal.commands.observation import write_observation
from coachjournal.commands.rating import rate_during
from coachjournal.commands.rep import add_rep
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.agenda import agenda
from coachjournal.queries.development_plan import development_plan
from coachjournal.queries.hours import CountedHour, counted_hours
from coachjournal.queries.rep_page import rep_commitments, rep_conversations
from coachjournal.rules.conversation import ConversationKind, Idea, Side
from coachjournal.rules.goal import Measure
from coachjournal.rules.period import week_of
from coachjournal.rules.private_text import public_text
from coachjournal.rules.time_entry import TimeCategory


def stored(journal: Journal, columns: str) -> list[tuple[object, ...]]:
    rows = journal.ask(lambda tx: tx.connection.exec_driver_sql(f"SELECT {columns} FROM conversation").all())
    return [tuple(row) for row in rows]


def test_a_rep_and_a_text_are_enough_for_a_word_in_passing_today(journal: Journal, dana: int) -> None:
    journal.do(log_conversation, rep_id=dana, text="Asked for the agenda first.")
    assert stored(journal, "kind, held_on, minutes, text") == [
        ("in_passing", "2026-11-23", 5, "Asked for the agenda first.")
    ]
    assert journal.undoable() == "Logged a word in passing with Dana Reyes."


def test_a_conversation_is_its_own_time(journal: Journal, dana: int) -> None:
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, minutes=45)
    assert journal.ask(counted_hours, period=week_of(journal.clock.today())) == (
        CountedHour(date(2026, 11, 23), 45, TimeCategory.ONE_ON_ONE, ConversationKind.ONE_ON_ONE, dana),
    )


def test_a_conversation_in_the_future_is_rejected_and_leaves_nothing_behind(journal: Journal, dana: int) -> None:
    tomorrow = journal.clock.today() + timedelta(days=1)
    with pytest.raises(Rejected) as refusal:
        journal.do(log_conversation, rep_id=dana, held_on=tomorrow)
    assert (refusal.value.field, stored(journal, "id")) == ("held_on", [])


@pytest.mark.parametrize("field", ["minutes", "travel_minutes"])
@pytest.mark.parametrize("minutes", [-1, 24 * 60 + 1])
def test_a_length_that_cannot_be_is_rejected(journal: Journal, dana: int, field: str, minutes: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana)
    with pytest.raises(Rejected) as refusal:
        journal.do(log_conversation, rep_id=dana, **{field: minutes})  # type: ignore[arg-type]
    assert refusal.value.field == field
    with pytest.raises(Rejected) as refusal:
        journal.do(edit_conversation, conversation_id=talk, **{field: minutes})  # type: ignore[arg-type]
    assert refusal.value.field == field


def test_a_conversation_about_a_deal_that_is_gone_is_refused_in_one_sentence(journal: Journal, dana: int) -> None:
    with pytest.raises(Rejected, match="no longer in the journal"):
        journal.do(log_conversation, rep_id=dana, text="Kestrel", deal_ids=[7])
    assert stored(journal, "id") == []


@pytest.mark.parametrize(("days", "status"), [(-3, "held"), (0, "held"), (1, "planned")])
def test_what_is_written_about_a_planned_conversation_says_that_it_took_place(
    journal: Journal, dana: int, days: int, status: str
) -> None:
    day = journal.clock.today() + timedelta(days=days)
    talk = journal.do(plan_conversation, rep_id=dana, held_on=day)
    journal.do(edit_conversation, conversation_id=talk, minutes=30)
    assert stored(journal, "status") == [("planned",)]
    journal.do(edit_conversation, conversation_id=talk, text="Asked for the agenda first")
    assert stored(journal, "status") == [(status,)]


def test_only_what_is_given_is_changed(journal: Journal, dana: int) -> None:
    at = datetime(2026, 11, 12, 8, 0, tzinfo=UTC)
    talk = journal.do(log_conversation, rep_id=dana, text="First", starts_at=at, zone="Europe/Madrid")
    journal.do(edit_conversation, conversation_id=talk, text="Second", idea=Idea.REP)
    assert stored(journal, "text, starts_at, zone, idea") == [
        ("Second", "2026-11-12 08:00:00.000000", "Europe/Madrid", "rep")
    ]
    journal.do(edit_conversation, conversation_id=talk, starts_at=None)
    assert stored(journal, "starts_at") == [(None,)]


def test_the_deals_of_a_conversation_are_replaced_together(journal: Journal, dana: int) -> None:
    deals = [journal.do(add_deal, rep_id=dana, name=name, stage_id=1) for name in ("Halvorsen", "Kestrel")]
    talk = journal.do(log_conversation, rep_id=dana, deal_ids=[deals[0], deals[0]])

    def named() -> list[int]:
        return list(
            journal.ask(lambda tx: tx.connection.exec_driver_sql("SELECT deal_id FROM conversation_deal").scalars())
        )

    assert named() == [deals[0]]
    journal.do(edit_conversation, conversation_id=talk, deal_ids=[deals[1]])
    assert named() == [deals[1]]


def test_a_deleted_conversation_comes_back_with_undo(journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, text="Keep me")
    journal.do(delete_conversation, conversation_id=talk)
    assert stored(journal, "text") == []
    journal.undo()
    assert stored(journal, "id, text") == [(talk, "Keep me")]


def test_a_planned_one_on_one_may_lie_ahead_and_is_no_time_yet(journal: Journal, dana: int) -> None:
    friday = date(2026, 11, 27)
    journal.do(plan_conversation, rep_id=dana, held_on=friday)
    assert stored(journal, "kind, status, held_on, minutes") == [("one_on_one", "planned", "2026-11-27", 45)]
    assert journal.undoable() == "Planned a one-on-one with Dana Reyes."
    assert journal.ask(counted_hours, period=week_of(friday)) == ()


def test_what_was_agreed_and_seen_goes_along_when_it_was_with_another_rep(journal: Journal, dana: int) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    talk = journal.do(log_conversation, rep_id=dana, text="Asked.")
    journal.do(make_commitment, rep_id=dana, text="Map the committee", conversation_id=talk)
    journal.do(write_observation, rep_id=dana, behaviour="Asked twice.", conversation_id=talk)
    journal.do(move_conversation, conversation_id=talk, rep_id=amir)
    assert [row.text for row in journal.ask(rep_commitments, rep_id=amir)] == ["Map the committee"]
    assert journal.ask(rep_conversations, rep_id=dana) == ()
    owners = journal.ask(lambda tx: tx.connection.exec_driver_sql("SELECT rep_id FROM observation").scalars().all())
    assert list(owners) == [amir]
    journal.undo()
    assert len(journal.ask(rep_conversations, rep_id=dana)) == 1


def test_what_belongs_to_the_first_rep_stays_there_without_the_conversation(journal: Journal, dana: int) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    talk = journal.do(log_conversation, rep_id=dana, text="Asked.")
    item = journal.do(raise_next_time, rep_id=dana, text="The agenda")
    goal = journal.do(
        set_goal,
        rep_id=dana,
        title="First meetings",
        measure=Measure.LEVEL,
        baseline=1,
        target=3,
        due_on=date(2027, 1, 1),
    )
    journal.do(mark_raised, agenda_item_id=item, conversation_id=talk)
    journal.do(check_in_during, goal_id=goal, conversation_id=talk, value=2)
    journal.do(move_conversation, conversation_id=talk, rep_id=amir)
    assert [each.raised for each in journal.ask(agenda, rep_id=dana)] == [False]
    assert journal.ask(agenda, rep_id=amir, conversation_id=talk) == ()
    rows = journal.ask(lambda tx: tx.connection.exec_driver_sql("SELECT value, conversation_id FROM check_in").all())
    assert [tuple(row) for row in rows] == [(2, None)]
    journal.do(move_conversation, conversation_id=talk, rep_id=amir)
    assert (journal.undoable() or "").startswith("A word in passing was with Amir")
    journal.undo()
    assert [each.raised for each in journal.ask(agenda, rep_id=dana, conversation_id=talk)] == [True]


@pytest.mark.parametrize("gone", [delete_conversation, partial(move_conversation, rep_id=2)])
def test_a_note_from_a_private_conversation_stays_private_without_it(
    journal: Journal, dana: int, gone: Callable[..., None]
) -> None:
    journal.do(add_rep, name="Amir Khan")
    goal = {"title": "First meetings", "measure": Measure.LEVEL, "baseline": 1, "target": 3}
    goal_id = journal.do(set_goal, rep_id=dana, due_on=date(2027, 1, 1), **goal)  # type: ignore[arg-type]
    talk = journal.do(log_conversation, rep_id=dana, private=True)
    journal.do(check_in, goal_id=goal_id, value=2, note="Afraid of %%the board%% still", conversation_id=talk)
    journal.do(gone, conversation_id=talk)
    (progress,) = journal.ask(development_plan, rep_id=dana).progress
    assert public_text(progress.note) == ""
    journal.undo()
    (progress,) = journal.ask(development_plan, rep_id=dana).progress
    assert progress.note == ""


def told_on(journal: Journal) -> list[str]:
    days = "SELECT rated_on FROM rating UNION ALL SELECT made_on FROM commitment"
    return journal.ask(lambda tx: list(tx.connection.exec_driver_sql(days).scalars()))


def test_what_was_said_on_its_day_is_of_the_day_that_is_corrected(journal: Journal, dana: int) -> None:
    today, friday = journal.clock.today(), date(2026, 11, 20)
    talk = journal.do(log_conversation, rep_id=dana)
    journal.do(rate_during, conversation_id=talk, skill_id=1, level=2, side=Side.REP)
    journal.do(make_commitment, rep_id=dana, text="Map the committee", conversation_id=talk)
    journal.do(make_commitment, rep_id=dana, text="Before", conversation_id=talk, made_on=date(2026, 11, 2))
    journal.do(edit_conversation, conversation_id=talk, held_on=friday)
    assert told_on(journal) == [f"{friday}", f"{friday}", "2026-11-02"]
    journal.undo()
    assert told_on(journal) == [f"{today}", f"{today}", "2026-11-02"]


@pytest.mark.parametrize(
    "said",
    [
        partial(edit_conversation, reps_words="I rushed it."),
        partial(edit_conversation, idea=Idea.REP),
        partial(rate_during, skill_id=1, level=2, side=Side.REP),
        partial(write_observation, rep_id=1, behaviour="Asked twice."),
    ],
)
def test_whatever_is_said_in_a_planned_one_says_that_it_takes_place_once_its_day_has_come(
    journal: Journal, dana: int, said: Callable[..., object]
) -> None:
    today = journal.clock.today()
    for day in (today, today + timedelta(days=1)):
        journal.do(said, conversation_id=journal.do(plan_conversation, rep_id=dana, held_on=day))
    assert stored(journal, "status") == [("held",), ("planned",)]
