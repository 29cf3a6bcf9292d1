"""The disk is full in the middle of the day: it is said, what is typed stays, and it works again later."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from coachjournal.clock import FixedClock
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal, open_journal
from tests.core.importers.files import write
from tests.core.store.test_full_disk import ROOM, fill_up, leave_room_for, long_text
from tests.journeys.conftest import Start
from tests.journeys.day import Day, rows_in
from ui.editors.editor import UNKEPT
from ui.screens.screen import Screen
from ui.widgets.note_edit import NoteEdit

FULL = "The disk is full. Everything saved before is safe; free some space and try again."
DEALS = Path(__file__).parents[1] / "fixtures" / "crm" / "sales_pipeline.csv"


@pytest.fixture
def day(start: Start, journal_file: Path, clock: FixedClock) -> Day:
    """A day with Dana, at her page."""
    journal = open_journal(journal_file, clock=clock)
    journal.do(add_rep, name="Dana Reyes")
    journal.close()
    day = start(journal_file)
    day.until_at("today")
    day.press("Alt+Down")
    day.until(lambda: day.place.page == "rep")
    return day


def journal_of(day: Day) -> Journal:
    page = day.page
    assert isinstance(page, Screen)
    return page.context.journal


def paste(day: Day, words: str) -> None:
    """More than anybody would type."""
    QApplication.clipboard().setText(words)
    day.press("Ctrl+V")


def write_more_than_there_is_room_for(day: Day) -> str:
    """In the quick log; answers the words."""
    words = long_text()
    leave_room_for(journal_of(day), 0)
    day.press("Ctrl+N")
    paste(day, words)
    day.press("Ctrl+Return")
    assert day.read("quickLog.problem") == f"{FULL} What you typed is still here."
    return words


def test_a_conversation_that_finds_no_room_stays_as_it_was_typed_and_is_logged_later(day: Day) -> None:
    words = write_more_than_there_is_room_for(day)
    assert day.see_as(NoteEdit, "quickLog.text").source == words
    leave_room_for(journal_of(day), ROOM)
    day.press("Ctrl+Return")
    day.until_said("Logged")
    assert not day.in_sight("quickLog")


def test_words_that_cannot_be_kept_are_not_left_behind_by_one_esc(day: Day) -> None:
    words = write_more_than_there_is_room_for(day)
    day.press("Esc")
    assert day.see_as(NoteEdit, "quickLog.text").source == words
    assert day.read("quickLog.problem") == UNKEPT
    day.press("Esc")
    day.until(lambda: not day.in_sight("quickLog"))
    assert "Kept as a draft" not in day.said


def test_words_are_kept_as_a_draft_as_soon_as_there_is_room(day: Day) -> None:
    words = write_more_than_there_is_room_for(day)
    day.press("Esc")
    leave_room_for(journal_of(day), ROOM)
    day.press("Esc")
    day.until_said("Kept as a draft")
    day.press("Ctrl+N")
    assert day.see_as(NoteEdit, "quickLog.text").source == words


def test_on_a_page_it_is_said_since_when_nothing_is_saved_until_there_is_room(day: Day, tmp_path: Path) -> None:
    day.press("S", "O")
    day.until(lambda: day.place.page == "conversation")
    words = long_text()
    leave_room_for(journal_of(day), 0)
    paste(day, words)
    day.until(lambda: day.in_sight("conversation.unsaved"))
    assert day.read("conversation.unsaved.what") == "Not saved since 09:00. Trying again."
    assert day.read("conversation.unsaved.why") == FULL
    day.click("conversation.unsaved.file")
    day.choose_file("saveDialog", tmp_path / "note.md")
    day.until(lambda: day.read("conversation.unsaved.why").startswith("Saved to note.md."))
    assert words in (tmp_path / "note.md").read_text(encoding="utf-8")
    assert words in day.see_as(NoteEdit, "conversation.text").source
    leave_room_for(journal_of(day), ROOM)
    day.until(lambda: not day.in_sight("conversation.unsaved"))
    assert day.read("conversation.saved") == "Saved 09:00:00"


def test_a_key_on_the_page_that_finds_no_room_is_told_across_it_and_tried_again(day: Day) -> None:
    fill_up(journal_of(day), day.rep_ids[0])
    line = day.see_as(QLineEdit, "commitment.add")
    line.setFocus()
    day.write("Send the numbers of the pilot")
    day.press("Return")
    assert day.read("banner.words").startswith(FULL)
    assert line.text() == "Send the numbers of the pilot"
    leave_room_for(journal_of(day), ROOM)
    day.click("banner.step")
    day.until_said("Dana Reyes commits to: Send the numbers of the pilot")
    assert not day.in_sight("banner")


def many_deals(folder: Path) -> Path:
    """More than the pages that are begun have room for."""
    row = "P{n},Nora Lind,Pump S,Harbour Mills {n},Won,2026-01-10,2026-03-11,1200"
    lines = [DEALS.read_text(encoding="utf-8").splitlines()[0], *(row.format(n=number) for number in range(2000))]
    return write(folder, "\n".join(lines))


def test_an_import_that_finds_no_room_leaves_nothing_behind_and_can_be_tried_again(day: Day, tmp_path: Path) -> None:
    fill_up(journal_of(day), day.rep_ids[0])
    before = rows_in(day.journal)
    day.press("Ctrl+I")
    day.click("importDeals.choose")
    day.choose_file("importDeals.file", many_deals(tmp_path))
    day.until(lambda: day.in_sight("importDeals.summary"))
    day.press("Ctrl+Return")
    day.until(lambda: day.read("importDeals.problem") == FULL)
    assert rows_in(day.journal) == before
    leave_room_for(journal_of(day), ROOM)
    day.press("Ctrl+Return")
    day.until_said("2,000 deals added")
