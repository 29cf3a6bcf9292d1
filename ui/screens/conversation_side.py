"""What lies beside a note while it is written: last time, the goals, questions to ask."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachjournal.queries.conversation_page import ConversationPage, LastTime, Questions
from coachjournal.queries.rep_page import GoalRow
from coachjournal.rules.goal import progress_share
from ui.context import Context
from ui.editors.check_in import CheckInEditor
from ui.screens.conversation_commitments import CommitmentRows
from ui.screens.rep_words import goal_value, in_sentence, last_check_in
from ui.widgets.buttons import QuietButton
from ui.widgets.choices import ChipGroup
from ui.widgets.marks import SplitBar
from ui.widgets.rows import LinedRows
from ui.widgets.sheet import Sheet
from ui.widgets.text import ElidedLabel, Text

_AROUND = 4


class ConversationSide(QWidget):
    """Three sheets below each other; one with nothing to say is not there."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._last_time = LastTimeSheet(context)
        self._goals = GoalsSheet(context)
        self._questions = QuestionsSheet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for sheet in (self._last_time, self._goals, self._questions):
            column.addWidget(sheet)
        column.addStretch(1)

    def show_page(self, page: ConversationPage) -> None:
        self._last_time.show_last_time(page.last_time, page.head.first_name)
        self._goals.show_page(page)
        self._questions.show_questions(page.questions)


class LastTimeSheet(Sheet):
    """What was agreed in the conversation before this one."""

    def __init__(self, context: Context) -> None:
        super().__init__("Last time", name="conversation.lastTime")
        self._context = context
        self._last_time: LastTime | None = None
        self._rows = CommitmentRows(context, name="conversation.lastTime.commitment")
        self._words = Text("", "small", wrap=True)
        self._open = QuietButton("Open that note", self._on_open, name="conversation.lastTime.open")
        self.add(self._rows)
        self.add(self._words)
        self.rows.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)

    def show_last_time(self, last_time: LastTime | None, rep: str) -> None:
        self._last_time = last_time
        self._open.setVisible(last_time is not None)
        if last_time is None:
            self.heading.say("Last time", "")
            self._rows.show_commitments((), rep)
            self._words.setText(f"This is the first conversation with {rep}.")
            self._words.show()
            return
        self.heading.say("Last time", f"{in_sentence(last_time.kind)}, {self._context.locale.day(last_time.on)}")
        self._rows.show_commitments(last_time.commitments, rep)
        self._words.setText(f"“{last_time.first_line}”")
        self._words.setVisible(bool(last_time.first_line))

    def _on_open(self) -> None:
        if self._last_time is not None:
            self._context.navigator.open_conversation(self._last_time.conversation_id)


class GoalsSheet(Sheet):
    """Where the goals stand today, with a check-in from this conversation."""

    def __init__(self, context: Context) -> None:
        super().__init__("Goals today", name="conversation.goals")
        self._context = context
        self._rows = LinedRows(name="conversation.goals.rows")
        self.add(self._rows)

    def show_page(self, page: ConversationPage) -> None:
        conversation_id = page.head.conversation_id
        self.heading.say(f"{page.head.first_name}’s goals today", "")
        self._rows.show_rows(self._row(goal, conversation_id) for goal in page.goals)
        self.setVisible(bool(page.goals))

    def _row(self, goal: GoalRow, conversation_id: int) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        value = partial(goal_value, goal, locale=self._context.locale)
        column.addLayout(_line(ElidedLabel(goal.title, "bold"), Text(value(goal.now))))
        bar = SplitBar(slim=True)
        bar.say(progress_share(goal.now, baseline=goal.baseline, target=goal.target), f"{goal.title} {value(goal.now)}")
        column.addWidget(bar)
        seen = last_check_in(goal, self._context.locale)
        words = ElidedLabel(f"{value(goal.baseline)} → {value(goal.target)}, {seen}", "small")
        column.addLayout(_line(words, self._check_in(goal.goal_id, conversation_id)))
        return row

    def _check_in(self, goal_id: int, conversation_id: int) -> QuietButton:
        def open_editor() -> None:
            CheckInEditor(self._context, goal_id, seen_in=conversation_id).open()

        return QuietButton("Check in", open_editor, name=f"conversation.checkIn{goal_id}")


class QuestionsSheet(Sheet):
    """One set at a time; the one of this kind of conversation first."""

    def __init__(self) -> None:
        super().__init__("Questions to ask", "not answers to give", name="conversation.questions")
        self._sets: tuple[Questions, ...] = ()
        self._choice: ChipGroup | None = None
        self._rows = LinedRows(name="conversation.questions.rows")
        self.add(self._rows)

    def show_questions(self, sets: tuple[Questions, ...]) -> None:
        if sets == self._sets:
            return
        self._sets = sets
        self._offer()
        self.setVisible(bool(sets))

    def _offer(self) -> None:
        """The names of the sets as chips, the first one chosen."""
        if self._choice is not None:
            self.rows.removeWidget(self._choice)
            self._choice.deleteLater()
        names = [(str(place), each.name) for place, each in enumerate(self._sets)]
        self._choice = ChipGroup(names, name="conversation.questions.set", label="Questions", wraps=True)
        self._choice.chosen.connect(lambda place: self._show(int(place)))
        self.rows.insertWidget(1, self._choice)
        if self._sets:
            self._choice.choose("0")
            self._show(0)

    def _show(self, place: int) -> None:
        self._rows.show_rows(_question(question) for question in self._sets[place].questions)


def _question(words: str) -> Text:
    question = Text(words, wrap=True)
    question.setContentsMargins(0, _AROUND, 0, _AROUND)
    return question


def _line(left: QWidget, right: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(left, 1)
    line.addWidget(right)
    return line
