"""Modules of the window, brought in behind it: what knows no Qt in the lane, the rest here.

A class of Qt's that is made in another thread, while this one is at work inside Qt, now and then takes the process
along.
"""

import re
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.abc import InspectLoader
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.worker import Task, Worker

_IMPORT = re.compile(r"^from ((?:coachjournal|ui)[\w.]*) import", re.MULTILINE)


def bring_in(worker: "Worker", modules: tuple[str, ...], then: Callable[[], object]) -> None:
    """Import modules of the window; `then` hears of it once they are there."""

    def in_the_lane(_task: "Task") -> None:
        bring_in_the_core(modules)

    def here(_done: None) -> None:
        for module in modules:
            import_module(module)
        then()

    worker.run(in_the_lane, here)


def bring_in_the_core(modules: tuple[str, ...]) -> None:
    """Import, in whichever thread, what these modules of the window need of the core: nearly all of their weight."""
    for module in core_of(modules):
        import_module(module)


def core_of(modules: tuple[str, ...]) -> Iterator[str]:
    """The modules of the core that modules of the window import, and those that these import."""
    ahead, seen = list(modules), set(sys.modules)
    while ahead:
        module = ahead.pop()
        if module in seen:
            continue
        seen.add(module)
        if module.startswith("coachjournal"):
            yield module
        else:
            ahead += _IMPORT.findall(_source(module))


def _source(module: str) -> str:
    """As it is written; "" where only its compiled form is installed, and then all is imported here."""
    spec = find_spec(module)
    if spec is None or not isinstance(spec.loader, InspectLoader):
        return ""
    return spec.loader.get_source(module) or ""
