"""All deals: a table that sorts and filters, and beside it everything about the deal in focus."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coachjournal.commands.deal import delete_deal
from coachjournal.commands.deal_review import review_deal
from coachjournal.queries.deal_answers import deal_answers
from coachjournal.queries.deals_page import DealLine, deal_details, deals_page
from coachjournal.rules.deal import Outcome
from coachjournal.rules.period import Period
from ui.context import Context
from ui.editors.deal import DealEditor
from ui.screens.deal_details import DealPanel
from ui.screens.deals_filter import DealsFilter
from ui.screens.deals_words import deal_columns, totals_words
from ui.screens.screen import Screen
from ui.widgets.buttons import PlainButton, PrimaryButton
from ui.widgets.halves import Halves
from ui.widgets.row_keys import RowKeys
from ui.widgets.rows_model import RowsModel
from ui.widgets.sheet import EmptyState, Sheet
from ui.widgets.table import INDENT, Table
from ui.widgets.text import Text

_DETAILS_AFTER_MS = 40  # arrows held down run through the table without reading every deal on the way
_CHARACTERS_BESIDE = 165  # narrower than this a table beside the details would not show all its columns


class DealsScreen(Screen):
    """The table keeps its columns, the filter its choices, the splitter its place."""

    title = "Deals"
    topics = frozenset(
        {"deal", "deal_change", "rep", "account", "stage", "conversation", "conversation_deal", "answer", "question"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._loaded: tuple[DealLine, ...] = ()
        self._sought: int | None = None
        self._filter = DealsFilter(context.settings, context.locale)
        self._totals = Text("", "muted", wrap=True)
        self._totals.setObjectName("deals.totals")
        rows = RowsModel(deal_columns(context.locale), lambda deal: deal.deal_id, self)
        self.table: Table[DealLine] = Table(rows, context.settings, name="dealsTable", label="Deals")
        self._nothing_fits = EmptyState("No deal fits the filter.", "Show all", self._show_all)
        self._panel = DealPanel(context)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DETAILS_AFTER_MS)
        self._add_actions()
        self._lay_out()
        self._connect()

    def rep_in_sight(self) -> int | None:
        deal = self.table.current_row()
        return None if deal is None else deal.rep_id

    def load(self) -> None:
        page = self.context.journal.ask(deals_page, outcome=self._filter.outcome)
        self._filter.show_reps(page.reps)
        self._loaded = page.deals
        self._stack.setCurrentIndex(0 if page.total else 1)
        self._show_fitting()
        if self._sought is not None:
            self.table.choose(self._sought)
            self._sought = None

    def open_item(self, item_id: int) -> None:
        """Make a deal the current one, whatever the filter left out."""
        details = self.context.journal.ask(deal_details, deal_id=item_id)
        if details is None:
            return
        self._sought = item_id
        wanted, deal = self._filter.wanted, details.line
        if not wanted.fits(deal) or self._filter.outcome not in {None, deal.outcome}:
            self._filter.show_only(deal.outcome)
        self.refresh()
        self.table.setFocus()

    def show_rows(self, rep_id: int | None, outcome: Outcome | None, period: Period | None) -> None:
        """Show the deals behind a figure; None leaves out nothing."""
        self.load()
        self._filter.show_only(outcome, rep_id, period)
        self.refresh()
        self.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()
        self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self.fontMetrics().averageCharWidth() * _CHARACTERS_BESIDE
        if beside is not self._halves.is_beside:
            self._panel.stand(wide=not beside)
            self._halves.stand(beside=beside)

    # --------------------------------------------------------------------------------------------- inside

    def _add_actions(self) -> None:
        bring_in = self.context.navigator.import_deals
        self.header.add_action(PlainButton("Import deals…", bring_in, name="deals.import", hint="Ctrl+I"))
        self.header.add_action(PrimaryButton("Add a deal", self._on_add, name="deals.add", key="N"))

    def _lay_out(self) -> None:
        sheet = Sheet(name="deals.sheet")
        sheet.let_out(INDENT)
        for words in (self._totals, self._nothing_fits):
            words.setContentsMargins(INDENT, 0, INDENT, 0)
            sheet.add(words)
        sheet.add(self.table, 1)
        sheet.rows.addStretch(0)
        self._halves = Halves(sheet, self._panel, self.context.settings, page="deals", beside=(76, 24), under=(62, 38))
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._filter)
        column.addWidget(self._halves, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(full)
        self._stack.addWidget(self._empty_page())
        self.body.addWidget(self._stack, 1)

    def _empty_page(self) -> QWidget:
        sheet = Sheet("No deals yet", name="deals.noneYet")
        steps = EmptyState(
            "Deals from your CRM give each rep’s figures: win rate, cycle, pipeline. "
            "Import a CSV file of opportunities, or add the few you talk about by hand.",
            "Import deals…",
            self.context.navigator.import_deals,
        )
        sheet.add(steps)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        self._filter.outcome_changed.connect(self.refresh)
        self._filter.narrowed.connect(self._show_fitting)
        self._filter.line.returnPressed.connect(self.table.setFocus)
        self.table.opened.connect(lambda deal: DealEditor(self.context, deal.deal_id).open())
        self.table.pointed.connect(lambda _deal: self._later.start())
        self._later.timeout.connect(self._show_details)
        RowKeys(self.table, {"Del": self._on_delete})
        self._panel.review_wanted.connect(self._on_review)
        QShortcut(QKeySequence("R"), self, self._on_review)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._on_find)

    def _show_fitting(self) -> None:
        wanted = self._filter.wanted
        fitting = [deal for deal in self._loaded if wanted.fits(deal)]
        self._totals.setText(totals_words(fitting, self.context.locale))
        self.table.rows.show_rows(fitting)
        for widget in (self._totals, self.table):
            widget.setVisible(bool(fitting))
        self._nothing_fits.setVisible(not fitting)
        if fitting and self.table.current_row() is None:
            self.table.selectRow(0)
        self._later.start()

    def _show_details(self) -> None:
        if not self.isVisible():
            return
        deal = self.table.current_row()
        details = None if deal is None else self.context.journal.ask(deal_details, deal_id=deal.deal_id)
        self._panel.setVisible(details is not None)
        if details is not None:
            self._panel.show_deal(details, self.context.journal.ask(deal_answers, deal_id=details.line.deal_id))

    def _show_all(self) -> None:
        self._filter.clear()
        self.table.setFocus()

    def _on_add(self) -> None:
        DealEditor(self.context, rep_id=self._filter.wanted.rep_id).open()

    def _on_delete(self) -> None:
        deal = self.table.current_row()
        if deal is not None:
            self.context.do(delete_deal, deal_id=deal.deal_id)

    def _on_review(self) -> None:
        """The deal in focus, which the panel may not show yet."""
        deal = self.table.current_row()
        if deal is not None:
            self.context.do(review_deal, self.context.navigator.open_conversation, deal_id=deal.deal_id)

    def _on_find(self) -> None:
        self._filter.line.setFocus()
        self._filter.line.selectAll()
