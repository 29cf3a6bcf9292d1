"""The next step of a deal, with its day: written where the deal is talked about, and kept as a change of the deal."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coachjournal.commands.deal import edit_deal
from coachjournal.queries.drafts import kept_draft, part_slot
from coachjournal.rules.spoken_commitments import Listener, SpokenCommitment
from ui.context import Context
from ui.draft_keeper import DraftKeeper
from ui.screens.deals_words import recorded_step_words
from ui.widgets.date_field import DateField
from ui.widgets.inline import is_left
from ui.widgets.reveal import reveal
from ui.widgets.text import SectionTitle

_DAYS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


class NextStep(QWidget):
    """A line and a day. A day in the words ("by Friday") is understood while typing, the arrows correct it.

    What is new is kept when Enter is pressed or the widget is left, and as a draft while it is typed. `entered` says
    that Enter was pressed; with `inline`, Esc says so too.
    """

    entered = Signal()
    kept = Signal()
    troubled = Signal(str)

    def __init__(self, context: Context, *, name: str, part: str, inline: bool = False) -> None:
        """`part` is the part of the page it belongs to: its draft is kept under that name."""
        super().__init__()
        self._context, self._part, self._inline = context, part, inline
        self._conversation_id, self._deal_id = 0, 0
        self._shown: tuple[str, date | None] = ("", None)
        self._put_in: tuple[str, date | None] = ("", None)
        """What stood here before anybody typed."""
        self._keeper = DraftKeeper(context.journal, self._worth_keeping, self)
        self._title = SectionTitle("Next step")
        self.line = QLineEdit()
        self.line.setObjectName(name)
        self.line.setAccessibleName("Next step")
        self.line.setPlaceholderText("What happens next, and when: send the paper by Friday")
        self.day = DateField(None, today=context.locale.clock.today(), locale=context.locale.qt, optional=True)
        self.day.setObjectName(f"{name}.day")
        self.day.setAccessibleName("Day of the next step")
        self._lay_out()
        self.line.textEdited.connect(self._on_typed)
        self.line.returnPressed.connect(self._on_entered)
        self.day.day_changed.connect(self._keeper.touch)
        self._keeper.kept.connect(self.kept)
        self._keeper.troubled.connect(self.troubled)
        for field in (self.line, self.day):
            field.installEventFilter(self)

    def show_deal(
        self, conversation_id: int, deal_id: int, step: tuple[str, date | None], before: str | None = None
    ) -> None:
        """Show a deal's next step and the one it took the place of; what is being typed for the deal stays."""
        another = (conversation_id, deal_id) != (self._conversation_id, self._deal_id)
        if another:
            self.keep()
        is_typed = self._is_new and not another
        self._conversation_id, self._deal_id, self._shown = conversation_id, deal_id, step
        if not is_typed:
            self._show()
        told = "" if before is None else f"before: {recorded_step_words(before, self._context.locale) or 'none'}"
        self._title.say("Next step", told)
        if another:
            self._pick_up()

    def begin(self) -> None:
        """Go there; what is typed takes the place of what stands there."""
        self.line.setFocus()
        self.line.selectAll()
        reveal(self)

    @property
    def words(self) -> str:
        """What stands here and is no change of the deal yet."""
        return self.line.text() if self._is_new else ""

    def keep(self) -> bool:
        """Make what is new a change of the deal; whether the file has it now, be it as a draft."""
        if not self._is_new:
            return True
        in_file = self._keeper.flush()
        words, day = self._value
        self._context.do(
            edit_deal,
            self._on_kept,
            deal_id=self._deal_id,
            conversation_id=self._conversation_id,
            next_step=words,
            next_step_on=day,
        )
        return in_file or not self._is_new

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is self.line and self._is_own_key(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress:
                self._press(Qt.Key(event.key()))
            return True
        if isinstance(event, QFocusEvent) and is_left(event):
            QTimer.singleShot(0, self, self._on_left)
        return super().eventFilter(watched, event)

    # --------------------------------------------------------------------------------------------- inside

    @property
    def _value(self) -> tuple[str, date | None]:
        """The words without their day, and the day."""
        said = self._understood(self.line.text())
        return (said.text if said else self.line.text().strip(), self.day.day)

    @property
    def _is_new(self) -> bool:
        """Whether something stands here that was not kept."""
        return bool(self._deal_id) and (self.line.text(), self.day.day) != self._put_in

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(row)

    def _show(self) -> None:
        self.day.count_from(self._context.locale.clock.today())
        self._write(*self._shown)
        self._put_in = (self.line.text(), self.day.day)

    def _write(self, words: str, day: date | None) -> None:
        self.line.setText(words)
        self.line.setCursorPosition(0)
        self.day.set_day(day)

    def _understood(self, text: str) -> SpokenCommitment | None:
        """What was typed, if there is a day at its end."""
        locale = self._context.locale
        said = Listener("", locale.clock.today(), locale.name).made_of(text)
        return said if said is not None and said.due_on is not None else None

    def _is_own_key(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and (event.key() in _DAYS or (self._inline and event.key() == Qt.Key.Key_Escape))

    def _press(self, key: Qt.Key) -> None:
        if key in _DAYS:
            today = self._context.locale.clock.today()
            self.day.set_day((self.day.day or today) + timedelta(days=_DAYS[key]))
        else:
            self._on_entered()

    def _on_typed(self, text: str) -> None:
        said = self._understood(text)
        if said is not None:
            self.day.set_day(said.due_on)
        self._keeper.touch()

    def _on_entered(self) -> None:
        self.keep()
        self.entered.emit()

    def _on_left(self) -> None:
        """From the line to the day is not yet left."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.keep()

    def _on_kept(self, _none: None) -> None:
        self._show()
        self._keeper.let_go()

    # --------------------------------------------------------------------------------------------- the draft

    def _worth_keeping(self) -> dict[str, Any] | None:
        words, day = self.line.text(), self.day.day
        return {"text": words, "day": day.isoformat() if day else None} if self._is_new else None

    def _pick_up(self) -> None:
        """Go on with what was being typed for this deal, when the power failed perhaps."""
        slot = part_slot(self._conversation_id, self._part, self._deal_id)
        draft = self._context.journal.ask(kept_draft, slot=slot)
        self._keeper.keep_in(slot, in_file=draft is not None)
        if draft is not None:
            day = draft.fields["day"]
            self._write(draft.fields["text"], date.fromisoformat(day) if day else None)
