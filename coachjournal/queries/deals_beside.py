"""A rep's open deals beside a conversation: the next step of each, and what needs a word."""

from dataclasses import dataclass
from datetime import date

from coachjournal.journal import Reading
from coachjournal.queries.deals_page import DealLine, open_deals_of
from coachjournal.queries.pipeline import talked_about


@dataclass(frozen=True, slots=True)
class DealBeside:
    """An open deal with its next step."""

    deal_id: int
    name: str
    account: str
    next_step: str
    next_step_on: date | None
    stalled: bool
    in_conversation: bool


def deals_beside(tx: Reading, *, rep_id: int, conversation_id: int) -> tuple[DealBeside, ...]:
    """Those with a dated step first, the earliest on top, then stalled ones, then by the day they should close."""
    talked = talked_about(tx, conversation_id=conversation_id)
    return tuple(
        DealBeside(
            deal_id=line.deal_id,
            name=line.name,
            account=line.account,
            next_step=line.next_step,
            next_step_on=line.next_step_on,
            stalled=line.stalled,
            in_conversation=line.deal_id in talked,
        )
        for line in sorted(open_deals_of(tx, rep_id), key=_order)
    )


def _order(deal: DealLine) -> tuple[date, bool, date, int]:
    return deal.next_step_on or date.max, not deal.stalled, deal.close_on or date.max, deal.deal_id
