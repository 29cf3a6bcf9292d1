"""Rows of a select: read by their names, or put into groups."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Any, TypeVar

from sqlalchemy import Row

AnyRow = Row[*tuple[Any, ...]]
"""A row, whatever its columns."""

Key = TypeVar("Key", bound=Hashable)
T = TypeVar("T")


def grouped(pairs: Iterable[tuple[Key, T]]) -> dict[Key, list[T]]:
    """The values of each key, in the order they come."""
    groups: defaultdict[Key, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups
