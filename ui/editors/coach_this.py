"""Coach this: what will be done about a signal, on which day, and when the number is looked at again."""

from coachjournal.queries.signals import OpenSignal
from ui.context import Context
from ui.editors.editor import Editor


class CoachThis(Editor):
    """The rule's proposal is chosen already. Without a signal it plans coaching with a rep."""

    def __init__(self, context: Context, *, signal: OpenSignal | None = None, rep_id: int | None = None) -> None:
        super().__init__(context, "Plan coaching", name="coachThis", finish="Plan it")
        self._signal, self._rep_id = signal, rep_id
