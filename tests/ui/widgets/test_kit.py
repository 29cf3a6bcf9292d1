import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import click, named, press
from ui.theme import Theme
from ui.tokens import LIGHT, Scheme
from ui.widgets.buttons import PlainButton, PrimaryButton, spoken_key
from ui.widgets.choices import ChipGroup, Tabs
from ui.widgets.marks import Avatar, Dot, Pill, SplitBar, Tone
from ui.widgets.open_row import OpenRow
from ui.widgets.page_header import PageHeader
from ui.widgets.rows import Definition, DefinitionRows, TickRow
from ui.widgets.sheet import EmptyState, Sheet
from ui.widgets.text import ElidedLabel, Figure, Passage, SectionTitle, Span, apart, bold, muted, tip


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QWidget:
    theme.choose_scheme(Scheme.LIGHT)
    around = QWidget()
    around.setLayout(QVBoxLayout())
    around.resize(600, 200)
    qtbot.addWidget(around)
    around.show()
    return around


def put(page: QWidget, widget: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.show()


def test_a_button_wears_its_key_and_answers_to_it(page: QWidget, qtbot: QtBot) -> None:
    pressed: list[str] = []
    plain = PlainButton("Add hours", lambda: pressed.append("T"), name="add", key="T")
    hinted = PrimaryButton("New conversation", lambda: pressed.append("N"), name="new", hint="Ctrl+N")
    put(page, plain)
    put(page, hinted)
    qtbot.waitUntil(page.isActiveWindow)
    press(page, "Ctrl+N")
    press(page, "T")
    qtbot.waitUntil(lambda: pressed == ["T"])
    assert spoken_key("Ctrl+N") in {"Ctrl N", "⌘N"}
    assert hinted.sizeHint().width() > PrimaryButton("New conversation", name="bare").sizeHint().width()


def test_enter_presses_the_button_in_focus(page: QWidget, qtbot: QtBot) -> None:
    pressed: list[str] = []
    put(page, PlainButton("Choose a file…", lambda: pressed.append("file"), name="choose"))
    button = named(page, "choose", PlainButton)
    qtbot.waitUntil(page.isActiveWindow)
    button.setFocus()
    press(button, "Return")
    press(button, "Ctrl+Return")
    assert pressed == ["file"]


def test_new_words_on_a_button_keep_its_key(page: QWidget) -> None:
    button = PlainButton("Show", name="fold", key="F")
    put(page, button)
    button.say("Hide")
    assert button.shortcut().toString() == "F"
    assert button.accessibleName() == "Hide"


def test_a_long_name_is_cut_short_and_told_in_full(page: QWidget) -> None:
    label = ElidedLabel("A very long name of an account that no column is wide enough for " * 3)
    put(page, label)
    assert label.toolTip() == label.text()
    page.resize(6000, 200)
    assert label.toolTip() == ""


def test_other_words_are_told_in_full_too(page: QWidget) -> None:
    label = ElidedLabel("Dana")
    put(page, label)
    label.setText("A very long name of an account that no column is wide enough for " * 3)
    assert label.toolTip() == label.text()
    label.setText("Dana")
    assert label.toolTip() == ""


def test_a_tooltip_shows_markup_from_people_as_they_typed_it() -> None:
    assert tip("<img src=x> Dana & Sons") == "<span>&lt;img src=x&gt; Dana &amp; Sons</span>"
    assert tip("Dana's deals") == "Dana's deals"


def test_a_passage_shows_markup_from_people_as_they_typed_it(page: QWidget) -> None:
    passage = Passage(bold("<i>Dana</i>"), "& Sons", muted("today"), Span("done", struck=True))
    put(page, passage)
    assert passage.accessibleName() == "<i>Dana</i> & Sons today done"
    assert "&lt;i&gt;Dana&lt;/i&gt;" in passage.text()


def test_a_passage_follows_the_scheme(page: QWidget, theme: Theme) -> None:
    passage = Passage(muted("today"))
    put(page, passage)
    assert LIGHT.muted in passage.text()
    theme.choose_scheme(Scheme.DARK)
    assert LIGHT.muted not in passage.text()
    theme.choose_scheme(Scheme.LIGHT)


def test_what_colour_says_words_say_too() -> None:
    bar = SplitBar()
    bar.say(0.38, "38% with people, aim 50%", aim=0.5)
    assert bar.accessibleName() == bar.toolTip() == "38% with people, aim 50%"
    assert Dot(Tone.RED, "last coached 41 days ago").toolTip() == "last coached 41 days ago"
    assert Pill("3 days late", Tone.RED).accessibleName() == "3 days late"


@pytest.mark.parametrize("share", [-1.0, 0.0, 0.38, 1.0, 7.0])
def test_a_bar_draws_any_share_within_itself(page: QWidget, share: float) -> None:
    bar = SplitBar()
    bar.say(share, "words", aim=0.5)
    put(page, bar)
    picture = bar.grab().toImage()
    left = picture.pixelColor(QPoint(8, picture.height() // 2)).name().upper()
    assert left == (LIGHT.people if share > 0 else LIGHT.desk_tint)


def test_a_click_on_the_sentence_ticks_the_box(page: QWidget, qtbot: QtBot) -> None:
    row = TickRow("Map the buying committee", muted("Dana"), pills=[Pill("today")], name="commitment.1")
    put(page, row)
    with qtbot.waitSignal(row.ticked) as ticked:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.words.geometry().center())
    assert ticked.args == [True]
    assert row.box.accessibleName() == "Map the buying committee Dana"


def test_one_chip_is_down_and_only_a_person_makes_it_heard(page: QWidget) -> None:
    chips = ChipGroup((("quarter", "Quarter"), ("year", "Year")), name="period", label="Period")
    put(page, chips)
    heard: list[str] = []
    chips.chosen.connect(heard.append)
    chips.choose("year")
    assert (chips.choice, heard) == ("year", [])
    first = chips.findChild(QWidget, "period.quarter")
    assert first is not None
    click(first)
    assert (chips.choice, heard) == ("quarter", ["quarter"])


def test_tabs_move_with_arrows_and_count(page: QWidget) -> None:
    tabs = Tabs(name="lists", label="About Dana")
    for key, title in (("goals", "Goals"), ("deals", "Deals")):
        tabs.add(key, title)
    put(page, tabs)
    tabs.count_of("goals", 3)
    assert tabs.tabText(0) == "Goals 3"
    press(tabs, "Right")
    assert tabs.choice == "deals"


def test_definitions_are_read_out_with_their_label(page: QWidget) -> None:
    rows = DefinitionRows(name="now")
    put(page, rows)
    rows.show_rows([Definition("Quota, Q4", "71%", "of 400 k€")])
    assert "Quota, Q4: 71% of 400 k€" in {passage.accessibleName() for passage in rows.findChildren(Passage)}


def test_an_empty_page_offers_the_first_step(page: QWidget) -> None:
    steps: list[str] = []
    empty = EmptyState("No conversations yet.", "Log the first", lambda: steps.append("log"))
    put(page, empty)
    click(empty.step)
    assert steps == ["log"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_at_twice_the_text_size(page: QWidget, theme: Theme, scale: float) -> None:
    theme.choose_text_scale(scale)
    sheet = Sheet("Right now", "this week")
    for widget in (
        Figure("38%", "of last week went to your people"),
        SectionTitle("Commitments", "due or overdue"),
        PrimaryButton("New conversation", name="new", hint="Ctrl+N"),
        Pill("3 days late", Tone.RED),
        Avatar("DR"),
        PageHeader("Dana Reyes", "Account executive"),
    ):
        sheet.add(widget)
        put(page, sheet)
        line = widget.fontMetrics().height()
        assert widget.sizeHint().height() >= line
        assert widget.height() >= widget.minimumSizeHint().height()
    theme.choose_text_scale(1.0)


def test_the_ring_of_a_row_keeps_off_its_letters(page: QWidget, qtbot: QtBot) -> None:
    sheet, row = Sheet(), OpenRow("Dana Reyes", lambda: None, name="row")
    row.add_lines("Dana Reyes", "", "")
    sheet.add(row)
    put(page, sheet)
    qtbot.waitUntil(page.isActiveWindow)
    at = row.ring_on(sheet).topLeft() + QPoint(0, row.height() // 2)
    assert at.x() < row.mapTo(sheet, QPoint()).x() - 4
    plain = sheet.grab().toImage().pixelColor(at)
    row.setFocus()
    assert sheet.grab().toImage().pixelColor(at).name() == LIGHT.people.lower()
    row.clearFocus()
    assert sheet.grab().toImage().pixelColor(at) == plain


def test_a_header_is_as_high_as_its_letters_ask_whatever_they_were_before(page: QWidget, theme: Theme) -> None:
    before = PageHeader("Time").sizeHint().height()
    theme.choose_text_scale(2.0)
    header = PageHeader("Time")
    put(page, header)
    assert header.sizeHint().height() > before
    theme.choose_text_scale(1.0)
    assert header.sizeHint().height() == before


def test_a_button_without_room_for_its_key_has_its_words_in_the_middle(page: QWidget) -> None:
    button = PrimaryButton("Done", name="done", hint="Ctrl+Return")
    put(page, button)
    button.resize(button.minimumSizeHint())
    assert not button.property("hinted")
    button.resize(button.sizeHint())
    assert button.property("hinted")


@pytest.mark.parametrize("name", ["עמיר כהן", "ليلى الحداد"])
def test_a_name_from_the_right_turns_nothing_but_itself(name: str, page: QWidget) -> None:
    assert apart("Dana Reyes") == "Dana Reyes"
    passage = Passage(bold(name), "tomorrow 11:00")
    put(page, passage)
    passage.resize(600, passage.sizeHint().height())
    assert passage.plain() == f"{name} tomorrow 11:00"
    picture = passage.grab().toImage()
    right_half = picture.copy(300, 0, 300, picture.height())
    assert all(
        right_half.pixelColor(x, y) == right_half.pixelColor(0, 0)
        for x in range(right_half.width())
        for y in range(right_half.height())
    )
