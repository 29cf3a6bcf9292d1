"""What the numbers say: every signal that is open, and beside the list what one of them is made of and was done."""

from collections.abc import Iterable

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.queries.reps import reps
from coachjournal.queries.signals import OpenSignal, open_signals, quiet_signals
from coachjournal.rules.coaching import SignalState
from coachjournal.rules.signals.finding import Finding
from coachjournal.rules.words import counted
from ui.context import Context
from ui.screens.screen import Screen
from ui.screens.signal_steps import name_of, note_seen
from ui.screens.signals_empty import SignalsEmpty
from ui.screens.signals_filter import SignalsFilter
from ui.screens.signals_groups import Group, grouped
from ui.screens.signals_list import SignalsList
from ui.screens.signals_panel import SignalPanel
from ui.widgets.choices import TabbedSheet
from ui.widgets.halves import Halves
from ui.widgets.parts import Parts

OPEN, NOT_NOW, CLOSED = "open", "notNow", "closed"
_TITLES = {OPEN: "Open", NOT_NOW: "Not now", CLOSED: "Closed"}
_TABS = {SignalState.NOT_NOW: NOT_NOW, SignalState.CLOSED: CLOSED}
_NOTHING = {
    OPEN: "Nothing is open. What the numbers say stands here as soon as they say something.",
    NOT_NOW: "What you put off stands here, with the reason and the day on which it returns.",
    CLOSED: "What you closed stands here, with what was learnt.",
}
_CHARACTERS_BESIDE = 96
"""Narrower than this the signal stands below the list."""


class SignalsScreen(Screen):
    """Up and Down walk, Enter goes to the rows behind a signal, C, N, R and L act on it, Esc comes back."""

    title = "Signals"
    topics = frozenset(
        {"rep", "quota", "deal", "deal_change", "stage", "account", "conversation", "field_call", "commitment", "goal"}
        | {"check_in", "skill", "rating", "cadence", "absence", "setting", "signal", "coaching_action"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._wanted = ""
        self.filter = SignalsFilter(context.settings)
        self.sheet = TabbedSheet(name="signals.sheet", label="Open, put off and closed signals")
        self.lists = {key: SignalsList(context, name=f"signals.{key}") for key in _TITLES}
        self._nothing = {key: SignalsEmpty(context, name=f"signals.{key}.nothing") for key in _TITLES}
        self.panel = SignalPanel(context)
        self._lay_out()
        self._connect()

    def rep_in_sight(self) -> int | None:
        current = self._list.current
        return None if current is None else current.subject.rep_id

    def show_rep(self, rep_id: int | None, *, tab: str = OPEN) -> None:
        """The signals of one rep, or of everybody."""
        self.filter.show_only(rep_id)
        self.sheet.tabs.choose(tab)
        self.refresh()
        self._list.take_focus()

    def show_signal(self, signal: OpenSignal | Finding) -> None:
        """Make a signal the current one, on its tab and whatever the filter left out.

        One that is listed no more leads to what else is open about the rep.
        """
        rep_id, about = signal.subject.rep_id, (signal.rule, signal.subject)
        ask = self.context.journal.ask
        told = (*ask(open_signals, rep_id=rep_id), *ask(quiet_signals, rep_id=rep_id))
        found = next((each for each in told if (each.rule, each.subject) == about), None)
        if found is None:
            self.show_rep(rep_id)
        else:
            self._wanted = name_of(found)
            self.show_rep(None, tab=_tab_of(found))

    def load(self) -> None:
        ask = self.context.journal.ask
        opened, quiet = ask(open_signals), ask(quiet_signals)
        team = [(rep.rep_id, rep.rep) for rep in ask(reps) if rep.active]
        self.filter.offer((*opened, *quiet), team)
        self.filter.setVisible(bool(opened or quiet))
        wanted, self._wanted = self._wanted, ""
        for key in _TITLES:
            signals = tuple(signal for signal in (*opened, *quiet) if _tab_of(signal) == key)
            self._show(key, signals, wanted if key == self.sheet.tabs.choice else "", there=bool(team))
        self.header.say(self.title, _counts(opened))
        self.panel.show_signal(self._list.current)
        note_seen(self.context, opened)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._list.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self.fontMetrics().averageCharWidth() * _CHARACTERS_BESIDE
        self._halves.stand(beside=beside)

    # --------------------------------------------------------------------------------------------- inside

    @property
    def _list(self) -> SignalsList:
        """The one in sight."""
        return self.lists[self.sheet.tabs.choice]

    def _show(self, key: str, signals: tuple[OpenSignal, ...], wanted: str, *, there: bool) -> None:
        fitting = self.filter.fitting(signals)
        groups = grouped(fitting) if key == OPEN else ((Group("", fitting),) if fitting else ())
        self.lists[key].setVisible(bool(fitting))
        self.lists[key].show_groups(groups, wanted)
        self.sheet.tabs.count_of(key, sum(signal.is_waiting for signal in fitting) if key == OPEN else len(fitting))
        nothing = self._nothing[key]
        nothing.setVisible(not fitting)
        if not fitting:
            nothing.say(_NOTHING[key], all_left_out=bool(signals), waiting=key == OPEN, team=there)

    def _lay_out(self) -> None:
        for key, title in _TITLES.items():
            tab = QWidget()
            column = _bare_column(tab)
            column.addWidget(self._nothing[key])
            column.addWidget(self.lists[key], 1)
            self.sheet.add_tab(key, title, tab)
        self._halves = Halves(
            self.sheet, self.panel, self.context.settings, page="signals", beside=(52, 48), under=(50, 50)
        )
        self.body.addWidget(self.filter)
        self.body.addWidget(self._halves, 1)

    def _connect(self) -> None:
        self.filter.changed.connect(self.refresh)
        self.sheet.tabs.chosen.connect(lambda _key: self.panel.show_signal(self._list.current))
        for key, rows in self.lists.items():
            rows.pointed.connect(lambda signal, key=key: self._on_pointed(key, signal))
            rows.entered.connect(self.panel.take_focus)
        for nothing in self._nothing.values():
            nothing.show_all.connect(lambda: self.show_rep(None))
        self.panel.left.connect(self._on_left)
        self._parts = Parts(self, self._find_parts)

    def _find_parts(self) -> Iterable[QWidget]:
        return (self.filter, self.sheet, self.panel)

    def _on_pointed(self, key: str, signal: OpenSignal | None) -> None:
        if key == self.sheet.tabs.choice:
            self.panel.show_signal(signal)

    def _on_left(self) -> None:
        self._list.take_focus()


def _tab_of(signal: OpenSignal) -> str:
    return _TABS.get(signal.state, OPEN)


def _counts(opened: tuple[OpenSignal, ...]) -> str:
    """What stands beside the title: "5 open, 2 strengths among them"; the tabs say how many were put away."""
    waiting = [signal for signal in opened if signal.is_waiting]
    strengths, gone = sum(signal.rule.is_strength for signal in waiting), len(opened) - len(waiting)
    told = (
        f"{len(waiting)} open" if opened else "",
        f"{counted(strengths, 'strength')} among them" if strengths else "",
        f"{gone} no longer so" if gone else "",
    )
    return ", ".join(filter(None, told))


def _bare_column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    return column
