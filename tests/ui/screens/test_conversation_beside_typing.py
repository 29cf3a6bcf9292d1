"""Writing beside a note while the page is shown anew: not a letter, not the focus, not the cursor is lost."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.agenda_item import raise_next_time
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import edit_conversation, log_conversation
from coachjournal.commands.deal import add_deal, edit_deal
from coachjournal.commands.draft import keep_draft
from coachjournal.commands.goal import edit_goal, set_goal
from coachjournal.commands.rep import add_rep, edit_rep
from coachjournal.journal import Journal
from coachjournal.queries.agenda import agenda
from coachjournal.queries.conversation_page import conversation_page
from coachjournal.queries.deals_beside import deals_beside
from coachjournal.queries.drafts import kept_draft
from coachjournal.queries.goals_today import goals_today
from coachjournal.queries.unfinished import unfinished
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.goal import Measure
from tests.ui.hands import at_conversation, named, press
from ui.context import Context
from ui.main_window import MainWindow
from ui.screens.drafts import continue_draft, draft_title
from ui.widgets.note_edit import NoteEdit

TODAY = date(2026, 11, 23)
DEAL, GOAL = "conversation.dealsBeside.deal", "conversation.goal1"
PIPELINE = ConversationKind.PIPELINE_REVIEW
PROMISE = "conversation.lastTime.commitment"


@pytest.fixture
def talk(journal: Journal, dana: int) -> int:
    journal.do(add_deal, rep_id=dana, name="Retrofit line 4", stage_id=1)
    before = journal.do(log_conversation, rep_id=dana, held_on=date(2026, 11, 16), text="You said you would.")
    journal.do(make_commitment, rep_id=dana, text="Send it", made_on=date(2026, 11, 16), conversation_id=before)
    journal.do(
        set_goal,
        rep_id=dana,
        title="Meetings a week",
        measure=Measure.NUMBER,
        baseline=2,
        target=6,
        due_on=date(2027, 3, 1),
    )
    return journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, text="What she tried")


@pytest.fixture
def page(talk: int, attached: MainWindow, qtbot: QtBot) -> QWidget:
    return at_conversation(attached, talk, qtbot)


def row(page: QWidget, name: str) -> QWidget:
    """The row beside the note whose name begins like this, with the focus."""
    found = next(
        each
        for each in page.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() and each.objectName().startswith(name)
    )
    found.setFocus()
    return found


def line() -> QLineEdit:
    """Where somebody writes."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    return focused


@pytest.mark.parametrize(("name", "key"), [(DEAL, "N"), (GOAL, "4"), (PROMISE, "M")])
def test_what_is_being_written_stays_when_its_sheet_is_shown_anew(
    page: QWidget, journal: Journal, name: str, key: str
) -> None:
    press(row(page, name), key)
    field = line()
    QTest.keyClicks(field, "5 now")
    written = field.text()
    field.setCursorPosition(1)
    journal.do(edit_deal, deal_id=1, name="Retrofit line 5")  # other rows say something else by now
    journal.do(edit_rep, rep_id=1, name="Dana R. Reyes")
    assert line() is field
    assert (field.text(), field.cursorPosition()) == (written, 1)


def test_what_changed_meanwhile_is_shown_once_nobody_writes(page: QWidget, journal: Journal) -> None:
    press(row(page, GOAL), "4")
    set_back = line()
    journal.do(edit_goal, goal_id=1, title="Meetings held")
    press(set_back, "Esc")
    assert "Meetings held" in row(page, GOAL).accessibleName()


def test_the_idea_by_its_key_leaves_a_next_step_that_is_being_written(page: QWidget, journal: Journal) -> None:
    press(row(page, DEAL), "N")
    QTest.keyClicks(line(), "send the paper by Friday")
    press(line(), "Alt+Shift+R")
    assert line().text() == "send the paper by Friday"
    press(line(), "Return")
    assert next_step(journal) == ("Send the paper", date(2026, 11, 27))
    assert "Send the paper" in row(page, DEAL).accessibleName()


