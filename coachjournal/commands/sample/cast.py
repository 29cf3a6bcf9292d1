"""Who is on the sample team, and how their fourteen months go."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from functools import cache
from typing import TypeVar, cast, get_origin

from coachjournal.commands.sample.shapes import SellerRow
from coachjournal.places import RESOURCES
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.names import first_name

MANAGER = "Markus Lind"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Selling:
    """How somebody sells: numbers of deals, a typical amount in thousands, days of a cycle, slips a deal."""

    closed: int
    open: int
    typical: int
    cycle: int
    won: float | list[int]
    """A share, or which of the closed ones, counted from 1."""
    slips: float
    lost_at: Sequence[int] = (1, 2, 2, 3, 3, 4)
    """Stages at which deals are lost, counted from 0; the more often one stands here, the more deals."""
    youngest: float = 0.12
    """How old the newest open deal is, as a share of a cycle."""


@dataclass(frozen=True, slots=True)
class Seller:
    """One rep of the sample team. `rhythm` is the usual number of days between two conversations of a kind."""

    name: str
    role: str
    territory: str
    email: str
    pronouns: tuple[str, str, str]
    days_here: int
    meets: tuple[int, time]
    """The weekday and the hour of the one-on-one."""
    rhythm: dict[ConversationKind, int]
    quota: int
    selling: Selling
    keeps: dict[str, float]
    accounts: tuple[tuple[str, str, str], ...]
    """Name, contact and trade of each customer."""

    @property
    def first_name(self) -> str:
        return first_name(self.name)


def resource(name: str, shape: type[T]) -> T:
    """What a file of the sample team holds. The files are ours: only their outermost shape is looked at."""
    found = _read(name)
    if not isinstance(found, get_origin(shape) or dict):
        raise TypeError(f"{name}.json does not hold a {shape}")
    return cast("T", found)


@cache
def _read(name: str) -> object:
    return json.loads((RESOURCES / "sample_team" / f"{name}.json").read_text(encoding="utf-8"))


def sellers() -> tuple[Seller, ...]:
    """The seven of them."""
    accounts = resource("accounts", dict[str, list[tuple[str, str, str]]])
    return tuple(_seller(row, accounts[row["name"]]) for row in resource("team", list[SellerRow]))


def _seller(row: SellerRow, accounts: list[tuple[str, str, str]]) -> Seller:
    return Seller(
        name=row["name"],
        role=row["role"],
        territory=row["territory"],
        email=row["email"],
        pronouns=row["pronouns"],
        days_here=row["days_here"],
        meets=(row["meets"][0], time.fromisoformat(row["meets"][1])),
        rhythm={ConversationKind(kind): days for kind, days in row["rhythm"].items()},
        quota=row["quota"],
        selling=Selling(**row["deals"]),
        keeps=row["commitments"],
        accounts=tuple(accounts),
    )
