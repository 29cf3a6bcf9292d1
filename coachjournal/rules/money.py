"""Money: whole minor units and an ISO 4217 currency code, never a float, never added across currencies."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (cents) of one currency."""

    minor: int
    currency: str
