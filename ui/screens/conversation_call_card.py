"""One call of a ride-along, prepared and told. Every word is kept while it is typed; leaving it is one change."""

from collections.abc import Callable
from functools import partial
from typing import Any, Unpack

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from coachjournal.commands.field_call import (
    CallFields,
    call_slot,
    delete_field_call,
    edit_field_call,
    finish_call,
    move_field_call,
)
from coachjournal.errors import Rejected, StorageUnavailable
from coachjournal.queries.drafts import kept_draft
from coachjournal.queries.ride_along import DayCall, FocusSkill, RideAlongDay
from coachjournal.rules.conversation import CallRole, ConversationKind
from coachjournal.rules.observation import Seen
from ui.context import Context
from ui.draft_keeper import DraftKeeper
from ui.screens.conversation_call_fields import TARGET, CallWords, Written, written_of
from ui.screens.conversation_calls_read import named_call
from ui.theme import icon, tokens
from ui.widgets.buttons import QuietButton, spoken_key
from ui.widgets.choices import Chip, ChipGroup
from ui.widgets.picked_up import PickedUp
from ui.widgets.reveal import reveal
from ui.widgets.row_keys import RowKeys
from ui.widgets.text import SectionTitle, Text, tip

LEVELS = range(1, 6)
_ROLES = {CallRole.OBSERVE: "I observed", CallRole.JOINT: "Joint", CallRole.DEMONSTRATE: "I showed it"}
_ROLE_KEYS = {CallRole.OBSERVE: "Alt+O", CallRole.JOINT: "Alt+J", CallRole.DEMONSTRATE: "Alt+D"}
_TOOK_OVER_KEY = "Alt+I"