def test_leaving_the_page_keeps_what_was_being_written_beside_the_note(
    page: QWidget, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    press(row(page, GOAL), "4")
    QTest.keyClicks(line(), "5")
    press(row(page, DEAL), "N")
    QTest.keyClicks(line(), "send the paper by Friday")
    attached.ways.open_page("journal")
    qtbot.waitUntil(lambda: not page.isVisible(), timeout=20_000)
    assert next_step(journal) == ("Send the paper", date(2026, 11, 27))
    assert journal.ask(goals_today, rep_id=1, conversation_id=2, held_on=TODAY)[0].noted == 45


def next_step(journal: Journal) -> tuple[str, date | None]:
    (deal,) = journal.ask(deals_beside, rep_id=1, conversation_id=2)
    return deal.next_step, deal.next_step_on


def test_what_is_to_be_raised_is_kept_while_it_is_typed_and_added_when_the_page_is_left(
    page: QWidget, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClicks(row(page, "conversation.agenda.add.text"), "the demo")
    qtbot.waitUntil(lambda: journal.ask(kept_draft, slot="editor:toRaise:1") is not None, timeout=2000)
    assert [draft_title(draft) for draft in journal.ask(unfinished)] == ["To raise next time, Dana Reyes"]
    attached.ways.open_rep(1, "agenda")
    qtbot.waitUntil(lambda: not page.isVisible(), timeout=20_000)
    assert [item.text for item in journal.ask(agenda, rep_id=1)] == ["the demo"]
    assert journal.ask(unfinished) == ()


def test_what_was_to_be_raised_when_the_power_failed_is_gone_on_with(
    page: QWidget, journal: Journal, attached: MainWindow, context: Context, qtbot: QtBot
) -> None:
    journal.do(add_rep, name="Tom Barnes")
    kept = {"typed": {"text": "the price"}, "side": "rep", "private": True}
    journal.do(keep_draft, slot="editor:toRaise:2", fields=kept)
    (draft,) = journal.ask(unfinished)
    continue_draft(draft, context)
    qtbot.waitUntil(lambda: not page.isVisible(), timeout=20_000)
    shown = attached.pages.currentWidget()
    assert shown is not None
    field = row(shown, "repPage.agenda.add.text")
    press(field, "Return")
    (item,) = journal.ask(agenda, rep_id=2)
    assert (item.text, item.side, item.private) == ("the price", Side.REP, True)
    qtbot.waitUntil(lambda: journal.ask(unfinished) == (), timeout=2000)


@pytest.mark.parametrize("where", [(ConversationKind.ONE_ON_ONE, "stepBeside"), (PIPELINE, "pipelineStep")])
def test_a_next_step_that_a_crash_left_behind_is_gone_on_with_on_its_page(
    page: QWidget, journal: Journal, context: Context, qtbot: QtBot, where: tuple[ConversationKind, str]
) -> None:
    kind, part = where
    talk = journal.do(log_conversation, rep_id=1, kind=kind, text="What came next")
    journal.do(keep_draft, slot=f"conversation:{talk}.{part}:1", fields={"text": "call Kai", "day": "2026-11-27"})
    (draft,) = journal.ask(unfinished)
    assert (draft_title(draft), draft.words) == (f"{kind.label} with Dana Reyes", 2)
    continue_draft(draft, context)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit), timeout=20_000)
    assert page.isVisible()
    press(line(), "Return")
    assert next_step(journal) == ("call Kai", date(2026, 11, 27))
    assert journal.ask(unfinished) == ()


def test_from_one_note_to_the_next_the_keys_go_along(
    page: QWidget, journal: Journal, attached: MainWindow, qtbot: QtBot
) -> None:
    other = journal.do(log_conversation, rep_id=1, text="Another talk")
    at_conversation(attached, other, qtbot)
    assert QApplication.focusWidget() is named(page, "conversation.text", NoteEdit)


def test_the_name_of_a_deal_that_is_being_typed_outlives_a_change_elsewhere(page: QWidget, journal: Journal) -> None:
    press(row(page, "conversation.addDeal"), "Space")
    QTest.keyClicks(line(), "Retr")
    journal.do(edit_rep, rep_id=1, name="Dana R. Reyes")
    assert line().text().startswith("Retr")
    press(line(), "Return")
    shown = journal.ask(conversation_page, conversation_id=2)
    assert shown is not None
    assert [deal.name for deal in shown.deals] == ["Retrofit line 4"]


def test_a_change_elsewhere_leaves_the_rows_as_they_are(page: QWidget, journal: Journal) -> None:
    before = [row(page, name) for name in (PROMISE, GOAL, DEAL)]
    journal.do(raise_next_time, rep_id=1, text="The demo")
    journal.do(edit_conversation, conversation_id=2, text="What she learnt")
    assert [row(page, name) for name in (PROMISE, GOAL, DEAL)] == before
