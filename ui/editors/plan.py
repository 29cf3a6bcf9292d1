"""Writing a development plan: every field is saved as soon as it is left."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coachjournal.changes import Change
from coachjournal.commands.plan import PlanFields, renew_plan, start_plan, write_plan
from coachjournal.errors import Rejected, StorageUnavailable
from coachjournal.queries.plan_editor import PlanForm, plan_form
from coachjournal.rules.names import first_name
from coachjournal.rules.period import quarter_of
from ui.context import Context
from ui.editors.plan_actions import PlanActions
from ui.editors.plan_fields import PlanDays, PlanText
from ui.editors.plan_strengths import PlanStrengths
from ui.exporting import export_plan
from ui.widgets.buttons import PlainButton, PrimaryButton
from ui.widgets.text import ElidedLabel, SectionTitle, Text

_TOPICS = frozenset({"plan", "plan_action", "strength", "rep", "conversation"})
_CHARACTERS_WIDE, _LINES_HIGH = 116, 44


class PlanEditor(QDialog):
    """The latest version. A plan that does not exist yet begins with the first thing written into it."""

    def __init__(self, context: Context, rep_id: int) -> None:
        super().__init__(context.window)
        self._context, self._rep_id = context, rep_id
        self._warned = False
        self._form: PlanForm = context.journal.ask(plan_form, rep_id=rep_id)
        self.setObjectName("planEditor")
        self.setWindowTitle(f"Development plan of {self._form.rep}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._make_parts()
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        QShortcut(QKeySequence("Ctrl+Z"), self, context.messages.undo_wanted.emit)
        QShortcut(QKeySequence("Ctrl+Shift+Z"), self, context.messages.redo_wanted.emit)
        context.bus.changed.connect(self._on_changed)
        self._show()
        self._direction.entry.setFocus()
        metrics, room = self.fontMetrics(), context.window.size()
        self.resize(
            min(metrics.averageCharWidth() * _CHARACTERS_WIDE, room.width() - 48),
            min(metrics.height() * _LINES_HIGH, room.height() - 32),
        )

    def done(self, result: int) -> None:
        """Esc and Done alike: what is still being written is kept first. Where it cannot be, asking again leaves."""
        if self._keep_all() or self._warned:
            super().done(result)
        self._warned = True

    def plan_id(self) -> int:
        """The plan's key; the plan is begun when there is none yet."""
        if self._form.plan_id is None:
            self._context.journal.do(start_plan, rep_id=self._rep_id, period=self._form.period)
            self._form = self._context.journal.ask(plan_form, rep_id=self._rep_id)
        if self._form.plan_id is None:
            raise RuntimeError("a plan that was just begun is not there")
        return self._form.plan_id

    def _make_parts(self) -> None:
        name = first_name(self._form.rep)
        text = partial(PlanText, keep=self._keep)
        self._direction = text("direction", f"Where {name} wants to go, in their words", lines=3)
        self._support = text("support", "Support I will give", lines=3)
        self._found = tuple(text(f"found_{days}", f"Found after {days} days", lines=3) for days in (30, 60, 90))
        self._comments = text("comments", f"Comments by {self._form.rep}", lines=3)
        self._texts = (self._direction, self._support, *self._found, self._comments)
        self._days = PlanDays(self._context, keep=self._keep)
        self._strengths = PlanStrengths(self._context, self._rep_id, self.plan_id)
        self._actions = PlanActions(self._context, self.plan_id)
        self._version = ElidedLabel("", "muted")
        self._problem = Text("", "problem", wrap=True)
        self._problem.setObjectName("planEditor.problem")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Text(f"Development plan of {self._form.rep}", "title"))
        head.addWidget(self._version, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = self._sheet()
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 12, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        column.addWidget(self._problem)
        column.addLayout(self._buttons())

    def _sheet(self) -> QWidget:
        """The plan from top to bottom, in the order in which it is printed."""
        sheet = QWidget()
        parts = QVBoxLayout(sheet)
        parts.setContentsMargins(0, 0, 12, 0)
        parts.setSpacing(16)
        for widget in (self._days, self._direction):
            parts.addWidget(widget)
        for title, part in (("What is strong", self._strengths), ("Actions", self._actions)):
            parts.addWidget(SectionTitle(title))
            parts.addWidget(part)
        parts.addWidget(self._support)
        found = QHBoxLayout()
        found.setSpacing(12)
        for field in self._found:
            found.addWidget(field, 1)
        parts.addLayout(found)
        parts.addWidget(self._comments)
        parts.addStretch(1)
        return sheet

    def _buttons(self) -> QHBoxLayout:
        self._renew = PlainButton("New version", self._on_renew, name="planEditor.renew")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._renew)
        row.addStretch(1)
        row.addWidget(PlainButton("Export PDF…", self._on_export, name="planEditor.export"))
        row.addWidget(PrimaryButton("Done", self.accept, name="planEditor.done", hint="Ctrl+Return"))
        return row

    def _show(self) -> None:
        form = self._form
        self._version.setText(f"version {form.version}" if form.plan_id else "not begun yet")
        self._renew.setEnabled(form.plan_id is not None)
        for field, text in zip(self._texts, (form.direction, form.support, *form.found, form.comments), strict=True):
            field.show_text(text)
        self._days.show_days(form)
        self._strengths.show_strengths(form.strengths)
        self._actions.show_actions(form.actions)

    def _keep_all(self) -> bool:
        """Write whatever is still only in a field; whether all of it could be written."""
        kept = [text.keep() for text in self._texts] + [self._days.keep()]
        return all(kept)

    def _keep(self, fields: PlanFields, complain: Callable[[Rejected], None]) -> bool:
        """Write what was changed; whether it could be written."""
        try:
            self._context.journal.do(write_plan, plan_id=self.plan_id(), **fields)
        except Rejected as refusal:
            complain(refusal)
        except StorageUnavailable as trouble:
            self._problem.setText(f"{trouble.sentence} What you typed is still here.")
        else:
            self._problem.setText("")
            return True
        return False

    def _on_changed(self, change: Change) -> None:
        if change.topics & _TOPICS:
            try:
                self._form = self._context.journal.ask(plan_form, rep_id=self._rep_id)
            except Rejected:  # an undo took the rep away
                super().done(QDialog.DialogCode.Rejected)
            else:
                self._show()

    def _on_renew(self) -> None:
        period = quarter_of(max(self._form.period.end, self._context.journal.clock.today()))
        self._context.do(renew_plan, plan_id=self.plan_id(), period=period)

    def _on_export(self) -> None:
        """Print what is seen: on some systems a button takes no focus, and the field in hand is not left by it."""
        if self._keep_all():
            export_plan(self._context, self._rep_id)
