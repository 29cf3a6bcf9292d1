"""What gives way where there is little room: a narrow window, or text of twice its size."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QStyleOptionComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import named
from ui.theme import Theme
from ui.widgets.buttons import PlainButton, PrimaryButton
from ui.widgets.choices import TabbedSheet, Tabs
from ui.widgets.flow import Flow
from ui.widgets.marks import Pill
from ui.widgets.name_choice import NameChoice
from ui.widgets.open_row import OpenRow
from ui.widgets.page_header import PageHeader
from ui.widgets.rows import TickRow
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.stacking import Stacking
from ui.widgets.table import Table
from ui.widgets.text import ElidedLabel

TITLE, SKILL, NOW, LAST = range(4)
LONG = "Wolfeschlegelsteinhausenbergerdorff-" * 2 + "Papadia"


@pytest.fixture
def table(settings: QSettings, theme: Theme, qtbot: QtBot) -> Table[str]:
    assert theme.text_scale == 1
    columns = [
        Column[str](title="Goal", text=str, width=20, least=10),
        Column[str](title="Skill", text=str, width=20, gives_way=1),
        Column[str](title="Now", text=str, width=8),
        Column[str](title="Last check-in", text=str, width=20, gives_way=2),
    ]
    shown = Table(RowsModel(columns, str), settings, name="goals", label="Goals")
    qtbot.addWidget(shown)
    shown.show()
    return shown


def seen(table: Table[str], characters: int) -> list[int]:
    table.resize(table.fontMetrics().averageCharWidth() * characters, 300)
    return [at for at in range(4) if not table.isColumnHidden(at)]


def test_columns_that_matter_less_are_hidden_one_by_one_and_come_back(table: Table[str]) -> None:
    assert seen(table, 90) == [TITLE, SKILL, NOW, LAST]
    assert seen(table, 55) == [TITLE, NOW, LAST]
    assert seen(table, 30) == [TITLE, NOW]
    assert seen(table, 90) == [TITLE, SKILL, NOW, LAST]


def test_a_table_that_gives_way_never_scrolls_sideways(table: Table[str]) -> None:
    for characters in range(26, 100, 7):
        seen(table, characters)
        assert table.horizontalScrollBar().maximum() == 0


def test_parts_stand_below_each_other_where_they_do_not_fit_beside(theme: Theme, qtbot: QtBot) -> None:
    one, other = QLabel("one"), QLabel("other")
    parts = Stacking((one, 1), (other, 1), beside_from=40)
    qtbot.addWidget(parts)
    parts.resize(parts.fontMetrics().averageCharWidth() * 60, 200)
    parts.show()
    qtbot.waitUntil(lambda: one.y() == other.y() and one.x() < other.x())
    theme.choose_text_scale(2.0)
    parts.resize(parts.fontMetrics().averageCharWidth() * 30, 200)
    qtbot.waitUntil(lambda: one.geometry().bottom() < other.y())


def headed(*buttons: PlainButton) -> tuple[QWidget, PageHeader]:
    """A page with these actions."""
    header = PageHeader("Dana Reyes", "Account executive, Iberia")
    for button in buttons:
        header.add_action(button)
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(header)
    column.addStretch(1)
    page.resize(900, 200)
    return page, header


def test_the_actions_of_a_page_go_below_its_title_rather_than_be_cut(qtbot: QtBot) -> None:
    plan, log = PlainButton("Development plan…", name="plan"), PlainButton("New conversation", name="log")
    page, header = headed(plan, log)
    qtbot.addWidget(page)
    page.show()
    assert header.height() < 2 * log.height() + 16
    page.resize(sum(button.minimumSizeHint().width() for button in (plan, log)) + 80, 200)
    title = named(header, "pageTitle", QLabel)
    qtbot.waitUntil(lambda: log.y() > title.geometry().bottom())
    assert all(button.width() >= button.minimumSizeHint().width() for button in (plan, log))


def test_actions_that_do_not_even_fit_below_the_title_go_into_the_menu_and_keep_their_keys(qtbot: QtBot) -> None:
    pressed: list[str] = []
    plan = PlainButton("Development plan…", name="plan")
    prepare = PlainButton("Prepare", lambda: pressed.append("prepare"), name="prepare", key="B")
    log = PrimaryButton("New conversation", name="log")
    page, header = headed(plan, prepare, log)
    qtbot.addWidget(page)
    page.show()
    more = named(header, "pageHeader.more", QPushButton)
    assert more.isHidden()
    page.resize(log.minimumSizeHint().width() + more.minimumSizeHint().width() + 80, 200)
    qtbot.waitUntil(lambda: plan.isHidden() and prepare.isHidden() and more.isVisible())
    assert log.width() >= log.minimumSizeHint().width()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page, Qt.Key.Key_B)
    assert pressed == ["prepare"]
    more.click()
    menu = named(header, "pageHeader.more.menu", QMenu)
    assert [each.text() for each in menu.actions() if not each.isSeparator()] == ["Development plan…", "Prepare\tB"]
    menu.close()
    page.resize(900, 200)
    qtbot.waitUntil(lambda: plan.isVisible() and prepare.isVisible() and more.isHidden())


def test_tabs_leave_out_their_counts_before_anything_is_cut(qtbot: QtBot) -> None:
    sheet = TabbedSheet(name="lists", label="Lists")
    for key in ("Goals", "Conversations"):
        sheet.add_tab(key, key, QWidget())
        sheet.tabs.count_of(key, 102)
    sheet.add_action(PlainButton("Set a goal", name="set"))
    qtbot.addWidget(sheet)
    sheet.resize(700, 200)
    sheet.show()
    assert sheet.tabs.tabText(0) == "Goals 102"
    sheet.resize(sheet.minimumSizeHint().width(), 200)
    assert [sheet.tabs.tabText(at) for at in range(2)] == ["Goals", "Conversations"]
    assert sheet.tabs.accessibleTabName(0) == "Goals 102"


def test_a_flow_at_the_right_ends_every_line_there(qtbot: QtBot) -> None:
    room = QWidget()
    flow = Flow(room, at_right=True)
    labels = [QLabel("words " * 4) for _ in range(3)]
    for label in labels:
        flow.addWidget(label)
    qtbot.addWidget(room)
    room.resize(labels[0].sizeHint().width() * 2 + 20, 200)
    room.show()
    assert [label.geometry().right() for label in labels[1:]] == [room.rect().right()] * 2
    assert labels[2].y() > labels[1].y()


def test_the_pills_of_a_narrow_row_go_below_its_sentence(qtbot: QtBot) -> None:
    pill = Pill("3 days late")
    row = TickRow("Send the agenda the evening before", pills=(Pill("Dana"), pill))
    qtbot.addWidget(row)
    row.show()
    character = row.fontMetrics().averageCharWidth()
    row.resize(character * 100, 60)
    qtbot.waitUntil(lambda: pill.x() > row.words.geometry().right())
    row.resize(character * 36, 200)
    qtbot.waitUntil(lambda: pill.y() > row.words.geometry().bottom())
    assert row.words.width() > character * 20


def test_a_long_name_is_cut_in_its_middle_and_widens_nothing(qtbot: QtBot) -> None:
    choice = NameChoice(characters=14, name="rep", label="Rep")
    qtbot.addWidget(choice)
    choice.add_name("Everybody", "")
    width = choice.sizeHint().width()
    choice.add_name(LONG, "1")
    choice.setCurrentIndex(1)
    assert choice.sizeHint().width() == width
    choice.resize(choice.sizeHint())
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    assert option.currentText.startswith("Wolf")
    assert option.currentText.endswith("dia")
    assert choice.currentText() == LONG


def test_a_long_name_in_a_row_ends_in_dots_and_is_told_by_its_tip(qtbot: QtBot) -> None:
    row = OpenRow(LONG, lambda: None, name="row")
    row.add_lines(LONG, "one-on-one, today", "The agenda.")
    qtbot.addWidget(row)
    wide = row.fontMetrics().averageCharWidth() * 40
    row.resize(wide, 60)
    row.show()
    assert row.minimumSizeHint().width() < wide
    title = row.findChildren(ElidedLabel)[0]
    qtbot.waitUntil(lambda: title.toolTip() == LONG)


def test_a_short_name_in_a_row_has_all_its_room(qtbot: QtBot) -> None:
    row = OpenRow("Dana Reyes", lambda: None, name="row")
    row.add_lines("Dana Reyes", "one-on-one, today", "The agenda.")
    qtbot.addWidget(row)
    row.resize(row.fontMetrics().averageCharWidth() * 60, 60)
    row.show()
    title = row.findChildren(ElidedLabel)[0]
    qtbot.waitUntil(lambda: title.width() >= title.sizeHint().width())
    assert title.toolTip() == ""


def test_tabs_pass_by_between_arrows_where_not_even_their_words_fit(qtbot: QtBot) -> None:
    tabs = Tabs(name="lists", label="About Dana")
    titles = ("Conversations", "Commitments", "Meetings", "Signals")
    for title in titles:
        tabs.add(title, title)
    qtbot.addWidget(tabs)
    tabs.show()
    assert tabs.minimumSizeHint().width() < tabs.width_of_titles
    tabs.resize(tabs.minimumSizeHint())
    tabs.choose("Signals")
    assert [tabs.tabText(at) for at in range(tabs.count())] == list(titles)
    assert tabs.rect().contains(tabs.tabRect(tabs.currentIndex()).center())
    tabs.resize(tabs.sizeHint())
    assert not tabs.usesScrollButtons()
