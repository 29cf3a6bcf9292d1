"""When coaching is to be: a day, perhaps an hour that is free, and when its number is looked at again."""

from datetime import timedelta

from coachjournal.commands.coaching_action import ActionFields
from coachjournal.queries.free_slots import Slot, free_slots
from coachjournal.queries.settings import usual_minutes
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period
from coachjournal.rules.signals.finding import Rule
from coachjournal.rules.signals.looking_again import look_again_after
from coachjournal.rules.working_day import working_day
from ui.context import Context
from ui.editors.editor import Editor
from ui.locale import system_zone
from ui.widgets.date_field import DateField
from ui.widgets.slot_chips import SlotChips
from ui.widgets.time_field import TimeField

_AHEAD = timedelta(days=8)
"""A free hour is looked for until the same day of next week."""


class CoachWhen:
    """The fields, laid out on the editor. A chip fills in day and hour; the day to look again follows the day."""

    def __init__(self, context: Context, rule: Rule | None) -> None:
        self._context, self._rule = context, rule
        today = context.journal.clock.today()
        proposed = working_day(today + timedelta(days=1))
        self.day = DateField(proposed, today=today, locale=context.locale.qt)
        self._at = TimeField()
        self._slots = SlotChips(context.locale, name="coachThis.slots")
        again = look_again_after(proposed, rule)
        self._looks_again = again is not None
        self._look = DateField(again or proposed, today=today, locale=context.locale.qt)
        self._minutes: int | None = None
        self.day.day_changed.connect(self._follow)
        self._slots.chosen.connect(self._on_slot)
        self._followed = self._look.chosen_day

    def lay_out(self, editor: Editor) -> None:
        row = editor.add_row()
        editor.add("planned_on", "On", self.day, beside=row)
        self._at_field = editor.add("starts_at", "At", self._at, beside=row)
        self._look_field = editor.add("look_again_on", "Look again on", self._look, beside=row)
        self._look_field.setVisible(self._looks_again)
        editor.form.addWidget(self._slots)

    def offer_slots(self, kind: ConversationKind | None, rep_id: int | None) -> None:
        """Free hours that are long enough; none for what takes no time of the manager's."""
        self._at_field.setVisible(kind is not None)
        if kind is None:
            self._slots.offer(())
            return
        journal = self._context.journal
        today = journal.clock.today()
        self._minutes = journal.ask(usual_minutes)[kind]
        period = Period(today, today + _AHEAD)
        self._slots.offer(journal.ask(free_slots, period=period, minutes=self._minutes, rep_id=rep_id))

    def fields(self, *, timed: bool) -> ActionFields:
        """What stands here beside the day. Rejected when the hour cannot be read."""
        fields = ActionFields(look_again_on=self._look.chosen_day if self._looks_again else None)
        at = self._at.time("starts_at") if timed else None
        if at is not None and self._minutes is not None:
            fields["starts_at"] = self._context.journal.clock.instant(self.day.chosen_day, at)
            fields["zone"], fields["minutes"] = system_zone(), self._minutes
        return fields

    def _on_slot(self, slot: Slot) -> None:
        start = slot.start.astimezone()
        self.day.set_day(start.date())
        self._at.show_time(start.time())

    def _follow(self) -> None:
        """The day to look again stays where somebody set it."""
        again = look_again_after(self.day.chosen_day, self._rule)
        if again is not None and self._look.chosen_day == self._followed:
            self._look.set_day(again)
            self._followed = again
