from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from coachjournal.commands.question_set import add_question, add_question_set, write_question
from coachjournal.commands.skill import add_skill
from coachjournal.queries.settings_page import SetKind, SetOfQuestions, SetSkill, kinds, question_sets, skills
from coachjournal.queries.signal_limits import signal_limits
from coachjournal.queries.spelling import known_words
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.signals.finding import Rule
from coachjournal.rules.signals.limits import SHIPPED, Limit
from tests.ui.hands import click, named, press, type_into
from ui.context import Context
from ui.main_window import MainWindow
from ui.screens.settings import SettingsScreen
from ui.widgets.choices import Tabs
from ui.widgets.ordered_list import OrderedList
from ui.widgets.saved_words import SavedWords

OpenAt = Callable[[str], SettingsScreen]


@pytest.fixture
def open_at(attached: MainWindow, qtbot: QtBot) -> OpenAt:
    def opened(section: str) -> SettingsScreen:
        press(attached, "Ctrl+,")
        qtbot.waitUntil(lambda: attached.findChild(SettingsScreen) is not None)
        screen = attached.findChild(SettingsScreen)
        assert isinstance(screen, SettingsScreen)
        qtbot.waitUntil(screen.isVisible)
        named(screen, "settings.sheet.tabs", Tabs).choose(section)
        return screen

    return opened


def first_set(context: Context) -> SetOfQuestions:
    return context.journal.ask(question_sets)[0]


def first_skill(context: Context) -> SetSkill:
    return context.journal.ask(skills)[0]


def first_kind(context: Context) -> SetKind:
    return context.journal.ask(kinds)[0]


def write_over(field: SavedWords, words: str, end: str = "Return") -> None:
    field.setFocus()
    field.selectAll()
    type_into(field, words)
    press(field, end)


def titles(rows: OrderedList) -> list[str]:
    return [rows.item(at).text() for at in range(rows.count())]


def problem(screen: SettingsScreen, field: str) -> str:
    return named(screen, f"{field}.problem", QLabel).text()


def test_a_question_is_kept_when_its_field_is_left_and_is_one_step_of_undo(open_at: OpenAt, context: Context) -> None:
    screen = open_at("questions")
    before = first_set(context).questions[0].text
    field = named(screen, "settings.questions.text", SavedWords)
    write_over(field, "What is it worth to them?")
    assert first_set(context).questions[0].text == "What is it worth to them?"
    assert titles(named(screen, "settings.questions.list", OrderedList))[0] == "What is it worth to them?"
    context.journal.undo()
    assert (first_set(context).questions[0].text, field.words) == (before, before)


def test_leaving_the_page_keeps_what_is_being_written(open_at: OpenAt, context: Context, attached: MainWindow) -> None:
    screen = open_at("questions")
    field = named(screen, "settings.questions.name", SavedWords)
    type_into(field, ", always")
    assert first_set(context).name == "Before the call"
    assert attached.pages.may_close()
    assert first_set(context).name == "Before the call, always"


def test_esc_brings_back_what_was_kept(open_at: OpenAt, context: Context) -> None:
    field = named(open_at("questions"), "settings.questions.name", SavedWords)
    write_over(field, "Something else", end="Escape")
    assert field.words == first_set(context).name == "Before the call"


def test_an_empty_name_is_refused_beside_its_field_and_the_words_stay_to_be_mended(
    open_at: OpenAt, context: Context
) -> None:
    screen = open_at("questions")
    field = named(screen, "settings.questions.name", SavedWords)
    write_over(field, " ")
    assert problem(screen, "settings.questions.name") == "A question set needs a name."
    assert (field.words, first_set(context).name) == (" ", "Before the call")
    write_over(field, "Beforehand")
    assert (problem(screen, "settings.questions.name"), first_set(context).name) == ("", "Beforehand")


def test_alt_and_an_arrow_move_a_question_and_not_to_another_rep(open_at: OpenAt, context: Context) -> None:
    screen = open_at("questions")
    before = [each.text for each in first_set(context).questions]
    rows = named(screen, "settings.questions.list", OrderedList)
    rows.setFocus()
    press(rows, "Alt+Down")
    press(rows, "Alt+Down")
    assert titles(rows) == [before[1], before[2], before[0], *before[3:]]
    assert rows.currentRow() == 2
    assert screen.isVisible()
    press(rows, "Alt+Up")
    assert titles(rows)[1] == before[0]


def test_del_takes_a_question_out_and_the_set_is_put_back(open_at: OpenAt, context: Context) -> None:
    screen = open_at("questions")
    before = first_set(context).questions
    rows = named(screen, "settings.questions.list", OrderedList)
    rows.setFocus()
    press(rows, "Delete")
    assert [each.text for each in first_set(context).questions] == [each.text for each in before[1:]]
    click(named(screen, "settings.questions.putBack", QPushButton))
    assert [each.text for each in first_set(context).questions] == [each.text for each in before]


