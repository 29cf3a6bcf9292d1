"""The customer calls of a ride-along: one is open to be prepared and told, the others are folded to a line."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu

from coachjournal.commands.conversation import edit_conversation
from coachjournal.commands.field_call import Customer, visit
from coachjournal.commands.records import shortened
from coachjournal.queries.conversation_page import ConversationPage
from coachjournal.queries.drafts import keys_in_part
from coachjournal.queries.ride_along import DayCall, RideAlongDay, ride_along_day
from coachjournal.queries.ride_along_plan import CustomerChoice, customers_of
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.words import counted
from ui.context import Context
from ui.screens.conversation_call_card import CallCard
from ui.screens.conversation_call_fields import TARGET
from ui.screens.conversation_calls_read import about_call, named_call, told_call
from ui.widgets.buttons import QuietButton
from ui.widgets.choices import Chip
from ui.widgets.customer_picker import CustomerPicker
from ui.widgets.inline import LeaveByEsc
from ui.widgets.open_row import OpenRow
from ui.widgets.reveal import reveal
from ui.widgets.rows import LinedRows
from ui.widgets.sheet import Sheet
from ui.widgets.text import tip

_FOCUS = 28
"""Characters of the focus skill beside the heading; a longer name would make the page wider than the window."""


class CallsSheet(Sheet):
    """Hidden where there are no calls and none belong. `past_last` asks for what comes after the last call."""

    kept = Signal()
    troubled = Signal(str)
    past_last = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("Calls", name="conversation.calls")
        self._context = context
        self._conversation_id: int | None = None
        self._day: RideAlongDay | None = None
        self._open: int | None = None
        """The key of the call that is open."""
        self._focus = Chip("", name="conversation.calls.focus", checkable=False)
        self._focus.clicked.connect(self._offer_skills)
        self._before = LinedRows(name="conversation.calls.before")
        self._card = CallCard(context)
        self._after = LinedRows(name="conversation.calls.rows")
        self._add = QuietButton("Add a call", self._on_add, name="conversation.calls.add")
        self._add.setMinimumHeight(TARGET)
        self._picker = CustomerPicker(name="conversation.calls.picker")
        self._picker.setMinimumHeight(TARGET)
        self._picker.picked.connect(self._on_picked)
        LeaveByEsc(self._picker, leave=self._on_no_call)
        self._lay_out()
        self._card.kept.connect(self.kept)
        self._card.troubled.connect(self.troubled)

    # ------------------------------------------------------------------------------------------- showing

    def show_page(self, page: ConversationPage) -> None:
        """Show the calls of a page; the one that is open stays open."""
        head = page.head
        is_ride = head.kind is ConversationKind.RIDE_ALONG
        conversation_id = head.conversation_id
        self._day = self._context.journal.ask(ride_along_day, conversation_id=conversation_id) if is_ride else None
        if conversation_id != self._conversation_id:
            self._conversation_id = conversation_id
            self._open = self._left_off() or self._next_to_tell()
            self._picker.hide()
        self._say_heading(page)
        for widget in (self._focus, self._add):
            widget.setVisible(is_ride)
        if self._day is None:
            self._fold_all()
            self._after.show_rows(told_call(call, head.focus_skill, self._context.locale) for call in page.calls)
            self._before.hide()
            self._after.setVisible(bool(page.calls))
        else:
            self._show_day(self._day)
        self.setVisible(is_ride or bool(page.calls))

    def _show_day(self, day: RideAlongDay) -> None:
        keys = [call.field_call_id for call in day.calls]
        if self._open not in keys:
            self._fold_all()
        at = keys.index(self._open) if self._open in keys else -1
        self._before.show_rows(map(self._row, day.calls[: max(at, 0)]))
        self._before.setVisible(at > 0)
        if at >= 0:
            self._card.show_call(day, day.calls[at])
        self._card.setVisible(at >= 0)
        self._after.show_rows(map(self._row, day.calls[at + 1 :]))
        self._after.setVisible(at + 1 < len(keys))

    # ------------------------------------------------------------------------------------------- going

    def next_call(self) -> bool:
        """To the call that is open, from it to the next, after the last to a new one; False where there are none."""
        day = self._day
        if day is None or not self.isVisible():
            return False
        keys = [call.field_call_id for call in day.calls]
        if self._open is None or self._open not in keys:
            self._go_to(self._next_to_tell())
        elif not self._is_here:
            self._card.begin()
        else:
            at = keys.index(self._open) + 1
            self._go_to(keys[at] if at < len(keys) else None)
        return True

    def step(self, by: int) -> None:
        """To the call before (-1) or after (1) the one that is open; behind the last the day ends."""
        keys = [call.field_call_id for call in self._day.calls] if self._day else []
        if not keys:
            return
        at = keys.index(self._open) + by if self._open in keys else (0 if by > 0 else len(keys) - 1)
        if at >= len(keys):
            self.past_last.emit()
        elif at >= 0:
            self._go_to(keys[at])

    def go_to_last(self) -> None:
        """Back from the evening."""
        if self._day is not None and self._day.calls:
            self._go_to(self._day.calls[-1].field_call_id)

    @property
    def words(self) -> str:
        """What was written and is not in a call yet."""
        return self._card.words

    def finish(self) -> bool:
        return self._card.finish()

    def finish_all(self) -> bool:
        return self._card.finish_all()

    def look_again(self) -> None:
        """The page is gone to once more, perhaps for the draft of one of its calls."""
        if self._card.finish():
            self._open = self._left_off() or self._open

    def leave(self) -> None:
        """Be ready for another conversation."""
        self._fold_all()

    # ------------------------------------------------------------------------------------------- inside

    @property
    def _is_here(self) -> bool:
        return self.isAncestorOf(QApplication.focusWidget() or self)

    def _left_off(self) -> int | None:
        """The call about which something was being written when the journal was last left, by a crash perhaps."""
        if self._day is None:
            return None
        left = self._context.journal.ask(keys_in_part, conversation_id=self._day.conversation_id, part="call")
        return next((call.field_call_id for call in self._day.calls if call.field_call_id in left), None)

    def _next_to_tell(self) -> int | None:
        calls = self._day.calls if self._day else ()
        return next((call.field_call_id for call in calls if not call.is_told), None)

    def _go_to(self, key: int | None) -> None:
        """Open a call, or without one ask whom the new call is to."""
        self._card.finish()
        if key is None or self._day is None:
            self._on_add()
            return
        self._open = key
        self._picker.hide()
        self._show_day(self._day)
        self._card.begin()

    def _fold_all(self) -> None:
        self._card.leave()
        self._card.hide()
        self._open = None

    def _say_heading(self, page: ConversationPage) -> None:
        told = sum(call.is_told for call in self._day.calls) if self._day else 0
        aside = f"{told} of {len(page.calls)} told" if told else counted(len(page.calls), "call") if page.calls else ""
        self.heading.say("Calls", aside if self._day else "")
        skill = page.head.focus_skill
        self._focus.setText(f"Focus: {shortened(skill, _FOCUS).replace('&', '&&')}" if skill else "+ focus skill")
        self._focus.setAccessibleName(f"Focus: {skill}" if skill else "Focus skill")
        self._focus.setToolTip(tip(skill) if skill else "")
        self._focus.setProperty("tone", "" if skill else "new")
        self._focus.style().polish(self._focus)

    def _row(self, call: DayCall) -> OpenRow:
        title, deal = named_call(call)
        skill = self._day.skill.name if self._day and self._day.skill else ""
        aside = about_call(call, skill, self._context.locale) if call.is_told else deal
        below = call.outcome or call.objective
        row = OpenRow(
            f"{title}, {aside}, {below}", partial(self._go_to, call.field_call_id), name=f"call.{call.field_call_id}"
        )
        row.add_lines(title, aside, below)
        row.setMinimumHeight(TARGET)
        return row

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        self.rows.removeWidget(self.heading)
        head.addWidget(self.heading, 1)
        head.addWidget(self._focus)
        head.addWidget(self._add)
        self.rows.addLayout(head)
        for widget in (self._before, self._card, self._after, self._picker):
            self.add(widget)
        self._picker.hide()

    def _on_add(self) -> None:
        if self._day is None:
            return
        self._picker.offer_customers(self._context.journal.ask(customers_of, rep_id=self._day.rep_id))
        self._picker.show()
        self._picker.setFocus()
        reveal(self._picker)

    def _on_no_call(self) -> None:
        """Back from asking for a customer to the call that is open."""
        self._picker.clear()
        if self._card.isHidden():
            self._add.setFocus()
        else:
            self._card.begin()
        self._picker.hide()

    def _on_picked(self, choice: CustomerChoice) -> None:
        if self._day is not None:
            customer = Customer(choice.account_id, choice.deal_id, choice.name)
            self._context.do(visit, self._go_to_new, conversation_id=self._day.conversation_id, customer=customer)

    def _go_to_new(self, key: int) -> None:
        if self._day is not None and any(call.field_call_id == key for call in self._day.calls):
            self._go_to(key)

    def _offer_skills(self) -> None:
        if self._day is None:
            return
        menu = QMenu(self)
        menu.setObjectName("conversation.calls.focus.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for skill_id, name in (*self._day.skills, (None, "No focus")):
            menu.addAction(name.replace("&", "&&"), partial(self._focus_on, skill_id))
        menu.popup(self._focus.mapToGlobal(QPoint(0, self._focus.height())))

    def _focus_on(self, skill_id: int | None) -> None:
        if self._day is not None:
            self._context.do(edit_conversation, conversation_id=self._day.conversation_id, focus_skill_id=skill_id)
