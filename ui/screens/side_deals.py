"""The rep's open deals beside a note, each with its next step."""

from functools import partial

from PySide6.QtWidgets import QWidget

from coachjournal.commands.conversation import edit_conversation
from coachjournal.queries.conversation_page import ConversationHead, ConversationPage
from coachjournal.queries.deals_beside import DealBeside, deals_beside
from coachjournal.queries.drafts import keys_in_part
from ui.context import Context
from ui.screens.next_step import NextStep
from ui.screens.side_sheet import RowWithLine, SideSheet
from ui.widgets.buttons import QuietButton
from ui.widgets.folded_rows import FoldedRows
from ui.widgets.marks import Pill, Tone
from ui.widgets.open_row import OpenRow
from ui.widgets.row_keys import RowKeys
from ui.widgets.row_walk import RowWalk

PART = "stepBeside"
_ROOM = 5
"""Deals at first: more than one can talk about."""
_HINT = "Enter opens it, + or − says whether it came up, N writes its next step"


class DealsSheet(SideSheet):
    """Those with a dated step or at rest first. Not there while the rep has no open deal."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "Deals", name="conversation.dealsBeside")
        self._named: list[int] = []
        self._by_deal: dict[int, DealBesideRow] = {}
        self._rows = FoldedRows(name="conversation.dealsBeside.rows")
        self.add(self._rows)
        walk.stop(self._rows.more)

    def begin(self) -> None:
        self._rows.fold()

    def show_page(self, page: ConversationPage) -> None:
        self._named = [deal.deal_id for deal in page.deals]
        super().show_page(page)

    def show_head(self, head: ConversationHead) -> None:
        deals = self.context.journal.ask(deals_beside, rep_id=head.rep_id, conversation_id=head.conversation_id)
        if not self.is_news(deals, head.first_name):
            return
        self._by_deal = {}
        self.heading.say(f"{head.first_name}’s deals", "and what comes next")
        self._rows.show_rows(deals, self._row, room=_ROOM, empty="", more=f"All {len(deals)}")
        self.setVisible(bool(deals))

    def pick_up(self) -> None:
        conversation_id = self.head.conversation_id
        for deal_id in self.context.journal.ask(keys_in_part, conversation_id=conversation_id, part=PART):
            if deal_id in self._by_deal:
                self._by_deal[deal_id].write_step()

    def _row(self, deal: DealBeside) -> QWidget:
        row = self._by_deal[deal.deal_id] = DealBesideRow(self, deal)
        add, take_off = (partial(self._name, deal.deal_id, here=here) for here in (True, False))
        RowKeys(row.line, {"N": row.write_step, "+": add, "-": take_off})
        row.turn.clicked.connect(take_off if deal.in_conversation else add)
        return row

    def _name(self, deal_id: int, *_clicked: object, here: bool) -> None:
        if here is (deal_id in self._named):
            return
        others = [each for each in self._named if each != deal_id]
        deal_ids = [*others, deal_id] if here else others
        self.context.do(edit_conversation, conversation_id=self.head.conversation_id, deal_ids=deal_ids)


class DealBesideRow(RowWithLine):
    """A deal; its next step is written in a line that opens below it."""

    def __init__(self, sheet: SideSheet, deal: DealBeside) -> None:
        super().__init__(sheet)
        self._context, self._deal, self._conversation_id = sheet.context, deal, sheet.head.conversation_id
        step, pill = _step(deal, self._context), _mark(deal, self._context)
        words = ", ".join(part for part in (deal.name, deal.account, step, pill.text if pill else "") if part)
        open_it = partial(self._context.navigator.open_deal, deal.deal_id)
        self.line = OpenRow(words, open_it, name=f"conversation.dealsBeside.deal{deal.deal_id}")
        self.line.setToolTip(_HINT)
        self.line.setAccessibleDescription(_HINT)
        self.line.row.setContentsMargins(0, 4, 0, 4)
        self.line.add_lines(deal.name, _account(deal), step, pill)
        self.turn = _turn(deal)
        self.line.add_mark(self.turn)
        self._next_step: NextStep | None = None
        self.show_row(self.line, self.line)

    def write_step(self) -> None:
        """Open the line in which the next step is written, with its day."""
        deal = self._deal
        step = self._next_step = NextStep(self._context, name=f"{self.line.objectName()}.step", part=PART, inline=True)
        step.show_deal(self._conversation_id, deal.deal_id, (deal.next_step, deal.next_step_on))
        step.entered.connect(self.close_line)
        self.open_line(step)
        step.begin()

    def finish(self) -> bool:
        return self._next_step is None or self._next_step.keep()


def _turn(deal: DealBeside) -> QuietButton:
    """The button that says whether it came up here."""
    turn = QuietButton("−" if deal.in_conversation else "+", name=f"conversation.dealsBeside.turn{deal.deal_id}")
    words = "Take it off this conversation" if deal.in_conversation else "It came up in this conversation"
    turn.setToolTip(words)
    turn.setAccessibleName(f"{words}: {deal.name}")
    return turn


def _account(deal: DealBeside) -> str:
    """An account that the name begins with is not said twice."""
    return "" if deal.name.startswith(deal.account) else deal.account


def _step(deal: DealBeside, context: Context) -> str:
    today = context.journal.clock.today()
    if not deal.next_step and deal.next_step_on is None:
        return "no next step"
    ahead = deal.next_step_on is not None and deal.next_step_on >= today
    day = context.locale.due(deal.next_step_on) if ahead and deal.next_step_on else ""
    return ", ".join(part for part in (deal.next_step or "next step", day) if part)


def _mark(deal: DealBeside, context: Context) -> Pill | None:
    """In words what needs a word: a step that is late, a deal at rest."""
    if deal.next_step_on is not None and deal.next_step_on < context.journal.clock.today():
        return Pill(context.locale.due(deal.next_step_on), Tone.AMBER)
    return Pill("stalled", Tone.AMBER) if deal.stalled else None
