"""The rep page, driven by keys and clicks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.agenda_item import raise_next_time
from coachjournal.commands.check_in import check_in
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.goal import set_goal
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.rep_deals import Figure
from coachjournal.queries.rep_page import RepPage, rep_commitments, rep_page
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.deal import Outcome
from coachjournal.rules.goal import Measure
from coachjournal.rules.period import year_back
from tests.ui.hands import click, named, press, type_into, words_of
from tests.ui.went import Went
from ui.context import Context
from ui.screens.rep import RepScreen
from ui.screens.rep_agenda import RepAgenda
from ui.screens.rep_figure import DealsBehind
from ui.widgets.choices import Tabs
from ui.widgets.figure_row import FigureRow
from ui.widgets.timeline import TimelineView

TODAY = date(2026, 11, 23)


class SoundModel(Protocol):
    """pytest-qt's model tester, which states no types."""

    def check(self, model: QAbstractItemModel) -> None: ...


Show = Callable[[int], RepScreen]


@pytest.fixture
def dana(journal: Journal) -> int:
    return journal.do(add_rep, name="Dana Reyes", role="Account executive", territory="Iberia")


@pytest.fixture
def show(context: Context, qtbot: QtBot) -> Show:
    """Puts the page of a rep into the window and waits until it stands."""

    def shown(rep_id: int) -> RepScreen:
        screen = RepScreen(context)
        qtbot.addWidget(screen)
        screen.resize(1150, 860)
        screen.show()
        screen.open_item(rep_id)
        qtbot.waitUntil(lambda: screen.page is not None)
        return screen

    return shown


def discovery(journal: Journal, rep_id: int) -> int:
    goal_id = journal.do(
        set_goal,
        rep_id=rep_id,
        title="Discovery depth",
        measure=Measure.LEVEL,
        baseline=2.5,
        target=4.0,
        started_on=TODAY - timedelta(days=60),
        due_on=TODAY + timedelta(days=60),
    )
    journal.do(check_in, goal_id=goal_id, value=3.0, checked_on=TODAY - timedelta(days=5))
    return goal_id


def page_of(journal: Journal, rep_id: int) -> RepPage:
    page = journal.ask(rep_page, rep_id=rep_id)
    assert page is not None
    return page


