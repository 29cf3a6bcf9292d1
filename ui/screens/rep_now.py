"""The card beside the timeline: where the rep stands now, who owns the next steps, and what is open."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coachjournal.documents.figure_words import FigureLine, figure_lines
from coachjournal.queries.meetings import Meeting
from coachjournal.queries.rep_deals import Figure
from coachjournal.queries.rep_page import RepPage, Talk
from ui.context import Context
from ui.screens.rep_commitments import OpenCommitments
from ui.screens.rep_figure import open_figure
from ui.screens.rep_words import balance_total, balance_words, in_sentence, meeting_words, talk_words
from ui.widgets.buttons import spoken_key
from ui.widgets.figure_row import FigureRow
from ui.widgets.marks import SplitBar
from ui.widgets.rows import LinedRows
from ui.widgets.sheet import Sheet
from ui.widgets.text import SectionTitle, Text

_LINES_BEFORE, _LINES_EACH = 28, 4
"""Lines of text that all but the commitments take, and that one commitment takes."""
_ROWS_WIDE = 4


class NowCard(Sheet):
    """Three parts below each other, or side by side where the card is wide."""

    def __init__(self, context: Context, show_commitments: Callable[[], object]) -> None:
        super().__init__(name="repPage.now")
        self.setAccessibleName("Right now")
        self._context = context
        self._page: RepPage | None = None
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setSpacing(16)
        self.rows.addLayout(self._parts, 1)
        self._figures = LinedRows(name="repPage.figures")
        self._bar = SplitBar(slim=True, name="repPage.balance")
        self._balance = Text("", "muted", wrap=True)
        self._commitments = OpenCommitments(context, show_commitments)
        figures = _column(SectionTitle("Right now"), self._figures)
        figures.addStretch(1)
        self._parts.addLayout(figures, 1)
        balance = _column(SectionTitle("Who owns the next steps"), self._bar, self._balance)
        balance.addSpacing(16)
        balance.addWidget(self._commitments)
        balance.addStretch(1)
        self._parts.addLayout(balance, 1)

    def show_page(self, page: RepPage) -> None:
        self._page = page
        lines = [self._figure_row(line) for line in figure_lines(page.figures, self._context.locale)]
        self._figures.show_rows([*lines, *self._talk_rows(page)])
        total = balance_total(page.balance)
        words = balance_words(page)
        self._bar.say(page.balance.rep / total if total else 0.0, words)
        self._bar.setVisible(bool(total))
        self._balance.setText(words)
        self._commitments.show_commitments(page.rep, page.open_commitments)

    def stand(self, *, wide: bool, lines: int) -> None:
        """Lay the parts side by side, or below each other in a card that is so many lines of text high."""
        self._commitments.make_room((lines - _LINES_BEFORE) // _LINES_EACH if not wide else _ROWS_WIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(direction)
        self._parts.setSpacing(32 if wide else 16)
        self._parts.setStretch(0, 1 if wide else 0)

    def _figure_row(self, line: FigureLine) -> QWidget:
        return FigureRow(
            line.label,
            line.value,
            line.rest,
            name=f"repPage.figure.{line.name}",
            tip=line.tip,
            on_open=lambda: self._open_figure(line.figure),
        )

    def _talk_rows(self, page: RepPage) -> list[QWidget]:
        rows = [self._no_talk(page.rep.rep_id) if page.last_talk is None else self._last_talk(page.last_talk)]
        if page.next_meeting is not None:
            rows.append(self._next_meeting(page.next_meeting))
        return rows

    def _next_meeting(self, meeting: Meeting) -> QWidget:
        return FigureRow(
            f"Next {in_sentence(meeting.kind)}",
            "",
            meeting_words(meeting, self._context.locale),
            name="repPage.nextTalk",
            tip="Show the next meetings",
            on_open=lambda: self._context.navigator.open_rep(meeting.rep_id, "meetings"),
        )

    def _no_talk(self, rep_id: int) -> QWidget:
        return FigureRow(
            "Last conversation",
            "",
            "none yet",
            name="repPage.lastTalk",
            tip=f"Write the first one down ({spoken_key('Ctrl+N')})",
            on_open=lambda: self._context.navigator.log_conversation(rep_id),
        )

    def _last_talk(self, talk: Talk) -> QWidget:
        words = f"{in_sentence(talk.kind)}, {talk_words(talk, self._context.locale)}"
        return self._talk_row("Last conversation", words, talk, "repPage.lastTalk")

    def _talk_row(self, label: str, words: str, talk: Talk, name: str) -> QWidget:
        open_it = self._context.navigator.open_conversation
        return FigureRow(label, "", words, name=name, tip="Open it", on_open=lambda: open_it(talk.conversation_id))

    def _open_figure(self, figure: Figure | None) -> None:
        if self._page is not None:
            open_figure(self._context, self._page.rep, self._page.figures, figure)


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    return column
