"""What every section of Settings has in common: fields that are kept as they are left."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.errors import Rejected, StorageUnavailable
from coachjournal.journal import Writing
from ui.context import Context
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.saved_words import SavedWords
from ui.widgets.stacking import Stacking

P = ParamSpec("P")

_BESIDE_FROM = 84
"""Characters of room from which a list stands beside what belongs to its row."""


class SettingsSection(QWidget):
    """Subclasses build into `rows` and override `show_page`, which asks the journal and shows the answer."""

    def __init__(self, context: Context, *, name: str) -> None:
        super().__init__()
        self.context = context
        self.setObjectName(name)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(8, 4, 8, 0)
        self.rows.setSpacing(12)

    def show_page(self) -> None:
        raise NotImplementedError

    def finish(self) -> None:
        """Keep what is being written."""
        for field in self.findChildren(SavedWords):
            field.settle()

    def words(
        self, key: str, label: str, keep: Callable[[str], bool], *, lines: bool = False, aside: str = ""
    ) -> Field:
        """A field of words. `keep` is called when it is left."""
        return Field(label, SavedWords(keep, lines=lines), name=f"{self.objectName()}.{key}", aside=aside)

    def keep(
        self, field: Field, command: Callable[Concatenate[Writing, P], object], *args: P.args, **fields: P.kwargs
    ) -> bool:
        """Carry a change out at once; what stands in the way is said beside the field."""
        try:
            self.context.journal.do(command, *args, **fields)
        except Rejected as refusal:
            field.note(refusal.sentence)
            return False
        except StorageUnavailable as trouble:
            self.context.messages.storage_unavailable(trouble)
            return False
        field.settle()
        return True


def show_in(field: Field, words: str, *, anew: bool) -> None:
    """Show what is kept; another thing's (`anew`) takes away what was said about the one before."""
    if isinstance(field.entry, SavedWords):
        field.entry.show_saved(words, anew=anew)
    if anew:
        field.settle()


def begin(field: Field) -> None:
    """Write over what a new thing is called."""
    field.entry.setFocus()
    if isinstance(field.entry, SavedWords):
        field.entry.selectAll()


def buttons(*given: QWidget) -> QWidget:
    """Side by side, and in a second line where there is no more room."""
    result = QWidget()
    row = Flow(result)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for button in given:
        row.addWidget(button)
    return result


def column(*given: QWidget) -> QWidget:
    """Parts below each other."""
    result = QWidget()
    rows = QVBoxLayout(result)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(12)
    for part in given:
        rows.addWidget(part)
    rows.addStretch(1)
    return result


def halves(left: QWidget, right: QWidget) -> Stacking:
    """A list, and what belongs to its row."""
    both = Stacking((left, 2), (right, 3), beside_from=_BESIDE_FROM, spacing=24)
    for part in (left, right):
        policy = part.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        part.setSizePolicy(policy)
    return both
