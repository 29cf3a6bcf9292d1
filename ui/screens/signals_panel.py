"""Beside the list: one signal with what can be done, the rows it came from, what was done, and before and after."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from coachjournal.commands.signal import reopen_signal
from coachjournal.queries.finding_rows import FindingRow, finding_rows
from coachjournal.queries.signals import OpenSignal
from coachjournal.rules.coaching import SignalState
from coachjournal.rules.signals.effect_words import effect_words
from coachjournal.rules.signals.finding import Rows, RowsOf
from coachjournal.rules.signals.words import told
from ui.context import Context
from ui.screens.coaching_steps import step_row
from ui.screens.signal_steps import act_on
from ui.screens.signals_words import acts_of, detail_of, finding_row_words, state_of
from ui.widgets.buttons import PlainButton, PrimaryButton
from ui.widgets.flow import Flow
from ui.widgets.folded_rows import FoldedRows
from ui.widgets.inline import LeaveByEsc
from ui.widgets.layouts import clear
from ui.widgets.marks import Pill
from ui.widgets.open_row import OpenRow
from ui.widgets.row_keys import RowKeys
from ui.widgets.row_walk import RowWalk
from ui.widgets.rows import LinedRows
from ui.widgets.scrolling import scroll_on_sheet
from ui.widgets.sheet import Sheet
from ui.widgets.text import Passage, SectionTitle, Text, bold

_ROOM = 8
"""Rows that a number came from which are seen at once."""
_NARROWEST = 34
"""Characters of width below which sentences break too often."""


class SignalPanel(Sheet):
    """`left` says Esc: back to the list."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(name="signals.panel")
        self.setAccessibleName("The signal in focus")
        self._context = context
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._walk = RowWalk(self._inside)
        self._told = Passage()
        self._pills = QWidget()
        Flow(self._pills)
        self._detail, self._question = Text("", "muted", wrap=True), Text("", wrap=True)
        self._buttons = QWidget()
        self._flow = Flow(self._buttons)
        self._came_from = SectionTitle("Where the number comes from")
        self._rows = FoldedRows(name="signals.rows")
        self._done = SectionTitle("What was done about it")
        self._steps = LinedRows(name="signals.steps")
        self._nothing_done = Text("Nothing yet.", "muted", wrap=True)
        self._effect_title = SectionTitle("Before and after")
        self._effect = Passage()
        self._since_title = SectionTitle("Counted since")
        self._since = FoldedRows(name="signals.since")
        self._learnt_title = SectionTitle("What was learnt")
        self._learnt = Text("", wrap=True)
        self._lay_out()
        LeaveByEsc(self._inside, leave=self.left.emit)

    def show_signal(self, signal: OpenSignal | None) -> None:
        """Show everything about one signal; nothing where there is none."""
        self.setVisible(signal is not None)
        if signal is None:
            return
        locale = self._context.locale
        words = told(signal.last, locale)
        self._told.say(bold(signal.rep), words.headline)
        self._show_state(signal)
        closed = signal.state is SignalState.CLOSED  # what was learnt stands below
        self._detail.setText(words.detail if closed else detail_of(signal, words.detail, locale))
        self._detail.setVisible(bool(self._detail.text()))
        self._question.setText(f"Ask: {words.question}" if words.question else "")
        self._question.setVisible(bool(words.question))
        self._show_buttons(signal)
        self._show_rows(signal)
        self._show_steps(signal)
        self._show_effect(signal)
        self._learnt.setText(signal.learnt)
        for widget in (self._learnt_title, self._learnt):
            widget.setVisible(bool(signal.learnt))

    def take_focus(self) -> None:
        """To the first row, else to the first button."""
        rows: list[OpenRow] = self._inside.findChildren(OpenRow)
        buttons: list[PlainButton] = self._buttons.findChildren(PlainButton)
        stops = [each for each in (*rows, *buttons) if each.isVisible()]
        if stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)

    # ------------------------------------------------------------------------------------------- its parts

    def _show_state(self, signal: OpenSignal) -> None:
        words, tone = state_of(signal, self._context.locale)
        self._pills.setVisible(bool(words))
        layout = self._pills.layout()
        if layout is not None:
            clear(layout)
            layout.addWidget(Pill(words, tone))

    def _show_buttons(self, signal: OpenSignal) -> None:
        """The first is what this page is for."""
        clear(self._flow)
        acts = acts_of(signal)
        keys = {act.letter: partial(act_on, self._context, signal, act) for act in acts}
        for act, kind in zip(acts, (PrimaryButton, PlainButton, PlainButton), strict=False):
            button = kind(act.title, keys[act.letter], name=f"signals.{act.name}", hint=act.letter)
            RowKeys(button, keys)
            self._put(button)
        if not acts and signal.signal_id is not None:
            reopen = partial(self._context.do, reopen_signal, None, signal_id=signal.signal_id)
            self._put(PrimaryButton("Have it back now", reopen, name="signals.reopen"))

    def _put(self, button: PlainButton) -> None:
        self._flow.addWidget(button)
        button.show()

    def _show_rows(self, signal: OpenSignal) -> None:
        found = self._context.journal.ask(finding_rows, finding=signal.last)
        self._came_from.say("Where the number comes from", f"{len(found):n}" if found else "")
        none = "It is no longer so." if signal.is_no_longer_so else "There is none."
        self._rows.show_rows(found, partial(self._row, signal, "row"), room=_ROOM, empty=none)

    def _show_effect(self, signal: OpenSignal) -> None:
        """Before and after; the rows of after only where they are not those that the signal stands on."""
        effect = signal.effect
        self._effect_title.setVisible(effect is not None)
        self._effect.setVisible(effect is not None)
        rows = effect.rows if effect and effect.rows != signal.last.rows else Rows(signal.last.rows.of)
        found = self._context.journal.ask(finding_rows, finding=replace(signal.last, rows=rows)) if rows.keys else ()
        counted = "Counted since" if effect and effect.is_counted_since else "Counted today"
        self._since_title.say(counted, f"{len(found):n}")
        self._since.show_rows(found, partial(self._row, signal, "since"), room=_ROOM, empty="")
        for widget in (self._since_title, self._since):
            widget.setVisible(bool(found))
        if effect is not None:
            self._effect.say("\n".join(effect_words(effect, self._context.locale)))

    def _row(self, signal: OpenSignal, place: str, found: FindingRow) -> OpenRow:
        title, aside, below = finding_row_words(found, self._context.locale)
        words = ", ".join(filter(None, (title, aside, below)))
        row = OpenRow(words, self._way_to(signal, found), name=f"signals.{place}.{found.of}.{found.key}")
        row.add_lines(title, aside, below)
        self._walk.stop(row)
        return row

    def _way_to(self, signal: OpenSignal, found: FindingRow) -> Callable[[], object]:
        navigator, rep_id = self._context.navigator, signal.subject.rep_id
        match found.of:
            case RowsOf.DEALS:
                return partial(navigator.open_deal, found.key)
            case RowsOf.CONVERSATIONS:
                return partial(navigator.open_conversation, found.key)
            case RowsOf.COMMITMENTS:
                return partial(navigator.open_rep, rep_id, "commitments")
            case _:
                return partial(navigator.open_rep, rep_id, "skills" if found.of is RowsOf.RATINGS else "goals")

    def _show_steps(self, signal: OpenSignal) -> None:
        rows = [step_row(self._context, step) for step in signal.steps]
        for row in rows:
            self._walk.stop(row)
        self._steps.show_rows(rows)
        self._steps.setVisible(bool(rows))
        self._nothing_done.setVisible(not rows)

    def _lay_out(self) -> None:
        parts = (
            *(self._told, self._pills, self._detail, self._question, self._buttons),
            *(self._came_from, self._rows, self._done, self._steps, self._nothing_done),
            *(self._effect_title, self._effect, self._since_title, self._since, self._learnt_title, self._learnt),
        )
        titles = {self._came_from, self._done, self._effect_title, self._since_title, self._learnt_title}
        for part in parts:
            if part in titles:
                part.setContentsMargins(0, 12, 0, 0)
            self._column.addWidget(part)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll_on_sheet(scroll, self._inside)
        self.add(scroll, 1)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _NARROWEST)
