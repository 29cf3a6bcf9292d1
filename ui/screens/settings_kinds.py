"""Settings: what each kind of conversation is for, how long it takes, and the headings to write under."""

from PySide6.QtWidgets import QSpinBox

from coachjournal.commands.template import (
    put_back_kind,
    put_back_kinds,
    set_usual_minutes,
    write_headings,
    write_purpose,
)
from coachjournal.queries.settings_page import SetKind, kinds
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.time_entry import LONGEST
from ui.context import Context
from ui.screens.settings_section import SettingsSection, buttons, column, halves, show_in
from ui.widgets.buttons import QuietButton
from ui.widgets.field import Field
from ui.widgets.ordered_list import OrderedList, OrderedRow
from ui.widgets.text import Text

_KINDS = tuple(ConversationKind)
_HOW = (
    "The purpose stands in the empty note, the headings wait in a new one and vanish where nothing is written under "
    "them. {rep} becomes the rep’s first name."
)


class KindsSection(SettingsSection):
    """The seven kinds at the left, the chosen one at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, name="settings.kinds")
        self._kinds: tuple[SetKind, ...] = ()
        self._shown = 0
        self.list = OrderedList(name="settings.kinds.list", label="Kinds of conversation")
        self._purpose = self.words("purpose", "What it is for", self._keep_purpose)
        self._minutes = QSpinBox()
        self._minutes.setRange(1, LONGEST)
        self._minutes.setSuffix(" min")
        self._usual = Field("Usually takes", self._minutes, name="settings.kinds.minutes")
        self._headings = self.words("headings", "Headings, one a line", self._keep_headings, lines=True)
        back = QuietButton("Put this kind back as it shipped", self._on_back, name="settings.kinds.putBack")
        back_all = QuietButton("Put back all that shipped", self._on_back_all, name="settings.kinds.putBackAll")
        left = column(self.list, buttons(back_all))
        right = column(self._purpose, self._usual, self._headings, buttons(back))
        self.rows.addWidget(Text(_HOW, "muted", wrap=True))
        self.rows.addWidget(halves(left, right), 1)
        self.list.pointed.connect(self._show_kind)
        self._minutes.editingFinished.connect(self._keep_minutes)

    def show_page(self) -> None:
        self._kinds = self.context.journal.ask(kinds)
        self.list.show_rows(OrderedRow(number, each.kind.label) for number, each in enumerate(self._kinds, 1))
        self._show_kind(self.list.key)

    @property
    def _kind(self) -> ConversationKind:
        return _KINDS[self._shown - 1]

    def _show_kind(self, number: int) -> None:
        shown, anew = self._kinds[number - 1], number != self._shown
        self._shown = number
        show_in(self._purpose, shown.purpose, anew=anew)
        show_in(self._headings, shown.headings, anew=anew)
        if anew or not self._minutes.hasFocus():
            self._minutes.setValue(shown.minutes)

    def _keep_purpose(self, purpose: str) -> bool:
        return self.keep(self._purpose, write_purpose, kind=self._kind, purpose=purpose)

    def _keep_headings(self, headings: str) -> bool:
        return self.keep(self._headings, write_headings, kind=self._kind, headings=headings)

    def _keep_minutes(self) -> None:
        if self._minutes.value() != self._kinds[self._shown - 1].minutes:
            self.keep(self._usual, set_usual_minutes, kind=self._kind, minutes=self._minutes.value())

    def _on_back(self) -> None:
        self.context.do(put_back_kind, kind=self._kind)

    def _on_back_all(self) -> None:
        self.context.do(put_back_kinds)
