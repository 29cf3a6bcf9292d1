"""Which deals are listed: an outcome, a rep, a period, a few letters."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from coachjournal.queries.deals_page import DealLine
from coachjournal.rules.deal import Outcome
from coachjournal.rules.names import fold
from coachjournal.rules.period import Period, quarter_of, year_back
from ui.kept import kept_number
from ui.locale import Locale
from ui.widgets.choices import ChipGroup
from ui.widgets.name_choice import NameChoice

_ALL, _EVERYONE, _ANY_TIME = "all", "Everybody", "Any time"
_CHIPS = ((Outcome.OPEN.value, "Open"), (Outcome.WON.value, "Won"), (Outcome.LOST.value, "Lost"), (_ALL, "All"))
_KEPT_OUTCOME, _KEPT_REP, _KEPT_PERIOD = "deals/outcome", "deals/rep", "deals/period"
_SEEN = 11
"""Characters of a name or a period that are seen."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a deal has to be to stay in the list. The period is that of its closing day, expected or true."""

    rep_id: int | None
    period: Period | None
    letters: str

    def fits(self, deal: DealLine) -> bool:
        return (
            self.rep_id in {None, deal.rep_id}
            and (self.period is None or (deal.ends_on is not None and deal.ends_on in self.period))
            and (not self.letters or self.letters in fold(f"{deal.name} {deal.account}"))
        )


class DealsFilter(QWidget):
    """The row over the table. `outcome_changed` asks for other deals, `narrowed` for fewer or more of those at hand."""

    outcome_changed = Signal()
    narrowed = Signal()

    def __init__(self, settings: QSettings, locale: Locale) -> None:
        super().__init__()
        self._settings, self._locale = settings, locale
        self._own_period: Period | None = None
        self.chips = ChipGroup(_CHIPS, name="deals.outcome", label="How the deals stand")
        self.reps = NameChoice(characters=_SEEN, name="deals.rep", label="Whose deals")
        self.periods = NameChoice(characters=_SEEN, name="deals.period", label="When they close")
        self.line = QLineEdit()
        self.line.setObjectName("deals.filter")
        self.line.setAccessibleName("Filter by deal or account")
        self.line.setPlaceholderText("Deal or account (Ctrl F)")
        self.line.setClearButtonEnabled(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget in (self.chips, self.reps, self.periods):
            row.addWidget(widget)
        row.addWidget(self.line, 1)
        self._restore()
        self.chips.chosen.connect(self._on_outcome)
        self.reps.activated.connect(self._on_choice)
        self.periods.activated.connect(self._on_choice)
        self.line.textChanged.connect(lambda _text: self.narrowed.emit())

    @property
    def outcome(self) -> Outcome | None:
        """None means all."""
        return None if self.chips.choice == _ALL else Outcome(self.chips.choice)

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.reps.currentData(), self._period(), fold(self.line.text()).strip())

    def show_reps(self, reps: Iterable[tuple[int, str]]) -> None:
        """Offer these reps; the one that was chosen stays chosen if still there."""
        chosen = self.reps.currentData()
        if self.reps.count() == 0:
            chosen = kept_number(self._settings.value(_KEPT_REP))
        self.reps.clear()
        self.reps.addItem(_EVERYONE, None)
        for rep_id, name in reps:
            self.reps.add_name(name, rep_id)
        self.reps.setCurrentIndex(max(self.reps.findData(chosen), 0))

    def show_only(self, outcome: Outcome | None, rep_id: int | None = None, period: Period | None = None) -> None:
        """Set the whole filter at once, without telling anyone."""
        self.chips.choose(outcome.value if outcome else _ALL)
        self.reps.setCurrentIndex(max(self.reps.findData(rep_id), 0))
        self._show_own_period(period)
        self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(False)

    def clear(self) -> None:
        """Let everything through."""
        self.show_only(None)
        self._on_choice()
        self._on_outcome()

    def _on_outcome(self) -> None:
        self._settings.setValue(_KEPT_OUTCOME, self.chips.choice)
        self.outcome_changed.emit()

    def _on_choice(self) -> None:
        self._settings.setValue(_KEPT_REP, self.reps.currentData())
        self._settings.setValue(_KEPT_PERIOD, self.periods.currentData())
        self.narrowed.emit()

    def _restore(self) -> None:
        kept = str(self._settings.value(_KEPT_OUTCOME, Outcome.OPEN.value))
        self.chips.choose(kept if kept in dict(_CHIPS) else Outcome.OPEN.value)
        for key, title in _PERIODS:
            self.periods.addItem(title, key)
        self.periods.setCurrentIndex(max(self.periods.findData(self._settings.value(_KEPT_PERIOD)), 0))

    def _show_own_period(self, period: Period | None) -> None:
        """A period that somebody else asked for stands as one more choice."""
        self._own_period = period
        at = self.periods.findData(_OWN)
        if at >= 0:
            self.periods.removeItem(at)
        if period is not None:
            self.periods.addItem(self._locale.days(period), _OWN)
        self.periods.setCurrentIndex(0 if period is None else self.periods.count() - 1)

    def _period(self) -> Period | None:
        key = self.periods.currentData()
        return self._own_period if key == _OWN else _period_of(key, self._locale.clock.today())


_OWN = "own"
_PERIODS = (
    ("", _ANY_TIME),
    ("this_quarter", "This quarter"),
    ("next_quarter", "Next quarter"),
    ("last_quarter", "Last quarter"),
    ("this_year", "This year"),
    ("twelve_months", "Last 12 months"),
)


def _period_of(key: str, today: date) -> Period | None:
    quarter = quarter_of(today)
    return {
        "this_quarter": quarter,
        "next_quarter": quarter_of(quarter.end),
        "last_quarter": quarter_of(quarter.start - timedelta(days=1)),
        "this_year": Period(date(today.year, 1, 1), date(today.year + 1, 1, 1)),
        "twelve_months": year_back(today),
    }.get(key)
