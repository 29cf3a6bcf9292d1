"""The deals behind a figure, in a small window over the page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from coachjournal.queries.rep_deals import DealRow, Figure, deals_behind
from coachjournal.queries.rep_page import RepHead
from coachjournal.rules.deal import Outcome
from coachjournal.rules.period import Period
from coachjournal.rules.words import counted
from ui.context import Context
from ui.screens.rep_columns import deal_columns
from ui.screens.rep_words import figure_title
from ui.widgets.buttons import PlainButton, PrimaryButton
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table
from ui.widgets.text import Text

_CHARACTERS_WIDE = 120
_OUTCOMES = {
    Figure.QUOTA: Outcome.WON,
    Figure.WIN_RATE: None,
    Figure.COVERAGE: Outcome.OPEN,
    Figure.CYCLE: Outcome.WON,
    Figure.SIZE: Outcome.WON,
}


class DealsBehind(QDialog):
    """Lists them all; Enter opens one on the page of deals."""

    def __init__(self, context: Context, rep: RepHead, figure: Figure, period: Period) -> None:
        super().__init__(context.window)
        self._context = context
        self._rep_id, self._outcome, self._period = rep.rep_id, _OUTCOMES[figure], period
        deals = context.journal.ask(deals_behind, rep_id=rep.rep_id, figure=figure)
        title = f"{rep.name}: {figure_title(figure).lower()}"
        self.setObjectName("dealsBehind")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        rows = RowsModel(deal_columns(context.locale), lambda deal: deal.deal_id, self)
        rows.show_rows(deals)
        table = Table(rows, context.settings, name="dealsBehind.table", label=title)
        table.opened.connect(self._on_opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Text(title, "title"))
        column.addWidget(Text(counted(len(deals), "deal"), "muted"))
        column.addWidget(table, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(PlainButton("Open in Deals", self._open_all, name="dealsBehind.openAll", key="Ctrl+Return"))
        buttons.addStretch(1)
        buttons.addWidget(PrimaryButton("Close", self.accept, name="dealsBehind.close", hint="Esc"))
        column.addLayout(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * _CHARACTERS_WIDE, metrics.height() * 28)
        table.setFocus()

    def _open_all(self) -> None:
        """The page of deals with its filter set to the rep, the outcome and the period of the figure."""
        self.accept()
        self._context.navigator.show_deals(rep_id=self._rep_id, outcome=self._outcome, period=self._period)

    def _on_opened(self, deal: DealRow) -> None:
        self.accept()
        self._context.navigator.open_deal(deal.deal_id)
