"""How a row is measured and printed."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import ParamSpec

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: medians in `unit`. Without `goal` or `most` it is there for information."""

    what: str
    ours: float
    unit: str
    reference: float | None = None
    against: str = ""
    goal: float | None = None
    """The largest ratio wanted."""
    most: float | None = None
    """The largest value wanted of `ours` itself."""

    @property
    def ratio(self) -> float | None:
        return None if self.reference is None else self.ours / self.reference

    @property
    def verdict(self) -> str:
        """A missed goal is printed as missed."""
        if self.goal is None and self.most is None:
            return ""
        too_often = self.goal is not None and self.ratio is not None and self.ratio > self.goal
        too_much = self.most is not None and self.ours > self.most
        return "missed" if too_often or too_much else "met"

    @property
    def wanted(self) -> str:
        """The goal in words."""
        ratio = "" if self.goal is None else f"≤ {self.goal:g}"
        value = "" if self.most is None else f"≤ {self.most:g} {self.unit}"
        return ", ".join(filter(None, (ratio, value)))

    @property
    def cells(self) -> tuple[str, ...]:
        reference = "" if self.reference is None else f"{self.reference:.4g} {self.unit}: {self.against}"
        ratio = "" if self.ratio is None else f"{self.ratio:.3g}"
        return self.what, f"{self.ours:.4g} {self.unit}", reference, ratio, self.wanted, self.verdict


def paired(ours: Callable[[], object], reference: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Median milliseconds of each, taken in turn, so that a machine that slows down slows both."""
    times: tuple[list[float], list[float]] = ([], [])
    pair = (ours, reference)
    for each in pair:
        each()  # warm
    with no_collecting():
        for round_ in range(rounds):
            for which in (0, 1) if round_ % 2 else (1, 0):
                times[which].append(milliseconds(pair[which]))
    return median(times[0]), median(times[1])


def milliseconds(work: Callable[P, object], *args: P.args, **fields: P.kwargs) -> float:
    """How long one call takes."""
    start = perf_counter()
    work(*args, **fields)
    return (perf_counter() - start) * 1000


@contextmanager
def no_collecting() -> Iterator[None]:
    """Garbage is collected before and not meanwhile, as in the window (see ui/garbage.py)."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def as_table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    head = ("what", "ours", "reference", "ratio", "goal", "")
    lines = [head, tuple("---" for _ in head), *(row.cells for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
