"""The questions about one deal, row by row: answering one leads to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.commands.answer import AnswerFields, answer_question, commit_to_find_out, withdraw_answer
from coachjournal.queries.deal_answers import DealQuestion
from coachjournal.queries.drafts import kept_draft, part_slot
from coachjournal.rules.answer import Certainty
from ui.context import Context
from ui.draft_keeper import DraftKeeper
from ui.screens.answer_row import AnswerRow
from ui.widgets.layouts import clear
from ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class Asked:
    """Where and about what is asked, and what the questions call the rep."""

    conversation_id: int
    deal_id: int
    first_name: str

    def words(self, question: DealQuestion) -> str:
        """A question as it is asked of this rep."""
        return question.text.replace("{rep}", self.first_name)


class AnswerRows(QWidget):
    """`passed` says that the last one was answered. An answer being worded is kept as a draft."""

    passed = Signal()
    kept = Signal()
    troubled = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked = Asked(0, 0, "")
        self._rows: dict[int, AnswerRow] = {}
        self._keeper = DraftKeeper(context.journal, self._worth_keeping, self)
        self._keeper.kept.connect(self.kept)
        self._keeper.troubled.connect(self.troubled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_questions(self, asked: Asked, questions: Sequence[DealQuestion]) -> None:
        """The rows stay where they are while the same questions are asked in the same place."""
        wanted, elsewhere = [question.question_id for question in questions], asked != self._asked
        if elsewhere:
            self.finish()
        if elsewhere or list(self._rows) != wanted:
            self._make_rows(questions)
        self._asked = asked
        for question in questions:
            self._rows[question.question_id].show_question(question, asked.words(question))
        if elsewhere:
            self._pick_up()

    def begin(self) -> None:
        """Go to the first question."""
        row = next(iter(self._rows.values()), None)
        if row is not None:
            row.setFocus()

    def finish(self) -> bool:
        """Keep the words that stand in a field; whether the file has them now, be it as a draft."""
        in_file, row = self._keeper.flush(), self._worded_row
        if row is not None:
            self._on_worded(row, row.field.text().strip(), None)
        return in_file or not self.is_worded

    @property
    def words(self) -> str:
        """What stands in a field and is no answer yet."""
        row = self._worded_row
        return (row and row.unkept) or ""

    @property
    def is_worded(self) -> bool:
        """Whether somebody is wording an answer."""
        return self._worded_row is not None

    @property
    def _worded_row(self) -> AnswerRow | None:
        """The question whose answer is being worded and not kept yet."""
        return next((row for row in self._rows.values() if row.unkept is not None), None)

    def _make_rows(self, questions: Sequence[DealQuestion]) -> None:
        clear(self._column)
        self._rows = {}
        sets = list(dict.fromkeys(question.question_set for question in questions))
        for name in sets:
            if len(sets) > 1:
                self._column.addWidget(Text(name, "bold"))
            for question in questions:
                if question.question_set == name:
                    row = self._row(question.question_id)
                    self._column.addWidget(row)
                    row.show()  # now, not with the next turn of events: the keys may go there at once

    def _row(self, question_id: int) -> AnswerRow:
        row = AnswerRow(question_id, self._context.locale)
        row.sure.connect(partial(self._on_sure, row))
        row.worded.connect(partial(self._on_worded, row))
        row.committed.connect(partial(self._on_committed, row))
        row.taken_back.connect(partial(self._on_taken_back, row))
        row.typed.connect(self._keeper.touch)
        self._rows[question_id] = row
        return row

    def _on_sure(self, row: AnswerRow, certainty: Certainty) -> None:
        self._answer(row, AnswerFields(certainty=certainty), goes_on=True)

    def _on_worded(self, row: AnswerRow, text: str, certainty: Certainty | None) -> None:
        if certainty is not None:
            self._answer(row, AnswerFields(text=text, certainty=certainty), goes_on=True)
        elif row.unkept is not None:
            self._answer(row, AnswerFields(text=text), goes_on=False)
        else:
            row.close_field()

    def _answer(self, row: AnswerRow, fields: AnswerFields, *, goes_on: bool) -> None:
        self._context.do(
            answer_question,
            partial(self._on_answered, row, goes_on),
            conversation_id=self._asked.conversation_id,
            deal_id=self._asked.deal_id,
            question_id=row.question_id,
            **fields,
        )

    def _on_committed(self, row: AnswerRow) -> None:
        self._context.do(
            commit_to_find_out,
            partial(self._on_answered, row, True),
            conversation_id=self._asked.conversation_id,
            deal_id=self._asked.deal_id,
            question_id=row.question_id,
        )

    def _on_taken_back(self, row: AnswerRow) -> None:
        self._context.do(
            withdraw_answer,
            conversation_id=self._asked.conversation_id,
            deal_id=self._asked.deal_id,
            question_id=row.question_id,
        )

    def _on_answered(self, row: AnswerRow, goes_on: bool, _key: int) -> None:
        row.close_field()
        self._keeper.let_go()
        if not goes_on:
            return
        rows = list(self._rows.values())
        following = rows[rows.index(row) + 1 :] if row in rows else []
        if following:
            following[0].setFocus()
        else:
            self.passed.emit()

    # --------------------------------------------------------------------------------------------- the draft

    def _worth_keeping(self) -> dict[str, Any] | None:
        row = self._worded_row
        return None if row is None else {"question_id": row.question_id, "text": row.unkept}

    def _pick_up(self) -> None:
        """Go on with words that were typed and not kept, when the power failed perhaps."""
        slot = part_slot(self._asked.conversation_id, "answer", self._asked.deal_id)
        draft = self._context.journal.ask(kept_draft, slot=slot)
        self._keeper.keep_in(slot, in_file=draft is not None)
        row = None if draft is None else self._rows.get(draft.fields["question_id"])
        if draft is not None and row is not None and row.given != draft.fields["text"]:
            row.open_field(draft.fields["text"])
