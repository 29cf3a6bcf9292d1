"""How often one rep should be coached, where that is not as with the team."""

from coachjournal.commands.cadence import write_cadences
from coachjournal.queries.rhythm import rep_rhythm
from coachjournal.rules.cadence import CadenceKind
from ui.context import Context
from ui.editors.editor import Editor
from ui.widgets.cadence_fields import CadenceFields
from ui.widgets.text import Text

_HOW = "What is as with the team follows it when you change the team’s in Settings."


class RepCadences(Editor):
    """A row a kind; what equals the team's is the team's."""

    def __init__(self, context: Context, rep_id: int, rep: str) -> None:
        super().__init__(context, f"How often with {rep}", name="repCadences")
        self._rep_id = rep_id
        self._kept = {each.kind: each for each in context.journal.ask(rep_rhythm, rep_id=rep_id).cadences}
        self.form.addWidget(Text(_HOW, "muted", wrap=True))
        self._fields_of = CadenceFields(name="repCadences.fields", told=False)
        self._fields_of.show_cadences(self._kept.values())
        self._fields_of.put_back.connect(self._on_put_back)
        self.form.addWidget(self._fields_of)
        self._fields_of.setFocus()

    def save(self) -> None:
        said = {kind: self._fields_of.cadence(kind) for kind in CadenceKind}
        changed = {kind: cadence for kind, cadence in said.items() if cadence != self._kept[kind].cadence}
        chosen = {kind: None if cadence == self._kept[kind].beneath else cadence for kind, cadence in changed.items()}
        if chosen:
            self.context.journal.do(write_cadences, rep_id=self._rep_id, chosen=chosen)

    def _on_put_back(self, kind: str) -> None:
        self._fields_of.show_cadence(CadenceKind(kind), self._kept[CadenceKind(kind)].beneath)
