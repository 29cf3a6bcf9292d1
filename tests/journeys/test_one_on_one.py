"""A one-on-one in twelve keys besides the text: begun, last time looked back on, a level noted, agreed, done."""

from datetime import timedelta
from pathlib import Path

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.goal import set_goal
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal, open_journal
from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from coachjournal.queries.rep_page import active_goals, rep_commitments
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.goal import Measure
from tests.conftest import MONDAY
from tests.journeys.conftest import Start
from tests.journeys.day import Day
from ui.widgets.note_edit import NoteEdit

MOST_KEYS = 12
MIND, AGREED = "The renewal at Halvorsen.", "Dana to map the committee by Friday"


@pytest.fixture
def team(journal_file: Path, clock: FixedClock) -> Path:
    """Dana, with a goal, and a commitment from last week; left at Today."""
    journal = open_journal(journal_file, clock=clock)
    today = MONDAY.date()
    journal.do(add_rep, name="Amir Khan")
    dana = journal.do(add_rep, name="Dana Reyes")
    before = journal.do(log_conversation, rep_id=dana, held_on=today - timedelta(days=7), text="Hold the demo.")
    journal.do(make_commitment, rep_id=dana, text="Send the agenda first", conversation_id=before)
    journal.do(
        set_goal,
        rep_id=dana,
        skill_id=1,
        title="Discovery depth",
        measure=Measure.LEVEL,
        baseline=2,
        target=4,
        due_on=today + timedelta(days=90),
    )
    journal.close()
    return journal_file


def written(file: Path) -> tuple[ConversationPage, Journal]:
    journal = open_journal(file)
    page = journal.ask(conversation_page, conversation_id=2)
    assert page is not None
    return page, journal


def begin_from_anywhere(day: Day) -> None:
    day.press("Ctrl+N", "D", "A", "Return", "Alt+2", "Ctrl+Shift+Return")
    day.until(lambda: day.place.page == "conversation")
    day.see_as(NoteEdit, "conversation.text")


def test_twelve_keys_from_anywhere_hold_a_one_on_one(start: Start, team: Path) -> None:
    day = start(team)
    day.until_at("today")
    day.count_anew()
    begin_from_anywhere(day)
    day.write(MIND)
    day.press("Return")
    day.write(AGREED)
    day.press("F6", "K", "F6", "4", "Ctrl+Return")
    day.until_at("today")
    assert len(day.keys) <= MOST_KEYS, day.keys
    day.end()
    page, journal = written(team)
    assert (page.head.kind, page.head.text) == (
        ConversationKind.ONE_ON_ONE,
        f"## What is on Dana’s mind\n{MIND}\n{AGREED}",
    )
    assert [row.status for row in journal.ask(rep_commitments, rep_id=2) if row.text.startswith("Send")] == [
        CommitmentStatus.KEPT
    ]
    (goal,) = journal.ask(active_goals, rep_id=2)
    assert goal.now == 4
    assert [(each.text, each.due_on) for each in page.commitments] == [
        ("Map the committee", (MONDAY + timedelta(days=4)).date())
    ]
    journal.close()


def test_from_her_page_it_takes_even_fewer(start: Start, team: Path) -> None:
    day = start(team)
    day.until_at("today")
    day.press("Alt+Up")
    day.until(lambda: day.place.page == "rep")
    day.count_anew()
    day.press("S", "O")
    day.until(lambda: day.place.page == "conversation")
    day.see_as(NoteEdit, "conversation.text")
    day.write("The renewal.")
    day.press("Tab")
    day.write("She asked first.")
    day.press("Ctrl+Return")
    day.until(lambda: day.place.page == "rep")
    assert len(day.keys) == 4
    day.end()
    page, journal = written(team)
    assert page.head.text == (
        "## What is on Dana’s mind\nThe renewal.\n\n## What Dana tried and learnt\nShe asked first."
    )
    journal.close()


def test_twelve_keys_are_enough_from_the_brief_too(start: Start, team: Path) -> None:
    day = start(team)
    day.until_at("today")
    day.press("Alt+Up")
    day.until(lambda: day.place.page == "rep")
    day.count_anew()
    day.press("B")
    day.until(lambda: day.place.page == "brief")
    day.see("brief.start")
    day.press("S")
    day.until(lambda: day.place.page == "conversation")
    day.see_as(NoteEdit, "conversation.text")
    day.write(MIND)
    day.press("Return")
    day.write(AGREED)
    day.press("F6", "K", "F6", "4", "Ctrl+Return")
    day.until(lambda: day.place.page == "rep")
    assert len(day.keys) <= MOST_KEYS, day.keys
    day.end()
    page, journal = written(team)
    assert page.head.text == f"## What is on Dana’s mind\n{MIND}\n{AGREED}"
    assert [each.text for each in page.commitments] == ["Map the committee"]
    kept = {row.text: row.status for row in journal.ask(rep_commitments, rep_id=2)}
    assert kept["Send the agenda first"] is CommitmentStatus.KEPT
    (goal,) = journal.ask(active_goals, rep_id=2)
    assert goal.now == 4
    journal.close()


def test_begun_by_mistake_it_leaves_nothing_behind(start: Start, team: Path) -> None:
    day = start(team)
    day.until_at("today")
    begin_from_anywhere(day)
    day.press("Esc")
    day.until_said("Nothing was written, so a one-on-one with Dana Reyes is not in the journal.")


def test_what_was_left_unfinished_is_told_of_at_the_next_start_wherever_one_was(start: Start, team: Path) -> None:
    day = start(team)
    day.until_at("today")
    day.press("Ctrl+3")
    day.until_at("deals")
    day.press("Ctrl+N", "D", "A", "Return")
    day.write("Half a")
    day.press("Esc")
    day.press("Ctrl+Q")
    day.end()
    again = start(team)
    again.until_at("deals")
    again.until_said("A draft was left unfinished.")
    again.click("undoBar.step0")
    again.until_at("today")
    assert again.in_sight("quick_log")
