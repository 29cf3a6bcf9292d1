"""Adding a deal, and correcting one: every change of stage, amount, close date, owner or next step is recorded."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from coachjournal.commands.deal import DealFields, add_deal, edit_deal
from coachjournal.errors import Rejected
from coachjournal.queries.deal_editor import DealForm, deal_form
from coachjournal.rules.deal import Outcome
from coachjournal.rules.locale_numbers import parse_money
from coachjournal.rules.money import Money
from ui.context import Context
from ui.editors.editor import Editor
from ui.widgets.date_field import DateField
from ui.widgets.rep_picker import RepPicker

_NO_TEAM = "There is nobody on the team yet: add a rep first, a name is enough."
_NOBODY = "Choose whose deal it is: two letters of the name are enough."


class DealEditor(Editor):
    """A name, whose it is and where it stands are enough. What ends a deal is only asked of one that is over."""

    def __init__(self, context: Context, deal_id: int | None = None, *, rep_id: int | None = None) -> None:
        title = "Add a deal" if deal_id is None else "Change the deal"
        super().__init__(context, title, name="dealEditor", keeps=str(deal_id or "new"))
        self._deal_id = deal_id
        self._form: DealForm = context.journal.ask(deal_form, deal_id=deal_id)
        self._add_who(self._form, rep_id)
        self._add_standing(self._form)
        self._add_next_step(self._form)
        self._on_stage()
        self._name.setFocus()

    def save(self) -> None:
        self._picker.complete()
        if self._picker.rep_id is None:
            raise Rejected(_NOBODY if self._form.reps else _NO_TEAM, field="rep_id")
        fields = DealFields(
            name=self._name.text(),
            rep_id=self._picker.rep_id,
            stage_id=self._stage.currentData().stage_id,
            amount=self._typed_amount(),
            close_on=self._close.day,
            closed_on=self._closed.day if self._over else None,
            next_step=self._next_step.text().strip(),
            next_step_on=self._next_step_on.day,
            loss_reason=self._loss_reason.text().strip() if self._outcome is Outcome.LOST else "",
        )
        account = self._account.text()
        if self._deal_id is None:
            self.context.journal.do(add_deal, account=account, currency=self._form.currency, **fields)
        else:
            self.context.journal.do(edit_deal, deal_id=self._deal_id, account=account, **fields)

    def _add_who(self, form: DealForm, rep_id: int | None) -> None:
        self._name = QLineEdit(form.name)
        self.add("name", "Deal", self._name)
        self._account = QLineEdit(form.account)
        self._account.setCompleter(_completer(form.accounts))
        self._picker = RepPicker(form.reps, form.rep_id or rep_id)
        row = self.add_row()
        self.add("account", "Account", self._account, beside=row)
        self.add("rep_id", "Rep", self._picker, beside=row)

    def _add_standing(self, form: DealForm) -> None:
        self._stage = QComboBox()
        for stage in form.stages:
            self._stage.addItem(stage.name, stage)
        stages = [stage.stage_id for stage in form.stages]
        self._stage.setCurrentIndex(stages.index(form.stage_id) if form.stage_id in stages else 0)
        self._stage.currentIndexChanged.connect(self._on_stage)
        self._amount = QLineEdit(self._shown_amount(form))
        row = self.add_row()
        self.add("stage_id", "Stage", self._stage, beside=row)
        self.add("amount", f"Amount, {form.currency}", self._amount, beside=row)
        self._close = self._day_field(form.close_on)
        self._closed = self._day_field(form.closed_on or self._today)
        self._loss_reason = QLineEdit(form.loss_reason)
        row = self.add_row()
        self.add("close_on", "Close date", self._close, beside=row)
        self._closed_field = self.add("closed_on", "Closed on", self._closed, beside=row)
        self._loss_field = self.add("loss_reason", "Why it was lost", self._loss_reason)

    def _add_next_step(self, form: DealForm) -> None:
        self._next_step = QLineEdit(form.next_step)
        self._next_step_on = self._day_field(form.next_step_on)
        row = self.add_row()
        self._step_fields = (
            self.add("next_step", "Next step", self._next_step, beside=row),
            self.add("next_step_on", "When", self._next_step_on, beside=row),
        )

    def _on_stage(self) -> None:
        self._closed_field.setVisible(self._over)
        self._loss_field.setVisible(self._outcome is Outcome.LOST)
        for field in self._step_fields:
            field.setVisible(not self._over)

    @property
    def _outcome(self) -> Outcome:
        outcome: Outcome = self._stage.currentData().outcome
        return outcome

    @property
    def _over(self) -> bool:
        return self._outcome is not Outcome.OPEN

    @property
    def _today(self) -> date:
        return self.context.journal.clock.today()

    def _day_field(self, day: date | None) -> DateField:
        return DateField(day, today=self._today, locale=self.context.locale.qt, optional=True)

    def _shown_amount(self, form: DealForm) -> str:
        return self.context.locale.number(float(form.amount.major)) if form.amount else ""

    def _typed_amount(self) -> Money | None:
        """What stands in the field; untouched, what it was, to the last cent."""
        typed = self._amount.text().strip()
        if not typed:
            return None
        if typed == self._shown_amount(self._form):
            return self._form.amount
        return parse_money(typed, self._form.currency, self.context.locale.name)


def _completer(accounts: tuple[str, ...]) -> QCompleter:
    completer = QCompleter(accounts)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
