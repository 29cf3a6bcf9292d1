"""The skills of a rep on their page."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rating import rate_skill, rate_skills
from coachjournal.journal import Journal
from coachjournal.queries.skill_profile import SkillStanding, skill_profile
from coachjournal.rules.conversation import ConversationKind, Side
from tests.goals import DISCOVERY, set_discovery_goal
from tests.ui.hands import click, named, press, words_of
from ui.context import Context
from ui.main_window import MainWindow
from ui.pages import Place
from ui.screens.rep_skills import course_words, skill_spark
from ui.widgets.choices import Tabs
from ui.widgets.sparkline import Spark, Sparkline, Trace, draw_spark
from ui.widgets.table import Table

TODAY = date(2026, 11, 23)


def rate(journal: Journal, dana: int, levels: list[float], side: Side = Side.MANAGER) -> None:
    """One rating a month of discovery, the last one today."""
    for back, level in enumerate(reversed(levels)):
        day = TODAY - timedelta(days=30 * back)
        journal.do(rate_skill, rep_id=dana, skill_id=DISCOVERY, level=level, side=side, rated_on=day)


@pytest.fixture
def skills(attached: MainWindow, dana: int, qtbot: QtBot) -> Table[SkillStanding]:
    attached.ways.open_rep(dana, "skills")
    qtbot.waitUntil(lambda: attached.pages.place == Place("rep", dana))
    table: Table[SkillStanding] = named(attached, "repPage.skills", Table)
    qtbot.waitUntil(named(attached, "repPage.skills.rep", QPushButton).isVisible)
    return table


def cells(table: Table[SkillStanding]) -> list[list[str]]:
    rows, columns = range(table.rows.rowCount()), range(len(table.rows.columns))
    return [[str(table.rows.index(row, column).data()) for column in columns] for row in rows]


def test_a_rep_nobody_rated_is_offered_the_first_turn(skills: Table[SkillStanding], attached: MainWindow) -> None:
    assert not skills.isVisible()
    click(named(attached, "repPage.skills.rep", QPushButton))
    assert named(attached, "selfRating", QDialog).isVisible()


def test_the_keys_of_a_turn_are_heard_where_the_palette_leads_while_no_skill_is_rated(
    skills: Table[SkillStanding], attached: MainWindow, qtbot: QtBot
) -> None:
    tabs = named(attached, "repPage.lists.tabs", Tabs)
    assert not skills.isVisible()
    attached.activateWindow()
    qtbot.waitUntil(attached.isActiveWindow)
    tabs.setFocus()
    press(tabs, "R")
    assert named(attached, "selfRating", QDialog).isVisible()


def test_each_skill_tells_both_levels_the_target_and_the_way_to_it(
    journal: Journal, dana: int, skills: Table[SkillStanding]
) -> None:
    set_discovery_goal(journal, dana, due_on=date(2026, 12, 18))
    rate(journal, dana, [2, 2.5])
    rate(journal, dana, [4], Side.REP)
    assert cells(skills) == [
        ["Discovery", "4.0", "2.5", "4.0", "1.5", "23 Nov", "you 2.0 to 2.5 in 2 ratings, the rep 4.0 once"]
    ]


def test_r_is_the_reps_turn_and_y_the_managers(
    journal: Journal, dana: int, skills: Table[SkillStanding], attached: MainWindow, qtbot: QtBot
) -> None:
    rate(journal, dana, [2])
    for key, title in (("R", "Dana, where do you see yourself?"), ("Y", "Where do you see Dana?")):
        attached.activateWindow()
        qtbot.waitUntil(attached.isActiveWindow)
        skills.setFocus()
        press(skills, key)
        editor = named(attached, "selfRating", QDialog)
        assert editor.windowTitle() == title
        qtbot.waitUntil(editor.isActiveWindow)
        press(editor, "Esc")
        qtbot.waitUntil(lambda: attached.findChild(QDialog, "selfRating") is None)


def test_enter_opens_the_ratings_and_enter_there_their_conversation(
    journal: Journal, dana: int, skills: Table[SkillStanding], attached: MainWindow, qtbot: QtBot
) -> None:
    talk = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG)
    journal.do(rate_skill, rep_id=dana, skill_id=DISCOVERY, level=3, note="Asked twice", conversation_id=talk)
    skills.selectRow(0)
    press(skills, "Return")
    ratings = named(attached, "skillRatings", QDialog)
    assert "1 rating." in words_of(ratings)
    table: Table[object] = named(ratings, "skillRatings.table", Table)
    assert [table.rows.index(0, column).data() for column in range(1, 5)] == ["You", "3.0", "Ride-along", "Asked twice"]
    press(table, "Return")
    qtbot.waitUntil(lambda: attached.pages.place == Place("conversation", talk))


def test_how_you_differ_is_offered_once_both_said_it_this_quarter(
    journal: Journal, dana: int, skills: Table[SkillStanding], attached: MainWindow
) -> None:
    assert skills.rows.rowCount() == 0
    offer = named(attached, "repPage.skills.gap", QPushButton)
    journal.do(rate_skills, rep_id=dana, side=Side.REP, levels={DISCOVERY: 4})
    assert not offer.isVisible()
    journal.do(rate_skills, rep_id=dana, side=Side.MANAGER, levels={DISCOVERY: 3})
    click(offer)
    assert "Dana sees Discovery a level higher than you do." in words_of(named(attached, "skillGap", QDialog))


def test_what_was_rated_is_taken_out_of_the_list_by_undo(
    journal: Journal, dana: int, skills: Table[SkillStanding]
) -> None:
    journal.do(rate_skills, rep_id=dana, side=Side.REP, levels={DISCOVERY: 4})
    assert len(cells(skills)) == 1
    journal.undo()
    assert cells(skills) == []


def test_one_rating_is_a_dot_and_no_line(journal: Journal, dana: int) -> None:
    rate(journal, dana, [3])
    (once,) = journal.ask(skill_profile, rep_id=dana).skills
    rate(journal, dana, [1, 5, 3])
    (often,) = journal.ask(skill_profile, rep_id=dana).skills
    assert inked_columns(skill_spark(once)) < 12 < inked_columns(skill_spark(often))


def inked_columns(spark: Spark) -> int:
    """Pixels of a picture's width in which something is drawn."""
    picture = QImage(100, 24, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    draw_spark(painter, QRectF(picture.rect()), spark)
    painter.end()
    white = QColor("white").rgb()
    return sum(any(picture.pixel(x, y) != white for y in range(24)) for x in range(100))


def test_a_small_line_says_the_same_in_words(qtbot: QtBot) -> None:
    line = Sparkline(name="line")
    qtbot.addWidget(line)
    line.say(Spark((Trace(((TODAY, 3.0),)),), 1, 5, target=4), "3.0 once")
    line.resize(line.sizeHint())
    assert (line.accessibleName(), line.grab().isNull()) == ("3.0 once", False)


def test_the_course_of_a_skill_is_told_side_by_side(journal: Journal, dana: int, context: Context) -> None:
    rate(journal, dana, [2, 3, 3.5])
    (skill,) = journal.ask(skill_profile, rep_id=dana).skills
    assert course_words(skill, context.locale) == "you 2.0 to 3.5 in 3 ratings"
