"""Whom to see: a few letters of a deal or an account, Enter; a name that is new stays as it was typed."""

from collections.abc import Iterable

from PySide6.QtCore import Signal

from coachjournal.queries.ride_along_plan import CustomerChoice
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

    def complete(self) -> None:
        """Leaving it picks nothing."""

    def _pick(self, customer: CustomerChoice) -> None:
        self.choose(None)
        self.picked.emit(customer)
