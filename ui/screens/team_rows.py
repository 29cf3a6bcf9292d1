"""The rows behind a cell of the Team page, in a small window over it; each opens what it is."""

from coachjournal.queries.team_rows import RowBehind, RowOf
from coachjournal.rules.names import first_name
from coachjournal.rules.words import counted, hours, length_of_talk
from ui.context import Context
from ui.locale import Locale
from ui.screens.team_lines import Behind
from ui.widgets.buttons import PlainButton
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.rows_window import RowsWindow
from ui.widgets.sheet import EmptyState

_CHARACTERS_WIDE, _LINES_HIGH = 110, 26


class RowsBehind(RowsWindow):
    """Lists them all; Enter opens one where it stands. Where there are none it says so, and offers to plan coaching."""

    def __init__(self, context: Context, behind: Behind) -> None:
        super().__init__(context.window, behind.title, name="rowsBehind")
        self._context, self._behind = context, behind
        rows = behind.rows(context.journal)
        if rows:
            self._show_rows(rows)
        else:
            self._show_nothing()
        self.add_buttons(*(self._steps() if rows and behind.journal else ()))
        self.make_room(characters=_CHARACTERS_WIDE, lines=_LINES_HIGH)
        if not rows:
            self.resize(self.width(), self.sizeHint().height())

    def _show_rows(self, rows: tuple[RowBehind, ...]) -> None:
        model = RowsModel(
            columns(self._context.locale, one_rep=self._behind.rep is not None), lambda row: (row.of, row.key), self
        )
        model.show_rows(rows)
        self.say(told(rows), "muted")
        table = self.add_table(model, self._context.settings, name=f"rowsBehind.{rows[0].of}")
        table.opened.connect(self._on_opened)
        table.selectRow(0)

    def _show_nothing(self) -> None:
        rep = self._behind.rep
        if rep is None:
            self.column.addWidget(EmptyState(self._behind.nothing))
        else:
            name = first_name(rep.name)
            self.column.addWidget(EmptyState(self._behind.nothing, f"Plan coaching with {name}", self._plan))

    def _steps(self) -> tuple[PlainButton]:
        return (PlainButton("Open in the Journal", self._open_all, name="rowsBehind.openAll", key="Ctrl+Return"),)

    def _plan(self) -> None:
        self.accept()
        self._context.navigator.plan_coaching(self._behind.rep.rep_id if self._behind.rep else None)

    def _open_all(self) -> None:
        self.accept()
        self._context.navigator.search_journal(self._behind.journal)

    def _on_opened(self, row: RowBehind) -> None:
        self.accept()
        navigator = self._context.navigator
        match row.of:
            case RowOf.CONVERSATION:
                navigator.open_conversation(row.key)
            case RowOf.DEAL:
                navigator.open_deal(row.key)
            case RowOf.GOAL:
                navigator.open_rep(row.rep_id, "goals")
            case RowOf.COMMITMENT:
                navigator.open_rep(row.rep_id, "commitments")
            case RowOf.TIME:
                if row.on is not None:
                    navigator.show_week(row.on)


def told(rows: tuple[RowBehind, ...]) -> str:
    """How many there are, and what their time adds up to: "3 conversations, 2 h 15"."""
    together = sum(row.minutes or 0 for row in rows)
    kinds = {row.of for row in rows}
    words = counted(len(rows), _NOUNS.get(rows[0].of, "row") if len(kinds) == 1 else "row")
    return f"{words}, {hours(together)}" if together else words


_NOUNS = {
    RowOf.CONVERSATION: "conversation",
    RowOf.DEAL: "won deal",
    RowOf.GOAL: "goal",
    RowOf.COMMITMENT: "open commitment",
}


def columns(locale: Locale, *, one_rep: bool) -> tuple[Column[RowBehind], ...]:
    """Those that no row has a word in are not seen."""
    return (
        Column(
            title="Day", text=lambda row: locale.day(row.on) if row.on else "", sort_by=lambda row: row.on, width=12
        ),
        Column(title="Rep", text=lambda row: "" if one_rep else row.rep, width=16, gives_way=2, comes_and_goes=True),
        Column(title="What", text=lambda row: row.what, width=16, gives_way=3, comes_and_goes=True),
        Column(
            title="Length",
            text=lambda row: length_of_talk(row.minutes) if row.minutes is not None else "",
            sort_by=lambda row: row.minutes,
            right=True,
            width=8,
            comes_and_goes=True,
        ),
        Column(
            title="Amount",
            text=lambda row: locale.short_money(row.money) if row.money else "",
            sort_by=lambda row: (row.money.currency, row.money.minor) if row.money else None,
            right=True,
            width=9,
            comes_and_goes=True,
        ),
        Column(title="About", text=_about, width=40, least=20),
    )


def _about(row: RowBehind) -> str:
    return f"{row.about} (private)".lstrip() if row.private else row.about
