"""The manager's own weekly aims: a coaching floor and a desk ceiling."""

from PySide6.QtWidgets import QSpinBox

from coachjournal.commands.setting import set_aims
from coachjournal.queries.settings import settings
from ui.context import Context
from ui.editors.editor import Editor
from ui.widgets.text import Text

_WHOLE = 100


class AimsEditor(Editor):
    """Two shares of the week, in per cent."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Your aims for a week", name="aims")
        now = context.journal.ask(settings)
        self.form.addWidget(Text("They are yours alone: the journal compares you with them, and with nobody.", "muted"))
        self._floor, self._ceiling = _share(now.coaching_floor), _share(now.desk_ceiling)
        row = self.add_row()
        self.add("coaching_floor", "With my people, at least", self._floor, beside=row)
        self.add("desk_ceiling", "At the desk, at most", self._ceiling, beside=row)
        self._floor.setFocus()
        self._floor.selectAll()

    def save(self) -> None:
        self.context.journal.do(
            set_aims, coaching_floor=self._floor.value() / _WHOLE, desk_ceiling=self._ceiling.value() / _WHOLE
        )


def _share(share: float) -> QSpinBox:
    field = QSpinBox()
    field.setRange(0, _WHOLE)
    field.setSingleStep(5)
    field.setSuffix(" %")
    field.setValue(round(share * _WHOLE))
    return field
