"""Ctrl+K over 100,000 notes: each key from its event to the painted rows, and the bare question to the index."""

from collections.abc import Iterator
from functools import partial
from statistics import median, quantiles

from PySide6.QtWidgets import QLineEdit

from benchmarks.hands import SETTLED, pause, press, window_on
from benchmarks.journals import hundred_thousand_notes
from benchmarks.searching_notes import AGAINST, RAW, TYPED
from benchmarks.table import Row, milliseconds, no_collecting
from coachjournal.journal import Journal, open_journal
from coachjournal.queries.search_question import question
from coachjournal.store.connections import dial
from ui.main_window import MainWindow

ROUNDS = 4
BEFORE_A_FRAME = 16.0
WRITTEN = (*TYPED, "a", "顧客 価格")


def rows() -> Iterator[Row]:
    """Names, commands and what was written, of which the reference asks for numbers only."""
    path = hundred_thousand_notes()
    journal, raw = open_journal(path), dial(path, None)
    asked = {words: _values(journal, words) for words in _as_typed()}
    with window_on(path) as desk, no_collecting():
        line = _line(desk.window)
        ours, reference = [], []
        for round_ in range(ROUNDS + 1):
            for words in _as_typed():
                if len(words) == 1:
                    line.clear()
                    pause(1)
                times = milliseconds(press, line, words[-1]), milliseconds(partial(raw.execute, RAW), asked[words])
                if round_:  # the first one warms
                    ours.append(times[0])
                    reference.append(times[1])
                pause(1)
    raw.close()
    journal.close()
    ours_99, reference_99 = (quantiles(times, n=100)[98] for times in (ours, reference))
    what = "a key in Ctrl+K over 100,000 notes, to the painted rows"
    yield Row(f"{what}: median", median(ours), "ms", median(reference), AGAINST)
    yield Row(f"{what}: 99th percentile", ours_99, "ms", reference_99, AGAINST, most=BEFORE_A_FRAME)


def _as_typed() -> Iterator[str]:
    """Every search, letter by letter."""
    for words in WRITTEN:
        yield from (words[:length] for length in range(1, len(words) + 1))


def _values(journal: Journal, words: str) -> tuple[str, int, int]:
    asked = journal.ask(question, words=words)
    return (asked.match, asked.start, asked.end) if asked else ('""', 0, 0)


def _line(window: MainWindow | None) -> QLineEdit:
    """The field of the palette, once it is open and knows all names."""
    if window is None:
        raise RuntimeError("the window is not there")
    window.ways.open_palette()
    pause(SETTLED)
    line = window.findChild(QLineEdit, "palette.line")
    if line is None or not line.isVisible():
        raise LookupError("palette.line")
    return line
