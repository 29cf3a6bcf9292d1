"""Questions to ask: Enter on one puts it into the note, to write under it what was said."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachjournal.queries.conversation_page import ConversationHead
from coachjournal.queries.questions import Questions, questions
from ui.context import Context
from ui.screens.side_sheet import SideSheet
from ui.widgets.choices import ChipGroup
from ui.widgets.row_walk import RowWalk
from ui.widgets.rows import LinedRows
from ui.widgets.wrapped_row import WrappedRow


class QuestionsSheet(SideSheet):
    """One set at a time; the one of this kind of conversation first. `asked` carries the question that was chosen."""

    asked = Signal(str)

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "Questions to ask", "not answers to give", name="conversation.questions")
        self._sets: tuple[Questions, ...] = ()
        self._choice: ChipGroup | None = None
        self._rows = LinedRows(name="conversation.questions.rows")
        self.add(self._rows)

    def show_head(self, head: ConversationHead) -> None:
        sets = self.context.journal.ask(questions, kind=head.kind, first_name=head.first_name)
        if sets != self._sets:
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
        asked = enumerate(self._sets[place].questions)
        self._rows.show_rows(self._row(f"conversation.question{number}", words) for number, words in asked)

    def _row(self, name: str, words: str) -> QWidget:
        row = WrappedRow(words, partial(self.asked.emit, words), name=name)
        row.setToolTip("Put it into the note")
        row.setAccessibleDescription("Put it into the note")
        self.walk.stop(row)
        return row
