"""Ctrl+K finds what was written, and goes where it stands."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from tests.ui.hands import named, press, type_into
from ui.main_window import MainWindow
from ui.pages import Place
from ui.widgets.found import Found, FoundModel
from ui.widgets.note_edit import NoteEdit


@pytest.fixture
def line(written: dict[str, int], attached: MainWindow) -> QLineEdit:
    """The line of the palette, over a journal in which something was written."""
    assert written
    return search(attached, "")


def search(window: MainWindow, words: str) -> QLineEdit:
    press(window, "Ctrl+K")
    line = named(window, "palette.line", QLineEdit)
    type_into(line, words)
    return line


@pytest.fixture
def written(journal: Journal) -> dict[str, int]:
    """Things of two reps by what they are; the private note is Amir's."""
    dana, amir = journal.do(add_rep, name="Dana Reyes"), journal.do(add_rep, name="Amir Khan")
    note = journal.do(log_conversation, rep_id=dana, text="Opened well.\n\nThe price came up at minute five.")
    other = journal.do(log_conversation, rep_id=amir, text="Priceless.")
    return {
        "dana": dana,
        "note": note,
        "other": other,
        "private": journal.do(log_conversation, rep_id=amir, text="Family comes before the price.", private=True),
        "promise": journal.do(make_commitment, rep_id=dana, text="Send the price list", conversation_id=other),
        "loose promise": journal.do(make_commitment, rep_id=dana, text="Say the price and wait"),
    }


def shown(window: MainWindow) -> list[Found]:
    model = named(window, "palette.list", QListView).model()
    assert isinstance(model, FoundModel)
    return list(model.rows)


def test_what_was_written_stands_below_the_names_with_its_place_in_the_text(
    written: dict[str, int], attached: MainWindow, qtbot: QtBot
) -> None:
    press(attached, "Ctrl+K")
    line = named(attached, "palette.line", QLineEdit)
    qtbot.waitUntil(lambda: any(found.title == "Dana Reyes" for found in shown(attached)))
    type_into(line, "da")
    assert shown(attached)[0].title == "Dana Reyes"
    type_into(line, "\b\bprice")
    note = next(found for found in shown(attached) if found.key == ("conversation", written["note"]))
    assert (note.title, note.snippet, note.aside) == (
        "Opened well.",
        "The price came up at minute five.",
        "Dana Reyes, 23 Nov",
    )
    assert [note.snippet[start : start + length] for start, length in note.snippet_marks] == ["price"]
    assert shown(attached)[-1].title == "All notes with “price”"


def test_a_private_note_is_found_and_not_quoted(written: dict[str, int], attached: MainWindow, line: QLineEdit) -> None:
    type_into(line, "family")
    private, _all_notes = shown(attached)
    assert private.key == ("conversation", written["private"])
    assert (private.title, private.snippet, private.private) == ("Private note", "", True)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("minute five", ("conversation", "note")),
        ("price list", ("conversation", "other")),
        ("say the price", ("rep", "dana")),
        ("rep:dana minute", ("conversation", "note")),
    ],
)
def test_enter_opens_what_was_found_where_it_stands(
    written: dict[str, int], attached: MainWindow, qtbot: QtBot, typed: str, place: tuple[str, str]
) -> None:
    search(attached, typed)
    press(named(attached, "palette.line", QLineEdit), "Return")
    page, item = place
    qtbot.waitUntil(lambda: attached.pages.place == Place(page, written[item]), timeout=20_000)


def test_a_note_opens_at_the_words_that_were_looked_for(
    written: dict[str, int], attached: MainWindow, qtbot: QtBot, line: QLineEdit
) -> None:
    type_into(line, "minut")
    press(line, "Return")
    qtbot.waitUntil(lambda: attached.pages.place == Place("conversation", written["note"]), timeout=20_000)
    note = named(attached, "conversation.text", NoteEdit)
    qtbot.waitUntil(lambda: note.textCursor().selectedText() == "minute")
    assert note.hasFocus()
    press(note, "Esc")
    qtbot.waitUntil(lambda: attached.pages.place == Place("today"))


def test_the_last_row_leads_to_all_notes_with_these_words(
    written: dict[str, int], attached: MainWindow, qtbot: QtBot, line: QLineEdit
) -> None:
    type_into(line, "price")
    press(line, "Up")
    press(line, "Return")
    qtbot.waitUntil(lambda: attached.pages.place == Place("journal"), timeout=20_000)
    assert written
    assert named(attached, "journal.words", QLineEdit).text() == "price"
    assert named(attached, "journal.words", QLineEdit).hasFocus()


def test_a_pause_ranks_everything_and_leaves_the_choice_where_it_was(
    written: dict[str, int], attached: MainWindow, qtbot: QtBot, line: QLineEdit
) -> None:
    type_into(line, "price")
    press(line, "Down")
    found = named(attached, "palette.list", QListView)
    chosen = found.currentIndex().data()
    with qtbot.waitSignals([found.model().modelReset], timeout=20_000):
        pass
    assert written
    assert found.currentIndex().data() == chosen


def test_the_skills_of_a_rep_are_found_by_whose_they_are(
    written: dict[str, int], attached: MainWindow, qtbot: QtBot
) -> None:
    line = search(attached, "rate dana")
    qtbot.waitUntil(lambda: any(found.title == "Skills of Dana Reyes" for found in shown(attached)))
    press(line, "Return")
    qtbot.waitUntil(lambda: attached.pages.place == Place("rep", written["dana"]), timeout=20_000)
    qtbot.waitUntil(named(attached, "repPage.skills.rep", QPushButton).isVisible)


def test_a_brief_is_found_by_what_it_is_and_whose(written: dict[str, int], attached: MainWindow, qtbot: QtBot) -> None:
    line = search(attached, "brief dana")
    qtbot.waitUntil(lambda: any(found.title == "Brief of Dana Reyes" for found in shown(attached)))
    press(line, "Return")
    qtbot.waitUntil(lambda: attached.pages.place == Place("brief", written["dana"]), timeout=20_000)
    press(attached, "Alt+Up")
    qtbot.waitUntil(lambda: attached.pages.place.item != written["dana"])
    assert attached.pages.place.page == "brief"


@pytest.mark.usefixtures("written")
def test_coaching_is_planned_by_what_it_is_and_with_whom(attached: MainWindow, qtbot: QtBot) -> None:
    line = search(attached, "coach dana")
    qtbot.waitUntil(lambda: any(found.title == "Coach Dana Reyes" for found in shown(attached)))
    press(line, "Return")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert (dialog.objectName(), dialog.windowTitle()) == ("coachThis", "Coach Dana")
    dialog.close()


def test_a_name_from_right_to_left_turns_only_itself(journal: Journal, attached: MainWindow) -> None:
    leila = journal.do(add_rep, name="ليلى الحداد")
    journal.do(log_conversation, rep_id=leila, text="Priceless.")
    search(attached, "priceless")
    (note,) = (found for found in shown(attached) if found.beside == "note")
    assert note.aside.startswith("\u200e\u2068ليلى الحداد\u2069, ")
