"""Records that stand in an order of the user's own."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """A record with a place among others, counted from 0."""

    position: int


P = TypeVar("P", bound=Placed)


def moved(placed: Sequence[P], one: P, by: int) -> None:
    """Move one of them so many places down (or up, below 0); at an end it stays there. One put away has no place."""
    if one not in placed:
        return
    others = [each for each in placed if each is not one]
    to = min(max(placed.index(one) + by, 0), len(others))
    in_order([*others[:to], one, *others[to:]])


def in_order(placed: Sequence[Placed]) -> None:
    """Number them as they stand."""
    for position, each in enumerate(placed):
        if each.position != position:
            each.position = position
