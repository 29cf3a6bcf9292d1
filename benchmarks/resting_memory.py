"""What the window holds in memory when nothing happens, against a bare PySide6 window.

Resident memory, for both with the pages of libraries that they share: what is left when these are divided among all
processes that happen to run (PSS) changes with whatever else does.
"""

import sys
from collections.abc import Iterator
from statistics import median

from benchmarks.journals import hundred_thousand_notes
from benchmarks.processes import bare_window, our_window, screen
from benchmarks.table import Row

ROUNDS = 3


def rows() -> Iterator[Row]:
    """Told by Linux alone."""
    if not sys.platform.startswith("linux"):
        return
    journal = hundred_thousand_notes()
    bare, before, after = [], [], []
    with screen() as (environment, where):
        for _ in range(ROUNDS):
            window = bare_window(environment)
            window.until("rested")
            bare.append(window.resident())
            window.close()
            window = our_window(journal, environment)
            window.until("rested")
            before.append(window.resident())
            window.open_rep(1)
            window.until("rested")
            after.append(window.resident())
            window.close()
    reference, against = median(bare), f"a bare PySide6 window {where}"
    yield Row("memory at rest, before a chart", median(before), "MB", reference, against, 1.8)
    yield Row("memory at rest, after a rep's chart", median(after), "MB", reference, against, 2.8)