def test_a_set_and_its_questions_are_made_by_keyboard(open_at: OpenAt, context: Context) -> None:
    screen = open_at("questions")
    add = named(screen, "settings.questions.addSet", QPushButton)
    add.setFocus()
    press(add, "Return")
    name = named(screen, "settings.questions.name", SavedWords)
    assert name.hasFocus()
    type_into(name, "Before practice")
    press(name, "Return")
    use = named(screen, "settings.questions.used_for", QComboBox)
    use.setFocus()
    press(use, "P")
    use.activated.emit(use.currentIndex())
    again = named(screen, "settings.questions.add", QPushButton)
    again.setFocus()
    press(again, "Return")
    text = named(screen, "settings.questions.text", SavedWords)
    assert text.hasFocus()
    type_into(text, "What do you want to try?")
    press(text, "Return")
    days = named(screen, "settings.questions.stale_days", QSpinBox)
    days.setFocus()
    days.selectAll()
    type_into(days, "14")
    press(days, "Return")
    made = context.journal.ask(question_sets)[-1]
    assert (made.name, made.ships) == ("Before practice", False)
    assert [(each.text, each.stale_days) for each in made.questions] == [("What do you want to try?", 14)]
    assert not named(screen, "settings.questions.putBack", QPushButton).isEnabled()


def test_a_skill_is_described_archived_and_brought_back(open_at: OpenAt, context: Context) -> None:
    screen = open_at("skills")
    write_over(named(screen, "settings.skills.level_2", SavedWords), "Calls when somebody sits beside them.")
    assert first_skill(context).levels[1] == "Calls when somebody sits beside them."
    rows = named(screen, "settings.skills.list", OrderedList)
    rows.setFocus()
    name = first_skill(context).name
    press(rows, "Delete")
    assert titles(rows)[-1] == f"{name} (archived)"
    rows.setCurrentRow(rows.count() - 1)
    click(named(screen, "settings.skills.bringBack", QPushButton))
    assert titles(rows)[0] == name
    rows.setCurrentRow(0)
    click(named(screen, "settings.skills.putBack", QPushButton))
    assert first_skill(context).levels[1] == ""


def test_a_name_that_is_taken_is_refused_beside_the_field(open_at: OpenAt) -> None:
    screen = open_at("skills")
    write_over(named(screen, "settings.skills.name", SavedWords), "discovery")
    assert problem(screen, "settings.skills.name") == "There is a skill called Discovery already."


def test_another_row_takes_a_refusal_away(open_at: OpenAt) -> None:
    screen = open_at("skills")
    write_over(named(screen, "settings.skills.name", SavedWords), "discovery")
    rows = named(screen, "settings.skills.list", OrderedList)
    rows.setCurrentRow(2)
    assert problem(screen, "settings.skills.name") == ""
    rows.setCurrentRow(0)
    assert named(screen, "settings.skills.name", SavedWords).words == "Prospecting"


def test_a_second_new_skill_gets_a_name_of_its_own(open_at: OpenAt, context: Context) -> None:
    screen = open_at("skills")
    for _ in range(2):
        click(named(screen, "settings.skills.add", QPushButton))
    assert [each.name for each in context.journal.ask(skills)[-2:]] == ["New skill", "New skill 2"]


def test_a_second_new_set_gets_a_name_of_its_own(open_at: OpenAt, context: Context) -> None:
    screen = open_at("questions")
    for _ in range(2):
        click(named(screen, "settings.questions.addSet", QPushButton))
    assert [each.name for each in context.journal.ask(question_sets)[-2:]] == ["New set", "New set 2"]


def test_a_kind_is_worded_timed_and_put_back(open_at: OpenAt, context: Context) -> None:
    screen = open_at("kinds")
    before = first_kind(context)
    headings = named(screen, "settings.kinds.headings", SavedWords)
    headings.setFocus()
    headings.selectAll()
    type_into(headings, "Mind")
    press(headings, "Return")
    type_into(headings, "What {rep} tries")
    minutes = named(screen, "settings.kinds.minutes", QSpinBox)
    minutes.setFocus()
    minutes.selectAll()
    type_into(minutes, "30")
    press(minutes, "Return")
    now = first_kind(context)
    assert (now.headings, now.minutes) == ("Mind\nWhat {rep} tries", 30)
    click(named(screen, "settings.kinds.putBack", QPushButton))
    assert first_kind(context) == before


