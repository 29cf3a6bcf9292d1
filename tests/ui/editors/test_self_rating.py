"""Both sides rate the skills by keys, and neither sees what the other said before both have said it."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.rating import rate_skill, rate_skills
from coachjournal.commands.skill import archive_skill
from coachjournal.journal import Journal
from coachjournal.queries.skill_profile import skill_profile
from coachjournal.queries.unfinished import unfinished
from coachjournal.rules.conversation import Side
from tests.goals import DISCOVERY
from tests.ui.hands import named, opened, press, words_of
from ui.context import Context
from ui.editors.self_rating import SelfRating
from ui.main_window import MainWindow
from ui.screens.drafts import continue_draft
from ui.theme import Theme
from ui.widgets.curtain import Curtain
from ui.widgets.level_choice import LevelChoice
from ui.widgets.table import Table

SKILLS = 12


def levels(journal: Journal, rep_id: int) -> list[tuple[str, Side, float]]:
    profile = journal.ask(skill_profile, rep_id=rep_id)
    return [(skill.skill, rating.side, rating.level) for skill in profile.skills for rating in skill.ratings]


def row(editor: QWidget, skill_id: int) -> LevelChoice:
    return named(editor, f"selfRating.{skill_id}", LevelChoice)


def in_front(editor: SelfRating) -> QWidget:
    """What has the keys."""
    focus = editor.focusWidget()
    assert focus is not None
    return focus


def everything_told(parent: QWidget) -> Iterator[str]:
    """All that stands in a window or is said to who does not see it."""
    for widget in (parent, *parent.findChildren(QWidget)):
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is not None:
            yield from (spoken.text(QAccessible.Text.Name), spoken.text(QAccessible.Text.Value))
        if isinstance(widget, QLabel | QPushButton):
            yield widget.text()


def test_all_skills_take_a_key_each_and_one_to_finish(
    journal: Journal, context: Context, dana: int, qtbot: QtBot
) -> None:
    editor = opened(SelfRating(context, dana), qtbot)
    for number in range(SKILLS):
        press(in_front(editor), str(number % 5 + 1))
    press(editor, "Ctrl+Return")
    assert [level for _, _, level in levels(journal, dana)] == [number % 5 + 1 for number in range(SKILLS)]
    assert journal.undoable() == "Dana Reyes rated 12 skills."
    journal.undo()
    assert levels(journal, dana) == []


def test_up_and_down_go_from_skill_to_skill_and_delete_takes_a_level_back(
    journal: Journal, context: Context, dana: int, qtbot: QtBot
) -> None:
    editor = opened(SelfRating(context, dana), qtbot)
    for keys in ("2", "4", "Up", "Up", "Del", "Down", "3"):
        press(in_front(editor), keys)
    press(editor, "Ctrl+Return")
    assert levels(journal, dana) == [("Discovery", Side.REP, 3)]


def test_a_click_gives_a_level_too(journal: Journal, context: Context, dana: int, qtbot: QtBot) -> None:
    editor = opened(SelfRating(context, dana), qtbot)
    place = row(editor, DISCOVERY).place_of(4).center()
    QTest.mouseClick(row(editor, DISCOVERY), Qt.MouseButton.LeftButton, pos=place)
    assert row(editor, DISCOVERY).accessibleName() == "Discovery: 4"
    press(editor, "Ctrl+Return")
    assert levels(journal, dana) == [("Discovery", Side.REP, 4)]


def test_the_texts_of_levels_1_3_and_5_stand_below(context: Context, dana: int, qtbot: QtBot) -> None:
    editor = opened(SelfRating(context, dana), qtbot)
    below = named(editor, "selfRating.looksLike", QWidget)
    assert "1  Contacts accounts when time is left over" in words_of(below)
    press(in_front(editor), "Down")
    assert "3  Asks about cause, effect and cost" in words_of(below)


@pytest.mark.parametrize("side", Side)
def test_what_the_other_side_said_is_nowhere_on_the_screen_nor_in_what_a_reader_says(
    attached: MainWindow, context: Context, dana: int, qtbot: QtBot, side: Side
) -> None:
    other = Side.MANAGER if side is Side.REP else Side.REP
    context.journal.do(rate_skills, rep_id=dana, side=other, levels=dict.fromkeys(range(1, SKILLS + 1), 4.5))
    attached.ways.open_rep(dana, "skills")
    qtbot.waitUntil(lambda: attached.pages.place.page == "rep")
    editor = opened(SelfRating(context, dana, side), qtbot)
    assert "4.5" not in " ".join(everything_told(editor))
    assert all(row(editor, key).level is None for key in range(1, SKILLS + 1))
    (curtain,) = context.window.findChildren(Curtain)
    assert curtain.isVisible()
    assert curtain.geometry() == context.window.rect()
    middle = context.window.rect().center()
    assert context.window.childAt(middle) is curtain
    press(editor, "Esc")
    qtbot.waitUntil(lambda: not context.window.findChildren(Curtain))


def test_the_gap_is_shown_once_both_have_said_it_in_the_same_quarter(
    journal: Journal, context: Context, dana: int, qtbot: QtBot
) -> None:
    journal.do(rate_skills, rep_id=dana, side=Side.MANAGER, levels={1: 4, DISCOVERY: 3})
    editor = opened(SelfRating(context, dana), qtbot)
    for keys in ("3", "3"):
        press(in_front(editor), keys)
    press(editor, "Ctrl+Return")
    gap = named(context.window, "skillGap", QDialog)
    assert "You see Prospecting a level higher than Dana does. Say what you saw." in words_of(gap)
    assert "You see 1 skill alike." in words_of(gap)
    table = named(gap, "skillGap.table", Table)
    assert [table.rows.index(at, 0).data() for at in range(table.rows.rowCount())] == ["Prospecting", "Discovery"]
    assert [table.rows.index(0, at).data() for at in (1, 2, 5)] == ["3.0", "4.0", "1.0"]


def test_no_gap_is_shown_while_one_side_has_not_spoken_this_quarter(
    journal: Journal, context: Context, dana: int, qtbot: QtBot
) -> None:
    last = date(2026, 9, 30)
    journal.do(rate_skill, rep_id=dana, skill_id=1, level=4, side=Side.MANAGER, rated_on=last)
    editor = opened(SelfRating(context, dana), qtbot)
    press(in_front(editor), "3")
    press(editor, "Ctrl+Return")
    assert context.window.findChild(QDialog, "skillGap") is None


def test_nothing_rated_is_refused_in_a_sentence_and_the_editor_stays(context: Context, dana: int, qtbot: QtBot) -> None:
    editor = opened(SelfRating(context, dana), qtbot)
    press(editor, "Ctrl+Return")
    assert named(editor, "selfRating.problem", QLabel).text() == "No skill has a level yet. 1 to 5 gives one."


def test_esc_keeps_what_was_rated_apart_for_each_side_and_today_leads_back_to_it(
    journal: Journal, context: Context, dana: int, qtbot: QtBot
) -> None:
    editor = opened(SelfRating(context, dana), qtbot)
    press(in_front(editor), "4")
    press(editor, "Esc")
    own = opened(SelfRating(context, dana, Side.MANAGER), qtbot)
    assert row(own, 1).level is None
    press(own, "Esc")
    (draft,) = journal.ask(unfinished)
    assert draft.editor == "selfRating.rep"
    continue_draft(draft, context)
    again = next(each for each in context.window.findChildren(SelfRating) if each.isVisible())
    qtbot.waitUntil(again.isActiveWindow)
    assert row(again, 1).level == 4
    press(again, "Ctrl+Return")
    assert journal.ask(unfinished) == ()


def test_a_skill_that_was_put_away_is_not_rated(journal: Journal, context: Context, dana: int, qtbot: QtBot) -> None:
    journal.do(archive_skill, skill_id=DISCOVERY)
    editor = opened(SelfRating(context, dana), qtbot)
    assert editor.findChild(LevelChoice, f"selfRating.{DISCOVERY}") is None


def test_it_stands_in_a_small_window_with_large_letters(
    context: Context, theme: Theme, dana: int, qtbot: QtBot
) -> None:
    theme.choose_text_scale(1.5)
    context.window.resize(1024, 640)
    editor = opened(SelfRating(context, dana), qtbot)
    assert editor.width() <= 1024
    assert editor.height() <= 640
    for _ in range(SKILLS):
        press(in_front(editor), "3")
    last = row(editor, SKILLS)
    QApplication.sendPostedEvents()
    assert last.hasFocus()
    assert not last.visibleRegion().isEmpty()
