"""What is unknown about a deal, as commitments that are proposed: one key makes one, another leaves it open."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coachjournal.rules.answer import to_find_out
from ui.widgets.buttons import QuietButton
from ui.widgets.marks import Pill
from ui.widgets.open_row import OpenRow
from ui.widgets.row_keys import RowKeys
from ui.widgets.rows import LinedRows
from ui.widgets.text import SectionTitle, Text

KEYS = "Enter or C makes it a commitment, Del leaves it open"


class FindOut(QWidget):
    """`wanted` and `dismissed` carry the key of the question; `ended` says that a key settled the last proposal.

    Hidden while nothing is proposed.
    """

    wanted = Signal(int)
    dismissed = Signal(int)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[object, ...] = ()
        self._shown: list[OpenRow] = []
        self._rows = LinedRows(name="conversation.findOut")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(SectionTitle("To find out", KEYS))
        column.addWidget(self._rows)

    def show_proposals(self, questions: Iterable[tuple[int, str]], rep: str, due: str) -> None:
        """Questions by their keys, whose the commitments would be, and the day they would be due."""
        questions = tuple(questions)
        if self._told == (questions, rep, due):
            return  # with most answers nothing changes here
        self._told = (questions, rep, due)
        was_here = self.isAncestorOf(QApplication.focusWidget() or self)
        self._shown = [self._row(question_id, words, rep, due) for question_id, words in questions]
        self._rows.show_rows(self._shown)
        for row in self._shown:
            row.show()  # now, not with the next turn of events: the keys may go there at once
        self.setVisible(bool(self._shown))
        if was_here and not self._shown:
            self.ended.emit()

    def begin(self) -> bool:
        """Go to the first proposal; False when there is none."""
        if not self._shown:
            return False
        self._shown[0].setFocus()
        return True

    def _row(self, question_id: int, words: str, rep: str, due: str) -> OpenRow:
        make, leave = partial(self.wanted.emit, question_id), partial(self.dismissed.emit, question_id)
        text = to_find_out(words)
        row = OpenRow(f"{text}, {rep}, {due}", make, name=f"conversation.findOut{question_id}")
        row.setAccessibleDescription(KEYS)
        row.row.addWidget(Text(text, wrap=True), 1)
        row.add_mark(Pill(rep))
        row.add_mark(Pill(due))
        row.add_mark(QuietButton("Leave open", leave, name=f"conversation.findOut{question_id}.leave"))
        RowKeys(row, {"C": make, "Del": leave})
        return row
