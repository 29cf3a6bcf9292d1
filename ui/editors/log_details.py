"""What the quick log asks besides who it was and what was said: kind, when, how long, whose idea, private."""

from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from coachjournal.commands.conversation import ConversationFields
from coachjournal.queries.settings import usual_minutes
from coachjournal.rules.conversation import ConversationKind, Idea
from coachjournal.rules.spoken_days import Towards
from coachjournal.rules.time_entry import LONGEST
from ui.context import Context
from ui.editors.log_draft import LogDraft
from ui.locale import system_zone
from ui.theme import icon, tokens
from ui.widgets.choices import ChipGroup
from ui.widgets.date_field import DateField
from ui.widgets.private_mark import PRIVATE
from ui.widgets.time_field import TimeField

KINDS = (ConversationKind.IN_PASSING, *(kind for kind in ConversationKind if kind is not ConversationKind.IN_PASSING))
"""In the order of Alt+1 to Alt+7: the everyday one first."""
IDEA_LETTERS = {Idea.REP: "R", Idea.TOGETHER: "T", Idea.MANAGER: "M"}


class LogDetails(QObject):
    """The fields, to be laid out by the log, and their keys."""

    edited = Signal()
    kind_chosen = Signal()

    def __init__(self, context: Context, log: QWidget) -> None:
        super().__init__(log)
        self._clock = context.journal.clock
        self._minutes_of = context.journal.ask(usual_minutes)
        self._usual_minutes = True
        self.kinds = ChipGroup(
            ((kind.value, kind.label) for kind in KINDS), name="quickLog.kind", label="Kind", wraps=True
        )
        today = self._clock.today
        self.day = DateField(today(), today=today(), locale=context.locale.qt, towards=Towards.BEHIND)
        self.at = TimeField()
        self.minutes = QSpinBox()
        self.minutes.setRange(0, LONGEST)
        self.minutes.setSuffix(" min")
        self.idea = ChipGroup(
            ((Idea.REP.value, "The rep"), (Idea.TOGETHER.value, "Together"), (Idea.MANAGER.value, "Mine")),
            name="quickLog.idea",
            label="Whose idea the next step was",
        )
        self.private = QCheckBox(PRIVATE)
        self.private.setObjectName("quickLog.private")
        self.private.setIcon(icon("lock", tokens().muted))
        for entry in (self.at, self.idea):
            entry.setMinimumHeight(self.minutes.sizeHint().height())
        self._connect()
        self._hear_keys(log)

    @property
    def kind(self) -> ConversationKind:
        return ConversationKind(self.kinds.choice)

    @property
    def draft(self) -> LogDraft:
        """As they stand here; who it was and what was said is left to the log."""
        day = self.day.chosen_day
        return LogDraft(
            kind=self.kind,
            held_on=None if day == self._clock.today() else day,
            at=self.at.text(),
            minutes=None if self._usual_minutes else self.minutes.value(),
            idea=Idea(self.idea.choice) if self.idea.choice else None,
            private=self.private.isChecked(),
        )

    def fields(self) -> ConversationFields:
        """As the journal takes them. Rejected when the time cannot be read."""
        at, day = self.at.time("starts_at"), self.day.chosen_day
        return {
            "kind": self.kind,
            "held_on": day,
            "starts_at": None if at is None else self._clock.instant(day, at),
            "zone": "" if at is None else system_zone(),
            "minutes": self.minutes.value(),
            "idea": Idea(self.idea.choice) if self.idea.choice else None,
            "private": self.private.isChecked(),
        }

    def show(self, draft: LogDraft) -> None:
        self.kinds.choose(draft.kind)
        self.minutes.setValue(self._minutes_of[draft.kind] if draft.minutes is None else draft.minutes)
        self._usual_minutes = draft.minutes is None
        self.day.set_day(draft.held_on or self._clock.today())
        self.at.setText(draft.at)
        if draft.idea is None:
            self.idea.choose_none()
        else:
            self.idea.choose(draft.idea)
        self.private.setChecked(draft.private)

    def suggest_minutes(self, said: int | None) -> None:
        """What the words say, else what the kind usually takes; nothing where somebody typed it."""
        if self._usual_minutes:
            with QSignalBlocker(self.minutes):  # nobody typed this
                self.minutes.setValue(said or self._minutes_of[self.kind])

    def _connect(self) -> None:
        self.kinds.chosen.connect(lambda _kind: self.kind_chosen.emit())
        self.minutes.valueChanged.connect(self._on_minutes)
        self.day.day_changed.connect(self.edited)
        self.at.textEdited.connect(self.edited)
        self.idea.chosen.connect(self.edited)
        self.private.toggled.connect(self.edited)

    def _hear_keys(self, log: QWidget) -> None:
        QShortcut(QKeySequence("Alt+Shift+P"), log, self.private.toggle)
        for idea, letter in IDEA_LETTERS.items():
            QShortcut(QKeySequence(f"Alt+Shift+{letter}"), log, partial(self._choose_idea, idea))
        for number, kind in enumerate(KINDS, 1):
            QShortcut(QKeySequence(f"Alt+{number}"), log, partial(self._choose_kind, kind))

    def _on_minutes(self) -> None:
        self._usual_minutes = False
        self.edited.emit()

    def _choose_idea(self, idea: Idea) -> None:
        self.idea.choose(idea.value)
        self.edited.emit()

    def _choose_kind(self, kind: ConversationKind) -> None:
        self.kinds.choose(kind)
        self.kind_chosen.emit()