def test_the_usual_minutes_are_what_the_quick_log_begins_with(open_at: OpenAt, context: Context, qtbot: QtBot) -> None:
    screen = open_at("kinds")
    rows = named(screen, "settings.kinds.list", OrderedList)
    rows.setCurrentRow(list(ConversationKind).index(ConversationKind.IN_PASSING))
    minutes = named(screen, "settings.kinds.minutes", QSpinBox)
    minutes.setFocus()
    minutes.selectAll()
    type_into(minutes, "8")
    press(minutes, "Return")
    context.navigator.log_conversation()
    qtbot.waitUntil(lambda: context.window.findChild(QSpinBox, "quickLog.minutes") is not None)
    assert named(context.window, "quickLog.minutes", QSpinBox).value() == 8


def test_spelling_is_chosen_and_own_words_are_added_and_taken_out(open_at: OpenAt, context: Context) -> None:
    screen = open_at("spelling")
    word = named(screen, "settings.spelling.word", QLineEdit)
    type_into(word, "handraiser")
    press(word, "Return")
    assert (context.journal.ask(known_words).own, word.text()) == (("handraiser",), "")
    type_into(word, "two words")
    press(word, "Return")
    assert problem(screen, "settings.spelling.word") == "Add one word at a time."
    rows = named(screen, "settings.spelling.words", OrderedList)
    rows.setFocus()
    press(rows, "Delete")
    assert context.journal.ask(known_words).own == ()
    click(named(screen, "settings.spelling.choice.en_US", QPushButton))
    assert context.journal.ask(known_words).choice == "en_US"
    click(named(screen, "settings.spelling.putBack", QPushButton))
    assert context.journal.ask(known_words).choice == ""


def test_details_and_aims_are_reached_and_their_change_is_seen(open_at: OpenAt, context: Context, qtbot: QtBot) -> None:
    screen = open_at("you")
    click(named(screen, "settings.you.details", QPushButton))
    name = named(context.window, "details.name", QLineEdit)
    qtbot.waitUntil(name.isActiveWindow)
    type_into(name, "Markus Lind")
    press(name, "Ctrl+Return")
    assert "Markus Lind" in " ".join(label.text() for label in screen.findChildren(QLabel))


@pytest.mark.parametrize("section", ["questions", "skills", "kinds", "spelling", "you"])
def test_fifty_questions_and_long_names_need_no_sideways_scrolling(
    open_at: OpenAt, context: Context, attached: MainWindow, section: str
) -> None:
    long = "Wherefore " * 8
    set_id = context.journal.do(add_question_set, name=long)
    for number in range(50):
        context.journal.do(add_question, question_set_id=set_id, text=f"{number} {long}")
    context.journal.do(add_skill, name=long)
    attached.resize(QSize(1024, 640))
    screen = open_at(section)
    for name in ("settings.questions.sets", "settings.skills.list"):
        rows = named(screen, name, OrderedList)
        rows.setCurrentRow(rows.count() - 1)
    assert screen.minimumSizeHint().width() <= screen.width() <= 1024


def test_a_change_elsewhere_leaves_words_alone_that_are_being_written(open_at: OpenAt, context: Context) -> None:
    screen = open_at("questions")
    field = named(screen, "settings.questions.text", SavedWords)
    type_into(field, " Half a thought")
    other = first_set(context).questions[1]
    context.journal.do(write_question, question_id=other.question_id, text="Other", stale_days=None)
    assert field.words.endswith(" Half a thought")


def test_a_number_of_a_signal_is_kept_when_its_field_is_left_and_put_back(open_at: OpenAt, context: Context) -> None:
    screen = open_at("signals")
    rows = named(screen, "settings.signals.list", OrderedList)
    rows.choose(list(Rule).index(Rule.LOW_WIN_RATE) + 1)
    field = named(screen, "settings.signals.low_win_rate.closed", QDoubleSpinBox)
    assert (field.accessibleName(), field.text()) == ("Only from", "10 closed deals")
    field.setFocus()
    field.selectAll()
    type_into(field, "6")
    press(field, "Return")
    assert context.journal.ask(signal_limits).count(Limit.WIN_RATE_CLOSED) == 6
    assert field.text() == "6 closed deals"
    click(named(screen, "settings.signals.putBack", QPushButton))
    assert context.journal.ask(signal_limits) == SHIPPED
    assert field.value() == 10


def test_space_switches_a_signal_off_and_on(open_at: OpenAt, context: Context) -> None:
    rows = named(open_at("signals"), "settings.signals.list", OrderedList)
    rows.setFocus()
    press(rows, "Space")
    assert context.journal.ask(signal_limits).off == {Rule.THIN_PIPELINE}
    assert titles(rows)[0] == "Thin pipeline (off)"
    press(rows, "Space")
    assert context.journal.ask(signal_limits) == SHIPPED
