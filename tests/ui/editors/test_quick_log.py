"""A conversation in five keys, and not a word of it lost."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from coachjournal.commands.draft import keep_draft
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal, Reading
from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from coachjournal.queries.drafts import kept_draft
from coachjournal.rules.conversation import ConversationKind, Idea, Side
from tests.ui.hands import click, named, press, type_into
from ui.editors.log_draft import LogDraft
from ui.editors.quick_log import NO_REP, NO_TEAM, SLOT, QuickLog
from ui.main_window import MainWindow
from ui.pages import Place
from ui.widgets.commitment_line import CommitmentLine
from ui.widgets.date_field import DateField
from ui.widgets.note_edit import NoteEdit
from ui.widgets.rep_picker import RepPicker
from ui.widgets.saved_mark import SavedMark
from ui.widgets.time_field import TimeField

TODAY = date(2026, 11, 23)


@pytest.fixture
def dana(journal: Journal) -> int:
    journal.do(add_rep, name="Amir Khan")
    return journal.do(add_rep, name="Dana Reyes")


@pytest.fixture
def open_log(dana: int, attached: MainWindow, qtbot: QtBot) -> Callable[[], QuickLog]:
    """Ctrl+N, and the small window that comes."""
    assert dana

    def ctrl_n() -> QuickLog:
        attached.activateWindow()
        qtbot.waitUntil(attached.isActiveWindow)
        press(attached, "Ctrl+N")
        qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QuickLog))
        log = QApplication.activeWindow()
        assert isinstance(log, QuickLog)
        return log

    return ctrl_n


def note(log: QuickLog) -> NoteEdit:
    return named(log, "quickLog.text", NoteEdit)


def write(log: QuickLog, words: str) -> None:
    """Two letters, Enter, the words."""
    type_into(named(log, "quickLog.rep_id", RepPicker), "da")
    press_in_focus("Return")
    type_into(note(log), words)


def press_in_focus(keys: str) -> None:
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None
    press(target, keys)


def type_in_focus(words: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, words)


def logged(journal: Journal) -> ConversationPage:
    """The one conversation in the journal."""

    def the_one(tx: Reading) -> ConversationPage:
        (key,) = tx.connection.exec_driver_sql("SELECT id FROM conversation").scalars().all()
        page = conversation_page(tx, conversation_id=key)
        assert page is not None
        return page

    return journal.ask(the_one)


def draft_text(journal: Journal) -> str | None:
    draft = journal.ask(kept_draft, slot=SLOT)
    return None if draft is None else draft.fields["text"]


FIVE_KEYS = ("Ctrl+N", "D", "A", "Return", "Ctrl+Return")


def test_five_keys_and_the_words_log_a_word_in_passing(
    attached: MainWindow, qtbot: QtBot, journal: Journal, dana: int
) -> None:
    press(attached, FIVE_KEYS[0])
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QuickLog))
    for key in FIVE_KEYS[1:4]:
        press_in_focus(key)
    type_in_focus("Asked for the cost before the product.")
    press_in_focus(FIVE_KEYS[4])
    head = logged(journal).head
    assert (head.rep_id, head.kind, head.held_on, head.minutes) == (dana, ConversationKind.IN_PASSING, TODAY, 5)
    assert head.text == "Asked for the cost before the product."


def test_from_a_reps_page_the_words_come_first(attached: MainWindow, qtbot: QtBot, journal: Journal, dana: int) -> None:
    attached.ways.open_rep(dana)
    qtbot.waitUntil(lambda: attached.pages.place == Place("rep", dana), timeout=20_000)
    press(attached, "Ctrl+N")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QuickLog))
    type_in_focus("Asked.")
    press_in_focus("Ctrl+Return")
    assert (logged(journal).head.rep_id, logged(journal).head.text) == (dana, "Asked.")


def test_everything_else_can_be_said_in_the_same_window(open_log: Callable[[], QuickLog], journal: Journal) -> None:
    log = open_log()
    write(log, "Opened with the agenda.")
    press(log, "Alt+3")
    named(log, "quickLog.held_on", DateField).set_day(TODAY - timedelta(days=11))
    type_into(named(log, "quickLog.starts_at", TimeField), "9")
    click(named(log, "quickLog.idea.together", QPushButton))
    named(log, "quickLog.private", QCheckBox).click()
    press(log, "Alt+C")
    press_in_focus("M")
    press(log, "Ctrl+Return")
    page = logged(journal)
    head = page.head
    assert (head.kind, head.held_on, head.minutes) == (ConversationKind.RIDE_ALONG, TODAY - timedelta(days=11), 240)
    assert head.starts_at is not None
    assert (head.starts_at.hour, head.idea, head.private) == (9, Idea.TOGETHER, True)
    assert [(row.text, row.owner, row.due_on) for row in page.commitments] == [
        ("m", Side.REP, TODAY + timedelta(days=7))
    ]


def test_minutes_follow_the_kind_until_they_are_told(open_log: Callable[[], QuickLog]) -> None:
    log = open_log()
    minutes = named(log, "quickLog.minutes", QSpinBox)
    press(log, "Alt+2")
    assert minutes.value() == ConversationKind.ONE_ON_ONE.usual_minutes
    minutes.setValue(25)
    press(log, "Alt+3")
    assert minutes.value() == 25


def test_nobody_chosen_is_said_beside_the_name_and_the_words_stay(
    open_log: Callable[[], QuickLog], journal: Journal
) -> None:
    log = open_log()
    type_into(note(log), "Asked.")
    press(log, "Ctrl+Return")
    assert named(log, "quickLog.rep_id.problem", QLabel).text() == NO_REP
    assert note(log).source == "Asked."
    assert draft_text(journal) in {None, "Asked."}


@pytest.mark.parametrize("typed", ["25", "9:75", "noon"])
def test_what_is_no_time_of_day_is_refused_beside_it(open_log: Callable[[], QuickLog], typed: str) -> None:
    log = open_log()
    write(log, "Asked.")
    type_into(named(log, "quickLog.starts_at", TimeField), typed)
    press(log, "Ctrl+Return")
    assert named(log, "quickLog.starts_at.problem", QLabel).text() == "A time looks like 9:30."


def test_words_are_on_the_disk_within_two_seconds(
    open_log: Callable[[], QuickLog], journal: Journal, qtbot: QtBot
) -> None:
    log = open_log()
    write(log, "Asked for the cost")
    qtbot.waitUntil(lambda: draft_text(journal) == "Asked for the cost", timeout=2_000)
    assert named(log, "quickLog.saved", SavedMark).text().startswith("Saved ")
    press(log, "Ctrl+Return")
    assert draft_text(journal) is None


def test_esc_keeps_a_draft_that_is_picked_up_and_can_be_laid_aside_and_brought_back(
    open_log: Callable[[], QuickLog], journal: Journal
) -> None:
    first = open_log()
    write(first, "Asked for the cost")
    press(first, "Alt+5")
    press(first, "Esc")
    assert draft_text(journal) == "Asked for the cost"
    log = open_log()
    assert (note(log).source, named(log, "quickLog.rep_id", QLineEdit).text()) == ("Asked for the cost", "Dana Reyes")
    assert named(log, "quickLog.kind.call_review", QPushButton).isChecked()
    press(log, "Ctrl+D")
    assert (note(log).source, named(log, "quickLog.rep_id", QLineEdit).text()) == ("", "")
    press(log, "Ctrl+D")
    assert note(log).source == "Asked for the cost"
    press(log, "Ctrl+Return")
    assert logged(journal).head.kind is ConversationKind.CALL_REVIEW


def test_a_draft_stays_when_it_is_laid_aside_and_goes_when_it_is_emptied(
    open_log: Callable[[], QuickLog], journal: Journal
) -> None:
    journal.do(keep_draft, slot=SLOT, fields=LogDraft(text="Old words").as_fields())
    log = open_log()
    press(log, "Ctrl+D")
    press(log, "Esc")
    assert draft_text(journal) == "Old words"
    again = open_log()
    press(note(again), "Ctrl+A")
    press(note(again), "Del")
    press(again, "Esc")
    assert draft_text(journal) is None


def test_a_talk_in_between_does_not_cost_the_draft(open_log: Callable[[], QuickLog], journal: Journal) -> None:
    journal.do(keep_draft, slot=SLOT, fields=LogDraft(text="Old words").as_fields())
    log = open_log()
    press(log, "Ctrl+D")
    type_into(named(log, "quickLog.rep_id", QLineEdit), "Da")
    press_in_focus("Return")
    type_into(note(log), "A word in the corridor.")
    press(log, "Ctrl+Return")
    assert logged(journal).head.text == "A word in the corridor."
    assert note(open_log()).source == "Old words"


def test_two_drafts_are_kept_and_one_key_turns_between_them(open_log: Callable[[], QuickLog], journal: Journal) -> None:
    journal.do(keep_draft, slot=SLOT, fields=LogDraft(text="Old words").as_fields())
    log = open_log()
    press(log, "Ctrl+D")
    type_into(note(log), "New words")
    press(log, "Esc")
    again = open_log()
    assert note(again).source == "Old words"
    press(again, "Ctrl+D")
    assert note(again).source == "New words"
    press(again, "Ctrl+D")
    assert note(again).source == "Old words"


def test_nothing_typed_leaves_no_draft(open_log: Callable[[], QuickLog], journal: Journal) -> None:
    press(open_log(), "Esc")
    assert draft_text(journal) is None


def test_enter_on_a_commitment_begins_another_and_each_is_kept_in_the_draft(
    open_log: Callable[[], QuickLog], journal: Journal
) -> None:
    log = open_log()
    write(log, "Asked.")
    press(log, "Alt+C")
    type_in_focus("Map the committee")
    press_in_focus("Return")
    type_in_focus("Call the finance lead")
    press(log, "Esc")
    again = open_log()
    lines = again.findChildren(CommitmentLine)
    assert [line.promise.text for line in lines if line.promise] == ["Map the committee", "Call the finance lead"]
    press(again, "Ctrl+Return")
    assert [row.text for row in logged(journal).commitments] == ["Map the committee", "Call the finance lead"]


def test_a_kept_draft_says_everything_again() -> None:
    draft = LogDraft(3, "", ConversationKind.PRACTICE, "Said.", TODAY, "9:30", 20, Idea.REP, private=True)
    assert LogDraft.of_fields(draft.as_fields()) == draft


def log_with(attached: MainWindow, qtbot: QtBot, name: str, key: str) -> QuickLog:
    """The quick log with a name nobody has, left by a key, and words typed after it."""
    press(attached, "Ctrl+N")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QuickLog))
    log = QApplication.activeWindow()
    assert isinstance(log, QuickLog)
    type_in_focus(name)
    press_in_focus(key)
    type_in_focus("Asked.")
    return log


@pytest.mark.parametrize("key", ["Tab", "Return"])
@pytest.mark.parametrize("team", [(), ("Amir Khan",)])
def test_a_name_nobody_has_costs_no_words_and_one_key_adds_it(
    attached: MainWindow, qtbot: QtBot, journal: Journal, key: str, team: tuple[str, ...]
) -> None:
    for name in team:
        journal.do(add_rep, name=name)
    log = log_with(attached, qtbot, "Xylo Quist", key)
    assert (named(log, "quickLog.rep_id", RepPicker).text(), note(log).source) == ("Xylo Quist", "Asked.")
    assert named(log, "quickLog.rep_id.problem", QLabel).text() == "Nobody on your team is called Xylo Quist."
    press_in_focus("Alt+A")
    assert not named(log, "quickLog.addRep", QPushButton).isVisible()
    type_in_focus(" Twice.")
    press_in_focus("Ctrl+Return")
    assert (logged(journal).head.rep, logged(journal).head.text) == ("Xylo Quist", "Asked. Twice.")


def test_a_name_nobody_has_is_offered_again_when_it_is_logged(
    attached: MainWindow, qtbot: QtBot, journal: Journal
) -> None:
    log = log_with(attached, qtbot, "Xylo", "Tab")
    press_in_focus("Ctrl+Return")
    assert named(log, "quickLog.rep_id.problem", QLabel).text() == "Nobody on your team is called Xylo."
    assert named(log, "quickLog.addRep", QPushButton).isVisible()
    type_in_focus("\b\b\b\b")
    assert not named(log, "quickLog.addRep", QPushButton).isVisible()
    press_in_focus("Ctrl+Return")
    assert named(log, "quickLog.rep_id.problem", QLabel).text() == NO_TEAM
    assert draft_text(journal) in {None, "Asked."}


def test_a_draft_keeps_the_name_nobody_has(
    attached: MainWindow, qtbot: QtBot, open_log: Callable[[], QuickLog]
) -> None:
    press(log_with(attached, qtbot, "Xylo", "Tab"), "Esc")
    log = open_log()
    assert (named(log, "quickLog.rep_id", RepPicker).text(), note(log).source) == ("Xylo", "Asked.")
    assert named(log, "quickLog.addRep", QPushButton).isVisible()


def test_whose_idea_it_was_and_that_it_is_private_have_keys(
    open_log: Callable[[], QuickLog], journal: Journal, qtbot: QtBot
) -> None:
    log = open_log()
    write(log, "Asked.")
    for keys in ("Alt+Shift+R", "Alt+Shift+T", "Alt+Shift+P"):
        press(log, keys)
    press(log, "Ctrl+Return")
    qtbot.waitUntil(lambda: journal.undoable() is not None)
    head = logged(journal).head
    assert (head.idea, head.private) == (Idea.TOGETHER, True)
