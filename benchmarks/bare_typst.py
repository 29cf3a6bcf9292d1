"""Printing a document in a running app beside the bare compiler on the same template and words."""

import json
from collections.abc import Callable
from itertools import count
from typing import Any
from unittest.mock import patch

import typst

from benchmarks.table import paired

ROUNDS = 20


def beside_bare_typst(ours: Callable[[], object], *, vary: str) -> tuple[float, float]:
    """Milliseconds of ours and of the bare compiler. Both are to say something else every time, as typst remembers
    what it has set before: in the reference it is the field `vary`. Fonts are read once by both.
    """
    fresh, arguments = count(), _what_typst_gets(ours)
    data = json.loads(arguments["sys_inputs"]["data"])

    def bare() -> None:
        words = json.dumps({**data, vary: f"Bare, step {next(fresh)}."})
        typst.compile(**{**arguments, "sys_inputs": {**arguments["sys_inputs"], "data": words}})

    return paired(ours, bare, ROUNDS)


def _what_typst_gets(ours: Callable[[], object]) -> dict[str, Any]:
    """The call that printing ends in."""
    with patch.object(typst, "compile", wraps=typst.compile) as compiled:
        ours()
    (template,) = compiled.call_args.args
    return {"input": template, **compiled.call_args.kwargs}
