"""For work on a hundred thousand rows at a time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from looking, again and again, through rows of which none is garbage.

    It took a third of the time of an import. The memory of rows that are done with is freed all the same.
    """
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.enable()
