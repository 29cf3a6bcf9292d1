"""Rewording a commitment, giving it another day, handing it over, or taking out what should never have been there."""

from PySide6.QtWidgets import QLineEdit

from coachjournal.commands.commitment import delete_commitment, edit_commitment
from coachjournal.queries.rep_page import RepCommitment
from coachjournal.rules.conversation import Side
from ui.context import Context
from ui.editors.editor import Editor
from ui.widgets.buttons import QuietButton
from ui.widgets.choices import ChipGroup
from ui.widgets.date_field import DateField


class CommitmentEditor(Editor):
    """What, by when, and whose it is."""

    def __init__(self, context: Context, commitment: RepCommitment, *, rep: str) -> None:
        super().__init__(context, "Change a commitment", name="commitmentEditor", keeps=str(commitment.commitment_id))
        self._commitment_id = commitment.commitment_id
        self._text = QLineEdit(commitment.text)
        self._due = DateField(
            commitment.due_on, today=context.journal.clock.today(), locale=context.locale.qt, optional=True
        )
        self._owner = ChipGroup(
            ((Side.REP.value, rep), (Side.MANAGER.value, "You")), name="commitmentEditor.owner", label="Whose it is"
        )
        self._owner.choose(commitment.owner)
        self.add("text", "What will be done", self._text)
        row = self.add_row()
        self.add("due_on", "By", self._due, beside=row)
        self.add("owner", "Whose it is", self._owner, beside=row)
        self.form.addWidget(QuietButton("Delete", self._delete, name="commitmentEditor.delete"))
        self._text.setFocus()

    def save(self) -> None:
        self.context.journal.do(
            edit_commitment,
            commitment_id=self._commitment_id,
            text=self._text.text(),
            due_on=self._due.day,
            owner=Side(self._owner.choice),
        )

    def _delete(self) -> None:
        self.context.do(delete_commitment, commitment_id=self._commitment_id)
        self.leave()
