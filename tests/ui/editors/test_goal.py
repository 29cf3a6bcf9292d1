"""Setting a goal, checking in on it and ending it, by keys."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.commands.check_in import check_in
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal, delete_deal
from coachjournal.commands.goal import set_goal
from coachjournal.commands.rating import rate_skill
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.goal_editor import GoalDetails, check_in_form, goal_form
from coachjournal.queries.milestones import milestones
from coachjournal.queries.rep_page import GoalRow, ended_goals, rep_page
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.goal import ComputedFrom, GoalStanding, Measure
from tests.goals import DISCOVERY
from tests.ui.hands import click, named, opened, press, type_into
from ui.context import Context
from ui.editors.check_in import CheckInEditor
from ui.editors.end_goal import NOT_AHEAD, EndGoal
from ui.editors.goal import GoalEditor
from ui.theme import Theme
from ui.widgets.date_field import DateField

TODAY = date(2026, 11, 23)


@pytest.fixture
def discovery(journal: Journal, dana: int) -> int:
    return journal.do(
        set_goal,
        rep_id=dana,
        title="Discovery depth",
        measure=Measure.LEVEL,
        baseline=2.5,
        target=4.0,
        started_on=TODAY - timedelta(days=60),
        due_on=TODAY + timedelta(days=60),
    )


@pytest.fixture
def blank(context: Context, dana: int, qtbot: QtBot) -> GoalEditor:
    """The editor of a new goal with Dana."""
    return opened(GoalEditor(context, rep_id=dana), qtbot)


def goals(journal: Journal, rep_id: int) -> tuple[GoalRow, ...]:
    page = journal.ask(rep_page, rep_id=rep_id)
    assert page is not None
    return page.goals


def details(journal: Journal, rep_id: int, goal_id: int) -> GoalDetails:
    goal = journal.ask(goal_form, rep_id=rep_id, goal_id=goal_id).goal
    assert goal is not None
    return goal


def choose(editor: QWidget, name: str, words: str) -> None:
    named(editor, name, QComboBox).setCurrentText(words)


def sentence(editor: QWidget) -> str:
    return named(editor, "goalEditor.sentence", QWidget).accessibleName()


def test_a_goal_is_set_with_a_title_two_values_and_ctrl_enter(
    journal: Journal, context: Context, dana: int, qtbot: QtBot
) -> None:
    editor = opened(GoalEditor(context, rep_id=dana), qtbot)
    type_into(named(editor, "goalEditor.title", QLineEdit), "Discovery depth")
    type_into(named(editor, "goalEditor.baseline", QLineEdit), "2.5")
    type_into(named(editor, "goalEditor.target", QLineEdit), "4")
    press(editor, "Ctrl+Return")
    (goal,) = goals(journal, dana)
    assert (goal.title, goal.measure, goal.baseline, goal.target) == ("Discovery depth", Measure.LEVEL, 2.5, 4.0)
    assert goal.due_on == date(2027, 3, 31)


@pytest.mark.parametrize(
    ("measure", "unit", "values", "words"),
    [
        ("Level, 1 to 5", "", ("2.5", "4"), "level 2.5 to level 4.0"),
        ("Per cent", "", ("22", "32 %"), "22% to 32%"),
        ("Money", "", ("40k", "60k"), "€40k to €60k"),
        ("A number a week", "first meetings", ("3", "8"), "3 first meetings a week to 8 first meetings a week"),
        ("Number", "days", ("90", "60"), "90 days to 60 days"),
    ],
)
def test_a_sentence_reads_back_what_is_set(
    measure: str, unit: str, values: tuple[str, str], words: str, blank: GoalEditor
) -> None:
    choose(blank, "goalEditor.measure", measure)
    named(blank, "goalEditor.unit", QLineEdit).setText(unit)
    named(blank, "goalEditor.baseline", QLineEdit).setText(values[0])
    named(blank, "goalEditor.target", QLineEdit).setText(values[1])
    named(blank, "goalEditor.title", QLineEdit).setText("Discovery depth")
    named(blank, "goalEditor.how", QPlainTextEdit).setPlainText("her call notes.")
    way = f"Dana will move Discovery depth from {words} by Wednesday 31 March"
    assert sentence(blank) == f"{way}, seen in her call notes."


@pytest.mark.parametrize(
    ("baseline", "target", "field"),
    [("two", "4", "baseline"), ("2.5", "", "target"), ("3", "3", "target"), ("3", "9", "target")],
)
def test_what_cannot_be_is_refused_beside_its_field_and_stays(
    baseline: str, target: str, field: str, journal: Journal, blank: GoalEditor
) -> None:
    named(blank, "goalEditor.title", QLineEdit).setText("Discovery")
    named(blank, "goalEditor.baseline", QLineEdit).setText(baseline)
    named(blank, "goalEditor.target", QLineEdit).setText(target)
    press(blank, "Ctrl+Return")
    assert blank.isVisible()
    assert named(blank, f"goalEditor.{field}.problem", QLabel).text()
    assert journal.undoable() == "Added Dana Reyes."


def test_changing_words_alone_leaves_values_exactly_as_they_were(
    journal: Journal, context: Context, dana: int, qtbot: QtBot
) -> None:
    goal_id = journal.do(
        set_goal,
        rep_id=dana,
        title="Cycle",
        measure=Measure.NUMBER,
        baseline=90.123,
        target=60,
        due_on=TODAY + timedelta(days=60),
    )
    editor = opened(GoalEditor(context, rep_id=dana, goal_id=goal_id), qtbot)
    named(editor, "goalEditor.title", QLineEdit).setText("Shorter cycle")
    press(editor, "Ctrl+Return")
    changed = details(journal, dana, goal_id)
    assert (changed.title, changed.baseline) == ("Shorter cycle", 90.123)


def test_a_check_in_begins_with_the_last_value_and_takes_ctrl_enter(
    journal: Journal, context: Context, dana: int, discovery: int, qtbot: QtBot
) -> None:
    journal.do(check_in, goal_id=discovery, value=3.4, checked_on=TODAY - timedelta(days=7))
    editor = opened(CheckInEditor(context, discovery), qtbot)
    assert named(editor, "checkInEditor.value", QLineEdit).text() == "3.4"
    press(editor, "Ctrl+Return")
    assert (goals(journal, dana)[0].now, goals(journal, dana)[0].last_on) == (3.4, TODAY)


@pytest.fixture
def win_rate(journal: Journal, dana: int) -> int:
    """A goal that deals speak for, with three of ten deals won."""
    for stage_id in [6] * 3 + [7] * 7:
        journal.do(add_deal, rep_id=dana, name="Pumps", stage_id=stage_id, closed_on=TODAY - timedelta(days=9))
    return journal.do(
        set_goal,
        rep_id=dana,
        title="Win rate",
        measure=Measure.PERCENT,
        computed_from=ComputedFrom.WIN_RATE,
        baseline=22,
        target=32,
        due_on=TODAY + timedelta(days=60),
    )


def test_a_goal_can_take_its_values_from_deals(journal: Journal, dana: int, blank: GoalEditor) -> None:
    choose(blank, "goalEditor.measure", "Sales cycle, from deals")
    assert not named(blank, "goalEditor.unit", QLineEdit).isVisible()
    named(blank, "goalEditor.title", QLineEdit).setText("Faster")
    named(blank, "goalEditor.baseline", QLineEdit).setText("90")
    named(blank, "goalEditor.target", QLineEdit).setText("60")
    assert sentence(blank).startswith("Dana will move Faster from 90 days to 60 days by")
    press(blank, "Ctrl+Return")
    goal = details(journal, dana, goals(journal, dana)[0].goal_id)
    assert (goal.computed_from, goal.measure, goal.unit) == (ComputedFrom.SALES_CYCLE, Measure.NUMBER, "days")


def test_a_goal_from_deals_stays_so_when_it_is_changed(
    journal: Journal, context: Context, dana: int, win_rate: int, qtbot: QtBot
) -> None:
    editor = opened(GoalEditor(context, rep_id=dana, goal_id=win_rate), qtbot)
    assert named(editor, "goalEditor.measure", QComboBox).currentText() == "Win rate, from deals"
    press(editor, "Ctrl+Return")
    assert details(journal, dana, win_rate).computed_from is ComputedFrom.WIN_RATE
    editor = opened(GoalEditor(context, rep_id=dana, goal_id=win_rate), qtbot)
    choose(editor, "goalEditor.measure", "Per cent")
    press(editor, "Ctrl+Return")
    assert details(journal, dana, win_rate).computed_from is None


def test_what_deals_say_is_there_already_and_kept_with_its_evidence(
    journal: Journal, context: Context, dana: int, win_rate: int, qtbot: QtBot
) -> None:
    editor = opened(CheckInEditor(context, win_rate), qtbot)
    assert named(editor, "checkInEditor.fromDeals", QLabel).text() == "30% from deals today, 3 of 10 won"
    press(editor, "Ctrl+Return")
    (entry,) = journal.ask(goal_form, rep_id=dana, goal_id=win_rate).check_ins
    assert (entry.value, entry.computed, entry.note) == (30.0, True, "3 of 10 won")


def test_another_number_or_day_is_the_managers_own_word(
    journal: Journal, context: Context, dana: int, win_rate: int, qtbot: QtBot
) -> None:
    editor = opened(CheckInEditor(context, win_rate), qtbot)
    named(editor, "checkInEditor.value", QLineEdit).setText("31")
    press(editor, "Ctrl+Return")
    editor = opened(CheckInEditor(context, win_rate), qtbot)
    press(named(editor, "checkInEditor.checked_on", QWidget), "-")
    press(editor, "Ctrl+Return")
    entries = journal.ask(goal_form, rep_id=dana, goal_id=win_rate).check_ins
    assert [(entry.value, entry.computed, entry.note) for entry in entries] == [(31, False, ""), (30, False, "")]


def test_too_few_deals_say_so_and_leave_the_field_empty(
    journal: Journal, context: Context, win_rate: int, qtbot: QtBot
) -> None:
    for deal_id in range(1, 9):
        journal.do(delete_deal, deal_id=deal_id)
    editor = opened(CheckInEditor(context, win_rate), qtbot)
    assert named(editor, "checkInEditor.fromDeals", QLabel).text() == "From deals: too few to tell (2 closed)"
    assert named(editor, "checkInEditor.value", QLineEdit).text() == ""
    press(editor, "Ctrl+Return")
    assert named(editor, "checkInEditor.value.problem", QLabel).text()


def test_todays_conversation_is_offered_as_evidence(
    journal: Journal, context: Context, dana: int, discovery: int, qtbot: QtBot
) -> None:
    journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG)
    editor = opened(CheckInEditor(context, discovery), qtbot)
    assert named(editor, "checkInEditor.fromTalk", QCheckBox).text() == "Seen in the ride-along today"
    press(editor, "Ctrl+Return")
    assert goals(journal, dana)[0].seen_in is ConversationKind.RIDE_ALONG


def test_another_day_offers_that_days_conversation_or_none(
    context: Context, dana: int, discovery: int, qtbot: QtBot
) -> None:
    context.journal.do(log_conversation, rep_id=dana, kind=ConversationKind.PRACTICE, held_on=TODAY - timedelta(days=1))
    editor = opened(CheckInEditor(context, discovery), qtbot)
    offer = named(editor, "checkInEditor.fromTalk", QCheckBox)
    assert not offer.isVisible()
    press(named(editor, "checkInEditor.checked_on", QWidget), "-")
    assert offer.text() == "Seen in the practice yesterday"


def test_a_check_in_can_be_corrected_from_the_goal(
    journal: Journal, context: Context, dana: int, discovery: int, qtbot: QtBot
) -> None:
    journal.do(check_in, goal_id=discovery, value=4.4, checked_on=TODAY)
    form = journal.ask(goal_form, rep_id=dana, goal_id=discovery)
    editor = opened(CheckInEditor(context, discovery, form.check_ins[0]), qtbot)
    named(editor, "checkInEditor.value", QLineEdit).setText("3.4")
    press(editor, "Ctrl+Return")
    assert goals(journal, dana)[0].now == 3.4


def test_conversations_offered_are_this_reps_own(journal: Journal, discovery: int) -> None:
    journal.do(log_conversation, rep_id=journal.do(add_rep, name="Amir Khan"))
    assert journal.ask(check_in_form, goal_id=discovery).talks == ()


def test_a_goal_that_is_reached_is_proposed_as_achieved(
    journal: Journal, context: Context, dana: int, discovery: int, qtbot: QtBot
) -> None:
    journal.do(check_in, goal_id=discovery, value=4.0)
    editor = opened(EndGoal(context, details(journal, dana, discovery)), qtbot)
    press(editor, "Ctrl+Return")
    assert [goal.standing for goal in journal.ask(ended_goals, rep_id=dana)] == [GoalStanding.ACHIEVED]


def test_an_extended_goal_goes_on_to_its_new_day(
    journal: Journal, context: Context, dana: int, discovery: int, qtbot: QtBot
) -> None:
    editor = opened(EndGoal(context, details(journal, dana, discovery)), qtbot)
    assert named(editor, "endGoal.finish", QPushButton).text() == "Extend it"
    press(editor, "Ctrl+Return")
    (goal,) = goals(journal, dana)
    assert goal.due_on == date(2027, 2, 28)


def test_a_goal_is_not_extended_to_a_day_that_is_over(
    journal: Journal, context: Context, dana: int, discovery: int, qtbot: QtBot
) -> None:
    editor = opened(EndGoal(context, details(journal, dana, discovery)), qtbot)
    named(editor, "endGoal.due_on", DateField).set_day(context.journal.clock.today())
    press(editor, "Ctrl+Return")
    assert named(editor, "endGoal.due_on.problem", QLabel).text() == NOT_AHEAD


def test_a_goal_is_given_up_only_with_a_reason(
    journal: Journal, context: Context, dana: int, discovery: int, qtbot: QtBot
) -> None:
    editor = opened(EndGoal(context, details(journal, dana, discovery)), qtbot)
    click(named(editor, "endGoal.end.abandoned", QPushButton))
    press(editor, "Ctrl+Return")
    assert named(editor, "endGoal.reason.problem", QLabel).text()
    named(editor, "endGoal.reason", QLineEdit).setText("Moved to another segment.")
    press(editor, "Ctrl+Return")
    assert [goal.standing for goal in journal.ask(ended_goals, rep_id=dana)] == [GoalStanding.ABANDONED]


def test_a_goal_editor_leads_to_the_end_of_the_goal(context: Context, dana: int, discovery: int, qtbot: QtBot) -> None:
    editor = opened(GoalEditor(context, rep_id=dana, goal_id=discovery), qtbot)
    click(named(editor, "goalEditor.end", QPushButton))
    assert named(context.window, "endGoal", QDialog).isVisible()


def test_a_deleted_goal_comes_back_with_undo(
    journal: Journal, context: Context, dana: int, discovery: int, qtbot: QtBot
) -> None:
    editor = opened(GoalEditor(context, rep_id=dana, goal_id=discovery), qtbot)
    click(named(editor, "goalEditor.delete", QPushButton))
    assert goals(journal, dana) == ()
    journal.undo()
    assert [goal.goal_id for goal in goals(journal, dana)] == [discovery]


def test_a_third_goal_is_met_with_a_word_and_not_refused(
    context: Context, dana: int, discovery: int, qtbot: QtBot, journal: Journal
) -> None:
    assert discovery
    assert GoalEditor(context, rep_id=dana).findChild(QLabel, "goalEditor.advice") is None
    due_on = TODAY + timedelta(days=60)
    journal.do(set_goal, rep_id=dana, title="Second", measure=Measure.LEVEL, baseline=1.0, target=2.0, due_on=due_on)
    editor = opened(GoalEditor(context, rep_id=dana), qtbot)
    advice = named(editor, "goalEditor.advice", QLabel)
    assert advice.text() == "Dana has two goals already. One is easier to reach."
    assert GoalEditor(context, rep_id=dana, goal_id=discovery).findChild(QLabel, "goalEditor.advice") is None


def test_tab_goes_from_blank_to_blank_and_a_whole_goal_takes_nine_keys_besides_the_text(
    journal: Journal, dana: int, blank: GoalEditor
) -> None:
    journal.do(rate_skill, rep_id=dana, skill_id=DISCOVERY, level=2.5, rated_on=TODAY - timedelta(days=9))
    keys = 0
    for blank_name, words in (
        ("title", "Discovery depth"),
        ("skill_id", ""),
        ("measure", ""),
        ("baseline", ""),
        ("target", "4"),
        ("due_on", ""),
        ("how", "her call notes"),
        ("why", "deals die early"),
    ):
        focus = blank.focusWidget()
        assert focus is not None
        assert focus.objectName() == f"goalEditor.{blank_name}"
        type_into(focus, words)
        press(focus, "Tab")
        keys += 1
    press(blank, "Ctrl+Return")
    goal = details(journal, dana, goals(journal, dana)[0].goal_id)
    assert (goal.skill_id, goal.baseline, goal.target) == (DISCOVERY, 2.5, 4)
    assert (goal.how, goal.why, keys + 1) == ("her call notes", "deals die early", 9)


def test_a_quiet_line_says_what_still_makes_it_vague(blank: GoalEditor) -> None:
    vague = named(blank, "goalEditor.vague", QLabel)
    assert vague.text() == "Say in a few words what should move."
    for name, words, says in (
        ("title", "Discovery depth", "Say where it stands and where it should lead."),
        ("baseline", "2.5", "Say where it stands and where it should lead."),
        ("target", "4", "No way yet to see it in a call."),
        ("how", "her call notes", "No word yet on why it matters to them."),
        ("why", "deals die early", ""),
    ):
        type_into(named(blank, f"goalEditor.{name}", QWidget), words)
        assert vague.text() == says


def test_a_goal_from_deals_begins_at_todays_figure_and_says_what_it_was_counted_from(
    win_rate: int, blank: GoalEditor
) -> None:
    assert win_rate
    baseline, today = named(blank, "goalEditor.baseline", QLineEdit), named(blank, "goalEditor.today", QLabel)
    choose(blank, "goalEditor.measure", "Win rate, from deals")
    assert baseline.text() == "30%"
    assert today.text() == "Today it is 30%, 3 of 10 won. Check-ins come with the deals you import."
    choose(blank, "goalEditor.measure", "Sales cycle, from deals")
    assert (baseline.text(), today.text()) == ("", "Deals do not tell it yet: too few to tell (0 won).")
    baseline.setText("80")
    choose(blank, "goalEditor.measure", "Win rate, from deals")
    assert baseline.text() == "80"  # what was typed stays


def test_a_skill_that_is_chosen_alone_gives_the_goal_its_name(journal: Journal, dana: int, blank: GoalEditor) -> None:
    choose(blank, "goalEditor.skill_id", "Discovery")
    type_into(named(blank, "goalEditor.baseline", QLineEdit), "2")
    type_into(named(blank, "goalEditor.target", QLineEdit), "3")
    press(blank, "Ctrl+Return")
    assert [goal.title for goal in goals(journal, dana)] == ["Discovery"]


def test_a_skill_that_was_chosen_by_hand_is_not_chosen_anew(blank: GoalEditor) -> None:
    skill = named(blank, "goalEditor.skill_id", QComboBox)
    type_into(named(blank, "goalEditor.title", QLineEdit), "Discovery")
    assert skill.currentText() == "Discovery"
    press(skill, "Down")
    type_into(named(blank, "goalEditor.title", QLineEdit), " depth")
    assert skill.currentText() == "Qualification"


@pytest.mark.parametrize("room", [(1360, 860, 1.0), (1024, 640, 1.5)])
def test_the_sentence_runs_on_in_any_window_and_nothing_lies_over_another(
    context: Context, theme: Theme, dana: int, qtbot: QtBot, room: tuple[int, int, float]
) -> None:
    width, height, scale = room
    theme.choose_text_scale(scale)
    context.window.resize(width, height)
    editor = opened(GoalEditor(context, rep_id=dana), qtbot)
    words = "what each cause costs the customer, in the customer’s own numbers, " * 3
    named(editor, "goalEditor.how", QPlainTextEdit).setPlainText(words)
    sentence = named(editor, "goalEditor.sentence", QWidget)
    qtbot.waitUntil(lambda: named(editor, "goalEditor.how", QWidget).height() > editor.fontMetrics().height() * 2)
    parts = [part for part in sentence.children() if isinstance(part, QWidget) and part.isVisible()]
    places = [part.geometry() for part in parts]
    assert not [(one, other) for one, other in combinations(places, 2) if one.intersects(other)]
    assert max(place.right() for place in places) < sentence.width()
    assert editor.width() <= width
    assert editor.height() <= height


def test_steps_are_written_in_a_line_ticked_changed_and_deleted_by_keys(
    journal: Journal, context: Context, dana: int, discovery: int, qtbot: QtBot
) -> None:
    editor = opened(GoalEditor(context, rep_id=dana, goal_id=discovery), qtbot)
    line = named(editor, "goalEditor.newStep", QLineEdit)
    type_into(line, "asks why twice, 3.0, by 1 December")
    press(line, "Return")
    (step,) = journal.ask(milestones, goal_id=discovery)
    assert (step.text, step.value, step.due_on, line.text()) == ("Asks why twice", 3.0, date(2026, 12, 1), "")
    box = named(editor, f"goalEditor.step.{step.milestone_id}", QCheckBox)
    press(box, "Return")
    assert line.text() == "Asks why twice, 3.0, by 2026-12-01"
    line.setText("Asks why three times, by 2 December")
    press(line, "Return")
    (step,) = journal.ask(milestones, goal_id=discovery)
    assert (step.text, step.value, step.due_on) == ("Asks why three times", None, date(2026, 12, 2))
    press(named(editor, f"goalEditor.step.{step.milestone_id}", QCheckBox), "Space")
    assert journal.ask(milestones, goal_id=discovery)[0].done_on == TODAY
    press(named(editor, f"goalEditor.step.{step.milestone_id}", QCheckBox), "Del")
    assert journal.ask(milestones, goal_id=discovery) == ()
    journal.undo()
    assert named(editor, f"goalEditor.step.{step.milestone_id}", QCheckBox).isChecked()


def test_a_step_that_cannot_be_stays_in_its_line_and_one_left_in_it_is_added(
    journal: Journal, context: Context, dana: int, discovery: int, qtbot: QtBot
) -> None:
    editor = opened(GoalEditor(context, rep_id=dana, goal_id=discovery), qtbot)
    line = named(editor, "goalEditor.newStep", QLineEdit)
    type_into(line, "Asks why, by 1 December 2027")
    press(editor, "Ctrl+Return")
    assert named(editor, "goalEditor.newStep.problem", QLabel).text() == "This step would come after the goal is due."
    assert (editor.isVisible(), journal.ask(milestones, goal_id=discovery)) == (True, ())
    line.setText("Asks why")
    press(editor, "Ctrl+Return")
    assert [step.text for step in journal.ask(milestones, goal_id=discovery)] == ["Asks why"]
