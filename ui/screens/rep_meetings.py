"""When one meets this rep: the next meetings, each to be moved or skipped singly, and the rhythm they come from."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from coachjournal.queries.absences import Absence
from coachjournal.queries.due_reps import Missing
from coachjournal.queries.meetings import Meeting
from coachjournal.queries.rep_page import RepPage
from coachjournal.queries.rhythm import RepRhythm, SetSeries, rep_rhythm
from coachjournal.rules.cadence import Standing
from ui.context import Context
from ui.editors.absence import AbsenceEditor
from ui.editors.meeting import MeetingEditor
from ui.editors.rep_cadences import RepCadences
from ui.rhythm_words import (
    absence_words,
    cadence_words,
    meeting_state,
    meeting_what,
    meeting_when,
    set_series_words,
)
from ui.screens.meeting_steps import MeetingSteps, offer_on
from ui.widgets.buttons import PlainButton, QuietButton
from ui.widgets.marks import Pill, Tone
from ui.widgets.open_row import OpenRow
from ui.widgets.row_keys import RowKeys
from ui.widgets.rows import LinedRows
from ui.widgets.scrolling import scroll_on_sheet
from ui.widgets.stacking import Stacking
from ui.widgets.table import INDENT
from ui.widgets.text import ElidedLabel, Text

_BESIDE_FROM = 90
"""Characters of room from which the rhythm stands beside the meetings."""


class RepMeetings(QScrollArea):
    """A tab below the timeline; like the tables beside it, it scrolls by itself where there is little room."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._steps = MeetingSteps(context)
        self._page: RepPage | None = None
        self._none = Text("No meetings are planned. Meet every week or two, and the next ones stand here.", "muted")
        self._none.setWordWrap(True)
        self._meetings = LinedRows(name="repPage.meetings")
        self._rhythm = LinedRows(name="repPage.rhythm")
        plan = PlainButton("Plan a meeting…", self._on_meet, name="repPage.meet", hint="M")
        plan.setToolTip("Once, every week, every two weeks or every month")
        often = QuietButton("How often…", self._on_often, name="repPage.cadences")
        away = QuietButton("Away…", self._on_away, name="repPage.away")
        self.buttons = (plan, often, away)
        left, right = _column(self._none, self._meetings), _column(self._rhythm)
        both = Stacking((left, 3), (right, 2), beside_from=_BESIDE_FROM, spacing=24)
        both.setContentsMargins(INDENT, 8, INDENT, 8)
        scroll_on_sheet(self, both)

    def sizeHint(self) -> QSize:
        """A few rows: what else the window has room for comes by stretching."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def show_page(self, page: RepPage) -> None:
        self._page = page
        rhythm = self._context.journal.ask(rep_rhythm, rep_id=page.rep.rep_id)
        self._none.setVisible(not rhythm.meetings)
        self._meetings.show_rows(self._meeting_row(number, each) for number, each in enumerate(rhythm.meetings))
        self._rhythm.show_rows(self._rhythm_rows(rhythm))

    def more(self, _page: RepPage) -> str:
        """The next ones are all that is told."""
        return ""

    def show_all(self) -> None:
        """All of them are."""

    def _meeting_row(self, number: int, meeting: Meeting) -> QWidget:
        locale = self._context.locale
        when, what, state = meeting_when(meeting, locale), meeting_what(meeting), meeting_state(meeting, locale)
        words = f"{when}, {what}" + (f", {state[0]}" if state else "")
        row = OpenRow(words, partial(self._steps.open, meeting), name=f"repPage.meeting.{number}")
        row.add_lines(when, what, "", Pill(*state) if state else None)
        steps = self._steps.by_key(meeting)
        row.setToolTip(", ".join(f"{key} {words.rstrip('…').lower()}" for key, (words, _step) in steps.items()))
        RowKeys(row, {key: step for key, (_words, step) in steps.items()})
        offer_on(row, steps)
        return row

    def _rhythm_rows(self, rhythm: RepRhythm) -> list[OpenRow]:
        """Series, absences, what is not as with the team, and what is due: each opens what it says."""
        locale = self._context.locale
        rows = [
            _said(set_series_words(each, locale), partial(self._on_series, each), f"repPage.series.{each.series_id}")
            for each in rhythm.series
        ]
        rows += [
            _said(f"Away {absence_words(each, locale)}", partial(self._on_absence, each), f"repPage.away.{number}")
            for number, each in enumerate(rhythm.absences)
        ]
        own = (each for each in rhythm.cadences if each.own)
        rows += [_said(cadence_words(each), self._on_often, f"repPage.cadence.{each.kind}") for each in own]
        return rows + [self._waiting_row(each) for each in rhythm.waiting]

    def _waiting_row(self, missing: Missing) -> OpenRow:
        words, late = missing.words, missing.standing is Standing.OVERDUE
        row = _said(words, self._on_often, f"repPage.waiting.{missing.kind}")
        row.setAccessibleName(f"{words}, {missing.standing.label}")
        row.add_mark(Pill(missing.standing.label, Tone.RED if late else Tone.AMBER))
        return row

    def _on_meet(self) -> None:
        if self._page is not None:
            self._context.navigator.meet(self._page.rep.rep_id)

    def _on_series(self, series: SetSeries) -> None:
        if self._page is not None:
            MeetingEditor(self._context, self._page.rep.rep_id, series=series).open()

    def _on_absence(self, absence: Absence) -> None:
        if self._page is not None:
            AbsenceEditor(self._context, self._page.rep.rep_id, self._page.rep.first_name, absence).open()

    def _on_away(self) -> None:
        if self._page is not None:
            AbsenceEditor(self._context, self._page.rep.rep_id, self._page.rep.first_name).open()

    def _on_often(self) -> None:
        if self._page is not None:
            RepCadences(self._context, self._page.rep.rep_id, self._page.rep.first_name).open()


def _said(words: str, on_open: Callable[[], object], name: str) -> OpenRow:
    row = OpenRow(words, on_open, name=name)
    row.row.addWidget(ElidedLabel(words), 1)
    return row


def _column(*widgets: QWidget) -> QWidget:
    result = QWidget()
    column = QVBoxLayout(result)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return result
