"""Who a rep is: a name is enough to begin."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from coachjournal.commands.rep import RepFields, archive_rep, bring_back_rep, write_rep
from coachjournal.documents.figure_words import period_name
from coachjournal.errors import Rejected
from coachjournal.queries.rep_editor import rep_form
from coachjournal.rules.locale_numbers import format_money, parse_money
from coachjournal.rules.money import Money
from coachjournal.rules.spoken_days import Towards
from ui.context import Context
from ui.editors.editor import Editor
from ui.widgets.buttons import QuietButton
from ui.widgets.date_field import DateField


class RepEditor(Editor):
    """Adds a rep, or changes one; their history stays when they are archived."""

    def __init__(self, context: Context, *, rep_id: int | None = None, at_quota: bool = False) -> None:
        form = context.journal.ask(rep_form, rep_id=rep_id)
        title, finish = form.name or "New rep", "Save" if rep_id else "Add"
        super().__init__(context, title, name="repEditor", finish=finish, keeps=str(rep_id or "new"))
        self._rep_id, self._form = rep_id, form
        self._name = QLineEdit(form.name)
        self._role = QLineEdit(form.role)
        self._territory = QLineEdit(form.territory)
        self._started = DateField(
            form.started_on,
            today=context.journal.clock.today(),
            locale=context.locale.qt,
            optional=True,
            towards=Towards.BEHIND,
        )
        self._quota = QLineEdit(format_money(form.quota, context.locale.name) if form.quota else "")
        self._quota.setPlaceholderText(f"such as 400k, in {form.currency}; empty for none")
        self.add("name", "Name", self._name)
        row = self.add_row()
        self.add("role", "Role", self._role, beside=row)
        self.add("territory", "Territory", self._territory, beside=row)
        row = self.add_row()
        self.add("started_on", "With you since", self._started, beside=row)
        self.add("quota", f"Quota, {period_name(form.quarter, context.locale)}", self._quota, beside=row)
        if rep_id is not None:
            words, press = ("Bring back", self._bring_back) if form.archived_on else ("Archive", self._archive)
            self.form.addWidget(QuietButton(words, press, name="repEditor.archive"))
        (self._quota if at_quota else self._name).setFocus()

    def save(self) -> None:
        quota = self._typed_quota()
        rep_id = self.context.journal.do(
            write_rep, rep_id=self._rep_id, period=self._form.quarter, quota=quota, **self._fields_changed()
        )
        if self._rep_id is None:
            self.context.navigator.open_rep(rep_id)

    def _fields_changed(self) -> RepFields:
        form, fields = self._form, RepFields()
        if self._name.text() != form.name or self._rep_id is None:
            fields["name"] = self._name.text()
        if self._role.text() != form.role:
            fields["role"] = self._role.text()
        if self._territory.text() != form.territory:
            fields["territory"] = self._territory.text()
        if self._started.day != form.started_on:
            fields["started_on"] = self._started.day
        return fields

    def _typed_quota(self) -> Money | None:
        text = self._quota.text().strip()
        if not text:
            return None
        try:
            return parse_money(text, self._form.currency, self.context.locale.name)
        except Rejected as refusal:
            raise Rejected(refusal.sentence, field="quota") from refusal

    def _archive(self) -> None:
        self._do_and_close(archive_rep)

    def _bring_back(self) -> None:
        self._do_and_close(bring_back_rep)

    def _do_and_close(self, command: Callable[..., None]) -> None:
        if self._rep_id is not None:
            self.context.do(command, rep_id=self._rep_id)
        self.reject()