class CallCard(QFrame):
    """Role, level and "I took over" are steps of their own; words are one step. `kept`, `troubled`: how saving goes."""

    kept = Signal()
    troubled = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("callCard")
        self._context = context
        self._day: RideAlongDay | None = None
        self._call: DayCall | None = None
        self._shown: Written = {}
        """What stood in the fields before anything was written."""
        self._aside: Written = {}
        self._unwritten: dict[int, tuple[DayCall, Written]] = {}
        """Words that could not be written, by call: tried again when something else could, shown on return."""
        self._keeper = DraftKeeper(context.journal, self._worth_keeping, self)
        self._title = SectionTitle("")
        self._picked_up = PickedUp("Back to what was saved", name="call.pickedUp", key="")
        self._fields = CallWords()
        self._make_choices()
        self._lay_out()
        self._connect()

    def show_call(self, day: RideAlongDay, call: DayCall) -> None:
        """Show a call. Words being typed stay as they are when the same one is shown again."""
        same = self._call is not None and self._call.field_call_id == call.field_call_id
        changed = same and self._call != call
        self._day, self._call = day, call
        self._title.say(*named_call(call))
        self._show_choices(call, day.skill)
        if not same:
            self._begin(day, call)
        elif changed and not self._changed:
            self._show_words()

    def begin(self) -> None:
        """Put the cursor where the next words belong."""
        if self._day is not None:
            line = self._fields.begin(after=self._day.held_on <= self._context.journal.clock.today())
            reveal(self._title)
            reveal(line)

    def finish(self) -> bool:
        """Make what was written part of the call, in one step; whether the file has the words now."""
        if self._call is None:
            return True
        kept = self._keeper.flush()
        return not self._changed or self._write(self._call, self._changed) or kept

    def finish_all(self) -> bool:
        """Finish this call and those that could not be when they were left."""
        kept = self.finish()
        here = None if self._call is None else self._call.field_call_id
        while left := [key for key in self._unwritten if key != here]:
            if not self._write(*self._unwritten[left[0]]):
                return False
        return kept

    def leave(self) -> None:
        """Finish, and be ready for another."""
        self.finish()
        self._keeper.keep_in("", in_file=False)
        self._call = self._day = None

    # ------------------------------------------------------------------------------------------- building

    def _make_choices(self) -> None:
        self._role = ChipGroup(
            ((role.value, label) for role, label in _ROLES.items()), name="call.role", label="My part", wraps=True
        )
        self._took_over = Chip("I took over", name="call.tookOver")
        self._level = ChipGroup(((str(each), str(each)) for each in LEVELS), name="call.level", label="Level")
        self._level_title = SectionTitle("Level")
        self._level_words = Text("", "small", wrap=True)
        self._level_words.setObjectName("call.levelWords")
        for role, chip in zip(_ROLES, self._role.findChildren(Chip), strict=True):
            _tell_key(chip, _ROLE_KEYS[role])
        _tell_key(self._took_over, _TOOK_OVER_KEY)
        for chip in (*self._role.findChildren(Chip), self._took_over, *self._level.findChildren(Chip)):
            chip.setProperty("big", True)
            chip.setMinimumSize(TARGET, TARGET)
        self._more = QuietButton("", self._offer, name="call.more")
        self._more.setIcon(icon("ellipsis", tokens().muted))
        self._more.setAccessibleName("Earlier, later or delete")
        self._more.setMinimumSize(TARGET, TARGET)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(10)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._more)
        foot.setSpacing(16)
        foot.addWidget(self._level)
        foot.addWidget(self._took_over)
        foot.addStretch(1)
        column.addLayout(head)
        for widget in (self._picked_up, self._role, self._fields, self._level_title):
            column.addWidget(widget)
        column.addLayout(foot)
        column.addWidget(self._level_words)

    def _connect(self) -> None:
        self._fields.edited.connect(self._keeper.touch)
        self._fields.ended.connect(self._level.setFocus)
        self._keeper.kept.connect(self.kept)
        self._keeper.troubled.connect(self.troubled)
        self._picked_up.turned.connect(self._on_turned)
        self._role.chosen.connect(lambda role: self._edit(role=CallRole(role)))
        self._took_over.clicked.connect(lambda checked: self._edit(took_over=checked))
        self._level.chosen.connect(lambda level: self._show_level(int(level)))
        self._context.bus.changed.connect(self._on_changed)
        for role, keys in _ROLE_KEYS.items():
            self._on_key(keys, partial(self._edit, role=role))
        self._on_key(_TOOK_OVER_KEY, self._took_over.click)
        for level in LEVELS:
            self._on_key(f"Alt+{level}", partial(self._show_level, level))
        for chip in self._level.findChildren(Chip):
            RowKeys(chip, {str(level): partial(self._show_level, level) for level in LEVELS})

    def _on_key(self, keys: str, act: Callable[[], object]) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(keys), self, context=context).activated.connect(act)

    # ------------------------------------------------------------------------------------------- what stands here

    @property
    def words(self) -> str:
        """What was written and is not in the call yet."""
        return "\n".join(value for value in self._changed.values() if isinstance(value, str))

    @property
    def _changed(self) -> Written:
        """Only what was written here: another window may have told something else of the call meanwhile."""
        return {key: value for key, value in self._fields.written.items() if value != self._shown.get(key, value)}

    def _worth_keeping(self) -> dict[str, Any] | None:
        if self._day is None or not self._changed:
            return None
        whose = {"rep_id": self._day.rep_id, "kind": ConversationKind.RIDE_ALONG.value}
        return {**whose, "text": self.words, "written": self._changed}

    def _begin(self, day: RideAlongDay, call: DayCall) -> None:
        slot = call_slot(day.conversation_id, call.field_call_id)
        draft = self._context.journal.ask(kept_draft, slot=slot)
        self._keeper.keep_in(slot, in_file=draft is not None)
        self._show_words()
        _, unwritten = self._unwritten.pop(call.field_call_id, (None, None))
        if unwritten is not None:
            self._fields.write(unwritten)
        elif draft is not None:
            self._fields.write(draft.fields["written"])
            if self._changed:
                self._picked_up.offer(self._context.locale.day_and_time(draft.kept_at))

    def _show_words(self) -> None:
        if self._day is None or self._call is None:
            return
        self._fields.show_call(self._call, self._day.rep)
        self._shown = self._fields.written
        self._picked_up.hide()

    def _show_choices(self, call: DayCall, skill: FocusSkill | None) -> None:
        self._role.choose(call.role)
        self._took_over.setChecked(call.took_over)
        whole = call.level is not None and call.level == round(call.level)
        if whole and call.level is not None:
            self._level.choose(str(round(call.level)))
        else:
            self._level.choose_none()
        said = "" if call.level is None or whole else self._context.locale.number(call.level)
        self._level_title.say(skill.name if skill else "Level", said or f"{spoken_key('Alt+1')} … 5")
        looks = skill.levels[int(call.level) - 1] if skill and call.level is not None else ""
        self._level_words.setText(looks)
        self._level_words.setVisible(bool(looks))
        for level, chip in zip(LEVELS, self._level.findChildren(Chip), strict=True):
            chip.setToolTip(tip(skill.levels[level - 1]) if skill else "")

    # ------------------------------------------------------------------------------------------- what happens

    def _show_level(self, level: int) -> None:
        """The level shown; the same once more takes it back."""
        if self._call is not None:
            self._edit(level=None if self._call.level == level else level)

    def _edit(self, **fields: Unpack[CallFields]) -> None:
        if self._call is not None:
            self._context.do(edit_field_call, field_call_id=self._call.field_call_id, **fields)

    def _on_turned(self, aside: bool) -> None:
        if aside:
            self._aside = self._changed
        self._fields.write(self._shown if aside else self._aside)

    def _on_changed(self) -> None:
        """The file takes something again: perhaps it now takes what it did not."""
        if self._unwritten:
            QTimer.singleShot(0, self, self.finish_all)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("call.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Earlier in the day", partial(self._move, -1))
        menu.addAction("Later in the day", partial(self._move, 1))
        menu.addAction("Delete this call", self._delete)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _move(self, steps: int) -> None:
        if self._call is not None:
            self._context.do(move_field_call, field_call_id=self._call.field_call_id, steps=steps)

    def _delete(self) -> None:
        """With its words, so that undo brings those back too."""
        if self._call is not None and self.finish():
            self._context.do(delete_field_call, field_call_id=self._call.field_call_id)

    def _write(self, call: DayCall, changed: Written) -> bool:
        """On its own values, since another call may be open; False when it is worth trying again."""
        self._unwritten.pop(call.field_call_id, None)
        told = written_of(call) | changed
        try:
            self._context.journal.do(finish_call, field_call_id=call.field_call_id, **_as_told(told))
        except Rejected as refusal:
            self._context.messages.refused(refusal)
        except StorageUnavailable as trouble:
            self._unwritten[call.field_call_id] = (call, changed)
            self._context.messages.storage_unavailable(trouble, retry=self.finish_all)
            return False
        else:
            if self._call is not None and self._call.field_call_id == call.field_call_id:
                self._keeper.settle()
                self._shown = self._fields.written
                self._picked_up.hide()
                if self._shown != told:
                    self._show_words()
            self._context.messages.done(self.finish_all)
        return True


def _tell_key(chip: Chip, key: str) -> None:
    chip.setToolTip(spoken_key(key))
    chip.setAccessibleDescription(spoken_key(key))


def _as_told(written: Written) -> dict[str, Any]:
    """The fields as the command takes them."""
    told: dict[str, Any] = dict(written)
    seen = Seen(*(told.pop(part) for part in ("situation", "behaviour", "impact", "private")))
    return {**told, "minutes": told["minutes"] or None, "seen": seen}
