"""The deals on a brief, and why each of them is there."""

from functools import partial

from PySide6.QtWidgets import QWidget

from coachjournal.documents.brief_words import deal_words, why_words
from coachjournal.queries.brief import Brief, BriefDeal
from coachjournal.rules.words import capital, counted
from ui.context import Context
from ui.screens.brief_sheets import BriefSheet
from ui.screens.brief_words import deal_below
from ui.widgets.marks import Pill, Tone
from ui.widgets.open_row import OpenRow
from ui.widgets.row_walk import RowWalk
from ui.widgets.rows import LinedRows
from ui.widgets.text import Text


class DealsSheet(BriefSheet):
    """Five at most, of so many open ones: the weightiest reason in a pill, the others below. Enter opens a deal."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "Deals", name="deals")
        self._rows = LinedRows(name="brief.deals.rows")
        self.add(self._rows)

    def show_brief(self, brief: Brief) -> None:
        more = brief.open_deals > len(brief.deals)
        self.heading.say("Deals", f"{len(brief.deals)} of {counted(brief.open_deals, 'open one')}" if more else "")
        self._rows.show_rows([self._row(deal) for deal in brief.deals] or [Text("None is open.", "muted")])

    def _row(self, deal: BriefDeal) -> QWidget:
        line = deal.line
        (first, *others), (name, account) = why_words(deal), deal_words(line)
        below = ". ".join(filter(None, (", ".join(others), deal_below(line, self.context.locale))))
        open_it = partial(self.context.navigator.open_deal, line.deal_id)
        row = OpenRow(f"{name}: {first}, {below}", open_it, name=f"brief.deal.{line.deal_id}")
        row.add_lines(name, account, capital(below))
        row.add_mark(Pill(first, Tone.AMBER if deal.needs_a_word else Tone.PLAIN))
        return self.walked(row)
