"""Records of a rep as small as a test needs them. Every deal has a key of its own."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import count
from types import MappingProxyType
from typing import Any

from coachjournal.rules.signals.every_rule import RULES
from coachjournal.rules.signals.finding import Finding, Rule
from coachjournal.rules.signals.limits import SHIPPED, Limits
from coachjournal.rules.signals.records import OpenDeal, RepRecords, WonDeal
from coachjournal.rules.signals.yardstick import StageOf, Usual, Yardstick

TODAY = date(2026, 11, 23)
DANA = 1
NOTHING: Mapping[int, Any] = MappingProxyType({})

_keys = count(1)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def won(
    many: int, *, cycle: int | None = 60, amount: int | None = 100_000, currency: str = "EUR"
) -> tuple[WonDeal, ...]:
    """Deals that were won ten days ago, `cycle` days after they came up."""
    created = None if cycle is None else ago(10 + cycle)
    return tuple(WonDeal(DANA, next(_keys), ago(10), created, amount, currency) for _ in range(many))


def lost(many: int, reason: str = "") -> dict[str, tuple[int, ...]]:
    return {reason: tuple(next(_keys) for _ in range(many))} if many else {}


def still_open(many: int = 1, **fields: Any) -> tuple[OpenDeal, ...]:  # noqa: ANN401 - what an open deal can hold
    told: dict[str, Any] = {"name": "Halvorsen", "stage_id": 4, "amount": 100_000, "currency": "EUR", **fields}
    return tuple(OpenDeal(rep_id=DANA, deal_id=next(_keys), **told) for _ in range(many))


def found(
    rule: Rule,
    by: Yardstick | None = None,
    **records: Any,  # noqa: ANN401 - what the records of a rep can hold
) -> list[Finding]:
    """What the rule finds about a rep of whom only this is known."""
    return list(RULES[rule](RepRecords(DANA, **records), by or usual()))


def usual(
    *,
    win_rate: float | None = None,
    cycle: float | None = None,
    limits: Limits = SHIPPED,
    stages: Mapping[int, StageOf] = NOTHING,
    stage_ages: Mapping[int, Usual] = NOTHING,
    went_on: Mapping[int, Usual] = NOTHING,
) -> Yardstick:
    """What is usual in a team of five."""
    return Yardstick(TODAY, limits, _of_five(win_rate), _of_five(cycle), stage_ages, went_on, stages)


def _of_five(value: float | None) -> Usual | None:
    return None if value is None else Usual(value, 5)
