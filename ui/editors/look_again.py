"""Looking at a number again: what it was and what it is, what was learnt, and what comes next."""

from datetime import timedelta

from PySide6.QtCore import Qt

from coachjournal.commands.coaching_action import look_again, look_later
from coachjournal.commands.signal import close_signal
from coachjournal.queries.signals import OpenSignal
from coachjournal.rules.coaching import CoachingStep
from coachjournal.rules.signals.effect_words import effect_words
from coachjournal.rules.signals.finding import Number
from coachjournal.rules.signals.words import told
from ui.context import Context
from ui.editors.editor import Editor
from ui.widgets.buttons import QuietButton
from ui.widgets.date_field import DateField
from ui.widgets.growing_line import GrowingLine
from ui.widgets.numbered_chips import NumberedChips
from ui.widgets.text import Passage, Text, bold

CLOSE, AGAIN, LATER = "close", "again", "later"
_LATER = timedelta(days=30)


class LookAgain(Editor):
    """1 closes with what was learnt, 2 plans more coaching, 3 looks again on another day."""

    def __init__(self, context: Context, signal: OpenSignal) -> None:
        super().__init__(context, "Look again", name="lookAgain", finish="Done", keeps=signal.draft_key)
        self._signal, self._step = signal, _held(signal)
        today = context.journal.clock.today()
        self._show_numbers(signal)
        self._next = NumberedChips(_ways_on(self._step), name="lookAgain.next", label="What comes next")
        self._learnt = GrowingLine()
        self._learnt.setPlaceholderText("What worked, what did not, what you would do again")
        self._day = DateField(today + _LATER, today=today, locale=context.locale.qt)
        self.form.addWidget(self._next)
        self._learnt_field = self.add("learnt", "What was learnt", self._learnt)
        self._day_field = self.add("look_again_on", "Look again on", self._day)
        self._next.chosen.connect(self._go_on)
        self.choose(self._proposed())
        self._next.setFocus()

    def open(self) -> None:
        super().open()
        if self._learnt.words:  # a draft of what was learnt
            self.choose(CLOSE)

    def choose(self, way: str) -> None:
        self._next.choose(way)
        self._on_chosen(way)

    def save(self) -> None:
        way = self._next.choice
        if way == LATER and self._step is not None:
            day = self._day.chosen_day
            self.context.journal.do(look_later, action_id=self._step.action_id, look_again_on=day)
            return
        if way == CLOSE:
            self._close()
            return
        self._note_number()
        self.context.navigator.coach(self._signal)

    def _close(self) -> None:
        self.context.journal.do(
            close_signal,
            finding=self._signal.last,
            learnt=self._learnt.words,
            looked_at=self._step.action_id if self._step and self._step.looked_on is None else None,
            now=self._now,
        )

    def _note_number(self) -> None:
        """What it was and what it is stays with the coaching that was held."""
        if self._step is not None and self._step.looked_on is None:
            self.context.journal.do(look_again, action_id=self._step.action_id, now=self._now)

    @property
    def _now(self) -> Number | None:
        """What is kept beside the number of then; nothing while it is too early to tell."""
        effect = self._signal.effect
        return None if effect is None or effect.is_too_early else effect.now

    def _show_numbers(self, signal: OpenSignal) -> None:
        headline = told(signal.last, self.context.locale).headline
        self.form.addWidget(Passage(bold(signal.rep), headline))
        if signal.is_no_longer_so:
            self.form.addWidget(Text("It is no longer so.", wrap=True))
        if signal.effect is not None:
            for sentence in effect_words(signal.effect, self.context.locale):
                self.form.addWidget(Text(sentence, wrap=True))
        if signal.effect is not None and signal.effect.rows.keys:
            rows = QuietButton("See what it was counted from", self._see_rows, name="lookAgain.rows")
            self.form.addWidget(rows, 0, Qt.AlignmentFlag.AlignLeft)

    def _see_rows(self) -> None:
        """On the page of signals; what was typed is kept."""
        self.reject()
        if not self.isVisible():  # it stays where what was typed cannot be kept
            self.context.navigator.open_signal(self._signal)

    def _proposed(self) -> str:
        effect = self._signal.effect
        if self._signal.is_no_longer_so or self._step is None:
            return CLOSE
        return LATER if effect is None or effect.is_too_early else AGAIN

    def _go_on(self, way: str) -> None:
        self._on_chosen(way)
        if way == CLOSE:
            self._learnt.setFocus()
        elif way == LATER:
            self._day.setFocus()

    def _on_chosen(self, way: str) -> None:
        self._learnt_field.setVisible(way == CLOSE)
        self._day_field.setVisible(way == LATER)
        self.make_room()


def _ways_on(step: CoachingStep | None) -> tuple[tuple[str, str], ...]:
    ways = ((CLOSE, "Close it"), (AGAIN, "Coach again"), (LATER, "Look again later"))
    return ways if step is not None else ways[:2]


def _held(signal: OpenSignal) -> CoachingStep | None:
    """The coaching whose number is looked at."""
    held = [step for step in signal.steps if step.held_on is not None]
    return signal.look_again or (held[-1] if held else None)
