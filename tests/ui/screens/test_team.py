"""The Team page by keys and clicks."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.rep import add_rep, set_quota
from coachjournal.journal import Journal
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.deal import DEFAULT_STAGES
from coachjournal.rules.money import Money
from coachjournal.rules.period import quarter_of
from tests.goals import DISCOVERY, set_discovery_goal
from tests.ui.hands import click, named, press, words_of
from tests.ui.went import Went
from ui.context import Context
from ui.main_window import MainWindow
from ui.pages import Place
from ui.screens.journal import JournalScreen
from ui.screens.team import TeamScreen
from ui.screens.team_rows import RowsBehind
from ui.screens.team_tab import TeamTable
from ui.widgets.choices import Chip, Tabs
from ui.widgets.sheet import Sheet
from ui.widgets.table import Table

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
WON = next(number for number, stage in enumerate(DEFAULT_STAGES, start=1) if stage.name == "Closed won")


@pytest.fixture
def team(journal: Journal) -> dict[str, int]:
    reps = {name: journal.do(add_rep, name=name) for name in ("Tom Moyo", "Amir <i>Khan</i>", "Dana Reyes")}
    for name, won in (("Dana Reyes", 1_000), ("Tom Moyo", 400)):
        journal.do(set_quota, rep_id=reps[name], period=quarter_of(TODAY), quota=Money(1_000_00, "EUR"))
        euros = Money(won * 100, "EUR")
        journal.do(
            add_deal, rep_id=reps[name], name=f"{name}’s", stage_id=WON, amount=euros, created_on=TODAY, closed_on=TODAY
        )
    return reps


@pytest.fixture
def talked(journal: Journal, team: dict[str, int]) -> list[int]:
    return [
        journal.do(log_conversation, rep_id=team["Dana Reyes"], held_on=TODAY - days * DAY, focus_skill_id=DISCOVERY)
        for days in (2, 120)
    ]


@pytest.fixture
def screen(team: dict[str, int], attached: MainWindow, qtbot: QtBot) -> TeamScreen:
    assert team
    press(attached, "Ctrl+7")
    qtbot.waitUntil(lambda: attached.pages.place == Place("team"))
    shown = named(attached, "teamPage", TeamScreen)
    qtbot.waitUntil(lambda: "…" not in str(cells(shown, "steps")))
    return shown


def table(screen: TeamScreen, name: str) -> TeamTable:
    return named(screen, f"team.{name}", TeamTable)


def cells(screen: TeamScreen, name: str) -> dict[str, list[str]]:
    shown = table(screen, name).cells.shown
    return {head.title: [cell.text for cell in row] for head, row in zip(shown.rows, shown.cells, strict=True)}


def choose(screen: TeamScreen, tab: str) -> TeamTable:
    named(screen, "team.tabs.tabs", Tabs).choose(tab)
    return table(screen, tab)


def stand_on(shown: TeamTable, row: str, column: int) -> None:
    titles = [head.title for head in shown.cells.shown.rows]
    shown.setFocus()
    shown.setCurrentIndex(shown.cells.index(titles.index(row), column))


def rows_behind(screen: TeamScreen) -> RowsBehind:
    return named(screen.context.window, "rowsBehind", RowsBehind)


def test_participation_is_the_figure_and_reps_stand_by_name(screen: TeamScreen) -> None:
    shown = table(screen, "attained").cells.shown
    assert [head.title for head in shown.columns] == ["Amir", "Dana", "Tom"]
    assert cells(screen, "attained") == {"Of the quota": ["no quota", "100%", "40%"]}
    told = words_of(named(screen, "team.quota", Sheet))
    assert "1 of 2" in told
    assert "at or above quota in Q4 2026 so far, 38 days to go" in told
    assert "Without a quota, and not counted: Amir <i>Khan</i>." in told


def test_what_was_not_coached_says_so_and_what_was_says_how_often_and_when(
    talked: list[int], screen: TeamScreen
) -> None:
    assert talked
    assert cells(screen, "skills")["Discovery"] == ["not yet", "2", "not yet", "2"]
    assert "Not yet with anybody: Prospecting, Qualification" in named(screen, "team.skills.words", QLabel).text()
    shown = table(screen, "skills")
    index = shown.cells.index(2, 1)
    said = "Dana Reyes, Discovery: 2 conversations, 0 h 10, the last on 21 Nov"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == said
    assert index.data(Qt.ItemDataRole.ToolTipRole) == index.data(Qt.ItemDataRole.AccessibleTextRole)
    amir = shown.cells.index(2, 0)
    assert "&lt;i&gt;" in amir.data(Qt.ItemDataRole.ToolTipRole)  # a name is never read as markup


def test_how_far_back_is_chosen_and_remembered(talked: list[int], screen: TeamScreen, context: Context) -> None:
    assert talked
    click(named(screen, "team.span.quarter", Chip))
    assert cells(screen, "skills")["Discovery"] == ["not yet", "1", "not yet", "1"]
    assert context.settings.value("team/span") == "quarter"


def test_arrows_walk_and_enter_opens_the_conversations_behind_a_cell(
    talked: list[int], screen: TeamScreen, attached: MainWindow, qtbot: QtBot
) -> None:
    shown = table(screen, "skills")
    stand_on(shown, "Prospecting", 0)
    press(shown, "Down")
    press(shown, "Right")
    press(shown, "Return")
    dialog = rows_behind(screen)
    assert dialog.windowTitle() == "Dana Reyes: Discovery, 26 May to 23 Nov"
    assert "2 conversations, 0 h 10" in words_of(dialog)
    rows = named(dialog, "rowsBehind.conversation", Table)
    assert [row.key for row in rows.rows.rows] == talked
    press(rows, "Return")
    qtbot.waitUntil(lambda: attached.pages.place == Place("conversation", talked[0]))


def test_a_click_on_a_cell_that_is_empty_says_so_and_leads_to_planning_coaching(
    screen: TeamScreen, team: dict[str, int]
) -> None:
    went = Went()
    object.__setattr__(screen.context, "navigator", went)
    shown = table(screen, "skills")
    there = shown.visualRect(shown.cells.index(1, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=there)
    dialog = rows_behind(screen)
    assert "Not yet in these days" in words_of(dialog)
    click(named(dialog, "firstStep", QPushButton))
    assert went.to == [("plan coaching", team["Amir <i>Khan</i>"])]


def test_conversations_of_a_kind_open_as_a_search_in_the_journal(
    talked: list[int], screen: TeamScreen, attached: MainWindow, qtbot: QtBot
) -> None:
    shown = choose(screen, "conversations")
    assert cells(screen, "conversations")["In passing"] == ["–", "2", "–", "2"]
    stand_on(shown, "In passing", 1)
    press(shown, "Return")
    click(named(rows_behind(screen), "rowsBehind.openAll", QPushButton))
    qtbot.waitUntil(lambda: attached.pages.place == Place("journal"))
    journal = named(attached, "journalPage", JournalScreen)
    qtbot.waitUntil(lambda: not journal.is_looking)
    assert journal.list.rows.conversations == len(talked)


def test_the_bar_of_kinds_says_each_number_and_opens_the_rows(talked: list[int], screen: TeamScreen) -> None:
    assert talked
    choose(screen, "conversations")
    place = list(ConversationKind).index(ConversationKind.IN_PASSING)
    part = named(screen, f"team.mix.{place}", QPushButton)
    assert part.text() == "In passing 2"
    click(part)
    assert rows_behind(screen).windowTitle().startswith("The whole team: in passing")


def test_goals_open_where_they_stand(screen: TeamScreen, journal: Journal, team: dict[str, int]) -> None:
    set_discovery_goal(journal, team["Tom Moyo"], due_on=TODAY + 90 * DAY)
    shown = choose(screen, "goals")
    assert cells(screen, "goals")["Too early to tell"] == ["–", "–", "1", "1"]
    assert named(screen, "team.goals.words", QLabel).text() == "1 active goal today; 0 ended this year."
    went = Went()
    object.__setattr__(screen.context, "navigator", went)
    stand_on(shown, "Too early to tell", 2)
    press(shown, "Return")
    press(named(rows_behind(screen), "rowsBehind.goal", Table), "Return")
    assert went.to == [("rep goals", team["Tom Moyo"])]


def test_next_steps_tell_whose_they_are_and_that_few_say_little(
    screen: TeamScreen, journal: Journal, team: dict[str, int]
) -> None:
    for number in range(4):
        journal.do(make_commitment, rep_id=team["Dana Reyes"], text=f"Call {number}")
    journal.do(make_commitment, rep_id=team["Tom Moyo"], text="Introduce Tom", owner=Side.MANAGER)
    shown = choose(screen, "steps").cells.shown
    assert cells(screen, "steps")["Theirs : mine"] == ["none", "4 : 0", "0 : 1", "4 : 1"]
    assert [cell.muted for cell in shown.cells[0]] == [True, True, True, False]
    assert "4 of 5 open commitments are theirs, 1 yours." in named(screen, "team.steps.words", QLabel).text()


def test_the_keys_begin_in_the_table_in_sight(screen: TeamScreen, attached: MainWindow) -> None:
    assert screen.focusWidget() is table(screen, "skills")
    choose(screen, "goals")
    press(attached, "Ctrl+1")
    press(attached, "Ctrl+7")
    assert screen.focusWidget() is table(screen, "goals")


def test_signals_lead_to_the_page_of_signals(screen: TeamScreen, team: dict[str, int]) -> None:
    went = Went()
    object.__setattr__(screen.context, "navigator", went)
    shown = choose(screen, "steps")
    stand_on(shown, "Open signals", 2)
    press(shown, "Return")
    assert went.to == [("signals", team["Tom Moyo"])]


def test_a_quarter_back_and_forth(screen: TeamScreen, team: dict[str, int]) -> None:
    assert team
    press(screen, "[")
    assert "Nobody has a quota in Q3 2026" in words_of(named(screen, "team.quota", Sheet))
    assert named(screen, "team.skills.words", QLabel).text().startswith("2 Apr to 30 Sept")
    press(screen, "]")
    assert "1 of 2" in words_of(named(screen, "team.quota", Sheet))
    assert not named(screen, "team.after", QPushButton).isEnabled()


def test_a_click_on_a_name_opens_the_rep(screen: TeamScreen, attached: MainWindow, team: dict[str, int]) -> None:
    table(screen, "skills").column_opened.emit(1)
    assert attached.pages.bound_for == Place("rep", team["Dana Reyes"])


def test_the_tables_are_sound_and_read_out(screen: TeamScreen) -> None:
    shown = table(screen, "skills")
    QAbstractItemModelTester(shown.cells, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert QAccessible.queryAccessibleInterface(shown).role() is QAccessible.Role.Table
    told = shown.cells.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Amir <i>Khan</i>"


def test_nobody_yet(attached: MainWindow, qtbot: QtBot) -> None:
    attached.ways.open_page("team")
    qtbot.waitUntil(lambda: attached.pages.place == Place("team"))
    screen = named(attached, "teamPage", TeamScreen)
    assert "Your team stands here" in words_of(named(screen, "team.nobody", Sheet))
    assert named(screen, "team.quota", Sheet).isHidden()
