"""The end of a day in the field: what its calls add up to, one focus, and no more commitments than can be kept."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QSpinBox, QWidget

from coachjournal.commands.check_in import check_in
from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.conversation import edit_conversation
from coachjournal.errors import Rejected, StorageUnavailable
from coachjournal.queries.conversation_page import ConversationPage
from coachjournal.queries.drafts import kept_draft
from coachjournal.queries.ride_along import RideAlongDay, ride_along_day
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.ride_along import PLENTY
from coachjournal.rules.sections import section_of
from coachjournal.rules.spoken_commitments import Listener
from coachjournal.rules.time_entry import LONGEST
from ui.context import Context
from ui.draft_keeper import DraftKeeper
from ui.screens.conversation_call_fields import TARGET
from ui.screens.conversation_evening_words import (
    check_in_words,
    hours_words,
    level_words,
    took_over_words,
    went_well,
)
from ui.widgets.buttons import PlainButton, QuietButton
from ui.widgets.commitment_line import CommitmentLine
from ui.widgets.field import Field
from ui.widgets.growing_line import GrowingLine
from ui.widgets.reveal import reveal
from ui.widgets.sheet import Line, Sheet
from ui.widgets.stacking import Stacking
from ui.widgets.text import Passage, SectionTitle, Text, muted

_BESIDE_FROM = 60
"""Characters of width from which a step fits beside what it is about."""

ENOUGH = "Three is plenty. Which one matters least?"


class EveningSheet(Sheet):
    """In sight once a call is told. `for_note` carries a heading and a line to put under it."""

    kept = Signal()
    troubled = Signal(str)
    for_note = Signal(str, str)

    def __init__(self, context: Context) -> None:
        super().__init__("The end of the day", name="conversation.evening")
        self._context = context
        self._page: ConversationPage | None = None
        self._day: RideAlongDay | None = None
        self._keeper = DraftKeeper(context.journal, self._worth_keeping, self)
        self._make_words()
        self._make_fields()
        self._lay_out()
        self._connect()

    # ------------------------------------------------------------------------------------------- showing

    def show_page(self, page: ConversationPage) -> None:
        conversation_id = page.head.conversation_id
        is_ride = page.head.kind is ConversationKind.RIDE_ALONG
        same = self._page is not None and self._page.head.conversation_id == conversation_id
        day = self._context.journal.ask(ride_along_day, conversation_id=conversation_id) if is_ride else None
        self._page, self._day = page, day
        self.setVisible(day is not None and bool(day.figures.told))
        if day is None:
            return
        if not same:
            self._begin(day)
        self._show_day(page, day)

    @property
    def is_here(self) -> bool:
        """Whether somebody writes here."""
        return self.isAncestorOf(QApplication.focusWidget() or self)

    @property
    def words(self) -> str:
        """What stands in the fields and is nowhere else yet."""
        promise = self.line.promise
        return "\n".join(filter(None, (self._focus.words.strip(), promise.text if promise else "")))

    def begin(self) -> None:
        """The cursor goes to the one focus."""
        if self.isVisible():
            self._focus.setFocus()
            QTimer.singleShot(0, self, self._reveal)  # once the call that was left is folded

    def _reveal(self) -> None:
        for widget in (self, self.line, self._focus):
            reveal(widget)

    def finish(self) -> bool:
        """Put what is still in the fields where Enter would have put it; whether the file has the words now."""
        kept = self._keeper.flush()
        self._on_focus()
        added = self._add_commitment()
        return self._keeper.flush() and (added or kept)

    def leave(self) -> None:
        """Be ready for another conversation."""
        self.finish()
        self._keeper.keep_in("", in_file=False)
        self._page = self._day = None

    # ------------------------------------------------------------------------------------------- building

    def _make_words(self) -> None:
        self._hours = Text("", "muted", wrap=True)
        self._hours.setObjectName("evening.hours")
        self._level = Passage()
        self._level.setObjectName("evening.level")
        self._took_over = Passage()
        self._took_over.setObjectName("evening.tookOver")
        self._well = Passage()
        self._well.setObjectName("evening.wentWell")
        self._in_note = Passage()
        self._in_note.setObjectName("evening.inNote")
        self._enough = Text("", "hint", wrap=True)
        self._enough.setObjectName("evening.enough")

    def _make_fields(self) -> None:
        self._travel = QSpinBox()
        self._travel.setRange(0, LONGEST)
        self._travel.setSuffix(" min")
        self._travel.setMinimumHeight(TARGET)
        self._check_in = PlainButton("Check in", self._on_check_in, name="evening.checkIn", key="Alt+G")
        self._gather = QuietButton("Put into the note", self._on_gather, name="evening.gather", key="Alt+W")
        for button in (self._check_in, self._gather):
            button.setMinimumHeight(TARGET)
        self._focus = GrowingLine()
        self._agreed = SectionTitle("Commitments")
        self.line = CommitmentLine(
            "",
            today=self._context.journal.clock.today,
            locale=self._context.locale.qt,
            name="evening.addCommitment",
        )
        self.line.text.setMinimumHeight(TARGET)

    def _lay_out(self) -> None:
        travel = Field("On the road", self._travel, name="evening.travel", aside="counted apart, as travel")
        focus = Field("One thing to work on, and how", self._focus, name="evening.focus")
        for row in (
            _beside(self._hours, travel),
            _beside(self._level, self._check_in),
            self._took_over,
            _beside(self._well, self._gather),
            Line(),
            focus,
            self._in_note,
            self._agreed,
            self.line,
            self._enough,
        ):
            self.add(row)

    def _connect(self) -> None:
        self._travel.editingFinished.connect(self._on_travel)
        self._focus.entered.connect(self._on_focus_entered)
        self._focus.edited.connect(self._keeper.touch)
        self.line.edited.connect(self._on_line)
        self.line.entered.connect(self._add_commitment)
        self._keeper.kept.connect(self.kept)
        self._keeper.troubled.connect(self.troubled)

    # ------------------------------------------------------------------------------------------- inside

    @property
    def _slot(self) -> str:
        return f"conversation:{self._day.conversation_id}.evening" if self._day else ""

    def _worth_keeping(self) -> dict[str, Any] | None:
        if self._day is None or not self.words:
            return None
        whose = {"rep_id": self._day.rep_id, "kind": ConversationKind.RIDE_ALONG.value}
        return {**whose, "text": self.words, "written": [self._focus.words.strip(), self.line.text.text().strip()]}

    def _begin(self, day: RideAlongDay) -> None:
        draft = self._context.journal.ask(kept_draft, slot=self._slot)
        self._keeper.keep_in(self._slot, in_file=draft is not None)
        focus, promised = draft.fields["written"] if draft else ("", "")
        self._focus.show_words(focus)
        self.line.clear()
        if promised:
            self.line.text.setText(promised)
        self.line.call(day.first_name)
        listener = Listener(day.rep, self._context.journal.clock.today(), self._context.locale.name)
        self.line.listen(lambda: listener)

    def _show_day(self, page: ConversationPage, day: RideAlongDay) -> None:
        locale, figures = self._context.locale, day.figures
        self.heading.say("The end of the day", f"{figures.told} of {figures.calls} calls told")
        self._hours.setText(hours_words(day))
        if not self._travel.hasFocus():
            self._travel.setValue(day.travel_minutes)
        self._level.say(*level_words(day, locale))
        self._check_in.setVisible(day.goal is not None and figures.level is not None and day.goal.checked is None)
        self._check_in.say(check_in_words(day, locale))
        self._took_over.say(*took_over_words(figures))
        self._well.say(muted("Went well:"), "\n".join(went_well(day)))
        for widget in (self._well, self._gather):
            widget.setVisible(bool(went_well(day)))
        tries = section_of(page.head.text, day.focus_heading)
        self._in_note.say(muted(f"{day.focus_heading}:"), tries)
        self._in_note.setVisible(bool(tries))
        self._say_enough()

    def _say_enough(self) -> None:
        made = len(self._page.commitments) if self._page else 0
        self._agreed.say("Commitments", f"{made} so far, {PLENTY} at most" if made else f"{PLENTY} at most")
        is_enough = made + bool(self.line.promise) > PLENTY
        self._enough.setText(ENOUGH if is_enough else "")
        self._enough.setVisible(is_enough)

    # ------------------------------------------------------------------------------------------- what happens

    def _on_line(self) -> None:
        self._keeper.touch()
        self._say_enough()

    def _on_focus_entered(self) -> None:
        self._on_focus()
        self.line.text.setFocus()
        reveal(self.line)

    def _on_focus(self) -> None:
        """The focus stands in the note, where the next plan finds it."""
        words = self._focus.words.strip()
        if self._day is None or not words:
            return
        self.for_note.emit(self._day.focus_heading, words)
        self._focus.show_words("")
        self._keeper.touch()

    def _on_gather(self) -> None:
        if self._day is not None:
            self.for_note.emit(self._day.seen_heading, "\n".join(f"- {line}" for line in went_well(self._day)))

    def _on_check_in(self) -> None:
        day = self._day
        if day is None or day.goal is None or day.figures.level is None:
            return
        self._context.do(
            check_in,
            goal_id=day.goal.goal_id,
            value=day.figures.level,
            checked_on=day.held_on,
            note=level_words(day, self._context.locale)[1],
            conversation_id=day.conversation_id,
        )

    def _on_travel(self) -> None:
        if self._day is not None and self._travel.value() != self._day.travel_minutes:
            self._context.do(
                edit_conversation,
                conversation_id=self._day.conversation_id,
                travel_minutes=self._travel.value(),
            )

    def _add_commitment(self) -> bool:
        promise, day = self.line.promise, self._day
        if promise is None or day is None:
            return True
        try:
            self._context.journal.do(
                make_commitment,
                rep_id=day.rep_id,
                text=promise.text,
                owner=promise.owner,
                due_on=promise.due_on,
                made_on=day.held_on,
                conversation_id=day.conversation_id,
            )
        except Rejected as refusal:
            self._context.messages.refused(refusal)
            return True
        except StorageUnavailable as trouble:
            self._context.messages.storage_unavailable(trouble, retry=self._add_commitment)
            return False
        self.line.clear()
        self._say_enough()
        self._keeper.touch()
        self._context.messages.done(self._add_commitment)
        QTimer.singleShot(0, self, self._reveal_line)  # once it stands among the others and has moved this line down
        return True

    def _reveal_line(self) -> None:
        if self.is_here:
            for widget in (self._enough, self.line):
                reveal(widget)


def _beside(words: QWidget, step: QWidget) -> Stacking:
    """Words with what can be done about them at their right, below them where there is little room."""
    return Stacking((words, 1), (step, 0), beside_from=_BESIDE_FROM)
