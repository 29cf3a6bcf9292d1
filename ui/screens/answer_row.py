"""One question about a deal: its last answer, how sure it is and how old; answered with one key."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from coachjournal.queries.deal_answers import DealQuestion
from coachjournal.rules.answer import Certainty
from ui.locale import Locale
from ui.screens.answer_words import age_words, finding_out_words
from ui.widgets.choices import Chip
from ui.widgets.inline import is_left
from ui.widgets.marks import Pill, Tone
from ui.widgets.open_row import OpenRow
from ui.widgets.reveal import reveal
from ui.widgets.row_keys import RowKeys
from ui.widgets.text import Text

LETTERS = {"K": Certainty.KNOWN, "G": Certainty.GUESS, "U": Certainty.UNKNOWN}
_BESIDE = 72
"""Characters of width from which the certainty fits beside a question."""
KEYS = "K known, G guess, U unknown, C unknown and a commitment, Enter words it, Del takes it back"


class AnswerField(QLineEdit):
    """Where an answer is worded. Enter and Esc keep it; Alt and a letter keep it and say how sure it is."""

    finished = Signal(object)
    """Carries the certainty, or None where none was said."""

    def event(self, event: QEvent) -> bool:
        """These keys are the field's before they are the page's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_own(event):
            self.finished.emit(_certainty_of(event))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if is_left(event) and self.isVisible():
            self.finished.emit(None)


class AnswerRow(OpenRow):
    """K, G and U say how sure the answer is, C commits to find it out, Enter words it, Del takes it back."""

    sure = Signal(object)
    """How sure it is, a Certainty."""
    worded = Signal(str, object)
    """The words, and a Certainty or None; the field stays until the row is shown anew or `close_field`."""
    committed = Signal()
    taken_back = Signal()
    typed = Signal()

    def __init__(self, question_id: int, locale: Locale) -> None:
        super().__init__("", self.open_field, name=f"conversation.answer{question_id}")
        self.question_id = question_id
        self._locale = locale
        self.given = ""
        """The words that were kept."""
        self._put_in = ""
        """What stood in the field before anybody typed."""
        self._question = Text("", wrap=True)
        self._words = Text("", "muted", wrap=True)
        self._finding_out = Text("", "small", wrap=True)
        self.field = AnswerField()
        self.field.setObjectName(f"conversation.answer{question_id}.words")
        self.field.setAccessibleName("Answer")
        self.field.setPlaceholderText("What is known. Alt K known, Alt G guess, Alt U unknown")
        self.field.hide()
        self._chips = {certainty: self._chip(letter, certainty) for letter, certainty in LETTERS.items()}
        self._age = Text("", "small")
        self._stale = Pill()
        self._lay_out()
        self.field.finished.connect(self._on_finished)
        self.field.textEdited.connect(self.typed)
        keys = {letter: partial(self.sure.emit, certainty) for letter, certainty in LETTERS.items()}
        RowKeys(self, {**keys, "C": self.committed.emit, "Del": self.taken_back.emit})

    @property
    def unkept(self) -> str | None:
        """The words being typed while they are not those that were kept."""
        typed = self.field.isVisibleTo(self) and self.field.text() != self._put_in
        return self.field.text().strip() if typed else None

    def show_question(self, question: DealQuestion, words: str) -> None:
        """`words` are the question as it is asked of this rep."""
        answer = question.answer
        self.given = answer.text if answer else ""
        age, finding_out = age_words(answer, self._locale), finding_out_words(answer, self._locale)
        stale = answer is not None and answer.stale
        said = answer.certainty.label.lower() if answer else ""
        self._question.setText(words)
        _say(self._words, self.given, hidden=self.field.isVisibleTo(self))
        _say(self._finding_out, finding_out)
        _say(self._age, age, hidden=stale)
        self._stale.setVisible(stale)
        self._stale.say(age, Tone.AMBER)
        for certainty, chip in self._chips.items():
            chip.setChecked(answer is not None and answer.certainty is certainty)
        self.setAccessibleName(". ".join(part for part in (words, said, self.given, age, finding_out) if part))
        self.setAccessibleDescription(KEYS)

    def open_field(self, text: str | None = None) -> None:
        """Word the answer; `text` is what was being typed before."""
        self.field.setText(self.given)
        self._put_in = self.field.text()
        if text is not None:
            self.field.setText(text)
        self._words.hide()
        self.field.show()
        self.field.setFocus()
        reveal(self)

    def close_field(self) -> None:
        """Back to the row; the words have been kept."""
        self._put_in = self.field.text()
        if self.field.isVisibleTo(self):
            had_focus = self.field.hasFocus()
            self.field.hide()
            self._words.setVisible(bool(self._words.text()))
            if had_focus:
                self.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        reveal(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """How sure it is stands below the words where there is little room beside them."""
        super().resizeEvent(event)
        beside = self.width() >= self.fontMetrics().averageCharWidth() * _BESIDE
        self.row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._marks.setDirection(QBoxLayout.Direction.TopToBottom if beside else QBoxLayout.Direction.LeftToRight)
        self.row.setSpacing(12 if beside else 4)

    def _on_finished(self, certainty: Certainty | None) -> None:
        self.worded.emit(self.field.text().strip(), certainty)

    def _on_chip(self, chip: Chip, certainty: Certainty) -> None:
        chip.setChecked(True)  # pressed again it says the same again
        self.setFocus()
        self.sure.emit(certainty)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.row.setContentsMargins(8, 6, 8, 6)
        self.row.addLayout(_below(self._question, self._words, self.field, self._finding_out), 1)
        chips = QHBoxLayout()
        chips.setSpacing(4)
        for chip in self._chips.values():
            chips.addWidget(chip)
        self._marks = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._marks.setSpacing(4)
        self._marks.addLayout(chips)
        for mark in (self._age, self._stale):
            self._marks.addWidget(mark, 0, Qt.AlignmentFlag.AlignRight)
        self._marks.addStretch(1)
        self.row.addLayout(self._marks)

    def _chip(self, letter: str, certainty: Certainty) -> Chip:
        chip = Chip(certainty.label, name=f"{self.objectName()}.{certainty}")
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row has the keys
        chip.setToolTip(letter)
        chip.clicked.connect(partial(self._on_chip, chip, certainty))
        return chip


def _below(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column


def _say(label: Text, words: str, *, hidden: bool = False) -> None:
    label.setText(words)
    label.setVisible(bool(words) and not hidden)


def _certainty_of(event: QKeyEvent) -> Certainty | None:
    return LETTERS.get(chr(event.key())) if event.modifiers() == Qt.KeyboardModifier.AltModifier else None


def _is_own(event: QKeyEvent) -> bool:
    """Enter, Esc, or Alt with one of the letters."""
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    leaves: Iterable[int] = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
    letters: Iterable[int] = map(ord, LETTERS)
    return (plain and event.key() in leaves) or (
        event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in letters
    )
