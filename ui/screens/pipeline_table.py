"""The open deals of a rep in a compact table, with the keys of a pipeline review."""

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent

from coachjournal.queries.pipeline import PipelineDeal
from ui.locale import Locale
from ui.screens.deals_words import closing_words, is_late, marks, money_words, next_step_words
from ui.widgets.marks import Tone
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.table import Table

_FEWEST, _MOST = 3, 14
"""Lines that are seen at once."""
_DAYS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class PipelineTable(Table[PipelineDeal]):
    """P parks the deal in focus for a review, Left and Right move its day, Space says that it was talked about."""

    park_wanted = Signal()
    day_moved = Signal(int)
    talked = Signal()

    def __init__(self, locale: Locale, settings: QSettings) -> None:
        rows = RowsModel(pipeline_columns(locale), lambda deal: deal.line.deal_id)
        super().__init__(rows, settings, name="pipelineTable", label="Open deals")
        rows.setParent(self)
        self.setAccessibleDescription(
            "P parks a deal, Left and Right move its day, Space talked about, Enter next step"
        )

    def sizeHint(self) -> QSize:
        lines = min(max(self.rows.rowCount(), _FEWEST), _MOST)
        height = self.horizontalHeader().sizeHint().height() + lines * self.verticalHeader().defaultSectionSize()
        return QSize(super().sizeHint().width(), height + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in _DAYS:
            self.day_moved.emit(_DAYS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_P:
            self.park_wanted.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.talked.emit()
        else:
            super().keyPressEvent(event)


def pipeline_columns(locale: Locale) -> tuple[Column[PipelineDeal], ...]:
    return (
        Column(title="Deal", text=lambda deal: deal.line.name, bold=True, width=24, least=20),
        Column(
            title="Amount",
            text=lambda deal: money_words(deal.line, locale),
            sort_by=lambda deal: None if deal.line.money is None else (deal.line.currency, deal.line.amount),
            right=True,
            width=7,
        ),
        Column(
            title="Stage",
            text=lambda deal: deal.line.stage,
            sort_by=lambda deal: deal.line.stage_position,
            width=8,
            gives_way=2,
        ),
        Column(
            title="Closes",
            text=lambda deal: closing_words(deal.line, locale),
            sort_by=lambda deal: deal.line.close_on,
            tone=lambda deal: Tone.AMBER if is_late(deal.line, locale.clock.today()) else None,
            width=11,
        ),
        Column(title="Next step", text=lambda deal: next_step_words(deal.line, locale), width=13, gives_way=3),
        Column(
            title="Last change",
            text=lambda deal: locale.near_day(deal.line.changed_on) if deal.line.changed_on else "",
            sort_by=lambda deal: deal.line.changed_on,
            muted=True,
            width=11,
            gives_way=1,
        ),
        Column(
            title="Look at",
            text=lambda deal: marks(deal.line),
            tone=lambda _deal: Tone.AMBER,
            width=11,
            comes_and_goes=True,
        ),
        Column(
            title="This review",
            text=lambda deal: here_words(deal, locale),
            tone=lambda _deal: Tone.PEOPLE,
            width=13,
            comes_and_goes=True,
        ),
    )


def here_words(deal: PipelineDeal, locale: Locale) -> str:
    """What this review did with a deal: "talked about", "review Mon", both or nothing."""
    parts = ("talked about" if deal.talked else "", f"review {locale.due(deal.parked.on)}" if deal.parked else "")
    return ", ".join(part for part in parts if part)
