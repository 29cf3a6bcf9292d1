"""The deals behind a figure, in a small window over the page."""

from datetime import date

from coachjournal.queries.rep_deals import DealRow, Figure, RepFigures, deals_behind
from coachjournal.queries.rep_page import RepHead
from coachjournal.rules.deal import Outcome
from coachjournal.rules.period import Period, year_back
from coachjournal.rules.words import counted
from ui.context import Context
from ui.editors.rep import RepEditor
from ui.screens.rep_columns import deal_columns
from ui.screens.rep_words import figure_title
from ui.widgets.buttons import PlainButton
from ui.widgets.rows_model import RowsModel
from ui.widgets.rows_window import RowsWindow

_CHARACTERS_WIDE, _LINES_HIGH = 120, 28
_OUTCOMES = {
    Figure.QUOTA: Outcome.WON,
    Figure.WIN_RATE: None,
    Figure.COVERAGE: Outcome.OPEN,
    Figure.CYCLE: Outcome.WON,
    Figure.SIZE: Outcome.WON,
}


def open_figure(context: Context, rep: RepHead, figures: RepFigures, figure: Figure | None) -> None:
    """Show the deals that a figure was counted from; where there is no quota yet, set it."""
    if figure is None:
        RepEditor(context, rep_id=rep.rep_id, at_quota=True).open()
    else:
        DealsBehind(context, rep, figure, _period_of(figures, figure, context.journal.clock.today())).open()


def _period_of(figures: RepFigures, figure: Figure, today: date) -> Period:
    """The days in which the deals behind a figure closed or should close."""
    if figures.quotas and figure in {Figure.QUOTA, Figure.COVERAGE}:
        return figures.quotas[0].period
    return year_back(today)


class DealsBehind(RowsWindow):
    """Lists them all; Enter opens one on the page of deals."""

    def __init__(self, context: Context, rep: RepHead, figure: Figure, period: Period) -> None:
        super().__init__(context.window, f"{rep.name}: {figure_title(figure).lower()}", name="dealsBehind")
        self._context = context
        self._rep_id, self._outcome, self._period = rep.rep_id, _OUTCOMES[figure], period
        deals = context.journal.ask(deals_behind, rep_id=rep.rep_id, figure=figure)
        rows = RowsModel(deal_columns(context.locale), lambda deal: deal.deal_id, self)
        rows.show_rows(deals)
        self.say(counted(len(deals), "deal"), "muted")
        self.add_table(rows, context.settings).opened.connect(self._on_opened)
        self.add_buttons(
            PlainButton("Open in Deals", self._open_all, name="dealsBehind.openAll", key="Ctrl+Return"),
            PlainButton("Plan coaching…", self._plan, name="dealsBehind.plan", key="K"),
        )
        self.make_room(characters=_CHARACTERS_WIDE, lines=_LINES_HIGH)

    def _open_all(self) -> None:
        """The page of deals with its filter set to the rep, the outcome and the period of the figure."""
        self.accept()
        self._context.navigator.show_deals(rep_id=self._rep_id, outcome=self._outcome, period=self._period)

    def _plan(self) -> None:
        """A number is not where it ends."""
        self.accept()
        self._context.navigator.plan_coaching(self._rep_id)

    def _on_opened(self, deal: DealRow) -> None:
        self.accept()
        self._context.navigator.open_deal(deal.deal_id)
