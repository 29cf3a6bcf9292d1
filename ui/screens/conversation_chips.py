"""The chips over a note: kind, rep, when, length, deals, private. Each opens what changes it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Unpack

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from coachjournal.commands.conversation import ConversationFields, edit_conversation, move_conversation
from coachjournal.commands.records import shortened
from coachjournal.queries.conversation_page import ConversationPage, NamedDeal, deals_to_name
from coachjournal.queries.reps import reps
from coachjournal.queries.settings import usual_minutes
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.words import length_of_talk
from ui.context import Context
from ui.editors.when import WhenEditor
from ui.screens.conversation_words import deal_words, when_words
from ui.theme import icon, tokens
from ui.widgets.buttons import spoken_key
from ui.widgets.choices import Chip
from ui.widgets.deal_picker import DealPicker
from ui.widgets.flow import Flow
from ui.widgets.layouts import clear
from ui.widgets.private_mark import PRIVATE
from ui.widgets.row_keys import RowKeys
from ui.widgets.text import tip

_MOST = 44
"""Characters on a chip: a longer name would widen the page."""
Steps = Iterable[tuple[str, Callable[[], object]]]
_PICKER_CHARACTERS = 28
_ROOM = 4
"""Deals at first: three lines of chips with the others."""


class ConversationChips(QWidget):
    """Shows one page at a time; every change is a step of its own that undo takes back."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("conversation.chips")
        self._context = context
        self._unfolded: int | None = None
        """The conversation of which all deals are in sight, however many."""
        self._picking_for: int | None = None
        """The conversation for which the name of a deal is being typed."""
        self._flow = Flow(self)

    def show_page(self, page: ConversationPage) -> None:
        """Make the chips anew; the one in focus keeps it. Whoever types the name of a deal is not disturbed."""
        focused = QApplication.focusWidget()
        name = focused.objectName() if isinstance(focused, Chip) else ""
        self._page = page
        if self._picking_for == page.head.conversation_id:
            return
        self._picking_for = None
        clear(self._flow)
        for chip in self._chips(page):
            self._flow.addWidget(chip)
            chip.show()
            if chip.objectName() == name:
                chip.setFocus()

    def toggle_private(self) -> None:
        """Mark the whole note private, or no longer."""
        self._edit(private=not self._page.head.private)

    def pick_deal(self) -> None:
        """Type the name of a deal that the conversation was about."""
        picker = DealPicker(self._deals_to_pick)
        picker.setObjectName("conversation.dealPicker")
        picker.setAccessibleName("Add a deal")
        picker.setFixedWidth(self.fontMetrics().averageCharWidth() * _PICKER_CHARACTERS)
        picker.chosen.connect(self._on_picked)
        picker.left.connect(self._on_left)
        self._picking_for = self._page.head.conversation_id
        self._flow.put_in_place_of(self._add_chip, picker)
        picker.show()
        picker.setFocus()

    def _on_picked(self, deal_id: int) -> None:
        self._picking_for = None
        self._add_deal(deal_id)

    def _on_left(self) -> None:
        if self._picking_for is not None:
            self._picking_for = None
            self.show_page(self._page)

    # ------------------------------------------------------------------------------------------- the chips

    def _chips(self, page: ConversationPage) -> Iterable[Chip]:
        head, locale = page.head, self._context.locale
        yield _menu_chip("kind", "Kind", head.kind.label, self._kinds, tone="people")
        yield _menu_chip("rep", "Rep", head.rep, self._other_reps)
        yield _chip("when", "When", when_words(head, locale), self._change_when)
        yield _chip("length", "Length", length_of_talk(head.minutes), partial(self._change_when, length_first=True))
        yield from (self._deal_chip(deal) for deal in self._deals_in_sight(page))
        if folded := len(page.deals) - len(self._deals_in_sight(page)):
            yield _chip("moreDeals", "", f"{folded} more deals", self._unfold)
        self._add_chip = _chip("addDeal", "", "+ deal", self.pick_deal, tone="new")
        yield self._add_chip
        yield self._private_chip(private=head.private)

    def _deals_in_sight(self, page: ConversationPage) -> Sequence[NamedDeal]:
        """A review of a whole pipeline names more deals than there is room for over a note."""
        all_of_them = self._unfolded == page.head.conversation_id or len(page.deals) <= _ROOM + 1
        return page.deals if all_of_them else page.deals[:_ROOM]

    def _unfold(self) -> None:
        self._unfolded = self._page.head.conversation_id
        self.show_page(self._page)
        first = self.findChild(Chip, f"conversation.deal{self._page.deals[_ROOM].deal_id}")
        if first is not None:
            first.setFocus()

    def _deal_chip(self, deal: NamedDeal) -> Chip:
        take_off = partial(self._take_off, deal.deal_id)
        steps = (
            ("Open the deal", partial(self._context.navigator.open_deal, deal.deal_id)),
            ("Take it off\tDel", take_off),
        )
        chip = _menu_chip(f"deal{deal.deal_id}", "Deal", deal_words(deal, self._context.locale), lambda: steps)
        RowKeys(chip, {"Del": take_off})
        return chip

    def _private_chip(self, *, private: bool) -> Chip:
        words = "Private" if private else "Make private"
        chip = _chip("private", "", words, self.toggle_private, tone="amber" if private else "new")
        chip.setIcon(icon("lock", tokens().amber if private else tokens().muted))
        chip.setToolTip(PRIVATE if private else f"{PRIVATE} ({spoken_key('Alt+Shift+P')})")
        return chip

    # ------------------------------------------------------------------------------------------- what they open

    def _kinds(self) -> Steps:
        return [(kind.label, partial(self._be, kind)) for kind in ConversationKind]

    def _be(self, kind: ConversationKind) -> None:
        """Another kind takes its own usual time, unless somebody said how long it was."""
        head = self._page.head
        usual = self._context.journal.ask(usual_minutes)
        self._edit(kind=kind, minutes=usual[kind] if head.minutes == usual[head.kind] else head.minutes)

    def _other_reps(self) -> Steps:
        """The rep's page, and who else it may have been with."""
        head = self._page.head
        others = [rep for rep in self._context.journal.ask(reps) if rep.active and rep.rep_id != head.rep_id]
        return [
            (f"Open {head.first_name}’s page", partial(self._context.navigator.open_rep, head.rep_id)),
            *((f"It was with {rep.rep}", partial(self._move_to, rep.rep_id)) for rep in others),
        ]

    def _change_when(self, *, length_first: bool = False) -> None:
        WhenEditor(self._context, self._page.head, length_first=length_first).open()

    def _edit(self, **fields: Unpack[ConversationFields]) -> None:
        self._context.do(edit_conversation, conversation_id=self._page.head.conversation_id, **fields)

    def _move_to(self, rep_id: int) -> None:
        self._context.do(move_conversation, conversation_id=self._page.head.conversation_id, rep_id=rep_id)

    # ------------------------------------------------------------------------------------------- deals

    def _deals_to_pick(self) -> list[tuple[int, str]]:
        there = {deal.deal_id for deal in self._page.deals}
        deals = self._context.journal.ask(deals_to_name, rep_id=self._page.head.rep_id)
        return [(deal.deal_id, deal_words(deal, self._context.locale)) for deal in deals if deal.deal_id not in there]

    def _add_deal(self, deal_id: int) -> None:
        self._unfolded = self._page.head.conversation_id
        self._name_deals([*(deal.deal_id for deal in self._page.deals), deal_id])

    def _take_off(self, deal_id: int) -> None:
        self._name_deals([deal.deal_id for deal in self._page.deals if deal.deal_id != deal_id])

    def _name_deals(self, deal_ids: list[int]) -> None:
        self._context.do(edit_conversation, conversation_id=self._page.head.conversation_id, deal_ids=deal_ids)


def _chip(name: str, label: str, words: str, on_click: Callable[[], object], *, tone: str = "") -> Chip:
    shown = shortened(words, _MOST)
    chip = Chip(shown.replace("&", "&&"), name=f"conversation.{name}", checkable=False)
    chip.setToolTip("" if shown == words else tip(words))
    chip.setAccessibleName(f"{label}: {words}" if label else words)
    chip.setProperty("tone", tone)
    chip.clicked.connect(lambda _checked: on_click())
    return chip


def _menu_chip(name: str, label: str, words: str, steps: Callable[[], Steps], *, tone: str = "") -> Chip:
    chip = _chip(name, label, words, lambda: _open_menu(chip, steps()), tone=tone)
    return chip


def _open_menu(chip: Chip, steps: Steps) -> None:
    menu = QMenu(chip)
    menu.setObjectName(f"{chip.objectName()}.menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, step in steps:
        menu.addAction(words.replace("&", "&&"), step)
    menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))
