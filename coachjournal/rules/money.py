"""Money: whole minor units and an ISO 4217 currency code, never a float, never added across currencies."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

# ISO 4217 gives every other currency two decimals. The table is our own and not taken from a library of locales:
# those libraries change digits between versions, and what is stored in a journal must not change its worth with them.
_NO_DECIMALS = (
    *("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG"),
    *("RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"),
)
_THREE_DECIMALS = ("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")
_FOUR_DECIMALS = ("CLF", "UYW")
_DIGITS = dict.fromkeys(_NO_DECIMALS, 0) | dict.fromkeys(_THREE_DECIMALS, 3) | dict.fromkeys(_FOUR_DECIMALS, 4)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (cents) of one currency."""

    minor: int
    currency: str

    def __add__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        self._same_currency(other)
        return self.minor < other.minor

    @property
    def major(self) -> Decimal:
        """The amount in whole units of the currency, exactly: 12.50 for 1250 cents."""
        return Decimal(self.minor).scaleb(-minor_digits(self.currency))

    def _same_currency(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} cannot be added or compared.")


def minor_digits(currency: str) -> int:
    """How many decimals the currency has (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD."""
    return _DIGITS.get(currency, 2)


def to_minor(major: Decimal | int, currency: str) -> int:
    """Whole units to minor units; what is finer than the currency's last decimal is rounded half to even."""
    return int(Decimal(major).scaleb(minor_digits(currency)).to_integral_value(ROUND_HALF_EVEN))


def add_by_currency(amounts: Iterable[tuple[str, int | None]]) -> dict[str, int]:
    """Sums of minor units, one for each currency, from pairs of currency and amount; unknown amounts are left out."""
    sums: dict[str, int] = {}
    for currency, minor in amounts:
        if minor is not None:
            sums[currency] = sums.get(currency, 0) + minor
    return sums
