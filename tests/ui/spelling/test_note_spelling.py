import threading
from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot

from coachjournal.commands.rep import add_rep
from coachjournal.commands.spelling import add_own_word, choose_spelling
from coachjournal.queries.spelling import known_words
from tests.ui.hands import press, type_into
from ui.context import Context
from ui.spelling.menu import NOTHING, SuggestionMenu
from ui.spelling.note_spelling import IS_OFF, NONE_LEFT, NoteSpelling
from ui.widgets.note_edit import NoteEdit

Write = Callable[[str], NoteEdit]
PATIENCE = 20_000
_WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@pytest.fixture
def note(context: Context, qtbot: QtBot) -> NoteEdit:
    made = NoteEdit(name="note", label="Note")
    made.resize(500, 300)
    NoteSpelling(context, made, lambda: "conversation:1")
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def marked(note: NoteEdit) -> list[str]:
    """What is underlined as wrong, from top to bottom."""
    found = []
    block = note.document().begin()
    while block.isValid():
        for part in block.layout().formats():
            if part.format.underlineStyle() == _WAVE:
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + part.start)
                cursor.setPosition(block.position() + part.start + part.length, QTextCursor.MoveMode.KeepAnchor)
                found.append(cursor.selectedText())
        block = block.next()
    return found


def wait_for_marks(note: NoteEdit, qtbot: QtBot, *words: str) -> None:
    qtbot.waitUntil(lambda: marked(note) == [*words], timeout=PATIENCE)


def open_menu(note: NoteEdit, qtbot: QtBot) -> SuggestionMenu:
    press(note, "Ctrl+.")
    menu = note.findChild(SuggestionMenu, "suggestions")
    assert menu is not None
    qtbot.waitUntil(menu.isVisible)
    return menu


def offered(menu: SuggestionMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.objectName().startswith("suggestions.")]


def test_what_is_wrong_is_underlined_and_nothing_else(note: NoteEdit, qtbot: QtBot) -> None:
    note.show_source("She did recieve it.\nHe won't; they're one-on-one.\n# Definately @danaa")
    wait_for_marks(note, qtbot, "recieve", "Definately")


def test_characters_that_qt_counts_twice_move_no_mark(note: NoteEdit, qtbot: QtBot) -> None:
    note.show_source("😀😀 recieve 😀 definately")
    wait_for_marks(note, qtbot, "recieve", "definately")


def test_marks_change_no_word_and_no_draft(note: NoteEdit, qtbot: QtBot) -> None:
    edits: list[None] = []
    note.edited.connect(lambda: edits.append(None))
    note.show_source("recieve")
    wait_for_marks(note, qtbot, "recieve")
    assert (note.source, edits, note.document().isUndoAvailable()) == ("recieve", [], False)


def test_the_word_being_typed_is_marked_only_once_it_is_left(note: NoteEdit, qtbot: QtBot) -> None:
    note.show_source("definately ")
    type_into(note, "recieve")
    wait_for_marks(note, qtbot, "definately")
    type_into(note, " ")
    wait_for_marks(note, qtbot, "definately", "recieve")


def test_a_word_left_by_an_arrow_is_marked(note: NoteEdit, qtbot: QtBot) -> None:
    note.show_source("")
    type_into(note, "recieve")
    press(note, "Left")
    wait_for_marks(note, qtbot, "recieve")


def test_names_of_the_team_and_own_words_are_right(note: NoteEdit, context: Context, qtbot: QtBot) -> None:
    note.show_source("Xiomara’s handraiser was definately good")
    wait_for_marks(note, qtbot, "Xiomara’s", "handraiser", "definately")
    context.journal.do(add_rep, name="Xiomara Quelch")
    wait_for_marks(note, qtbot, "handraiser", "definately")
    context.journal.do(add_own_word, word="Handraiser")
    wait_for_marks(note, qtbot, "definately")
    context.journal.undo()
    wait_for_marks(note, qtbot, "handraiser", "definately")


def test_a_paragraph_in_another_language_is_left_alone(note: NoteEdit, qtbot: QtBot) -> None:
    german = "Heute haben wir das Angebot mit dem Einkauf noch einmal besprochen und nichts entschieden."
    note.show_source(f"{german}\nShe did recieve it.")
    wait_for_marks(note, qtbot, "recieve")


