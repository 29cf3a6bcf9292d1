"""A note is found again by a word from its middle, read where it stands, and left: in four keys besides the word."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from coachjournal.clock import FixedClock
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import open_journal
from tests.journeys.conftest import Start
from tests.journeys.day import Day
from ui.widgets.note_edit import NoteEdit

MOST_KEYS = 4
NOTES = {
    "理性": "第一条\n\n人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神相对待。",
    "尊厳": "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。",
    "เสมอภาค": "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ",
    "halvors": "Opened well.\n\nThen Ingrid of Halvorsen said what a late shipment costs them.",
}
"""Words as they may be typed, and the notes they stand in. The first two are the first article of human rights."""


@pytest.fixture
def team(journal_file: Path, clock: FixedClock) -> Path:
    """A rep with these notes and many others since."""
    journal = open_journal(journal_file, clock=clock)
    dana = journal.do(add_rep, name="Dana Reyes")
    for text in NOTES.values():
        journal.do(log_conversation, rep_id=dana, text=text, held_on=date(2025, 3, 4))
    for number in range(60):
        journal.do(log_conversation, rep_id=dana, text=f"Note {number}. Asked for the cost before the product.")
    journal.close()
    return journal_file


def type_word(day: Day, word: str) -> None:
    """Sign by sign, as an input method does."""
    line = day.see_as(QLineEdit, "palette.line")
    for sign in word:
        line.insert(sign)


@pytest.mark.parametrize("word", NOTES)
def test_a_word_from_the_middle_leads_to_its_place_in_the_note_and_esc_back(
    start: Start, team: Path, word: str
) -> None:
    day = start(team)
    day.until_at("today")
    day.count_anew()
    day.press("Ctrl+K")
    type_word(day, word)
    day.press("Return")
    day.until(lambda: day.place.page == "conversation")
    note = day.see_as(NoteEdit, "conversation.text")
    day.until(lambda: word in note.textCursor().selectedText().lower())
    assert note.source == NOTES[word]
    day.press("Esc")
    day.until_at("today")
    assert len(day.keys) <= MOST_KEYS


def test_all_notes_with_a_word_are_walked_through_by_keys(start: Start, team: Path) -> None:
    day = start(team)
    day.until_at("today")
    day.press("Ctrl+Shift+F")
    day.until_at("journal")
    day.write("product after:2026 rep:dana")
    day.until(lambda: "60 conversations" in " ".join(day.lines("journal.list")))
    assert day.read("journal.understood") == "rep Dana Reyes, from 1 January 2026"
    day.press("Down", "Down", "PgDown", "Return")
    day.until(lambda: day.place.page == "conversation")
    day.press("Esc")
    day.until_at("journal")
    day.press("Esc")
    day.until(lambda: day.see_as(QLineEdit, "journal.words").text() == "")
    day.press("Esc")
    day.until_at("today")
