"""The development plans of the team: who has one, what comes next, and the way to write and print it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from coachjournal.documents.figure_words import period_name
from coachjournal.queries.plans_page import PlanLine, plans_page
from coachjournal.rules.conversation import Side
from coachjournal.rules.names import first_name
from coachjournal.rules.plan import PlanStanding
from coachjournal.rules.words import counted
from ui.context import Context
from ui.editors.plan import PlanEditor
from ui.editors.self_rating import SelfRating
from ui.exporting import export_plan
from ui.locale import Locale
from ui.screens.screen import Screen
from ui.widgets.buttons import PlainButton, PrimaryButton
from ui.widgets.marks import Tone
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.sheet import EmptyState, Sheet
from ui.widgets.table import INDENT, Table

_TONES = {
    PlanStanding.NONE: Tone.PLAIN,
    PlanStanding.NOT_AGREED: Tone.AMBER,
    PlanStanding.IN_PLACE: Tone.PEOPLE,
    PlanStanding.REVIEW_DUE: Tone.AMBER,
    PlanStanding.REVIEW_LATE: Tone.RED,
}
_WORDS = {
    PlanStanding.NONE: "no plan yet",
    PlanStanding.NOT_AGREED: "not agreed yet",
    PlanStanding.IN_PLACE: "in place",
}


class PlansScreen(Screen):
    """One line a rep. Enter writes, the primary button prints, R lets both sides rate the skills."""

    title = "Plans"
    topics = frozenset({"plan", "rep", "goal", "cadence", "absence"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        rows = RowsModel(plan_columns(context.locale), lambda line: line.rep_id, self)
        self.table: Table[PlanLine] = Table(rows, context.settings, name="plansTable", label="Development plans")
        self._write = PlainButton("Write", self._on_write, name="plans.write", hint="Enter")
        self._export = PrimaryButton("Export PDF…", self._on_export, name="plans.export", key="P")
        self._rate = PlainButton("Rate skills", self._on_rate, name="plans.rate", key="R")
        for button in (self._rate, self._write, self._export):
            self.header.add_action(button)
        self._sheet = Sheet(name="plans.sheet")
        self._sheet.let_out(INDENT)
        self._sheet.add(self.table, 1)
        self._empty = self._empty_sheet()
        self.body.addWidget(self._sheet, 1)
        self.body.addWidget(self._empty)
        self.body.addStretch(0)
        self.table.opened.connect(lambda line: PlanEditor(context, line.rep_id).open())
        self.table.pointed.connect(self._on_pointed)

    def load(self) -> None:
        lines = self.context.journal.ask(plans_page)
        self.header.say("Plans", plans_words(lines))
        self.table.rows.show_rows(lines)
        self._sheet.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        if lines and self.table.current_row() is None:
            self.table.selectRow(0)
        self._on_pointed(self.table.current_row())
        self.table.setFocus()

    def open_item(self, item_id: int) -> None:
        """Show the line of a rep."""
        self.refresh()
        self.table.choose(item_id)

    def _on_write(self) -> None:
        line = self.table.current_row()
        if line is not None:
            PlanEditor(self.context, line.rep_id).open()

    def _on_export(self) -> None:
        line = self.table.current_row()
        if line is not None:
            export_plan(self.context, line.rep_id)

    def _on_rate(self) -> None:
        """Whose turn it is: each side rates without seeing the other's levels."""
        line = self.table.current_row()
        if line is None:
            return
        menu = QMenu(self)
        menu.setObjectName("plans.rateMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = first_name(line.rep).replace("&", "&&")
        menu.addAction(f"&{first}’s turn…", lambda: SelfRating(self.context, line.rep_id).open())
        menu.addAction("&Your turn…", lambda: SelfRating(self.context, line.rep_id, Side.MANAGER).open())
        menu.popup(self._rate.mapToGlobal(self._rate.rect().bottomLeft()))

    def _on_pointed(self, line: PlanLine | None) -> None:
        for button in (self._rate, self._write, self._export):
            button.setEnabled(line is not None)

    def _empty_sheet(self) -> QWidget:
        sheet = Sheet("No plans yet")
        sheet.add(
            EmptyState(
                "A development plan says where a rep wants to go and what you both do for it. "
                "Add the first rep in the side: a name is enough.",
                "To the first page",
                lambda: self.context.navigator.open_page("today"),
            )
        )
        return sheet


def plan_columns(locale: Locale) -> tuple[Column[PlanLine], ...]:
    """Narrow enough for all of them to be seen in the smallest window."""
    return (
        Column(title="Rep", text=lambda line: line.rep, bold=True, width=14),
        Column(
            title="Plan",
            text=lambda line: f"version {line.version}" if line.version else "",
            sort_by=lambda line: line.version or None,
            width=8,
        ),
        Column(
            title="Period",
            text=lambda line: _period(line, locale),
            sort_by=lambda line: line.period.start if line.period else None,
            width=9,
        ),
        Column(
            title="Agreed",
            text=lambda line: locale.day(line.agreed_on) if line.agreed_on else "",
            sort_by=lambda line: line.agreed_on,
            width=10,
        ),
        Column(
            title="Next review",
            text=lambda line: locale.near_day(line.review_on) if line.review_on else "",
            sort_by=lambda line: line.review_on,
            width=10,
        ),
        Column(
            title="Goals in work",
            text=lambda line: locale.number(line.active_goals) if line.active_goals else "none",
            sort_by=lambda line: line.active_goals,
            right=True,
            width=10,
        ),
        Column(
            title="Standing",
            text=lambda line: standing_words(line, locale),
            sort_by=lambda line: list(PlanStanding).index(line.standing),
            tone=lambda line: _TONES[line.standing],
            width=15,
        ),
    )


def standing_words(line: PlanLine, locale: Locale) -> str:
    """How a plan stands: "no plan yet", "review due Wed", "review 3 days late"."""
    if line.standing in _WORDS:
        return _WORDS[line.standing]
    words = locale.due(line.review_on) if line.review_on else ""
    return f"review {words}" if line.standing is PlanStanding.REVIEW_LATE else f"review due {words}"


def plans_words(lines: tuple[PlanLine, ...]) -> str:
    """How many reps have a plan: "5 of 7 reps have one"."""
    have = sum(line.version > 0 for line in lines)
    return f"{have} of {counted(len(lines), 'rep')} have one" if lines else ""


def _period(line: PlanLine, locale: Locale) -> str:
    if line.period is None:
        return ""
    name = period_name(line.period, locale)
    year = "" if str(line.period.start.year) in name else f" {line.period.start.year}"
    return f"{name}{year}"
