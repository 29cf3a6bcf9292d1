"""What is known about a deal, beside its history: in a line, and question by question where that is opened."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.queries.deal_answers import DealQuestion, GivenAnswer
from ui.context import Context
from ui.screens.answer_words import age_words, known_words
from ui.widgets.buttons import QuietButton
from ui.widgets.open_row import OpenRow
from ui.widgets.rows import LinedRows
from ui.widgets.text import SectionTitle, Text

NEVER = "Never reviewed. A review asks what is known and what is a guess."
_SHOW, _HIDE = "Show the answers", "Hide the answers"


class DealAnswers(QWidget):
    """Closed for each deal anew; a row opens the conversation it was answered in."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked: Sequence[tuple[DealQuestion, GivenAnswer]] = ()
        self._words = Text("", "muted", wrap=True)
        self._words.setObjectName("deals.answers.words")
        self._toggle = QuietButton(_SHOW, self._turn, name="deals.answers.toggle")
        self._rows = LinedRows(name="deals.answers")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle("What we know"))
        column.addWidget(self._words)
        column.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._rows)

    def show_answers(self, questions: Sequence[DealQuestion], *, anew: bool) -> None:
        """`anew` says that it is another deal than before."""
        self._asked = [(question, question.answer) for question in questions if question.answer is not None]
        self._words.setText(known_words(questions, self._context.locale) if self._asked else NEVER)
        self._toggle.setVisible(bool(self._asked))
        self._open(opened=not anew and not self._rows.isHidden())

    def _turn(self) -> None:
        self._open(opened=self._rows.isHidden())

    def _open(self, *, opened: bool) -> None:
        self._rows.show_rows(self._row(*each) for each in (self._asked if opened else ()))
        self._rows.setVisible(opened)
        self._toggle.say(_HIDE if opened else _SHOW)

    def _row(self, question: DealQuestion, answer: GivenAnswer) -> QWidget:
        asked = question.text.replace("{rep}", "the rep")
        said = f"{answer.certainty}, {age_words(answer, self._context.locale)}"
        words = f"{said}: {answer.text}" if answer.text else said
        row = OpenRow(f"{asked} {words}", partial(self._go, answer), name=f"deals.answer{question.question_id}")
        row.add_lines(asked, "", words)
        return row

    def _go(self, answer: GivenAnswer) -> None:
        if answer.conversation_id is not None:
            self._context.navigator.open_conversation(answer.conversation_id)
