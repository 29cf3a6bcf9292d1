"""What is to be raised with a rep: ticked in a conversation, changed, made private or dropped where it stands."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coachjournal.commands.agenda_item import (
    bring_back_agenda_item,
    drop_agenda_item,
    edit_agenda_item,
    mark_raised,
    raise_next_time,
)
from coachjournal.queries.agenda import ToRaise
from coachjournal.queries.drafts import kept_draft
from coachjournal.rules.conversation import Side
from ui.context import Context
from ui.draft_keeper import DraftKeeper
from ui.editors.raise_next_time import RaiseNextTime
from ui.widgets.add_to_raise import AddToRaise
from ui.widgets.marks import Pill, Tone
from ui.widgets.row_keys import RowKeys
from ui.widgets.rows import LinedRows, TickRow
from ui.widgets.text import Span, muted

_HINT = "Enter changes it, P makes it private, Del drops it"


class Agenda(QWidget):
    """The list, and a line to add to it. In a conversation a tick says that it came up there.

    What stands in the line is kept as a draft of the rep, and added when the line is left behind: see `finish`.
    """

    def __init__(self, context: Context, *, name: str, stop: Callable[[QWidget], object] = lambda _row: None) -> None:
        super().__init__()
        self._context, self._stop = context, stop
        self._rep_id, self._rep = 0, ""
        self._conversation_id: int | None = None
        self._keeper = DraftKeeper(context.journal, self._worth_keeping, self)
        self._rows = LinedRows(name=f"{name}.rows")
        self.add = AddToRaise(name=f"{name}.add")
        self.add.entered.connect(self.finish)
        self.add.edited.connect(self._keeper.touch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._rows)
        column.addWidget(self.add)

    def show_items(
        self, items: Iterable[ToRaise], *, rep_id: int, rep: str, conversation_id: int | None = None
    ) -> None:
        """Show what is to be raised with a rep, whose first name this is."""
        is_other = rep_id != self._rep_id
        if is_other:
            self.finish()
            self.add.clear()
        self._rep_id, self._rep, self._conversation_id = rep_id, rep, conversation_id
        self.add.call(rep)
        rows = [self._row(item) for item in items]
        self._rows.show_rows(rows)
        self._rows.setVisible(bool(rows))
        if is_other:
            self._pick_up()

    def finish(self) -> bool:
        """Add what stands in the line; whether the file has it now, be it as a draft."""
        if not self.add.text:
            return True
        in_file = self._keeper.flush()
        self._context.do(
            raise_next_time,
            partial(self._on_made, self.add.text),
            rep_id=self._rep_id,
            text=self.add.text,
            side=self.add.side,
            private=self.add.private,
        )
        return in_file or not self.add.text

    def _row(self, item: ToRaise) -> TickRow:
        name = f"{self._rows.objectName()}.{item.agenda_item_id}"
        words = Span(item.text, muted=item.raised, struck=item.raised)
        whose = (muted(f"{self._rep}’s"),) if item.side is Side.REP else ()
        pills = (Pill("Private", Tone.AMBER),) if item.private else ()
        row = TickRow(words, *whose, pills=pills, checked=item.raised, name=name)
        row.box.setToolTip(_HINT)
        row.box.setAccessibleDescription(_HINT)
        row.ticked.connect(partial(self._on_ticked, item))
        change, turn = partial(self._change, item), partial(self._turn_private, item)
        RowKeys(row.box, {"\r": change, "P": turn, "Del": partial(self._drop, item)})
        self._stop(row.box)
        return row

    def _on_ticked(self, item: ToRaise, raised: bool) -> None:
        conversation_id = self._conversation_id
        if raised and conversation_id is not None:
            self._context.do(mark_raised, agenda_item_id=item.agenda_item_id, conversation_id=conversation_id)
        elif raised:
            self._drop(item)
        else:
            self._context.do(bring_back_agenda_item, agenda_item_id=item.agenda_item_id)

    def _change(self, item: ToRaise) -> None:
        RaiseNextTime(self._context, rep_id=self._rep_id, item=item).open()

    def _turn_private(self, item: ToRaise) -> None:
        self._context.do(edit_agenda_item, agenda_item_id=item.agenda_item_id, private=not item.private)

    def _drop(self, item: ToRaise) -> None:
        self._context.do(drop_agenda_item, agenda_item_id=item.agenda_item_id)

    def _on_made(self, text: str, _agenda_item_id: int) -> None:
        if self.add.text == text:
            had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
            self.add.clear()
            self._keeper.let_go()
            if had_focus:
                self.add.line.setFocus()

    # ------------------------------------------------------------------------------------------- the draft

    def _worth_keeping(self) -> dict[str, Any] | None:
        add = self.add
        return {"typed": {"text": add.text}, "side": add.side.value, "private": add.private} if add.text else None

    def _pick_up(self) -> None:
        """Go on with what was being typed for this rep, when the power failed perhaps."""
        slot = f"editor:toRaise:{self._rep_id}"
        draft = self._context.journal.ask(kept_draft, slot=slot)
        self._keeper.keep_in(slot, in_file=draft is not None)
        if draft is not None:
            self.add.show_item(draft.fields["typed"]["text"], Side(draft.fields["side"]), draft.fields["private"])