def editor(context: Context) -> QDialog:
    """The editor over the page."""
    dialogs = [dialog for dialog in context.window.findChildren(QDialog) if dialog.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def no_editor(context: Context) -> bool:
    return not any(dialog.isVisible() for dialog in context.window.findChildren(QDialog))


def statuses(journal: Journal, rep_id: int) -> list[CommitmentStatus]:
    return [row.status for row in journal.ask(rep_commitments, rep_id=rep_id)]


def test_a_rep_added_by_name_alone_has_a_page_that_says_what_belongs_there(journal: Journal, show: Show) -> None:
    screen = show(journal.do(add_rep, name="Björk"))
    assert screen.header.title == "Björk"
    assert "A goal is a skill or a number" in words_of(screen)
    assert "No commitments in the last 90 days." in words_of(screen)


def test_a_long_list_of_what_to_raise_scrolls_by_itself(dana: int, journal: Journal, show: Show, qtbot: QtBot) -> None:
    for number in range(12):
        journal.do(raise_next_time, rep_id=dana, text=f"The split of territory {number}")
    screen = show(dana)
    named(screen, "repPage.lists.tabs", Tabs).choose("agenda")
    agenda = named(screen, "repPage.raised", RepAgenda)
    qtbot.waitUntil(lambda: agenda.verticalScrollBar().maximum() > 0)
    lists = named(screen, "repPage.lists", QWidget)
    assert lists.sizeHint().height() < 300


def test_the_header_says_who_the_rep_is(dana: int, show: Show) -> None:
    assert "Account executive, Iberia" in words_of(show(dana).header)


def test_the_timeline_comes_in_behind_the_page(dana: int, journal: Journal, show: Show, qtbot: QtBot) -> None:
    discovery(journal, dana)
    screen = show(dana)
    chart = named(screen, "coachingTimeline", QWidget)
    qtbot.waitUntil(lambda: "Discovery depth: 3.0 of 4.0" in chart.accessibleDescription())


@pytest.mark.parametrize(
    ("key", "status"),
    [("K", CommitmentStatus.KEPT), ("N", CommitmentStatus.NOT_KEPT), ("D", CommitmentStatus.DROPPED)],
)
def test_a_letter_ends_the_commitment_in_focus(
    key: str, status: CommitmentStatus, dana: int, journal: Journal, show: Show
) -> None:
    commitment = journal.do(make_commitment, rep_id=dana, text="Map the buying committee")
    screen = show(dana)
    box = named(screen, f"commitment.{commitment}", QCheckBox)
    box.setFocus()
    press(box, key)
    assert statuses(journal, dana) == [status]


def test_a_tick_keeps_a_commitment(dana: int, journal: Journal, show: Show) -> None:
    commitment = journal.do(make_commitment, rep_id=dana, text="Map the buying committee")
    named(show(dana), f"commitment.{commitment}", QCheckBox).click()
    assert statuses(journal, dana) == [CommitmentStatus.KEPT]


def test_a_commitment_is_added_with_its_text_and_enter_and_is_due_in_a_week(
    dana: int, journal: Journal, show: Show
) -> None:
    screen = show(dana)
    line = named(screen, "commitment.add", QLineEdit)
    type_into(line, "Call the controller")
    press(line, "Return")
    (row,) = page_of(journal, dana).open_commitments
    assert (row.text, row.due_on) == ("Call the controller", TODAY + timedelta(days=7))
    assert not line.text()


def test_letters_typed_into_the_line_are_letters_and_no_commands(dana: int, context: Context, show: Show) -> None:
    line = named(show(dana), "commitment.add", QLineEdit)
    type_into(line, "Give Gaby notice")
    assert line.text() == "Give Gaby notice"
    assert no_editor(context)


@pytest.mark.parametrize(("key", "name"), [("G", "goalEditor"), ("C", "checkInEditor")])
def test_a_letter_sets_a_goal_or_checks_in(key: str, name: str, context: Context, show: Show, qtbot: QtBot) -> None:
    dana = context.journal.do(add_rep, name="Dana Reyes")
    discovery(context.journal, dana)
    screen = show(dana)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    press(screen, key)
    qtbot.waitUntil(lambda: not no_editor(context))
    assert editor(context).objectName() == name


def test_the_goal_table_tells_standing_and_evidence(dana: int, journal: Journal, show: Show) -> None:
    discovery(journal, dana)
    table = named(show(dana), "repPage.goals", QTableView)
    model = table.model()
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells == ["Discovery depth", "", "2.5", "3.0", "4.0", "22 Jan 2027", "18 Nov", "", "on track"]


def test_a_check_in_from_elsewhere_shows_at_once(dana: int, journal: Journal, show: Show) -> None:
    goal_id = discovery(journal, dana)
    table = named(show(dana), "repPage.goals", QTableView)
    journal.do(check_in, goal_id=goal_id, value=3.9)
    assert table.model().index(0, 3).data() == "3.9"


def test_lists_are_asked_for_when_they_come_into_sight(dana: int, journal: Journal, show: Show) -> None:
    for day in range(60):
        journal.do(log_conversation, rep_id=dana, text=f"Talk {day}", held_on=TODAY - timedelta(days=day))
    screen = show(dana)
    table = named(screen, "repPage.conversations", QTableView)
    assert table.model().rowCount() == 0
    screen.show_list("conversations")
    assert table.model().rowCount() == 50
    more = named(screen, "repPage.showAll", QPushButton)
    assert more.text() == "All 60"
    click(more)
    assert table.model().rowCount() == 60
    assert not more.isVisible()


@pytest.mark.parametrize("tab", ["goals", "conversations", "deals", "commitments"])
def test_every_list_is_a_sound_model(
    tab: str, dana: int, journal: Journal, show: Show, qtmodeltester: SoundModel
) -> None:
    discovery(journal, dana)
    journal.do(log_conversation, rep_id=dana, text="In the corridor")
    journal.do(make_commitment, rep_id=dana, text="Map the buying committee")
    screen = show(dana)
    screen.show_list(tab)
    qtmodeltester.check(named(screen, f"repPage.{tab}", QTableView).model())


def test_a_figure_opens_the_deals_behind_it(dana: int, context: Context, show: Show) -> None:
    click(named(show(dana), "repPage.figure.win_rate", FigureRow))
    assert editor(context).objectName() == "dealsBehind"


def test_the_deals_behind_a_figure_open_on_their_page(dana: int, context: Context, qtbot: QtBot) -> None:
    went, day = Went(), context.journal.clock.today()
    rep = page_of(context.journal, dana).rep
    for figure, outcome in ((Figure.WIN_RATE, None), (Figure.CYCLE, Outcome.WON)):
        behind = DealsBehind(replace(context, navigator=went), rep, figure, year_back(day))
        qtbot.addWidget(behind)
        behind.show()
        click(named(behind, "dealsBehind.openAll", QPushButton))
        assert went.to[-1] == ("deals", f"{dana} {outcome} {year_back(day)}")


def test_a_figure_does_not_end_in_a_number(dana: int, context: Context, qtbot: QtBot) -> None:
    went, rep = Went(), page_of(context.journal, dana).rep
    behind = DealsBehind(
        replace(context, navigator=went), rep, Figure.WIN_RATE, year_back(context.journal.clock.today())
    )
    qtbot.addWidget(behind)
    behind.show()
    qtbot.waitUntil(behind.isActiveWindow)
    press(behind, "K")
    assert went.to == [("plan coaching", dana)]


def test_a_missing_quota_leads_to_the_field_where_it_is_set(dana: int, context: Context, show: Show) -> None:
    click(named(show(dana), "repPage.figure.quota", FigureRow))
    assert editor(context).focusWidget() is named(editor(context), "repEditor.quota", QLineEdit)


def test_the_timeline_is_also_a_table(dana: int, journal: Journal, context: Context, show: Show, qtbot: QtBot) -> None:
    discovery(journal, dana)
    screen = show(dana)
    chart = named(screen, "coachingTimeline", QWidget)
    qtbot.waitUntil(lambda: bool(chart.accessibleDescription()))
    press(screen, "Ctrl+T")
    table = named(editor(context), "timelineTable.table", QTableView)
    assert table.model().index(0, 1).data() == "Discovery depth"


def test_the_plan_can_be_exported_from_here(dana: int, context: Context, show: Show) -> None:
    click(named(show(dana), "repPage.plan", QPushButton))
    assert named(context.window, "saveDialog", QFileDialog).isVisible()


def test_the_picture_is_saved_where_the_user_says(
    context: Context, dana: int, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    context.settings.setValue("folders/documents", str(tmp_path))
    screen = show(dana)
    qtbot.waitUntil(lambda: bool(named(screen, "coachingTimeline", QWidget).accessibleDescription()))
    click(named(screen, "timeline.save", QPushButton))
    press(named(named(screen, "saveDialog", QFileDialog), "fileNameEdit", QLineEdit), "Return")
    picture = tmp_path / "Dana Reyes coaching timeline.png"
    qtbot.waitUntil(picture.exists)
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_rep_undone_away_leaves_a_page_that_says_so(dana: int, journal: Journal, show: Show) -> None:
    screen = show(dana)
    journal.undo()
    assert screen.header.title == "This rep is no longer in the journal"
    assert not named(screen, "repPage.log", QPushButton).isEnabled()


def test_narrow_windows_put_the_cards_below_each_other(dana: int, show: Show, qtbot: QtBot) -> None:
    screen = show(dana)
    timeline, now = named(screen, "repPage.timeline", QWidget), named(screen, "repPage.now", QWidget)
    screen.window().resize(1400, 860)
    qtbot.waitUntil(lambda: timeline.geometry().top() == now.geometry().top())
    screen.window().resize(1000, 640)
    qtbot.waitUntil(lambda: timeline.geometry().bottom() < now.geometry().top())


def test_text_from_people_is_never_markup(journal: Journal, show: Show) -> None:
    rep_id = journal.do(add_rep, name="<b>Bold</b> Name")
    journal.do(make_commitment, rep_id=rep_id, text="<i>send</i> the offer")
    screen = show(rep_id)
    assert "&lt;i&gt;send" in words_of(screen)
    assert all(label.textFormat() is not Qt.TextFormat.AutoText for label in screen.findChildren(QLabel))


def test_a_week_of_the_timeline_leads_to_its_hours_and_a_check_in_to_its_goal(
    journal: Journal, dana: int, context: Context, qtbot: QtBot
) -> None:
    goal = journal.do(
        set_goal, rep_id=dana, title="Discovery", measure=Measure.LEVEL, baseline=2, target=4, due_on=date(2027, 1, 31)
    )
    row = journal.do(check_in, goal_id=goal, value=3)
    went = Went()
    screen = RepScreen(replace(context, navigator=went))
    qtbot.addWidget(screen)
    screen.show()
    screen.open_item(dana)
    view = named(screen, "coachingTimeline", TimelineView)
    qtbot.waitUntil(lambda: bool(view.table_rows()))
    view.week_opened.emit(date(2026, 11, 16))
    assert went.to[-1] == ("week", "2026-11-16")
    view.check_in_opened.emit(row)
    editor = named(context.window, "goalEditor", QDialog)
    assert named(editor, "goalEditor.title", QLineEdit).text() == "Discovery"
    editor.reject()
