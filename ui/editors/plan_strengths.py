"""The strengths of a plan, each with what shows it: a conversation, or words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coachjournal.commands.plan import add_strength, delete_strength
from coachjournal.queries.plan_editor import Evidence, WrittenStrength, evidence
from ui.context import Context
from ui.locale import Locale
from ui.widgets.buttons import QuietButton
from ui.widgets.rows import LinedRows
from ui.widgets.text import Passage, bold, muted


class PlanStrengths(QWidget):
    """Enter in the line adds one."""

    def __init__(self, context: Context, rep_id: int, plan_id: Callable[[], int]) -> None:
        super().__init__()
        self._context, self._plan_id = context, plan_id
        self._rows = LinedRows(name="planEditor.strengths")
        self._line = QLineEdit()
        self._line.setObjectName("planEditor.strength")
        self._line.setAccessibleName("A strength")
        self._line.setPlaceholderText("A strength, Enter")
        words = QLineEdit()
        self._shown_by = _evidence_combo(context, rep_id, words)
        adding = QHBoxLayout()
        adding.setSpacing(8)
        adding.addWidget(self._line, 1)
        adding.addWidget(self._shown_by, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._rows)
        column.addLayout(adding)
        for line in (self._line, words):
            line.returnPressed.connect(self._add)

    def show_strengths(self, strengths: tuple[WrittenStrength, ...]) -> None:
        self._rows.show_rows(self._row(strength) for strength in strengths)
        self._rows.setVisible(bool(strengths))

    def _row(self, strength: WrittenStrength) -> QWidget:
        shown = strength.evidence
        if strength.conversation is not None:
            shown = talk_words(strength.conversation, self._context.locale)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Passage(bold(strength.text), muted(shown)), 1)
        delete = partial(self._context.do, delete_strength, strength_id=strength.strength_id)
        button = QuietButton("Delete", delete, name=f"planEditor.strength.{strength.strength_id}.delete")
        button.setAccessibleName(f"Delete {strength.text}")
        line.addWidget(button)
        return row

    def _add(self) -> None:
        if not self._line.text().strip():
            return
        words = self._shown_by.currentText().strip()
        at = self._shown_by.findText(words) if words else -1
        text = self._line.text()
        self._context.do(
            add_strength,
            partial(self._on_added, text),
            plan_id=self._plan_id(),
            text=text,
            evidence="" if at >= 0 else words,
            conversation_id=self._shown_by.itemData(at) if at >= 0 else None,
        )

    def _on_added(self, text: str, _strength_id: int) -> None:
        if self._line.text() == text:
            self._line.clear()
            self._shown_by.setCurrentIndex(-1)
            self._shown_by.setEditText("")
            self._line.setFocus()


def _evidence_combo(context: Context, rep_id: int, words: QLineEdit) -> QComboBox:
    """Conversations to choose from; anything else can be typed into `words`."""
    combo = QComboBox()
    combo.setObjectName("planEditor.evidence")
    combo.setAccessibleName("What shows it")
    combo.setLineEdit(words)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    words.setPlaceholderText("What shows it: a conversation, or words")
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for talk in context.journal.ask(evidence, rep_id=rep_id):
        combo.addItem(evidence_words(talk, context.locale), talk.conversation_id)
    combo.setCurrentIndex(-1)
    return combo


def talk_words(talk: Evidence, locale: Locale) -> str:
    """A conversation as evidence: "Ride-along, 12 Nov"."""
    return f"{talk.kind.label}, {locale.day(talk.on)}"


def evidence_words(talk: Evidence, locale: Locale) -> str:
    """A conversation to choose: "Ride-along, 12 Nov: Opened with the agenda"."""
    named = talk_words(talk, locale)
    return f"{named}: {talk.first_line}" if talk.first_line else named
