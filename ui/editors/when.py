"""When a conversation took place and how long it took."""

from PySide6.QtWidgets import QSpinBox

from coachjournal.commands.conversation import edit_conversation
from coachjournal.queries.conversation_page import ConversationHead
from coachjournal.rules.conversation import ConversationStatus
from coachjournal.rules.spoken_days import Towards
from coachjournal.rules.time_entry import LONGEST
from ui.context import Context
from ui.editors.editor import Editor
from ui.locale import system_zone
from ui.widgets.date_field import DateField
from ui.widgets.time_field import TimeField


class WhenEditor(Editor):
    """A day, perhaps a time of day, and minutes; `length_first` begins with the minutes."""

    def __init__(self, context: Context, head: ConversationHead, *, length_first: bool = False) -> None:
        super().__init__(context, "When it was", name="whenEditor")
        self._head = head
        today = context.journal.clock.today()
        towards = Towards.AHEAD if head.status is ConversationStatus.PLANNED else Towards.BEHIND
        self._day = DateField(head.held_on, today=today, locale=context.locale.qt, towards=towards)
        self._at = TimeField(head.starts_at.astimezone().time() if head.starts_at else None)
        self._minutes = QSpinBox()
        self._minutes.setRange(0, LONGEST)
        self._minutes.setSuffix(" min")
        self._minutes.setValue(head.minutes)
        row = self.add_row()
        self.add("held_on", "On", self._day, beside=row)
        self.add("starts_at", "At", self._at, beside=row)
        self.add("minutes", "Took", self._minutes, beside=row)
        (self._minutes if length_first else self._day).setFocus()
        self._minutes.selectAll()

    def save(self) -> None:
        at, day = self._at.time("starts_at"), self._day.chosen_day
        self.context.journal.do(
            edit_conversation,
            conversation_id=self._head.conversation_id,
            held_on=day,
            starts_at=None if at is None else self.context.journal.clock.instant(day, at),
            zone="" if at is None else system_zone(),
            minutes=self._minutes.value(),
        )
