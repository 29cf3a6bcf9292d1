"""What this conversation coaches on; where nothing led to it, what it may have been about."""

from datetime import timedelta
from functools import partial

from coachjournal.commands.coached_in import coach_in
from coachjournal.queries.coached_in import CoachedOn, coached_in
from coachjournal.queries.conversation_page import ConversationHead
from coachjournal.queries.signals import OpenSignal, open_signals
from coachjournal.rules.signals.words import told
from coachjournal.rules.words import capital
from ui.context import Context
from ui.screens.side_sheet import SideSheet
from ui.screens.signal_steps import name_of
from ui.widgets.folded_rows import FoldedRows
from ui.widgets.open_row import OpenRow
from ui.widgets.row_keys import RowKeys
from ui.widgets.row_walk import RowWalk
from ui.widgets.rows import LinedRows
from ui.widgets.wrapped_row import WrappedRow
from ui.worker import told_elsewhere

_LATELY = timedelta(days=7)
"""What the numbers say today tells nothing about a conversation of last month."""
_ROOM = 3
KEY = "T"


class CoachingSheet(SideSheet):
    """A signal's row opens it. Below, quiet lines: T or Enter says that this conversation was about it."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "Coaching on", name="conversation.coaching")
        self._coached = LinedRows(name="conversation.coaching.rows")
        self._maybe = FoldedRows(name="conversation.coaching.maybe")
        self.add(self._coached)
        self.add(self._maybe)
        self.hide()

    def begin(self) -> None:
        self._maybe.fold()

    def show_head(self, head: ConversationHead) -> None:
        coached = self.context.journal.ask(coached_in, conversation_id=head.conversation_id)
        if not self.is_news(coached, head.held_on):
            return
        self.heading.say("Coaching on")
        self._coached.show_rows(self._row(each) for each in coached)
        self._coached.setVisible(bool(coached))
        self._maybe.hide()
        self.setVisible(bool(coached))
        if not coached and abs(head.held_on - self.context.locale.clock.today()) <= _LATELY:
            self._look_for_signals(head)

    def _look_for_signals(self, head: ConversationHead) -> None:
        """In the lane: who comes to write does not wait for what the numbers say."""
        journal, rep_id, conversation_id = self.context.journal, head.rep_id, head.conversation_id

        def show(signals: tuple[OpenSignal, ...]) -> None:
            if self.head.conversation_id == conversation_id and self._coached.isHidden():
                self._offer(tuple(signal for signal in signals if not signal.rule.is_strength))

        self.context.worker.run(lambda _task: journal.ask(open_signals, rep_id=rep_id), show, told_elsewhere)

    def _offer(self, signals: tuple[OpenSignal, ...]) -> None:
        self.heading.say("Was it about this?", f"{KEY} says so")
        self._maybe.show_rows(signals, self._maybe_row, room=_ROOM, empty="")
        self._maybe.setVisible(bool(signals))
        self.setVisible(bool(signals))

    def _maybe_row(self, signal: OpenSignal) -> OpenRow:
        say_so = partial(
            self.context.do, coach_in, None, finding=signal.last, conversation_id=self.head.conversation_id
        )
        words = capital(told(signal.last, self.context.locale).headline)
        row = WrappedRow(words, say_so, name=f"conversation.about.{name_of(signal)}")
        row.setAccessibleDescription(f"{KEY} says that this conversation was about it")
        RowKeys(row, {KEY: say_so})
        self.walk.stop(row)
        return row

    def _row(self, coached: CoachedOn) -> OpenRow:
        locale = self.context.locale
        headline = "" if coached.finding is None else capital(told(coached.finding, locale).headline)
        again = f"Look again on {locale.day(coached.look_again_on)}." if coached.look_again_on else ""
        words = ". ".join(part.rstrip(".") for part in (headline, coached.text) if part) or "What was planned"
        navigator = self.context.navigator
        open_it = partial(navigator.open_signals, self.head.rep_id)
        if coached.finding is not None:
            open_it = partial(navigator.open_signal, coached.finding)
        row = WrappedRow(f"{words}. {again}".rstrip(), open_it, name=f"conversation.coached.{coached.action_id}")
        self.walk.stop(row)
        return row
