"""Who is on the sample team, and how their fourteen months go."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from coachjournal.places import RESOURCES
from coachjournal.rules.conversation import ConversationKind

MANAGER = "Markus Lind"


@dataclass(frozen=True, slots=True)
class Selling:
    """How somebody sells: numbers of deals, a typical amount in thousands, days of a cycle, moved close dates a deal."""

    closed: int
    open: int
    typical: int
    cycle: int
    won: float | tuple[int, ...]
    """A share, or which of the closed ones, counted from 1."""
    slips: float


@dataclass(frozen=True, slots=True)
class Seller:
    """One rep of the sample team. `rhythm` is the usual number of days between two conversations of a kind."""

    name: str
    role: str
    territory: str
    email: str
    pronouns: tuple[str, str, str]
    days_here: int
    rhythm: dict[ConversationKind, int]
    quota: int
    selling: Selling
    keeps: dict[str, float]
    accounts: tuple[tuple[str, str, str], ...]
    """Name, contact and trade of each customer."""

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


@cache
def resource(name: str) -> Any:
    """What a file of the sample team holds."""
    return json.loads((RESOURCES / "sample_team" / f"{name}.json").read_text(encoding="utf-8"))


def sellers() -> tuple[Seller, ...]:
    """The seven of them."""
    accounts = resource("accounts")
    return tuple(_seller(each, accounts[each["name"]]) for each in resource("team"))


def _seller(each: dict[str, Any], accounts: list[list[str]]) -> Seller:
    deals = each["deals"]
    won = deals["won"]
    return Seller(
        name=each["name"],
        role=each["role"],
        territory=each["territory"],
        email=each["email"],
        pronouns=tuple(each["pronouns"]),
        days_here=each["days_here"],
        rhythm={ConversationKind(kind): days for kind, days in each["rhythm"].items()},
        quota=each["quota"],
        selling=Selling(**{**deals, "won": tuple(won) if isinstance(won, list) else won}),
        keeps=each["commitments"],
        accounts=tuple((name, contact, trade) for name, contact, trade in accounts),
    )
