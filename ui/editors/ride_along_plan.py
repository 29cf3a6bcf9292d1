"""A day in the field, planned the evening before: with whom, when, what to watch for, and which customers to see."""

from collections.abc import Callable
from datetime import date, time, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from coachjournal.commands.draft import drop_draft, keep_draft
from coachjournal.commands.field_call import Customer
from coachjournal.commands.ride_along import plan_ride_along
from coachjournal.errors import Rejected, StorageUnavailable
from coachjournal.queries.drafts import kept_draft
from coachjournal.queries.reps import reps
from coachjournal.queries.ride_along_plan import CustomerChoice, LastRide, RideAlongForm, ride_along_form
from coachjournal.rules.names import first_name
from coachjournal.rules.working_day import working_day
from ui.context import Context
from ui.editors.editor import Editor
from ui.locale import system_zone
from ui.widgets.buttons import QuietButton
from ui.widgets.choices import Chip
from ui.widgets.customer_picker import CustomerPicker
from ui.widgets.day_line import DayLine
from ui.widgets.flow import Flow
from ui.widgets.layouts import clear
from ui.widgets.picked_up import PickedUp
from ui.widgets.rep_picker import RepPicker
from ui.widgets.row_keys import RowKeys
from ui.widgets.text import Passage, muted
from ui.widgets.time_field import TimeField

SLOT = "editor:rideAlongPlan:new"
USUAL_START = time(9)
NO_REP = "Say whom you go with: two letters of the name will do."
NO_DAY = "Say which day: “tomorrow”, “Friday”, “20/11”."
NOBODY = "No customer is called “{}” yet. Enter here adds a new account of that name."


