import gc
import threading

import pytest
from PySide6.QtCore import QObject

from ui.garbage import Garbage


class Knot:
    """Garbage that reference counting cannot clear away, and that knows where it died."""

    def __init__(self, died_in: list[int]) -> None:
        self.itself = self
        self._died_in = died_in

    def __del__(self) -> None:
        self._died_in.append(threading.get_ident())


@pytest.mark.usefixtures("qapp")
def test_cycles_made_in_another_thread_are_cleared_on_the_main_thread() -> None:
    keeper, died_in = QObject(), list[int]()
    garbage = Garbage(keeper)
    garbage.take_over()
    worker = threading.Thread(target=lambda: [Knot(died_in) for _ in range(5_000)])
    worker.start()
    worker.join()
    assert died_in == []
    garbage.clear()
    assert set(died_in) == {threading.get_ident()}
    assert len(died_in) == 5_000
    assert not gc.isenabled()
    keeper.deleteLater()
