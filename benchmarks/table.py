"""How a row is measured and printed."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import ParamSpec

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `ours` and `reference` are medians in `unit`; a goal is the largest ratio wanted."""

    what: str
    ours: float
    reference: float
    unit: str
    against: str
    goal: float
    most: float | None = None
    """The largest value wanted of `ours` itself, where there is one."""

    @property
    def ratio(self) -> float:
        return self.ours / self.reference

    @property
    def verdict(self) -> str:
        """A missed goal is printed as missed."""
        too_much = self.most is not None and self.ours > self.most
        return "missed" if self.ratio > self.goal or too_much else "met"

    @property
    def wanted(self) -> str:
        """The goal in words."""
        absolute = "" if self.most is None else f", ≤ {self.most:g} {self.unit}"
        return f"≤ {self.goal:g}{absolute}"


def paired(ours: Callable[[], object], reference: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Median milliseconds of each, taken in turn, so that a machine that slows down slows both."""
    times: tuple[list[float], list[float]] = ([], [])
    pair = (ours, reference)
    for each in pair:
        each()  # warm
    for round_ in range(rounds):
        for which in (0, 1) if round_ % 2 else (1, 0):
            times[which].append(milliseconds(pair[which]))
    return median(times[0]), median(times[1])


def milliseconds(work: Callable[P, object], *args: P.args, **fields: P.kwargs) -> float:
    """How long one call takes, with the garbage of the one before collected."""
    gc.collect()
    start = perf_counter()
    work(*args, **fields)
    return (perf_counter() - start) * 1000


def as_table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    head = ("what", "ours", "reference", "ratio", "goal", "")
    lines = [head, tuple("---" for _ in head)]
    lines += [
        (
            row.what,
            f"{row.ours:.4g} {row.unit}",
            f"{row.reference:.4g} {row.unit}: {row.against}",
            f"{row.ratio:.2f}",
            row.wanted,
            row.verdict,
        )
        for row in rows
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
