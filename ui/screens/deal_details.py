"""Everything about the deal in focus: its fields, what changed, and where it was talked about."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from coachjournal.queries.deal_answers import DealQuestion
from coachjournal.queries.deals_page import DealDetails, TalkAboutDeal
from coachjournal.rules.deal import Outcome
from ui.context import Context
from ui.locale import Locale
from ui.screens.deal_answers import DealAnswers
from ui.screens.deals_words import closing_words, is_late, marks, step_words
from ui.widgets.buttons import PlainButton
from ui.widgets.layouts import clear
from ui.widgets.marks import Pill, Tone
from ui.widgets.open_row import OpenRow
from ui.widgets.rows import Definition, DefinitionRows, LinedRows
from ui.widgets.scrolling import scroll_on_sheet
from ui.widgets.sheet import Sheet
from ui.widgets.text import Passage, SectionTitle, Text, muted

_MOST_STEPS = 50
_NARROWEST = 24  # characters of a part


class DealPanel(Sheet):
    """Its parts stand below each other, or side by side where the panel is wide."""

    review_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(name="deals.details")
        self.setAccessibleName("The deal")
        self._context = context
        self._deal_id = 0
        self._name = Text("", "section", wrap=True)
        self._name.setObjectName("deals.details.name")
        self._account = Text("", "muted", wrap=True)
        self._pills = QHBoxLayout()
        self._pills.setSpacing(8)
        self._now = DefinitionRows(name="deals.details.now")
        self._before = DefinitionRows(name="deals.details.before")
        self._source = Text("", "small", wrap=True)
        self._source.setObjectName("deals.details.source")
        self._review = PlainButton("Review this deal", self.review_wanted.emit, name="deals.review", hint="R")
        self._answers = DealAnswers(context)
        self._steps = LinedRows(name="deals.details.steps")
        self._talks = LinedRows(name="deals.details.talks")
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setContentsMargins(0, 0, 8, 0)
        for part in (
            _part(self._name, self._account, self._pills, self._review, self._now),
            _part(self._before, self._source, self._answers),
            _part(SectionTitle("What changed"), self._steps),
            _part(SectionTitle("Talked about"), self._talks),
        ):
            self._parts.addLayout(part)
        self._parts.addStretch(0)
        self._put_into_scroll()
        self.stand(wide=False)

    def show_deal(self, details: DealDetails, known: Sequence[DealQuestion]) -> None:
        """Show a deal and what is known of it."""
        deal, locale = details.line, self._context.locale
        self._name.setText(deal.name)
        self._account.setText(deal.account)
        self._account.setVisible(bool(deal.account))
        self._show_pills(details)
        self._now.show_rows(_as_it_stands(details, locale))
        self._before.show_rows(_how_it_came(details, locale))
        self._source.setText(source_words(details, locale))
        self._source.setVisible(bool(details.brought_in_from))
        self._answers.show_answers(known, anew=deal.deal_id != self._deal_id)
        self._deal_id = deal.deal_id
        self._steps.show_rows(_step_rows(details, locale))
        self._talks.show_rows(self._talk_rows(details.talks))

    def stand(self, *, wide: bool) -> None:
        """Lay the parts side by side, or below each other."""
        self._parts.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._parts.setSpacing(32 if wide else 16)
        *parts, rest = range(self._parts.count())
        for at in parts:
            self._parts.setStretch(at, int(wide))
        self._parts.setStretch(rest, int(not wide))

    def _put_into_scroll(self) -> None:
        inside = QWidget()
        inside.setLayout(self._parts)
        scroll = QScrollArea()
        scroll_on_sheet(scroll, inside)
        self.add(scroll, 1)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _NARROWEST)

    def _show_pills(self, details: DealDetails) -> None:
        clear(self._pills)
        deal = details.line
        tones = {Outcome.WON: Tone.PEOPLE}
        self._pills.addWidget(Pill(deal.stage, tones.get(deal.outcome, Tone.PLAIN)))
        if is_late(deal, self._context.locale.clock.today()):
            self._pills.addWidget(Pill(closing_words(deal, self._context.locale), Tone.AMBER))
        if marks(deal):
            self._pills.addWidget(Pill(marks(deal), Tone.AMBER))
        self._pills.addStretch(1)

    def _talk_rows(self, talks: tuple[TalkAboutDeal, ...]) -> list[QWidget]:
        if not talks:
            return [Text("In no conversation yet.", "muted", wrap=True)]
        return [_talk_row(talk, self._context) for talk in talks]


def source_words(details: DealDetails, locale: Locale) -> str:
    """Where it came from: "Imported 24 Nov from sales_pipeline.csv"."""
    if details.brought_in_on is None:
        return ""
    return f"Imported {locale.day(details.brought_in_on)} from {details.brought_in_from}"


def _as_it_stands(details: DealDetails, locale: Locale) -> list[Definition]:
    deal = details.line
    over = deal.outcome is not Outcome.OPEN
    rows = [
        Definition("Rep", deal.rep),
        Definition("Amount", locale.money(deal.money) if deal.money else "none"),
        Definition("Closed on" if over else "Close date", locale.day(deal.ends_on) if deal.ends_on else "none"),
    ]
    if not over:
        rows.append(Definition("Next step", deal.next_step or "none", _due(deal.next_step_on, locale)))
    if details.loss_reason:
        rows.append(Definition("Why it was lost", details.loss_reason))
    return rows


def _how_it_came(details: DealDetails, locale: Locale) -> list[Definition]:
    changed_on = details.line.changed_on
    rows = [
        Definition("At stage since", locale.day(details.stage_since)) if details.stage_since else None,
        Definition("Last change", locale.near_day(changed_on)) if changed_on else None,
        Definition("Created", locale.day(details.created_on)) if details.created_on else None,
        Definition("Forecast", details.forecast_category) if details.forecast_category else None,
    ]
    return [row for row in rows if row is not None]


def _due(day: date | None, locale: Locale) -> str:
    return locale.due(day) if day else ""


def _step_rows(details: DealDetails, locale: Locale) -> list[QWidget]:
    if not details.steps:
        return [Text("Nothing recorded yet.", "muted", wrap=True)]
    currency = details.line.currency
    shown: list[QWidget] = [
        Passage(muted(f"{locale.day(step.on)}:"), step_words(step, currency, locale))
        for step in details.steps[:_MOST_STEPS]
    ]
    if len(details.steps) > _MOST_STEPS:
        shown.append(Text(f"and {len(details.steps) - _MOST_STEPS} earlier changes", "small"))
    return shown


def _talk_row(talk: TalkAboutDeal, context: Context) -> OpenRow:
    kind, day = talk.kind.label, context.locale.near_day(talk.on)
    row = OpenRow(
        f"{kind}, {day}",
        partial(context.navigator.open_conversation, talk.conversation_id),
        name=f"deals.talk.{talk.conversation_id}",
    )
    row.add_lines(kind, day, talk.first_line)
    return row


def _part(*items: QWidget | QLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    for item in items:
        if isinstance(item, QWidget):
            column.addWidget(item)
        else:
            column.addLayout(item)
    column.addStretch(1)
    return column
