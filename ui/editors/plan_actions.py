"""The actions of a plan: ticked when done, changed in an editor of their own, added by a line."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from coachjournal.commands.plan import ActionFields, add_action, delete_action, edit_action
from coachjournal.queries.plan_editor import WrittenAction
from coachjournal.rules.plan import ActionKind
from coachjournal.rules.spoken_days import Towards
from ui.context import Context
from ui.editors.editor import Editor
from ui.widgets.buttons import QuietButton
from ui.widgets.date_field import DateField
from ui.widgets.marks import Pill, Tone
from ui.widgets.rows import LinedRows, TickRow
from ui.widgets.text import Span, muted


class PlanActions(QWidget):
    """Enter in the line adds an action and opens it for the rest."""

    def __init__(self, context: Context, plan_id: Callable[[], int]) -> None:
        super().__init__()
        self._context, self._plan_id = context, plan_id
        self._rows = LinedRows(name="planEditor.actions")
        self._line = QLineEdit()
        self._line.setObjectName("planEditor.action")
        self._line.setAccessibleName("Add an action")
        self._line.setPlaceholderText("What will be done, Enter")
        self._line.returnPressed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._rows)
        column.addWidget(self._line)

    def show_actions(self, actions: tuple[WrittenAction, ...]) -> None:
        self._rows.show_rows(self._row(action) for action in actions)
        self._rows.setVisible(bool(actions))

    def _row(self, action: WrittenAction) -> TickRow:
        done = action.done_on is not None
        details = [action.kind.label, f"support: {action.support}" if action.support else ""]
        row = TickRow(
            Span(action.what, struck=done),
            muted(", ".join(filter(None, details))),
            pills=_pills(action, self._context),
            checked=done,
            name=f"planEditor.action.{action.action_id}",
        )
        row.ticked.connect(partial(self._on_ticked, action))
        change = partial(self._change, action)
        button = QuietButton("Change…", change, name=f"planEditor.action.{action.action_id}.change")
        button.setAccessibleName(f"Change {action.what}")
        row.add_mark(button)
        return row

    def _on_ticked(self, action: WrittenAction, ticked: bool) -> None:
        done_on = self._context.journal.clock.today() if ticked else None
        self._context.do(edit_action, action_id=action.action_id, done_on=done_on)

    def _change(self, action: WrittenAction) -> None:
        ActionEditor(self._context, action, self).open()

    def _add(self) -> None:
        if not self._line.text().strip():
            return
        what = self._line.text()
        self._context.do(add_action, partial(self._on_added, what), plan_id=self._plan_id(), what=what)

    def _on_added(self, what: str, _action_id: int) -> None:
        if self._line.text() == what:
            self._line.clear()


class ActionEditor(Editor):
    """All of an action."""

    def __init__(self, context: Context, action: WrittenAction, parent: QWidget) -> None:
        super().__init__(context, "Action", name="planAction", keeps=str(action.action_id))
        self.setParent(parent.window(), self.windowFlags())
        self._action = action
        today, locale = context.journal.clock.today(), context.locale.qt
        self._what = QLineEdit(action.what)
        self._kind = QComboBox()
        for kind in ActionKind:
            self._kind.addItem(kind.label, kind)
        self._kind.setCurrentIndex(list(ActionKind).index(action.kind))
        self._reps_part, self._support = QLineEdit(action.reps_part), QLineEdit(action.support)
        self._due = DateField(action.due_on, today=today, locale=locale, optional=True)
        self._done = DateField(action.done_on, today=today, locale=locale, optional=True, towards=Towards.BEHIND)
        self.add("what", "What", self._what)
        self.add("reps_part", "The rep’s part", self._reps_part)
        self.add("support", "My support", self._support)
        row = self.add_row()
        self.add("kind", "Kind", self._kind, beside=row)
        self.add("due_on", "By", self._due, beside=row)
        self.add("done_on", "Done on", self._done, beside=row)
        self.form.addWidget(QuietButton("Delete", self._delete, name="planAction.delete"))
        self._what.setFocus()

    def save(self) -> None:
        fields = ActionFields(
            what=self._what.text(),
            kind=ActionKind(self._kind.currentData()),
            reps_part=self._reps_part.text().strip(),
            support=self._support.text().strip(),
            due_on=self._due.day,
            done_on=self._done.day,
        )
        self.context.journal.do(edit_action, action_id=self._action.action_id, **fields)

    def _delete(self) -> None:
        self.context.do(delete_action, action_id=self._action.action_id)
        self.leave()


def _pills(action: WrittenAction, context: Context) -> tuple[Pill, ...]:
    if action.done_on is not None:
        return (Pill(f"done {context.locale.day(action.done_on)}", Tone.PEOPLE),)
    if action.due_on is None:
        return ()
    late = action.due_on < context.journal.clock.today()
    return (Pill(context.locale.due(action.due_on), Tone.RED if late else Tone.PLAIN),)
