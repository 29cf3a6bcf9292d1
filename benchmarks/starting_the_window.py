"""From the start of the process to the first paint and to the day's data, taken in turn with a bare PySide6 window."""

from collections.abc import Iterator
from statistics import median

from benchmarks.journals import hundred_thousand_notes
from benchmarks.processes import bare_window, our_window, screen
from benchmarks.table import Row

ROUNDS = 9


def rows() -> Iterator[Row]:
    """Whole processes: Python, Qt and all. The first of each is not counted: it compiles what was changed."""
    journal = hundred_thousand_notes()
    bare: list[float] = []
    ours: list[dict[str, float]] = []
    with screen() as (environment, where):
        for _ in range(1 + ROUNDS):
            window = bare_window(environment)
            bare.append(window.until("painted")["painted"])
            window.close()
            window = our_window(journal, environment)
            ours.append(window.until("ready"))
            window.close()
    reference = median(bare[1:])
    painted, shown, stall = (median(each[word] for each in ours[1:]) for word in ("painted", "shown", "stall"))
    against = f"a bare PySide6 window {where}"
    yield Row("first painted window, 100,000 notes", painted, "ms", reference, against, 1.2)
    yield Row("the day's data painted", shown, "ms", reference, against, 3)
    yield Row("longest stall of the window while it starts", stall, "ms", most=100)
