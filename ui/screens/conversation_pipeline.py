"""The sheet of a pipeline review: the rep's open deals, parked, talked about and given a next step from the keys."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachjournal.commands.deal_review import move_review, park_deal
from coachjournal.commands.pipeline_review import talk_about_deal
from coachjournal.queries.conversation_page import ConversationPage
from coachjournal.queries.drafts import keys_in_part
from coachjournal.queries.pipeline import PipelineDeal, pipeline
from coachjournal.rules.conversation import ConversationKind
from ui.context import Context
from ui.screens.deals_words import totals_words
from ui.screens.next_step import NextStep
from ui.screens.pipeline_table import PipelineTable
from ui.widgets.buttons import QuietButton
from ui.widgets.sheet import Sheet
from ui.widgets.table import INDENT
from ui.widgets.text import Text

TITLE, PART = "Open deals", "pipelineStep"


class PipelineSheet(Sheet):
    """Only on the page of a pipeline review."""

    kept = Signal()
    troubled = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(TITLE, name="conversation.pipeline")
        self._context = context
        self._page: ConversationPage | None = None
        self.table = PipelineTable(context.locale, context.settings)
        self._empty = Text("", "muted", wrap=True)
        self._empty.setObjectName("conversation.pipeline.empty")
        self._steps = self._make_steps()
        self._step = NextStep(context, name="conversation.pipeline.nextStep", part=PART, inline=True)
        self._step.hide()
        self.let_out(INDENT)
        for words in (self.heading, self._empty, self._step):
            words.setContentsMargins(INDENT, 0, INDENT, 0)
        for widget in (self.table, self._empty, self._steps, self._step):
            self.add(widget)
        self._connect()
        self.hide()

    def show_page(self, page: ConversationPage) -> None:
        """Show the deals of the page's rep; in a review that has only begun the keys are the table's."""
        same = page.shows_same_as(self._page)
        if not same:
            self.finish()
            self._step.hide()
        self._page = page
        self.setVisible(page.head.kind is ConversationKind.PIPELINE_REVIEW)
        if self.isHidden():
            return
        self._load(page)
        if not same and not page.head.text:
            self.table.setFocus()
        if not same:
            self._pick_up(page.head.conversation_id)

    @property
    def words(self) -> str:
        """What stands in the next step and is kept nowhere else yet."""
        return self._step.words

    def finish(self) -> bool:
        """Keep what stands in the next step, as the page is left; whether the file has it now, be it as a draft."""
        return self._step.keep()

    def _load(self, page: ConversationPage) -> None:
        head = page.head
        deals = self._context.journal.ask(pipeline, conversation_id=head.conversation_id, rep_id=head.rep_id)
        self.heading.say(TITLE, self._aside(page, deals) if deals else "")
        self._empty.setText(f"{head.first_name} has no open deals.")
        self._empty.setVisible(not deals)
        for widget in (self.table, self._steps):
            widget.setVisible(bool(deals))
        self.table.rows.show_rows(deals)
        self.table.updateGeometry()
        if deals and self.table.current_row() is None:
            self.table.selectRow(0)

    def _pick_up(self, conversation_id: int) -> None:
        """Go on with a next step that was being written, when the power failed perhaps."""
        for deal_id in self._context.journal.ask(keys_in_part, conversation_id=conversation_id, part=PART):
            self.table.choose(deal_id)
            if self._deal is not None and self._deal.line.deal_id == deal_id:
                self._on_opened()

    def _aside(self, page: ConversationPage, deals: Sequence[PipelineDeal]) -> str:
        """A review of the past was about deals that may be closed by now, and those of today were not all there."""
        totals = totals_words((deal.line for deal in deals), self._context.locale)
        if page.head.held_on >= self._context.journal.clock.today():
            return f"{totals}; {sum(deal.talked for deal in deals)} of {len(deals)} talked about"
        talked = f"; {len(page.deals)} talked about then" if page.deals else ""
        return f"as they are today: {totals}{talked}"

    def _make_steps(self) -> QWidget:
        """What the keys do, for the mouse."""
        steps = QWidget()
        row = QHBoxLayout(steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for words, hint, act, name in (
            ("Park this deal", "P", self._on_park, "park"),
            ("Talked about", "Space", self._on_talked, "talked"),
            ("Next step", "Return", self._on_opened, "step"),
        ):
            row.addWidget(QuietButton(words, act, name=f"conversation.pipeline.{name}", hint=hint))
        row.addStretch(1)
        return steps

    def _connect(self) -> None:
        self.table.park_wanted.connect(self._on_park)
        self.table.day_moved.connect(self._on_day)
        self.table.talked.connect(self._on_talked)
        self.table.opened.connect(lambda _deal: self._on_opened())
        self._step.entered.connect(self._on_entered)
        self._step.kept.connect(self.kept)
        self._step.troubled.connect(self.troubled)

    @property
    def _deal(self) -> PipelineDeal | None:
        return self.table.current_row()

    def _on_park(self) -> None:
        deal = self._deal
        if deal is None:
            return
        if deal.parked is None:
            self._context.do(park_deal, deal_id=deal.line.deal_id)
        else:
            day = self._context.locale.due(deal.parked.on)
            self._context.messages.note(f"It is parked for a review {day}. Left and Right move the day.")

    def _on_day(self, days: int) -> None:
        deal = self._deal
        if deal is not None and deal.parked is not None:
            self._context.do(move_review, conversation_id=deal.parked.conversation_id, days=days)

    def _on_talked(self) -> None:
        deal = self._deal
        if deal is not None and self._page is not None:
            self._context.do(
                talk_about_deal,
                conversation_id=self._page.head.conversation_id,
                deal_id=deal.line.deal_id,
                talked=not deal.talked,
            )

    def _on_opened(self) -> None:
        deal = self._deal
        if deal is not None and self._page is not None:
            step = (deal.line.next_step, deal.line.next_step_on)
            self._step.show_deal(self._page.head.conversation_id, deal.line.deal_id, step)
            self._step.show()
            self._step.begin()

    def _on_entered(self) -> None:
        self.table.setFocus()
        self._step.hide()
