"""Tokens typed into a note: completed from two letters, shown as chips, told on hover, opened with a key."""

import time
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.deal import add_deal
from coachjournal.commands.goal import set_goal
from coachjournal.commands.rep import add_rep, edit_rep
from coachjournal.journal import Journal
from coachjournal.rules.goal import Measure
from coachjournal.rules.spoken_commitments import SpokenCommitment
from tests.core.rules.naughty import NAUGHTY
from tests.ui.hands import named, press, type_into
from tests.ui.went import Went
from ui.context import Context
from ui.note_tokens import NoteTokens
from ui.widgets.note_edit import NoteEdit
from ui.widgets.note_lines import GROUND


@pytest.fixture
def dana(journal: Journal) -> int:
    return journal.do(add_rep, name="Dana Reyes", role="Account executive")


@pytest.fixture
def deal(journal: Journal, dana: int) -> int:
    amir = journal.do(add_rep, name="Amir Khan")
    journal.do(add_deal, rep_id=amir, name="Halvorsen Süd", stage_id=1)
    return journal.do(add_deal, rep_id=dana, name="Renewal", account="Halvorsen AS", stage_id=1)


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    page.resize(700, 500)
    qtbot.addWidget(page)
    return page


@pytest.fixture
def note(page: QWidget, deal: int) -> NoteEdit:
    assert deal
    note = NoteEdit(name="note", label="Note")
    other = QPushButton("Next")
    column = QVBoxLayout(page)
    column.addWidget(note)
    column.addWidget(other)
    return note


@pytest.fixture
def tokens(context: Context, note: NoteEdit, dana: int, went: Went, qtbot: QtBot) -> NoteTokens:
    tokens = NoteTokens(replace(context, navigator=went), note)
    tokens.be_about(dana, "Dana Reyes")
    note.window().show()
    note.window().activateWindow()
    qtbot.waitUntil(note.isActiveWindow)
    note.setFocus()
    return tokens


def offered(note: NoteEdit) -> list[str]:
    """The names in the list; none while it is closed."""
    shown = note.window().findChild(QListView, "note.names.list")
    if shown is None or not shown.isVisible():
        return []
    model = shown.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def chips(note: NoteEdit) -> list[str]:
    """What is painted as a chip."""
    blocks = (note.document().findBlockByNumber(number) for number in range(note.document().blockCount()))
    return [
        block.text()[part.start : part.start + part.length]
        for block in blocks
        for part in block.layout().formats()
        if part.format.property(GROUND) is not None
    ]


def place_of(note: NoteEdit, words: str) -> QPoint:
    cursor = note.textCursor()
    cursor.setPosition(note.toPlainText().index(words) + 1)
    return note.cursorRect(cursor).center()


def told_at(note: NoteEdit, words: str) -> str:
    """What hovering over these words tells."""
    where = place_of(note, words)
    QApplication.sendEvent(note.viewport(), QHelpEvent(QEvent.Type.ToolTip, where, note.viewport().mapToGlobal(where)))
    return QToolTip.text()


@pytest.mark.usefixtures("tokens")
def test_two_letters_offer_names_and_enter_takes_the_first(note: NoteEdit) -> None:
    type_into(note, "With @d")
    assert offered(note) == []
    type_into(note, "a")
    assert offered(note) == ["Dana Reyes"]
    press(note, "Return")
    assert note.source == "With @Dana"
    assert offered(note) == []
    type_into(note, " on")
    press(note, "Return")
    assert note.source == "With @Dana on\n"
    assert chips(note) == ["@Dana"]


@pytest.mark.usefixtures("tokens")
def test_the_reps_own_deals_come_first_and_down_chooses_another(note: NoteEdit) -> None:
    type_into(note, "#hal")
    assert offered(note) == ["Halvorsen AS, Renewal", "Halvorsen Süd"]
    press(note, "Down")
    press(note, "Tab")
    assert note.source == "#Halvorsen-Süd"
    assert note.hasFocus()


@pytest.mark.usefixtures("tokens")
def test_the_skills_of_active_goals_come_first(note: NoteEdit, journal: Journal, dana: int) -> None:
    skill = 5
    journal.do(
        set_goal,
        rep_id=dana,
        skill_id=skill,
        title="Stakeholders",
        measure=Measure.LEVEL,
        baseline=2,
        target=4,
        due_on=date(2027, 2, 1),
    )
    type_into(note, "!an")
    assert offered(note)[0] == "Stakeholders and champions"
    press(note, "Tab")
    assert note.source == "!Stakeholders-and-champions"


@pytest.mark.usefixtures("tokens")
def test_escape_closes_the_list_alone_and_typing_goes_on(note: NoteEdit, page: QWidget) -> None:
    type_into(note, "@da")
    press(note, "Esc")
    assert offered(note) == []
    assert page.isVisible()
    type_into(note, "n")
    assert offered(note) == []
    press(note, "Return")
    assert note.source == "@dan\n"
    type_into(note, "@am")
    assert offered(note) == ["Amir Khan"]


@pytest.mark.usefixtures("tokens")
def test_without_a_list_enter_and_tab_are_the_notes(note: NoteEdit) -> None:
    type_into(note, "mail@da")
    assert offered(note) == []
    press(note, "Return")
    type_into(note, "# Da")
    assert offered(note) == []
    press(note, "Tab")
    assert not note.hasFocus()


