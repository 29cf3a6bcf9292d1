"""A word in the corridor: five keys from anywhere, besides the words."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from coachjournal.clock import FixedClock
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import open_journal
from tests.journeys.conftest import Start
from tests.journeys.day import Day
from ui.pages import PAGES

WORDS = "Asked for the cost before the product."
LISTED = [page.name for page in PAGES if page.title]
MOST_KEYS = 5


@pytest.fixture
def team(journal_file: Path, clock: FixedClock) -> Path:
    """A journal with two reps and one conversation, left at Today."""
    journal = open_journal(journal_file, clock=clock)
    amir, _dana = (journal.do(add_rep, name=name) for name in ("Amir Khan", "Dana Reyes"))
    journal.do(log_conversation, rep_id=amir, text="Began with the agenda.")
    journal.close()
    return journal_file


def go_to(day: Day, page: str) -> None:
    day.until_at("today")
    if page in LISTED:
        day.press(f"Ctrl+{LISTED.index(page) + 1}")
    elif page == "conversation":
        day.press("Ctrl+2")
        day.until_at("journal")
        day.click("journal.open")
    else:
        day.press("Alt+Down", "Alt+Down")
    day.until(lambda: day.place.page == page)


def listed(day: Day) -> list[str]:
    """What the journal's list says, line by line."""
    day.press("Ctrl+2")
    day.until_at("journal")
    return day.lines("journal.list")


@pytest.mark.parametrize("end_of_name", ["Return", "Tab"])
@pytest.mark.parametrize("page", [*LISTED, "conversation"])
def test_five_keys_from_any_page_log_a_word_in_passing(start: Start, team: Path, page: str, end_of_name: str) -> None:
    day = start(team)
    go_to(day, page)
    day.count_anew()
    day.press("Ctrl+N", "D", "A", end_of_name)
    day.write(WORDS)
    day.press("Ctrl+Return")
    day.until_said("Logged")
    assert len(day.keys) <= MOST_KEYS
    assert day.place.page == page
    assert f"In passing with Dana Reyes, Monday 23 November, 5 min, {WORDS}" in listed(day)


def test_from_a_reps_own_page_two_keys_do(start: Start, team: Path) -> None:
    day = start(team)
    go_to(day, "rep")
    day.count_anew()
    day.press("Ctrl+N")
    day.write(WORDS)
    day.press("Ctrl+Return")
    day.until_said("with Dana Reyes")
    assert len(day.keys) == 2


def test_the_keys_are_heard_while_another_field_is_being_filled(start: Start, team: Path) -> None:
    day = start(team)
    go_to(day, "rep")
    day.see_as(QLineEdit, "commitment.add").setFocus()
    day.write("Send the")
    day.press("Ctrl+N")
    day.write(WORDS)
    day.press("Ctrl+Return")
    day.until_said("with Dana Reyes")
    assert day.see_as(QLineEdit, "commitment.add").text() == "Send the"


def test_today_tells_of_a_word_put_aside_until_it_is_logged(start: Start, team: Path) -> None:
    day = start(team)
    day.until_at("today")
    day.press("Ctrl+N", "D", "A", "Return")
    day.write(WORDS)
    day.press("Esc")
    day.click("quick_log")
    day.press("Ctrl+Return")
    day.until_said("Logged")
    day.until(lambda: not day.in_sight("quick_log"))


def test_typed_as_text_tokens_take_no_more_keys(start: Start, team: Path) -> None:
    day = start(team)
    go_to(day, "today")
    day.count_anew()
    day.press("Ctrl+N", "Tab")
    day.write("@dana asked for the cost before the product, 15m")
    day.press("Ctrl+Return")
    day.until_said("with Dana Reyes")
    assert len(day.keys) == 3
    assert any("Dana Reyes" in line and "15 min" in line for line in listed(day))
