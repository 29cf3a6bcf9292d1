"""Writing a development plan field by field."""

from collections.abc import Iterator
from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.plan_editor import PlanForm, plan_form
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.plan import ActionKind
from tests.ui.hands import click, named, press, type_into, words_of
from ui.context import Context
from ui.editors.plan import PlanEditor
from ui.editors.plan_actions import ActionEditor
from ui.main_window import MainWindow
from ui.widgets.date_field import DateField


@pytest.fixture
def dana(journal: Journal) -> int:
    rep_id = journal.do(add_rep, name="Dana <b>Reyes</b>")
    journal.do(
        log_conversation,
        rep_id=rep_id,
        kind=ConversationKind.RIDE_ALONG,
        text="Agenda agreed by mail",
        held_on=date(2026, 11, 12),
    )
    return rep_id


@pytest.fixture
def editor(attached: MainWindow, context: Context, dana: int, qtbot: QtBot) -> Iterator[PlanEditor]:
    assert attached.isVisible()
    shown = PlanEditor(context, dana)
    shown.open()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    if shiboken6.isValid(shown):
        shown.close()


def form(journal: Journal, rep_id: int) -> PlanForm:
    return journal.ask(plan_form, rep_id=rep_id)


def text(editor: PlanEditor, key: str) -> QPlainTextEdit:
    return named(editor, f"planEditor.{key}", QPlainTextEdit)


def test_a_field_is_saved_when_it_is_left_and_the_plan_begins_with_it(
    editor: PlanEditor, journal: Journal, dana: int
) -> None:
    assert form(journal, dana).plan_id is None
    type_into(text(editor, "direction"), "Lead the renewal")
    press(text(editor, "direction"), "Tab")
    saved = form(journal, dana)
    assert (saved.version, saved.direction) == (1, "Lead the renewal")
    type_into(text(editor, "found_30"), "Good start")
    press(editor, "Ctrl+Return")
    assert form(journal, dana).found[0] == "Good start"
    assert not editor.isVisible()


def test_esc_keeps_what_was_being_written(editor: PlanEditor, journal: Journal, dana: int) -> None:
    type_into(text(editor, "support"), "A ride-along every second week")
    press(editor, "Esc")
    assert form(journal, dana).support == "A ride-along every second week"


def test_what_is_printed_is_what_is_seen(editor: PlanEditor, attached: MainWindow, journal: Journal, dana: int) -> None:
    type_into(text(editor, "support"), "A ride-along every second week")
    export = named(editor, "planEditor.export", QPushButton)
    export.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # as buttons are on a Mac
    click(export)
    assert form(journal, dana).support == "A ride-along every second week"
    named(attached, "saveDialog", QFileDialog).reject()


def test_a_field_that_was_only_passed_through_writes_nothing(editor: PlanEditor, journal: Journal, dana: int) -> None:
    for _ in range(12):
        press(editor, "Tab")
    press(editor, "Esc")
    assert form(journal, dana).plan_id is None


def test_the_period_and_the_review_are_days(editor: PlanEditor, journal: Journal, dana: int) -> None:
    agreed = named(editor, "planEditor.agreed_on", DateField)
    agreed.setFocus()
    QTest.keyClicks(agreed, "t")
    until = named(editor, "planEditor.ends_on", DateField)
    until.setFocus()
    until.set_day(date(2026, 12, 20))
    press(editor, "Esc")
    saved = form(journal, dana)
    assert (saved.agreed_on, saved.period.last_day) == (date(2026, 11, 23), date(2026, 12, 20))


def test_a_plan_that_ends_before_it_begins_is_refused_beside_the_day(
    editor: PlanEditor, journal: Journal, dana: int
) -> None:
    named(editor, "planEditor.ends_on", DateField).set_day(date(2026, 9, 1))
    press(editor, "Esc")
    assert editor.isVisible()
    assert named(editor, "planEditor.ends_on.problem", QLabel).text() == "The plan ends before it begins."
    press(editor, "Esc")
    assert not editor.isVisible()
    assert form(journal, dana).period.last_day == date(2026, 12, 31)