@pytest.mark.usefixtures("tokens")
def test_a_name_written_out_asks_for_nothing_more(note: NoteEdit) -> None:
    type_into(note, "@dana")
    assert offered(note) == []
    press(note, "Return")
    assert note.source == "@dana\n"


@pytest.mark.usefixtures("tokens")
def test_taking_a_name_is_one_step_of_the_notes_own_undo(note: NoteEdit) -> None:
    type_into(note, "@da")
    press(note, "Return")
    note.undo()
    assert note.source == "@da"


@pytest.mark.usefixtures("tokens")
def test_the_cursor_going_elsewhere_closes_the_list(note: NoteEdit) -> None:
    type_into(note, "x @da")
    press(note, "Home")
    assert offered(note) == []


@pytest.mark.usefixtures("tokens")
def test_the_list_goes_along_when_the_note_is_moved_about(note: NoteEdit, qtbot: QtBot) -> None:
    type_into(note, "\r" * 30 + "@da")
    shown = named(note.window(), "note.names.list", QListView)
    before = shown.mapToGlobal(shown.rect().topLeft())
    note.window().resize(700, 600)
    qtbot.waitUntil(lambda: shown.mapToGlobal(shown.rect().topLeft()) != before)
    assert offered(note) == ["Dana Reyes"]
    note.verticalScrollBar().setValue(0)
    assert offered(note) == []


@pytest.mark.usefixtures("tokens")
def test_wrong_tokens_are_plain_text(note: NoteEdit) -> None:
    note.write("@nobody dana@dana.com # Dana !important 15mm and 15m, @dana")
    assert chips(note) == ["15m", "@dana"]


@pytest.mark.skipif(not NAUGHTY, reason="the shared data are absent")
@pytest.mark.usefixtures("tokens")
def test_naughty_words_are_borne_as_tokens_and_as_promises(note: NoteEdit) -> None:
    lines = [line for text in NAUGHTY for line in text.splitlines()]
    text = "\n".join(f"@{line}\nDana to {line} by {line}\n#{line} !{line}" for line in lines)
    note.write(text)
    note.ink_again()
    assert note.source == text


@pytest.mark.usefixtures("tokens")
def test_chips_follow_a_new_name(note: NoteEdit, journal: Journal, dana: int) -> None:
    note.write("@dana")
    assert chips(note) == ["@dana"]
    journal.do(edit_rep, rep_id=dana, name="Maria Reyes")
    assert chips(note) == []


@pytest.mark.usefixtures("tokens")
def test_the_day_of_a_promise_is_a_chip_and_says_which_it_is(note: NoteEdit) -> None:
    note.write("We met on Friday.\nDana to send the agenda by Friday")
    assert chips(note) == ["by Friday"]
    assert told_at(note, "by Friday") == "Due Fri 27 Nov"


@pytest.mark.usefixtures("tokens")
def test_hovering_tells_what_is_named(note: NoteEdit) -> None:
    note.write("Went through #halvorsen-renewal")
    assert told_at(note, "#halvorsen").startswith("Halvorsen AS, Renewal, Dana\n")


@pytest.mark.usefixtures("tokens")
def test_ctrl_and_click_or_a_key_open_what_is_named(note: NoteEdit, went: Went, dana: int, deal: int) -> None:
    note.write("With @dana on #halvorsen-renewal")
    QTest.mouseClick(
        note.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place_of(note, "@dana")
    )
    assert went.to == [("rep", dana)]
    press(note, "Alt+Return")
    assert went.to[-1] == ("deal", deal)
    press(note, "Home")
    press(note, "Alt+Return")
    assert len(went.to) == 2


def test_a_key_makes_a_commitment_of_a_line(note: NoteEdit, tokens: NoteTokens, qtbot: QtBot) -> None:
    note.write("- me: call procurement by Friday")
    with qtbot.waitSignal(tokens.wanted) as wanted:
        press(note, "Ctrl+Shift+C")
    (spoken,) = wanted.args or []
    assert isinstance(spoken, SpokenCommitment)
    assert (spoken.text, spoken.due_on) == ("Call procurement", date(2026, 11, 27))


def test_reps_are_named_in_the_order_of_the_note(note: NoteEdit, tokens: NoteTokens, dana: int) -> None:
    note.write("@amir-khan and @dana")
    assert tokens.reps_named()[-1] == dana
    assert len(tokens.reps_named()) == 2


@pytest.mark.usefixtures("tokens")
def test_a_key_takes_under_five_milliseconds_with_300_deals_and_40_reps(
    note: NoteEdit, journal: Journal, dana: int
) -> None:
    for number in range(300):
        journal.do(add_deal, rep_id=dana, name=f"Renewal {number}", account=f"Account {number}", stage_id=1)
    for number in range(40):
        journal.do(add_rep, name=f"Person {number}")
    type_into(note, "#re ")
    taken = []
    for letter in "with #renewal-1 and @person-1" * 3:
        began = time.perf_counter()
        QTest.keyClicks(note, letter)
        taken.append(time.perf_counter() - began)
    assert sorted(taken)[len(taken) // 2] < 0.005
