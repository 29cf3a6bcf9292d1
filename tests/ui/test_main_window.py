"""Driven by keys and clicks."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.rep import add_rep, archive_rep, edit_rep
from coachjournal.journal import Journal
from coachjournal.queries.team import team
from tests.ui.hands import click, named, press, type_into
from tests.ui.plain_pages import PLAIN_PAGES, PlainScreen
from ui.context import Context
from ui.main_window import MainWindow
from ui.pages import Page, Place
from ui.sidebar import TeamButton
from ui.theme import Theme
from ui.widgets.notices import UndoBar


@pytest.fixture
def pages() -> tuple[Page, ...]:
    return PLAIN_PAGES


def names(journal: Journal) -> list[str]:
    return [member.name for member in journal.ask(team).reps]


def type_name(window: MainWindow, name: str) -> None:
    click(named(window, "addRep", QPushButton))
    line = named(window, "addRep.name", QLineEdit)
    line.setText(name)
    press(line, "Return")


def is_at(qtbot: QtBot, window: MainWindow, page: str, item: int | None = None) -> None:
    qtbot.waitUntil(lambda: window.pages.place == Place(page, item))


def screen(window: MainWindow) -> PlainScreen:
    shown = window.pages.currentWidget()
    assert isinstance(shown, PlainScreen)
    return shown


def test_an_empty_journal_opens_with_three_ways_to_begin(attached: MainWindow) -> None:
    for step in ("welcome.sample", "welcome.deals", "welcome.name"):
        assert named(attached, step, QWidget).isVisible()


def test_the_first_page_gives_way_as_soon_as_there_is_a_team(
    attached: MainWindow, qtbot: QtBot, journal: Journal
) -> None:
    is_at(qtbot, attached, "welcome")
    journal.do(add_rep, name="Dana Reyes")
    is_at(qtbot, attached, "today")


def test_the_first_page_has_the_focus_and_not_a_button_of_the_side(attached: MainWindow) -> None:
    focused = attached.window().focusWidget()
    assert focused is attached.pages or attached.pages.isAncestorOf(focused)


def test_the_side_lists_its_pages_before_the_journal_is_open(window: MainWindow) -> None:
    buttons = [named(window, f"page.{page.name}", QPushButton) for page in PLAIN_PAGES if page.title]
    assert [button.text() for button in buttons] == ["Today", "Journal", "Deals", "Time", "Plans", "Signals", "Team"]


@pytest.mark.parametrize("name", ["Dana Reyes", "Ñuño Pérez", "<b>Bold</b>", "小林"])
def test_a_rep_is_added_by_name_alone_and_shown(
    attached: MainWindow, qtbot: QtBot, journal: Journal, name: str
) -> None:
    type_name(attached, name)
    assert names(journal) == [name]
    is_at(qtbot, attached, "rep", attached.sidebar.rep_ids[0])


def test_a_name_that_cannot_be_taken_is_refused_beside_the_name(attached: MainWindow, journal: Journal) -> None:
    journal.do(add_rep, name="Dana Reyes")
    type_name(attached, "dana reyes")
    problem = named(attached, "addRep.problem", QLabel)
    assert problem.text() == "Dana Reyes is already on the team."
    assert names(journal) == ["Dana Reyes"]


def test_what_was_done_is_said_and_keys_take_it_back_and_bring_it_again(
    attached: MainWindow, qtbot: QtBot, journal: Journal
) -> None:
    bar = named(attached, "undoBar", UndoBar)
    journal.do(add_rep, name="Dana Reyes")
    qtbot.waitUntil(lambda: bar.words == "Added Dana Reyes.")
    press(attached, "Ctrl+Z")
    qtbot.waitUntil(lambda: bar.words == "Undone: Added Dana Reyes.")
    assert names(journal) == []
    assert attached.sidebar.rep_ids == ()
    press(attached, "Ctrl+Shift+Z")
    qtbot.waitUntil(lambda: bar.words == "Done again: Added Dana Reyes.")
    assert names(journal) == ["Dana Reyes"]


def test_the_bar_takes_back_with_a_click_and_goes_away(attached: MainWindow, qtbot: QtBot, journal: Journal) -> None:
    journal.do(add_rep, name="Dana Reyes")
    undo = named(attached, "undoBar.undo", QPushButton)
    qtbot.waitUntil(undo.isVisible)
    click(undo)
    qtbot.waitUntil(lambda: names(journal) == [])


def test_the_bar_covers_nothing_of_the_page(attached: MainWindow, qtbot: QtBot, journal: Journal) -> None:
    bar, pages = attached.messages.bar, attached.pages
    journal.do(add_rep, name="Dana Reyes")
    qtbot.waitUntil(bar.isVisible)
    qtbot.waitUntil(lambda: pages.geometry().bottom() < bar.geometry().top())
    bar.hide()
    qtbot.waitUntil(lambda: pages.geometry().bottom() == attached.rect().bottom())


def test_undo_with_nothing_to_undo_says_so(attached: MainWindow, qtbot: QtBot) -> None:
    press(attached, "Ctrl+Z")
    qtbot.waitUntil(lambda: attached.messages.bar.words == "There is nothing to undo.")


def test_a_text_field_undoes_its_own_typing_first(attached: MainWindow, qtbot: QtBot, journal: Journal) -> None:
    journal.do(add_rep, name="Dana Reyes")
    press(attached, "Ctrl+1")
    is_at(qtbot, attached, "today")
    line = screen(attached).line
    line.setFocus()
    type_into(line, "typed")
    press(line, "Ctrl+Z")
    assert line.text() == ""
    assert names(journal) == ["Dana Reyes"]
    press(line, "Ctrl+Z")
    qtbot.waitUntil(lambda: names(journal) == [])


@pytest.mark.parametrize(
    ("key", "page"),
    [("1", "today"), ("2", "journal"), ("3", "deals"), ("4", "time"), ("5", "plans"), ("6", "signals"), ("7", "team")],
)
def test_every_page_has_a_key(attached: MainWindow, qtbot: QtBot, key: str, page: str) -> None:
    press(attached, f"Ctrl+{key}")
    is_at(qtbot, attached, page)
    button = named(attached, f"page.{page}", QPushButton)
    assert button.isChecked()


def test_a_page_that_takes_a_moment_shows_at_once_that_it_was_asked_for(attached: MainWindow, qtbot: QtBot) -> None:
    press(attached, "Ctrl+3")
    assert attached.window().cursor().shape() is Qt.CursorShape.BusyCursor
    is_at(qtbot, attached, "deals")
    assert attached.window().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_keys_walk_through_the_team_and_back(attached: MainWindow, qtbot: QtBot, journal: Journal) -> None:
    dana, amir = (journal.do(add_rep, name=name) for name in ("Dana Reyes", "Amir Khan"))
    qtbot.waitUntil(lambda: attached.sidebar.rep_ids == (amir, dana))
    for rep in (amir, dana, amir):
        press(attached, "Alt+Down")
        is_at(qtbot, attached, "rep", rep)
    press(attached, "Alt+Up")
    is_at(qtbot, attached, "rep", dana)
    assert screen(attached).items == [amir, dana, amir, dana]
    press(attached, "Alt+Left")
    is_at(qtbot, attached, "rep", amir)


def test_the_focus_in_the_side_goes_along(attached: MainWindow, qtbot: QtBot, journal: Journal) -> None:
    dana, amir = (journal.do(add_rep, name=name) for name in ("Dana Reyes", "Amir Khan"))
    qtbot.waitUntil(lambda: attached.sidebar.rep_ids == (amir, dana))
    click(named(attached, f"rep.{amir}", QPushButton))
    is_at(qtbot, attached, "rep", amir)
    press(attached, "Alt+Down")
    is_at(qtbot, attached, "rep", dana)
    assert named(attached, f"rep.{dana}", QPushButton).hasFocus()


def test_a_new_page_has_no_button_in_focus_that_nobody_chose(attached: MainWindow, qtbot: QtBot) -> None:
    attached.ways.open_page("today")
    is_at(qtbot, attached, "today")
    button = QPushButton("Log", screen(attached))
    button.show()
    button.setFocus()
    press(attached, "Ctrl+2")
    is_at(qtbot, attached, "journal")
    assert QApplication.focusWidget() is attached.pages


def test_a_page_out_of_sight_looks_again_only_when_it_is_shown(
    attached: MainWindow, qtbot: QtBot, journal: Journal
) -> None:
    attached.ways.open_page("deals")
    is_at(qtbot, attached, "deals")
    deals = screen(attached)
    attached.ways.open_page("time")
    is_at(qtbot, attached, "time")
    journal.do(add_rep, name="Dana Reyes")
    qtbot.waitUntil(lambda: screen(attached).loads == 2)
    assert deals.loads == 1
    attached.ways.open_page("deals")
    is_at(qtbot, attached, "deals")
    assert deals.loads == 2


def test_archived_reps_stay_within_reach(attached: MainWindow, qtbot: QtBot, journal: Journal) -> None:
    rep_id = journal.do(add_rep, name="Dana Reyes")
    journal.do(archive_rep, rep_id=rep_id)
    qtbot.waitUntil(lambda: attached.sidebar.rep_ids == ())
    archived = named(attached, "archived", QPushButton)
    click(archived)
    rep = named(attached, f"rep.{rep_id}", TeamButton)
    click(rep)
    is_at(qtbot, attached, "rep", rep_id)


def test_a_rep_taken_back_is_not_left_in_sight(attached: MainWindow, qtbot: QtBot, journal: Journal) -> None:
    type_name(attached, "Dana Reyes")
    is_at(qtbot, attached, "rep", attached.sidebar.rep_ids[0])
    journal.undo()
    is_at(qtbot, attached, "today")


def test_a_rep_says_in_words_what_the_dot_says_in_colour(attached: MainWindow, qtbot: QtBot, journal: Journal) -> None:
    rep_id = journal.do(add_rep, name="Dana Reyes")
    qtbot.waitUntil(lambda: attached.sidebar.rep_ids == (rep_id,))
    button = named(attached, f"rep.{rep_id}", TeamButton)
    assert button.accessibleName() == "Dana Reyes, not coached yet"
    assert button.dot.toolTip() == "not coached yet"


def test_the_next_start_shows_the_page_that_was_left(
    attached: MainWindow, qtbot: QtBot, context: Context, theme: Theme, settings: QSettings
) -> None:
    context.journal.do(add_rep, name="Dana Reyes")
    attached.ways.open_rep(1)
    is_at(qtbot, attached, "rep", 1)
    attached.keep_state()
    again = MainWindow(theme, settings, PLAIN_PAGES)
    qtbot.addWidget(again)
    again.attach(context)
    is_at(qtbot, again, "rep", 1)


def test_a_place_that_cannot_be_read_is_passed_over(
    attached: MainWindow, theme: Theme, settings: QSettings, qtbot: QtBot
) -> None:
    is_at(qtbot, attached, "welcome")
    settings.setValue("window/page", "rep")
    settings.setValue("window/item", "Dana")
    qtbot.addWidget(MainWindow(theme, settings, PLAIN_PAGES))


def test_another_journal_begins_with_its_own_day(
    attached: MainWindow, qtbot: QtBot, context: Context, theme: Theme, settings: QSettings
) -> None:
    context.journal.do(add_rep, name="Dana Reyes")
    attached.ways.open_rep(1)
    is_at(qtbot, attached, "rep", 1)
    attached.keep_state()
    settings.setValue("window/journal", str(context.journal.path.with_name("another.coach")))
    again = MainWindow(theme, settings, PLAIN_PAGES)
    qtbot.addWidget(again)
    again.attach(context)
    is_at(qtbot, again, "today")


def test_the_side_can_be_hidden_for_a_narrow_window(attached: MainWindow) -> None:
    press(attached, "Ctrl+B")
    assert attached.sidebar.visibleRegion().isEmpty()
    press(attached, "Ctrl+B")
    assert not attached.sidebar.visibleRegion().isEmpty()


def test_the_side_is_as_wide_as_its_words_at_every_size_of_text(attached: MainWindow) -> None:
    attached.resize(1360, 860)
    attached.toggle_sidebar()
    attached.toggle_sidebar()
    before = attached.sidebar.width()
    for steps in (1, 1):
        attached.step_text(steps)
    assert attached.sidebar.width() == pytest.approx(before * 1.5, abs=2)
    for steps in (-1, -1):
        attached.step_text(steps)
    assert attached.sidebar.width() == pytest.approx(before, abs=2)


@pytest.mark.parametrize(("key", "dialog"), [("F1", "keys")])
def test_help_opens_and_closes_with_keys(attached: MainWindow, key: str, dialog: str) -> None:
    press(attached, key)
    shown = named(attached, dialog, QWidget)
    press(shown, "Esc")
    assert not shown.isVisible()


def test_about_names_every_part_with_its_version_and_licence(attached: MainWindow) -> None:
    attached.show_about()
    about = named(attached, "about", QWidget)
    words = " ".join(label.accessibleName() for label in about.findChildren(QLabel))
    assert "SQLAlchemy: 2" in words
    assert "Inter:  OFL-1.1" in words
    about.close()


def test_looking_again_and_again_leaves_no_widgets_behind(
    attached: MainWindow, qtbot: QtBot, journal: Journal, qapp: QApplication
) -> None:
    rep_id = journal.do(add_rep, name="Dana Reyes")

    def widgets_after_a_round() -> int:
        journal.do(edit_rep, rep_id=rep_id, role="Account executive")
        journal.undo()
        attached.show_keys()
        press(named(attached, "keys", QWidget), "Esc")
        qtbot.waitUntil(lambda: attached.findChild(QWidget, "keys") is None)
        return len(qapp.allWidgets())

    first = widgets_after_a_round()
    assert [widgets_after_a_round() for _ in range(10)] == [first] * 10
