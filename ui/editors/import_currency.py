"""Which currency the amounts of a file are in that name none: shown before anything is imported."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from coachjournal.importers.amounts import currency_code
from ui.editors.import_questions import AnswerBox
from ui.widgets.buttons import spoken_key
from ui.widgets.text import ElidedLabel, Text

_USUAL = ("EUR", "USD", "GBP", "CHF", "CAD", "AUD", "JPY", "SEK", "NOK", "DKK", "PLN", "INR")
_LETTERS = 5


class AmountsIn(QWidget):
    """`chosen` carries an ISO code as soon as one is picked or typed, and "" while what is typed is none."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("importDeals.amountsIn")
        self._now = ""
        self._line = QLineEdit()
        self._line.setObjectName("importDeals.currency.typed")
        self._line.setMaxLength(_LETTERS)
        self._combo = self._currencies()
        aside = f"The file names no currency for them. Yours is set in Your details ({spoken_key('Ctrl+,')})."
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(Text("Amounts in", "bold"))
        row.addWidget(self._combo)
        row.addWidget(ElidedLabel(aside, "muted"), 1)
        self._line.textEdited.connect(self._on_typed)
        self._line.editingFinished.connect(self._on_left)
        self._combo.activated.connect(lambda at: self._on_typed(self._combo.itemText(at)))

    def show_currency(self, currency: str) -> None:
        """Nothing is asked where every amount names its currency."""
        self.setVisible(bool(currency))
        self._now = currency
        if currency_code(self._line.text()) != currency:
            self._line.setText(currency)

    def _currencies(self) -> AnswerBox:
        combo = AnswerBox()
        combo.setObjectName("importDeals.currency")
        combo.setAccessibleName("Amounts in")
        combo.setSizeAdjustPolicy(AnswerBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(_LETTERS)
        combo.setLineEdit(self._line)
        combo.setCompleter(QCompleter(combo))  # of nothing: three letters are typed, never guessed
        combo.setInsertPolicy(AnswerBox.InsertPolicy.NoInsert)
        combo.addItems(_USUAL)
        return combo

    def _on_typed(self, text: str) -> None:
        self.chosen.emit(currency_code(text) or "")

    def _on_left(self) -> None:
        """What is no currency gives way to what stood here."""
        if currency_code(self._line.text()) is None:
            self._line.setText(self._now)
            self.chosen.emit(self._now)
