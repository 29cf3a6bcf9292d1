"""Fields for what a goal is measured by, and for its values in that."""

from PySide6.QtWidgets import QComboBox, QLineEdit

from coachjournal.errors import Rejected
from coachjournal.rules.goal import ComputedFrom, Measure
from coachjournal.rules.goal_from_deals import MEASURED_IN
from coachjournal.rules.goal_values import parse_value, typed_value

MEASURES = {
    Measure.LEVEL: "Level, 1 to 5",
    Measure.NUMBER: "Number",
    Measure.PERCENT: "Per cent",
    Measure.MONEY: "Money",
    Measure.PER_WEEK: "A number a week",
}

FROM_DEALS = {
    ComputedFrom.WIN_RATE: "Win rate, from deals",
    ComputedFrom.NEW_DEALS: "New deals, from deals",
    ComputedFrom.SALES_CYCLE: "Sales cycle, from deals",
    ComputedFrom.COVERAGE: "Pipeline cover, from deals",
}

HINTS = {
    Measure.LEVEL: "such as 2.5",
    Measure.NUMBER: "such as 60",
    Measure.PERCENT: "such as 25 %",
    Measure.MONEY: "such as 120k",
    Measure.PER_WEEK: "such as 3",
}


class MeasureChoice(QComboBox):
    """Either a measure in which somebody checks in, or a figure of deals, which has its own."""

    def __init__(self) -> None:
        super().__init__()
        for words in (*MEASURES.values(), *FROM_DEALS.values()):
            self.addItem(words)
        self._ways: tuple[Measure | ComputedFrom, ...] = (*MEASURES, *FROM_DEALS)

    def choose(self, measure: Measure, computed_from: ComputedFrom | None) -> None:
        self.setCurrentIndex(self._ways.index(computed_from or measure))

    @property
    def measure(self) -> Measure:
        way = self._ways[self.currentIndex()]
        return way if isinstance(way, Measure) else MEASURED_IN[way][0]

    @property
    def computed_from(self) -> ComputedFrom | None:
        way = self._ways[self.currentIndex()]
        return way if isinstance(way, ComputedFrom) else None


class ValueField(QLineEdit):
    """Keeps the exact value while its words are left as they are."""

    def __init__(self, locale: str) -> None:
        super().__init__()
        self._locale = locale
        self._measure, self._unit = Measure.LEVEL, ""
        self._given: tuple[str, float] | None = None

    def measure_by(self, measure: Measure, unit: str) -> None:
        """What is typed is read as this. For money the unit is the currency."""
        self._measure, self._unit = measure, unit
        self.setPlaceholderText(HINTS[measure])

    def show_value(self, value: float) -> None:
        words = typed_value(value, self._measure, self._unit, self._locale)
        self._given = (words, value)
        self.setText(words)

    def value(self, field: str) -> float:
        """What is typed. Raises Rejected with the field's name."""
        if self._given is not None and self.text() == self._given[0]:
            return self._given[1]
        return parse_value(self.text(), field, self._measure, self._unit, self._locale)

    def value_so_far(self) -> float | None:
        """What is typed, or None while it cannot be read."""
        try:
            return self.value("")
        except Rejected:
            return None
