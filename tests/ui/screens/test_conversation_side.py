"""What lies beside a note: one key each, while the conversation goes on."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.agenda_item import raise_next_time
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.draft import keep_draft
from coachjournal.commands.goal import set_goal
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.agenda import agenda
from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from coachjournal.queries.deals_beside import DealBeside, deals_beside
from coachjournal.queries.drafts import kept_draft
from coachjournal.queries.goals_today import GoalToday, goals_today
from coachjournal.queries.rep_page import RepCommitment, rep_commitments
from coachjournal.queries.skill_in_talk import SkillInTalk, skill_in_talk
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import ConversationKind, Idea, Side
from coachjournal.rules.goal import Measure
from tests.goals import set_discovery_goal
from tests.ui.hands import at_conversation, click, named, press, type_into, words_of
from ui.editors.raise_next_time import RaiseNextTime
from ui.main_window import MainWindow
from ui.own_windows import OwnWindow
from ui.pages import Place
from ui.screens.rep import RepScreen
from ui.screens.screen import Screen
from ui.widgets.note_edit import NoteEdit

TODAY = date(2026, 11, 23)
A_WEEK = timedelta(days=7)


@pytest.fixture
def before(journal: Journal, dana: int) -> int:
    return journal.do(log_conversation, rep_id=dana, held_on=TODAY - A_WEEK, text="You said you would hold the demo.")


@pytest.fixture
def promise(journal: Journal, dana: int, before: int) -> int:
    return journal.do(
        make_commitment,
        rep_id=dana,
        text="Send the agenda first",
        made_on=TODAY - A_WEEK,
        due_on=TODAY - timedelta(days=3),
        conversation_id=before,
    )


@pytest.fixture
def talk(journal: Journal, dana: int, before: int) -> int:
    assert before
    return journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, text="What she tried")


class Beside:
    """A page; `go_to` puts the focus on a row of it."""

    def __init__(self, screen: Screen, qtbot: QtBot) -> None:
        self.screen, self._qtbot = screen, qtbot

    def go_to(self, name: str) -> QWidget:
        """The row of this name, once it is there."""
        self._qtbot.waitUntil(lambda: bool(self._rows(name)))
        (row,) = self._rows(name)
        row.setFocus()
        return row

    def _rows(self, name: str) -> list[QWidget]:
        return [each for each in self.screen.findChildren(QWidget, name) if each.isVisible()]


@pytest.fixture
def beside(talk: int, attached: MainWindow, qtbot: QtBot) -> Beside:
    return Beside(at_conversation(attached, talk, qtbot), qtbot)


def level_goal(journal: Journal, rep_id: int) -> int:
    return set_discovery_goal(journal, rep_id, due_on=TODAY + 20 * A_WEEK)


def the_goal(journal: Journal, dana: int, talk: int) -> GoalToday:
    return journal.ask(goals_today, rep_id=dana, conversation_id=talk, held_on=TODAY)[0]


def the_skill(journal: Journal, dana: int, talk: int) -> SkillInTalk:
    skill = journal.ask(skill_in_talk, rep_id=dana, conversation_id=talk, held_on=TODAY)
    assert skill is not None
    return skill


def the_deal(journal: Journal, dana: int, talk: int) -> DealBeside:
    return journal.ask(deals_beside, rep_id=dana, conversation_id=talk)[0]


def commitments(journal: Journal, dana: int) -> list[RepCommitment]:
    return list(journal.ask(rep_commitments, rep_id=dana))


def page_of(journal: Journal, talk: int) -> ConversationPage:
    page = journal.ask(conversation_page, conversation_id=talk)
    assert page is not None
    return page


def draft_of(journal: Journal, talk: int) -> str | None:
    draft = journal.ask(kept_draft, slot=f"conversation:{talk}")
    return None if draft is None else draft.fields["reps_words"]


def in_focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def seen(sheet: QWidget) -> int:
    """How many commitments are in sight."""
    boxes: list[QCheckBox] = sheet.findChildren(QCheckBox)
    return sum(box.isVisible() for box in boxes)


# ---------------------------------------------------------------------------------------------------- last time


@pytest.mark.parametrize("status", [CommitmentStatus.KEPT, CommitmentStatus.NOT_KEPT])
def test_one_key_says_whether_it_was_kept_and_it_stays_in_sight(
    promise: int, beside: Beside, journal: Journal, dana: int, status: CommitmentStatus
) -> None:
    row = f"conversation.lastTime.commitment.{promise}"
    press(beside.go_to(row), status.label[0])
    (ended,) = commitments(journal, dana)
    assert ended.status is status
    assert in_focus().objectName() == row
    press(in_focus(), "Space")
    assert commitments(journal, dana)[0].status is CommitmentStatus.OPEN


def test_moved_asks_for_a_day_in_words_where_it_stands(
    promise: int, beside: Beside, journal: Journal, dana: int
) -> None:
    press(beside.go_to(f"conversation.lastTime.commitment.{promise}"), "M")
    assert in_focus().objectName() == "conversation.lastTime.day"
    type_into(in_focus(), "in two weeks")
    press(in_focus(), "Return")
    assert [each.due_on for each in commitments(journal, dana) if each.status is CommitmentStatus.OPEN] == [
        TODAY + 2 * A_WEEK
    ]


def test_moved_is_a_week_on_unless_the_arrows_say_otherwise(
    promise: int, beside: Beside, journal: Journal, dana: int
) -> None:
    press(beside.go_to(f"conversation.lastTime.commitment.{promise}"), "M")
    press(in_focus(), "Up")
    press(in_focus(), "Return")
    assert commitments(journal, dana)[0].due_on == TODAY + A_WEEK + timedelta(days=1)


def test_esc_leaves_the_day_and_not_the_page(
    promise: int, beside: Beside, journal: Journal, dana: int, attached: MainWindow
) -> None:
    row = f"conversation.lastTime.commitment.{promise}"
    press(beside.go_to(row), "M")
    press(in_focus(), "Esc")
    assert in_focus().objectName() == row
    assert attached.pages.currentWidget() is beside.screen
    assert len(commitments(journal, dana)) == 1


def test_the_kept_rate_and_a_line_of_the_note_are_told(
    promise: int, beside: Beside, attached: MainWindow, before: int, qtbot: QtBot
) -> None:
    press(beside.go_to(f"conversation.lastTime.commitment.{promise}"), "K")
    told = words_of(named(beside.screen, "conversation.lastTime", QWidget))
    assert "Dana kept 1 of 1 of late" in told
    assert "“You said you would hold the demo.”" in told
    click(named(beside.screen, "conversation.lastTime.open", QPushButton))
    qtbot.waitUntil(lambda: attached.pages.place == Place("conversation", before))


def test_forty_open_commitments_are_folded(
    journal: Journal, dana: int, talk: int, attached: MainWindow, qtbot: QtBot
) -> None:
    for number in range(40):
        journal.do(make_commitment, rep_id=dana, text=f"Step {number}", made_on=TODAY - A_WEEK)
    at_conversation(attached, talk, qtbot)
    sheet = named(attached, "conversation.lastTime", QWidget)
    qtbot.waitUntil(lambda: seen(sheet) == 6)
    more = named(sheet, "conversation.lastTime.rows.more", QPushButton)
    assert more.text() == "All 40"
    click(more)
    qtbot.waitUntil(lambda: seen(sheet) == 40)
    attached.hide()


# ---------------------------------------------------------------------------------------------------- goals


def test_a_newcomer_has_neither_a_last_time_nor_a_goal(journal: Journal, attached: MainWindow, qtbot: QtBot) -> None:
    new = journal.do(add_rep, name="Maximiliane von Hohenstein-Württemberg")
    talk = journal.do(log_conversation, rep_id=new, kind=ConversationKind.ONE_ON_ONE)
    at_conversation(attached, talk, qtbot)
    assert "This is the first conversation with Maximiliane." in words_of(attached)
    assert "Maximiliane has no goal yet." in words_of(attached)
    assert named(attached, "conversation.goals.set", QPushButton).isVisible()
    assert not named(attached, "conversation.dealsBeside", QWidget).isVisible()


def test_one_key_notes_a_level_and_another_changes_it(beside: Beside, journal: Journal, dana: int, talk: int) -> None:
    goal = level_goal(journal, dana)
    row = f"conversation.goal{goal}"
    assert "no change" in words_of(named(beside.screen, "conversation.goals", QWidget))
    press(beside.go_to(row), "3")
    assert the_goal(journal, dana, talk).noted == 3
    assert in_focus().objectName() == row
    QTest.keyClicks(in_focus(), "+")
    noted = the_goal(journal, dana, talk)
    assert noted.noted == 3.5
    assert "3.5" in words_of(named(beside.screen, "conversation.goals", QWidget))
    press(in_focus(), "Del")
    assert the_goal(journal, dana, talk).noted is None


def test_a_number_is_typed_where_the_goal_stands(beside: Beside, journal: Journal, dana: int, talk: int) -> None:
    goal = journal.do(
        set_goal,
        rep_id=dana,
        title="First meetings",
        measure=Measure.PER_WEEK,
        baseline=3,
        target=8,
        due_on=TODAY + A_WEEK,
    )
    row = f"conversation.goal{goal}"
    QTest.keyClicks(beside.go_to(row), "1")
    assert in_focus().objectName() == f"{row}.value"
    QTest.keyClicks(in_focus(), "2x")
    press(in_focus(), "Return")
    assert the_goal(journal, dana, talk).noted is None
    assert "2x" in named(beside.screen, f"{row}.value", QLineEdit).text()
    press(in_focus(), "Backspace")
    press(in_focus(), "Return")
    assert the_goal(journal, dana, talk).noted == 12
    assert in_focus().objectName() == row


# ---------------------------------------------------------------------------------------------------- the skill


def test_the_managers_level_stays_hidden_until_the_rep_has_said_theirs(
    beside: Beside, journal: Journal, dana: int, talk: int
) -> None:
    level_goal(journal, dana)
    assert beside.screen.findChild(QWidget, "conversation.skill.manager") is None
    press(beside.go_to("conversation.skill.rep"), "4")
    press(beside.go_to("conversation.skill.manager"), "3")
    skill = the_skill(journal, dana, talk)
    assert (skill.by_rep.level, skill.by_manager.level) == (4, 3)


def test_what_the_rep_says_can_be_skipped(beside: Beside, journal: Journal, dana: int, talk: int) -> None:
    level_goal(journal, dana)
    press(beside.go_to("conversation.skill.rep"), "S")
    assert in_focus().objectName() == "conversation.skill.manager"
    press(in_focus(), "2")
    assert the_skill(journal, dana, talk).by_manager.level == 2


# ---------------------------------------------------------------------------------------------------- deals


def test_a_deal_is_added_and_taken_off_by_a_key(beside: Beside, journal: Journal, dana: int, talk: int) -> None:
    deal = journal.do(add_deal, rep_id=dana, name="Renewal", stage_id=1)
    row = f"conversation.dealsBeside.deal{deal}"
    QTest.keyClick(beside.go_to(row), Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    assert [each.deal_id for each in page_of(journal, talk).deals] == [deal]
    press(in_focus(), "-")
    assert page_of(journal, talk).deals == ()


def test_a_step_is_written_where_the_deal_stands(beside: Beside, journal: Journal, dana: int, talk: int) -> None:
    deal = journal.do(add_deal, rep_id=dana, name="Renewal", stage_id=1)
    row = f"conversation.dealsBeside.deal{deal}"
    press(beside.go_to(row), "N")
    QTest.keyClicks(in_focus(), "send the paper by Friday")
    press(in_focus(), "Return")
    step = the_deal(journal, dana, talk)
    assert (step.next_step, step.next_step_on) == ("Send the paper", date(2026, 11, 27))
    assert in_focus().objectName() == row
    journal.undo()
    assert the_deal(journal, dana, talk).next_step == ""


def test_a_late_step_says_so_in_words(beside: Beside, journal: Journal, dana: int) -> None:
    journal.do(add_deal, rep_id=dana, name="Renewal", stage_id=1, next_step="Call", next_step_on=TODAY - A_WEEK)
    names = [
        each.accessibleName()
        for each in named(beside.screen, "conversation.dealsBeside", QWidget).findChildren(QWidget)
    ]
    assert "7 days late" in names


# ---------------------------------------------------------------------------------------------------- questions


def test_a_question_is_put_into_the_note_to_write_under(beside: Beside) -> None:
    press(beside.go_to("conversation.question0"), "Return")
    note = named(beside.screen, "conversation.text", NoteEdit)
    assert in_focus() is note
    QTest.keyClicks(note, "Pricing")
    assert note.source == "What she tried\n\n> What is on your mind?\n\nPricing"


# ---------------------------------------------------------------------------------------------------- to raise


def test_a_tick_says_that_it_was_raised_here(beside: Beside, journal: Journal, dana: int, talk: int) -> None:
    item = journal.do(raise_next_time, rep_id=dana, text="The split", side=Side.REP)
    press(beside.go_to(f"conversation.agenda.rows.{item}"), "Space")
    assert journal.ask(agenda, rep_id=dana) == ()
    assert journal.ask(agenda, rep_id=dana, conversation_id=talk)[0].raised


def test_what_to_raise_next_is_typed_and_made_private(beside: Beside, journal: Journal, dana: int) -> None:
    line = named(beside.screen, "conversation.agenda.add.text", QLineEdit)
    type_into(line, "Her next role")
    press(line, "Return")
    (item,) = journal.ask(agenda, rep_id=dana)
    assert (item.text, item.side, line.text()) == ("Her next role", Side.MANAGER, "")
    press(beside.go_to(f"conversation.agenda.rows.{item.agenda_item_id}"), "P")
    assert journal.ask(agenda, rep_id=dana)[0].private


def test_from_any_page_one_key_opens_a_line_for_the_rep_in_sight(
    beside: Beside, journal: Journal, dana: int, attached: MainWindow, qtbot: QtBot
) -> None:
    press(named(beside.screen, "conversation.text", NoteEdit), "Ctrl+Shift+R")
    box = named(attached, "raiseNextTime", RaiseNextTime)
    qtbot.waitUntil(box.isActiveWindow)
    QTest.keyClicks(in_focus(), "The forecast")
    press(in_focus(), "Return")
    assert [item.text for item in journal.ask(agenda, rep_id=dana)] == ["The forecast"]


def test_in_a_window_of_its_own_the_same_key_is_about_its_rep(
    journal: Journal, dana: int, talk: int, attached: MainWindow, qtbot: QtBot
) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    attached.ways.open_rep(amir)
    qtbot.waitUntil(lambda: attached.pages.place == Place("rep", amir), timeout=20_000)
    attached.ways.open_in_own_window(talk)
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, OwnWindow))
    qtbot.waitUntil(window.isActiveWindow)
    press(named(window, "conversation.text", NoteEdit), "Ctrl+Shift+R")
    qtbot.waitUntil(named(window, "raiseNextTime", RaiseNextTime).isActiveWindow)
    QTest.keyClicks(in_focus(), "The forecast")
    press(in_focus(), "Return")
    assert [item.text for item in journal.ask(agenda, rep_id=dana)] == ["The forecast"]
    window.close()


def test_on_the_reps_page_it_stands_behind_a_tab_and_a_tick_takes_it_off(
    journal: Journal, dana: int, attached: MainWindow, qtbot: QtBot
) -> None:
    item = journal.do(raise_next_time, rep_id=dana, text="The split")
    attached.ways.open_rep(dana)
    qtbot.waitUntil(lambda: attached.pages.place == Place("rep", dana), timeout=20_000)
    page = attached.pages.currentWidget()
    assert isinstance(page, RepScreen)
    page.show_list("agenda")
    line = named(page, "repPage.agenda.add.text", QLineEdit)
    type_into(line, "Her goals")
    press(line, "Return")
    assert [each.text for each in journal.ask(agenda, rep_id=dana)] == ["The split", "Her goals"]
    press(Beside(page, qtbot).go_to(f"repPage.agenda.rows.{item}"), "Space")
    assert [each.text for each in journal.ask(agenda, rep_id=dana)] == ["Her goals"]
    attached.hide()


# ---------------------------------------------------------------------------------------------------- the rest


@pytest.mark.parametrize(("keys", "idea"), [("R", Idea.REP), ("T", Idea.TOGETHER), ("M", Idea.MANAGER)])
def test_one_key_says_whose_idea_it_was_and_once_more_takes_it_back(
    beside: Beside, journal: Journal, talk: int, keys: str, idea: Idea
) -> None:
    note = named(beside.screen, "conversation.text", NoteEdit)
    press(note, f"Alt+Shift+{keys}")
    assert page_of(journal, talk).head.idea is idea
    press(note, f"Alt+Shift+{keys}")
    assert page_of(journal, talk).head.idea is None


def test_the_arrows_go_through_the_rows_of_all_sheets(
    promise: int, beside: Beside, journal: Journal, dana: int
) -> None:
    goal = level_goal(journal, dana)
    beside.go_to(f"conversation.lastTime.commitment.{promise}")
    passed = []
    for _ in range(3):
        press(in_focus(), "Down")
        passed.append(in_focus().objectName())
    assert passed == [f"conversation.goal{goal}", "conversation.skill.rep", "conversation.question0"]
    press(in_focus(), "Up")
    assert in_focus().objectName() == "conversation.skill.rep"


def test_the_reps_own_words_are_kept_with_the_note_and_taken_back_with_it(
    beside: Beside, journal: Journal, talk: int, qtbot: QtBot, attached: MainWindow
) -> None:
    words = named(beside.screen, "conversation.repsWords", NoteEdit)
    type_into(words, "I answered a question nobody asked.")
    qtbot.waitUntil(lambda: draft_of(journal, talk) == "I answered a question nobody asked.", timeout=2_000)
    type_into(named(beside.screen, "conversation.text", NoteEdit), ", twice")
    press(in_focus(), "Ctrl+Return")
    qtbot.waitUntil(lambda: attached.pages.place.page == "today")
    head = page_of(journal, talk).head
    assert (head.reps_words, head.text) == ("I answered a question nobody asked.", "What she tried, twice")
    assert draft_of(journal, talk) is None
    journal.undo()
    assert (page_of(journal, talk).head.reps_words, page_of(journal, talk).head.text) == ("", "What she tried")


def test_what_the_rep_said_is_offered_again_after_a_crash(
    journal: Journal, talk: int, qtbot: QtBot, attached: MainWindow
) -> None:
    fields = {"text": "What she tried", "reps_words": "Too early"}
    journal.do(keep_draft, slot=f"conversation:{talk}", fields=fields)
    at_conversation(attached, talk, qtbot)
    words = named(attached, "conversation.repsWords", NoteEdit)
    assert words.source == "Too early"
    click(named(attached, "conversation.pickedUp.turn", QPushButton))
    assert words.source == ""
