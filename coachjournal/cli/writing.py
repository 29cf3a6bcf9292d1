"""How answers are printed: one JSON document, or lines that a person reads."""

import json
import os
import sys
from dataclasses import asdict, is_dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from coachjournal.cli.reading import lines_of
from coachjournal.cli.typed import users_locale


def as_json(answer: object) -> str:
    """The answer as one JSON document, in UTF-8, keys in the order they were made."""
    return json.dumps(answer, default=_plain, ensure_ascii=False, indent=2)


def as_text(answer: object) -> str:
    """The answer as a person reads it, numbers and amounts as they are written where the user lives."""
    return lines_of(json.loads(as_json(answer)), users_locale())


def show(text: str) -> None:
    """Print it; a reader that has seen enough, such as `head`, is no error."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        # What is left in the buffer would be written, and fail again, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, date | Path | StrEnum):
        return str(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")
