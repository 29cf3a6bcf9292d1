"""What the numbers say about the rep, and the coaching that is planned and was held."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from coachjournal.queries.coaching import coaching_steps
from coachjournal.queries.rep_page import RepPage
from coachjournal.queries.signals import OpenSignal, open_signals, waiting_signals
from coachjournal.rules.coaching import CoachingStep
from ui.context import Context
from ui.screens.coaching_steps import step_row
from ui.screens.signal_steps import signal_row
from ui.widgets.buttons import PlainButton
from ui.widgets.folded_rows import FoldedRows
from ui.widgets.row_walk import RowWalk
from ui.widgets.scrolling import scroll_on_sheet
from ui.widgets.signal_row import SignalRow
from ui.widgets.step_row import StepRow
from ui.widgets.table import INDENT
from ui.widgets.text import SectionTitle
from ui.worker import told_elsewhere

KEY = "K"
_SIGNALS, _STEPS = 20, 8
"""Rows that are seen before the rest is asked for."""


class RepSignals(QScrollArea):
    """`counted` carries how many signals are open: counted in the lane while another list is in sight."""

    counted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("repPage.signals")
        self._context = context
        self._rep_id = 0
        inside = QWidget()
        self._walk = RowWalk(inside)
        self._signals = FoldedRows(name="repPage.signals.open")
        self._steps = FoldedRows(name="repPage.signals.steps")
        plan = PlainButton("Plan coaching", self.plan, name="repPage.planCoaching", hint=KEY)
        column = QVBoxLayout(inside)
        column.setContentsMargins(INDENT, 4, INDENT, 4)
        column.setSpacing(8)
        column.addWidget(self._signals)
        column.addSpacing(8)
        column.addWidget(SectionTitle("Coaching", "planned ○ and held ●"))
        column.addWidget(self._steps)
        column.addWidget(plan, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scroll_on_sheet(self, inside)

    def sizeHint(self) -> QSize:
        """What else the window has room for comes by stretching, as with the lists beside this one."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return False

    def expect(self, page: RepPage) -> None:
        """Another list is in sight: only the number is wanted, and nobody waits for it."""
        rep_id, journal = page.rep.rep_id, self._context.journal
        self._rep_id = rep_id

        def show(count: int) -> None:
            if self._rep_id == rep_id:
                self.counted.emit(count)

        self._context.worker.run(lambda _task: journal.ask(waiting_signals, rep_id=rep_id), show, told_elsewhere)

    def show_page(self, page: RepPage) -> None:
        ask, self._rep_id = self._context.journal.ask, page.rep.rep_id
        signals = ask(open_signals, rep_id=self._rep_id)
        steps = ask(coaching_steps, rep_id=self._rep_id)
        name = page.rep.first_name
        none = f"The numbers say nothing about {name} now: neither what to coach nor what to recognise."
        self._signals.show_rows(signals, self._signal_row, room=_SIGNALS, empty=none)
        ahead = [step for step in steps if step.held_on is None]
        held = [step for step in reversed(steps) if step.held_on is not None]
        self._steps.show_rows([*ahead, *held], self._step_row, room=max(_STEPS, len(ahead)), empty="None planned yet.")
        self.counted.emit(sum(signal.is_waiting for signal in signals))

    def more(self, _page: RepPage) -> str:
        """The rest is asked for below the rows."""
        return ""

    def show_all(self) -> None:
        """The rest is asked for below the rows."""

    def plan(self) -> None:
        self._context.navigator.plan_coaching(self._rep_id)

    def _signal_row(self, signal: OpenSignal) -> SignalRow:
        row = signal_row(self._context, signal, named=False)
        self._walk.stop(row)
        return row

    def _step_row(self, step: CoachingStep) -> StepRow:
        row = step_row(self._context, step)
        self._walk.stop(row)
        return row
