"""Whom to see: a few letters of a deal or an account, Enter; a name that is new is offered as a new account."""

from collections.abc import Iterable

from PySide6.QtCore import Signal

from coachjournal.queries.ride_along_plan import CustomerChoice
from coachjournal.rules.names import fold
from ui.widgets.name_picker import NamePicker


class CustomerPicker(NamePicker):
    """Ready for another after each. `picked` carries the choice; only Enter makes one."""

    picked = Signal(object)

    def __init__(self, *, name: str) -> None:
        super().__init__(())
        self._customers: list[CustomerChoice] = []
        self.setObjectName(name)
        self.setAccessibleName("Customer to see")
        self.setPlaceholderText("Letters of a deal or an account, Enter")
        self.chosen.connect(lambda place: self._pick(self._customers[place]))
        self.unmatched.connect(lambda typed: self._pick(CustomerChoice(typed.strip(), None, None)))

    def offer_customers(self, customers: Iterable[CustomerChoice]) -> None:
        self._customers = list(customers)
        self.offer((place, customer.name) for place, customer in enumerate(self._customers))

    @property
    def is_new(self) -> bool:
        """Whether what is typed is the name of no customer yet."""
        return bool(self.text().strip()) and not self._matches(1)

    def complete(self) -> None:
        """Leaving it picks nothing."""

    def besides(self) -> tuple[str, ...]:
        typed = self.text().strip()
        known = any(fold(customer.name) == fold(typed) for customer in self._customers)
        return () if known or not typed else (f"New account “{typed}”",)

    def take_besides(self, words: str) -> None:
        if words in self.besides():
            self.unmatched.emit(self.text())

    def _pick(self, customer: CustomerChoice) -> None:
        self.choose(None)
        self.picked.emit(customer)
