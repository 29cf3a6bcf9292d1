"""The card with the coaching timeline: spans, a picture to keep, and the data as a table."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from coachjournal.errors import Rejected
from coachjournal.queries.coaching import coaching_ahead
from coachjournal.queries.coaching_timeline import CoachingTimeline, coaching_timeline
from coachjournal.queries.rep_page import RepHead
from ui.context import Context
from ui.editors.goal import GoalEditor
from ui.editors.move_action import MoveAction
from ui.screens.rep_timeline_table import TimelineTable
from ui.widgets.buttons import spoken_key
from ui.widgets.choices import Chip, ChipGroup
from ui.widgets.flow import Flow
from ui.widgets.save_dialog import ask_where
from ui.widgets.sheet import Sheet
from ui.widgets.timeline import TimelineView
from ui.worker import Task

SPANS = (("quarter", "Quarter"), ("year", "Year"), ("all", "All"))
PICTURES = ("PNG (*.png)", "SVG (*.svg)", "PDF (*.pdf)")
_UNSEEN_MS = 100


class TimelineCard(Sheet):
    """Stands at once; the chart comes from behind, the first one together with matplotlib."""

    def __init__(self, context: Context) -> None:
        super().__init__(name="repPage.timeline")
        self.setAccessibleName("Coaching timeline")
        self._context = context
        self._rep: RepHead | None = None
        self._asked = 0
        self._shown: CoachingTimeline | None = None
        self.view = TimelineView(context.worker, locale=context.locale.name)
        self.view.conversation_opened.connect(context.navigator.open_conversation)
        self.view.week_opened.connect(context.navigator.show_week)
        self.view.check_in_opened.connect(self._on_check_in)
        self.view.action_opened.connect(self._on_action)
        self.view.span_changed.connect(self._on_span)
        self._spans = ChipGroup(SPANS, name="timeline.span", label="Time shown")
        self._spans.choose(self.view.span_name)
        self._spans.chosen.connect(self._on_chosen)
        self._table = _chip(
            "As table", "timeline.table", f"The numbers of the picture ({spoken_key('Ctrl+T')})", self.show_table
        )
        self._picture = _chip("Save picture…", "timeline.save", "PNG, SVG or PDF", self.ask_for_picture)
        self._stack = QStackedWidget()
        self._blank = QWidget()
        self._stack.addWidget(self._blank)
        self._stack.addWidget(self.view)
        self._late = QTimer(self, singleShot=True, interval=_UNSEEN_MS)
        self._late.timeout.connect(lambda: self._stack.setCurrentWidget(self._blank))
        self._lay_out()

    def show_rep(self, rep: RepHead) -> None:
        """Ask for the rep's timeline behind the page. Another rep's stays in sight for a blink at most."""
        other = self._rep is None or self._rep.rep_id != rep.rep_id
        self._rep = rep
        self._asked += 1
        asked, rep_id, journal = self._asked, rep.rep_id, self._context.journal
        if other:
            self._late.start()

        def work(_task: Task) -> CoachingTimeline | None:
            try:
                return journal.ask(coaching_timeline, rep_id=rep_id)
            except LookupError:  # undone meanwhile
                return None

        self._context.worker.run(work, lambda timeline: self._on_timeline(asked, timeline))

    def show_table(self) -> None:
        if self._rep is not None:
            TimelineTable(self._context, self._rep, self.view.table_rows()).open()

    def ask_for_picture(self) -> None:
        if self._rep is not None:
            name = f"{self._rep.name} coaching timeline"
            ask_where(self, self._context.settings, "Save picture", name=name, kinds=PICTURES, then=self.save_picture)

    def save_picture(self, path: Path) -> None:
        """Save the days in view, behind the page. A picture may go to others, so nothing private is in it."""
        if self._rep is None:
            return
        rep_id, span, context = self._rep.rep_id, self.view.span, self._context

        def work(_task: Task) -> Path:
            from coachjournal.charts.coaching_timeline.files import save_timeline

            timeline = context.journal.ask(coaching_timeline, rep_id=rep_id, for_others=True)
            return save_timeline(timeline, path, span=span, locale=context.locale.name)

        def refused(error: Exception) -> None:
            if not isinstance(error, Rejected):
                raise error
            context.messages.refused(error)

        context.worker.run(work, lambda saved: context.messages.note(f"Saved {saved.name}."), refused)

    def _on_timeline(self, asked: int, timeline: CoachingTimeline | None) -> None:
        if asked != self._asked or timeline is None:
            return  # the user is at another rep by now
        self._late.stop()
        if timeline != self._shown:  # a ticked commitment changes nothing here, and drawing takes longer than comparing
            self._shown = timeline
            self.view.show_timeline(timeline)
        self._stack.setCurrentWidget(self.view)

    def _on_check_in(self, check_in_id: int) -> None:
        """A check-in without a conversation is corrected in its goal."""
        if self._shown is None:
            return
        for goal in self._shown.goals:
            if any(point.check_in_id == check_in_id for point in goal.points):
                GoalEditor(self._context, rep_id=self._shown.rep_id, goal_id=goal.goal_id).open()

    def _on_action(self, action_id: int) -> None:
        """What is planned can be moved to another day."""
        if self._shown is None:
            return
        steps = self._context.journal.ask(coaching_ahead, rep_id=self._shown.rep_id)
        for step in (step for step in steps if step.action_id == action_id):
            MoveAction(self._context, step).open()

    def _on_chosen(self, span: str) -> None:
        {"quarter": self.view.show_quarter, "year": self.view.show_year, "all": self.view.show_all}[span]()

    def _on_span(self, span: str) -> None:
        if span:
            self._spans.choose(span)
        else:
            self._spans.choose_none()

    def _lay_out(self) -> None:
        chips = Flow(at_right=True)
        for widget in (self._spans, self._table, self._picture):
            chips.addWidget(widget)
        self.rows.setContentsMargins(16, 12, 16, 12)
        self.rows.setSpacing(4)
        self.rows.addLayout(chips)
        self.add(self._stack, 1)


def _chip(text: str, name: str, tip: str, on_click: object) -> Chip:
    chip = Chip(text, name=name, checkable=False)
    chip.setToolTip(tip)
    chip.clicked.connect(on_click)
    return chip