class RideAlongPlan(Editor):
    """The skill of the goal in work is there already; each Enter among the customers adds a call."""

    def __init__(
        self, context: Context, rep_id: int | None = None, then: Callable[[int], object] | None = None
    ) -> None:
        """`then` is given the key of the conversation that was planned, or is planned already."""
        super().__init__(context, "Plan a ride-along", name="rideAlongPlan", finish="Plan it")
        self._then = then
        self._team = {rep.rep_id: rep.rep for rep in context.journal.ask(reps) if rep.active or rep.rep_id == rep_id}
        self._form: RideAlongForm | None = None
        self._chosen: list[CustomerChoice] = []
        self._other: dict[str, Any] | None = None
        """The draft that is laid aside, or was begun instead of it."""
        self._in_file = False
        self._make_fields(rep_id)
        self._lay_out()
        self._rep.chosen.connect(self._show_form)
        self._day.left.connect(self.reject)
        self._customer.picked.connect(self._on_picked)
        self._picked_up.turned.connect(self._on_turned)
        if rep_id is not None:
            self._show_form(rep_id)
        self._pick_up(rep_id)
        (self._rep if self._rep.rep_id is None else self._customer).setFocus()

    def save(self) -> None:
        self._rep.complete()
        if self._customer.is_new:
            raise Rejected(NOBODY.format(self._customer.text().strip()), field="customers")
        self._customer.take_first()
        if self._rep.rep_id is None:
            raise Rejected(NO_REP, field="rep_id")
        if self._day.day is None:
            raise Rejected(NO_DAY, field="held_on")
        at = self._at.time("starts_at")
        ride = self.context.journal.do(
            plan_ride_along,
            rep_id=self._rep.rep_id,
            held_on=self._day.day,
            starts_at=None if at is None else self.context.journal.clock.instant(self._day.day, at),
            zone="" if at is None else system_zone(),
            focus_skill_id=self._skill.currentData(),
            customers=[Customer(each.account_id, each.deal_id, each.name) for each in self._chosen],
        )
        self.context.journal.do(drop_draft, slot=SLOT)
        if self._then is not None:
            self._then(ride)

    def reject(self) -> None:
        """Esc keeps what was planned so far, for the next time this is opened."""
        draft = self._draft() or self._other
        try:
            if draft is not None:
                self.context.journal.do(keep_draft, slot=SLOT, fields=draft)
                self.context.messages.note("Kept as a draft. It is there when you plan again.")
            elif self._in_file:
                self.context.journal.do(drop_draft, slot=SLOT)
        except StorageUnavailable as trouble:
            self.context.messages.storage_unavailable(trouble)
        super().reject()

    # ------------------------------------------------------------------------------------------- building

    def _make_fields(self, rep_id: int | None) -> None:
        clock = self.context.journal.clock
        self._rep = RepPicker(self._team.items(), rep_id)
        self._usual_day = working_day(clock.today() + timedelta(days=1))
        self._picked_up = PickedUp("Start afresh", name="rideAlongPlan.pickedUp")
        self._day = DayLine(self._usual_day, locale=self.context.locale, name="rideAlongPlan.day", label="On")
        self._at = TimeField(USUAL_START)
        self._usual_at = self._at.text()
        self._skill = QComboBox()
        self._skill.addItem("No focus", None)
        self._customer = CustomerPicker(name="rideAlongPlan.customer")
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        self._chips.hide()
        self._last = QWidget()
        self._last_rows = QVBoxLayout(self._last)
        self._last_rows.setContentsMargins(0, 0, 0, 0)
        self._last_rows.setSpacing(4)

    def _lay_out(self) -> None:
        self.form.addWidget(self._picked_up)
        who, when = self.add_row(), self.add_row()
        self.add("rep_id", "With", self._rep, beside=who)
        self.add("focus_skill_id", "Focus", self._skill, beside=who)
        self.add("held_on", "On", self._day, beside=when)
        self.add("starts_at", "At", self._at, beside=when)
        when.setStretch(0, 3)
        self.add("customers", "Customers to see", self._customer)
        self.form.addWidget(self._chips)
        self.form.addWidget(self._last)
        self.form.addStretch(1)

    def _show_form(self, rep_id: int) -> None:
        """What there is with this rep."""
        self._form = form = self.context.journal.ask(ride_along_form, rep_id=rep_id)
        self._customer.offer_customers(form.customers)
        self._skill.clear()
        self._skill.addItem("No focus", None)
        for skill_id, name in form.skills:
            self._skill.addItem(name, skill_id)
        self._skill.setCurrentIndex(max(self._skill.findData(form.skill_id), 0))
        self._show_last(form)
        self._customer.setFocus()

    def _show_last(self, form: RideAlongForm) -> None:
        clear(self._last_rows)
        for ride, day in form.ahead:
            words = f"Open the one planned for {self.context.locale.near_day(day)}"
            button = QuietButton(words, partial(self._open, ride), name=f"rideAlongPlan.open{ride}")
            self._last_rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.show()
        for label, words in _told(form.last, first_name(form.rep), self.context):
            passage = Passage(muted(label), words)
            self._last_rows.addWidget(passage)
            passage.show()  # at once, so that there is something to make room for
        self._last_rows.activate()
        self.make_room()

    # ------------------------------------------------------------------------------------------- the customers

    def _on_picked(self, choice: CustomerChoice) -> None:
        if choice not in self._chosen:
            self._chosen.append(choice)
        self._fields["customers"].settle()
        self._show_chosen()

    def _show_chosen(self) -> None:
        clear(self._flow)
        self._chips.setVisible(bool(self._chosen))
        known = {choice.name for choice in self._form.customers} if self._form else set()
        for place, choice in enumerate(self._chosen):
            words = choice.name if choice.name in known else f"{choice.name}, new account"
            chip = Chip(words.replace("&", "&&"), name=f"rideAlongPlan.call{place}", checkable=False)
            chip.setToolTip("A click or Del takes it off")
            chip.clicked.connect(partial(self._take_off, choice))
            RowKeys(chip, {"Del": partial(self._take_off, choice)})
            self._flow.addWidget(chip)
            chip.show()
        self.make_room()

    def _open(self, ride: int) -> None:
        self.reject()
        if self._then is not None:
            self._then(ride)

    def _take_off(self, choice: CustomerChoice) -> None:
        self._chosen.remove(choice)
        self._show_chosen()
        self._customer.setFocus()

    # ------------------------------------------------------------------------------------------- the draft

    def _draft(self) -> dict[str, Any] | None:
        """What was planned so far; None where everything is as it was when this opened."""
        day, at, skill_id = self._day.day, self._at.text(), self._skill.currentData()
        is_usual = (day, at, skill_id) == (self._usual_day, self._usual_at, self._form.skill_id if self._form else None)
        if is_usual and not self._chosen:
            return None
        return {
            "rep_id": self._rep.rep_id,
            "customers": [[each.name, each.account_id, each.deal_id] for each in self._chosen],
            "held_on": day.isoformat() if day else None,
            "at": at,
            "skill_id": skill_id,
        }

    def _pick_up(self, rep_id: int | None) -> None:
        """The plan as it was left; one with another rep waits."""
        kept = self.context.journal.ask(kept_draft, slot=SLOT)
        left_for = None if kept is None else kept.fields["rep_id"]
        if kept is None or left_for not in {None, *self._team} or rep_id not in {None, left_for}:
            return
        self._in_file = True
        self._show_draft(kept.fields)
        self._picked_up.offer(self.context.locale.day_and_time(kept.kept_at))

    def _show_draft(self, fields: dict[str, Any]) -> None:
        """What a draft does not say, as those of an earlier version, is as usual."""
        rep_id = fields.get("rep_id", self._rep.rep_id)
        if rep_id is not None:
            self._rep.choose(rep_id)
            self._show_form(rep_id)
        held_on = fields.get("held_on")
        day = date.fromisoformat(held_on) if held_on else self._usual_day
        self._day.set_day(max(day, self.context.journal.clock.today()))
        self._at.setText(fields.get("at", self._usual_at))
        if "skill_id" in fields:
            self._skill.setCurrentIndex(max(self._skill.findData(fields["skill_id"]), 0))
        self._chosen = [CustomerChoice(*each) for each in fields.get("customers", ())]
        self._show_chosen()

    def _on_turned(self, _aside: bool) -> None:
        shown, self._other = self._other, self._draft()
        self._show_draft(shown or {})


def _told(last: LastRide | None, first_name: str, context: Context) -> list[tuple[str, str]]:
    """What the last ride-along came to, line by line."""
    if last is None:
        return [("", f"This will be the first ride-along with {first_name}.")]
    told = [("Last ride-along:", f"{context.locale.near_day(last.on)}{f', {last.focus}' if last.focus else ''}")]
    if last.tries:
        told.append((f"What {first_name} wanted to try:", last.tries))
    if last.commitments:
        told.append(("Agreed:", "; ".join(last.commitments)))
    return told