def test_a_strength_is_named_with_the_conversation_that_shows_it(
    editor: PlanEditor, journal: Journal, dana: int
) -> None:
    shown_by = named(editor, "planEditor.evidence", QComboBox)
    assert shown_by.itemText(0) == "Ride-along, 12 Nov: Agenda agreed by mail"
    shown_by.setCurrentIndex(0)
    line = named(editor, "planEditor.strength", QLineEdit)
    type_into(line, "Prepares <i>with</i> care")
    press(line, "Return")
    (strength,) = form(journal, dana).strengths
    assert (strength.text, strength.evidence) == ("Prepares <i>with</i> care", "")
    assert strength.conversation is not None
    assert line.text() == ""
    click(named(editor, f"planEditor.strength.{strength.strength_id}.delete", QPushButton))
    assert form(journal, dana).strengths == ()


def test_a_strength_may_be_shown_by_words_alone(editor: PlanEditor, journal: Journal, dana: int) -> None:
    shown_by = named(editor, "planEditor.evidence", QComboBox).lineEdit()
    assert shown_by is not None
    type_into(named(editor, "planEditor.strength", QLineEdit), "Stays calm")
    type_into(shown_by, "The Kestrel call")
    press(shown_by, "Return")
    (strength,) = form(journal, dana).strengths
    assert (strength.evidence, strength.conversation) == ("The Kestrel call", None)


def test_an_action_is_added_completed_and_ticked(editor: PlanEditor, journal: Journal, dana: int, qtbot: QtBot) -> None:
    line = named(editor, "planEditor.action", QLineEdit)
    type_into(line, "Map the committee")
    press(line, "Return")
    (action,) = form(journal, dana).actions
    change = f"planEditor.action.{action.action_id}.change"
    click(named(editor, change, QPushButton))
    rest = named(editor, "planAction", ActionEditor)
    named(rest, "planAction.kind", QComboBox).setCurrentIndex(1)
    type_into(named(rest, "planAction.support", QLineEdit), "Arranges it")
    click(named(rest, "planAction.finish", QPushButton))
    (action,) = form(journal, dana).actions
    assert (action.kind, action.support) == (ActionKind.FROM_OTHERS, "Arranges it")
    box = f"planEditor.action.{action.action_id}"
    qtbot.waitUntil(lambda: "Arranges it" in words_of(editor) and bool(visible(editor, box)))
    QTest.keyClick(visible(editor, box)[0], Qt.Key.Key_Space)
    assert form(journal, dana).actions[0].done_on == date(2026, 11, 23)


def visible(editor: PlanEditor, name: str) -> list[QCheckBox]:
    """Rows are made anew after each change; the old ones go when nobody is looking."""
    boxes: list[QCheckBox] = editor.findChildren(QCheckBox, name)
    return [box for box in boxes if box.isVisible()]


def test_an_action_can_be_deleted_and_undone(editor: PlanEditor, journal: Journal, dana: int, qtbot: QtBot) -> None:
    line = named(editor, "planEditor.action", QLineEdit)
    type_into(line, "Map the committee")
    press(line, "Return")
    (action,) = form(journal, dana).actions
    click(named(editor, f"planEditor.action.{action.action_id}.change", QPushButton))
    click(named(named(editor, "planAction", ActionEditor), "planAction.delete", QPushButton))
    assert form(journal, dana).actions == ()
    qtbot.waitUntil(editor.isActiveWindow)
    named(editor, "planEditor.done", QPushButton).setFocus()
    press(editor, "Ctrl+Z")
    qtbot.waitUntil(lambda: form(journal, dana).actions == (action,))


def test_a_new_version_shows_at_once_with_what_still_holds(editor: PlanEditor, qtbot: QtBot) -> None:
    type_into(text(editor, "direction"), "Lead the renewal")
    press(text(editor, "direction"), "Tab")
    click(named(editor, "planEditor.renew", QPushButton))
    qtbot.waitUntil(lambda: "version 2" in words_of(editor))
    assert text(editor, "direction").toPlainText() == "Lead the renewal"
    assert named(editor, "planEditor.starts_on", DateField).day == date(2027, 1, 1)


def test_what_another_window_wrote_does_not_disturb_what_is_being_written(editor: PlanEditor, qtbot: QtBot) -> None:
    type_into(text(editor, "comments"), "Half a sen")
    line = named(editor, "planEditor.action", QLineEdit)
    line.setText("Map the committee")
    line.returnPressed.emit()
    qtbot.waitUntil(lambda: "Map the committee" in words_of(editor))
    assert text(editor, "comments").toPlainText() == "Half a sen"
