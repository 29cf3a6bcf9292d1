"""Deals: outcomes, what of a deal is tracked, stalled deals and slips."""

from enum import StrEnum


class Outcome(StrEnum):
    """How a deal stands. Open deals never count in a win rate."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


class DealField(StrEnum):
    """The parts of a deal whose every change is recorded."""

    STAGE = "stage"
    AMOUNT = "amount"
    CLOSE_ON = "close_on"
    OWNER = "owner"
    NEXT_STEP = "next_step"