def test_another_english_is_checked_once_it_is_chosen(note: NoteEdit, context: Context, qtbot: QtBot) -> None:
    context.journal.do(choose_spelling, choice="en_US")
    note.show_source("the color and the colour")
    wait_for_marks(note, qtbot, "colour")
    context.journal.do(choose_spelling, choice="en_GB")
    wait_for_marks(note, qtbot, "color")
    context.journal.do(choose_spelling, choice="off")
    wait_for_marks(note, qtbot)


def test_f7_goes_from_one_wrong_word_to_the_next_and_round(note: NoteEdit, qtbot: QtBot) -> None:
    note.show_source("recieve it\ndefinately")
    wait_for_marks(note, qtbot, "recieve", "definately")
    seen = []
    for _ in range(3):
        press(note, "F7")
        seen.append(note.textCursor().selectedText())
    assert seen == ["recieve", "definately", "recieve"]


def test_f7_says_that_nothing_is_wrong_or_that_nothing_is_checked(
    note: NoteEdit, context: Context, qtbot: QtBot
) -> None:
    note.show_source("All good recieve")
    wait_for_marks(note, qtbot, "recieve")
    note.show_source("All good")
    press(note, "F7")
    assert NONE_LEFT in context.messages.bar.words
    context.journal.do(choose_spelling, choice="off")
    qtbot.waitUntil(lambda: context.spelling.language is None)
    press(note, "F7")
    assert IS_OFF in context.messages.bar.words


def test_a_number_puts_the_right_word_in_as_one_step_of_undo(note: NoteEdit, qtbot: QtBot) -> None:
    note.show_source("I recieve it")
    wait_for_marks(note, qtbot, "recieve")
    menu = open_menu(note, qtbot)
    qtbot.waitUntil(lambda: offered(menu) != [], timeout=PATIENCE)
    assert offered(menu)[0] == "1   receive"
    press(menu, "1")
    assert note.source == "I receive it"
    wait_for_marks(note, qtbot)
    note.undo()
    assert note.source == "I recieve it"


def test_a_number_pressed_while_looking_is_not_lost(note: NoteEdit, qtbot: QtBot) -> None:
    note.show_source("I recieve it")
    wait_for_marks(note, qtbot, "recieve")
    press(open_menu(note, qtbot), "1")
    qtbot.waitUntil(lambda: note.source == "I receive it", timeout=PATIENCE)


def test_a_word_like_nothing_says_so(note: NoteEdit, qtbot: QtBot) -> None:
    note.show_source("I xqzzkjw it")
    wait_for_marks(note, qtbot, "xqzzkjw")
    menu = open_menu(note, qtbot)
    qtbot.waitUntil(lambda: menu.actions()[0].text() == NOTHING, timeout=PATIENCE)
    menu.close()


def test_a_word_is_added_from_the_menu_without_its_possessive(note: NoteEdit, context: Context, qtbot: QtBot) -> None:
    note.show_source("the handraiser’s call")
    wait_for_marks(note, qtbot, "handraiser’s")
    press(open_menu(note, qtbot), "a")
    wait_for_marks(note, qtbot)
    assert context.journal.ask(known_words).own == ("handraiser",)


def test_a_word_ignored_here_is_let_be_in_this_note_alone(note: NoteEdit, context: Context, qtbot: QtBot) -> None:
    note.show_source("Recieve and recieve")
    wait_for_marks(note, qtbot, "Recieve", "recieve")
    press(open_menu(note, qtbot), "i")
    wait_for_marks(note, qtbot)
    other = NoteEdit(name="other", label="Other")
    qtbot.addWidget(other)
    NoteSpelling(context, other, lambda: "conversation:2")
    other.show_source("recieve")
    wait_for_marks(other, qtbot, "recieve")


def test_the_lines_of_a_long_note_are_all_marked(note: NoteEdit, qtbot: QtBot) -> None:
    note.show_source("\n".join(f"Line {number} is definately recieved." for number in range(400)))
    qtbot.waitUntil(lambda: len(marked(note)) == 800, timeout=PATIENCE)


def test_a_note_in_sight_asks_for_a_thread_and_closing_ends_it(note: NoteEdit, context: Context, qtbot: QtBot) -> None:
    note.show_source("recieve")
    wait_for_marks(note, qtbot, "recieve")
    assert "speller" in {thread.name for thread in threading.enumerate()}
    note.moveCursor(QTextCursor.MoveOperation.Start)
    context.spelling.close()
    assert "speller" not in {thread.name for thread in threading.enumerate()}
