"""What a person decides about a file of deals: the questions it leaves open, and which column is which."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from coachjournal.importers.amounts import COMMA, POINT
from coachjournal.importers.columns import Field
from coachjournal.importers.days import DateOrder
from coachjournal.importers.preview import DealPreview
from coachjournal.importers.questions import Choices, Question
from coachjournal.rules.deal import Outcome
from ui.editors.import_words import choice_words
from ui.widgets.layouts import clear
from ui.widgets.text import Text

_OUTCOME = "outcome:"
_ONE_FOR_ALL: dict[str, str] = {
    Field.REP: "A column, or one rep’s name for all",
    Field.STAGE: "A column, or one stage for all",
}
_CHOOSE = "Choose…"
_NO_COLUMN = "no column"
_ORDERS = (("iso", "Dates as 2026-04-03"), ("dmy", "Dates with the day first"), ("mdy", "Dates with the month first"))
_SIGNS = ((POINT, "Cents after a point"), (COMMA, "Cents after a comma"))


def answered(choices: Choices, field: str, answer: str, headings: Iterable[str]) -> Choices:
    """The choices with one more answer; what is no heading is one value for all rows."""
    if field == "date_order":
        return replace(choices, date_order=DateOrder(answer))
    if field == "decimal":
        return replace(choices, decimal=answer)
    if field.startswith(_OUTCOME):
        return replace(choices, outcomes={**choices.outcomes, field.removeprefix(_OUTCOME): Outcome(answer)})
    part = Field(field)
    if answer in headings or not answer:
        values = {key: value for key, value in choices.values.items() if key is not part}
        return replace(choices, columns={**choices.columns, part: answer}, values=values)
    return replace(choices, values={**choices.values, part: answer})


class AnswerBox(QComboBox):
    """Takes only what is picked from its open list, or typed: an arrow opens the list, the wheel scrolls past."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Questions(QWidget):
    """The open questions. `answered` carries the question's field and the answer."""

    answered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        _scrolling(self, self._column)

    def show_questions(self, questions: Iterable[Question]) -> None:
        clear(self._column)
        for at, question in enumerate(questions):
            self._column.addWidget(Text(question.sentence, "bold", wrap=True))
            combo = self._combo(question)
            self._column.addWidget(combo, 0, Qt.AlignmentFlag.AlignLeft)
            if at == 0:
                combo.setFocus()

    def _combo(self, question: Question) -> QComboBox:
        combo = AnswerBox()
        combo.setObjectName(f"importDeals.question.{question.field}")
        combo.setAccessibleName(question.sentence)
        combo.setMinimumContentsLength(36)
        for choice in question.choices:
            combo.addItem(choice_words(question, choice), choice)
        combo.setPlaceholderText(_CHOOSE)
        if hint := _ONE_FOR_ALL.get(question.field):
            line = QLineEdit()
            combo.setLineEdit(line)
            combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            line.setPlaceholderText(hint)
            line.returnPressed.connect(lambda: self._answer(question, line.text().strip()))
        combo.setCurrentIndex(-1)
        combo.activated.connect(lambda at: self._answer(question, str(combo.itemData(at) or combo.itemText(at))))
        return combo

    def _answer(self, question: Question, answer: str) -> None:
        if answer:
            self.answered.emit(question.field, answer)


class Columns(QWidget):
    """Every part of a deal and the heading it is read from; each can be changed. `answered` is as of Questions."""

    answered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._changed = ""
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        _scrolling(self, self._grid)

    def show_columns(self, preview: DealPreview) -> None:
        clear(self._grid)
        half = (len(Field) + 1) // 2
        for at, part in enumerate(Field):
            row, column = at % half, 2 * (at // half)
            self._grid.addWidget(Text(part.label, "muted"), row, column)
            self._grid.addWidget(self._heading_combo(part, preview), row, column + 1)
        self._grid.addWidget(self._reading_combo("date_order", "Dates", _ORDERS, preview.date_order), half, 1)
        self._grid.addWidget(self._reading_combo("decimal", "Amounts", _SIGNS, preview.decimal), half, 3)
        self._grid.addWidget(Text("Dates", "muted"), half, 0)
        self._grid.addWidget(Text("Amounts", "muted"), half, 2)

    def _heading_combo(self, part: Field, preview: DealPreview) -> QComboBox:
        combo = _plain_combo(f"importDeals.column.{part}", part.label)
        combo.addItem(_NO_COLUMN, "")
        for heading in preview.headings:
            combo.addItem(heading, heading)
        combo.setCurrentIndex(max(combo.findData(preview.columns.get(part, "")), 0))
        self._tell(combo, part)
        return combo

    def _reading_combo(self, field: str, label: str, choices: Iterable[tuple[str, str]], now: str) -> QComboBox:
        combo = _plain_combo(f"importDeals.column.{field}", label)
        for choice, words in choices:
            combo.addItem(words, choice)
        if combo.findData(now) < 0:
            combo.setPlaceholderText("Dates in more than one order")
        combo.setCurrentIndex(combo.findData(now))
        self._tell(combo, field)
        return combo

    def _tell(self, combo: QComboBox, field: str) -> None:
        combo.activated.connect(lambda at: self._answer(field, str(combo.itemData(at))))
        if field == self._changed:
            combo.setFocus()

    def _answer(self, field: str, answer: str) -> None:
        self._changed = field
        self.answered.emit(field, answer)


def _plain_combo(name: str, label: str) -> QComboBox:
    combo = AnswerBox()
    combo.setObjectName(name)
    combo.setAccessibleName(label)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(14)
    return combo


def _scrolling(widget: QWidget, layout: QVBoxLayout | QGridLayout) -> None:
    """Put a layout that may grow long into the widget."""
    inside = QWidget()
    around = QVBoxLayout(inside)
    around.setContentsMargins(0, 4, 8, 4)
    around.addLayout(layout)
    around.addStretch(1)
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inside)
    inside.setAutoFillBackground(False)
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(scroll)
