"""How answers are printed: one JSON document, or lines that a person reads."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any


def as_json(answer: object) -> str:
    """The answer as one JSON document, in UTF-8, keys in the order they were made."""
    return json.dumps(answer, default=_plain, ensure_ascii=False, indent=2)


def as_text(answer: object) -> str:
    """The answer as lines: a record is "name: value" a line, a list one record a line."""
    plain = json.loads(as_json(answer))
    if isinstance(plain, list):
        return "\n".join(_line(each) for each in plain) or "Nothing there yet."
    return "\n".join(f"{_words(name)}: {_value(value)}" for name, value in plain.items())


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


def _line(record: object) -> str:
    if isinstance(record, dict):
        return "  ".join(_value(value) for value in record.values())
    return str(record)


def _value(value: object) -> str:
    match value:
        case None:
            return "–"
        case float():
            return f"{value:.4g}"
        case Mapping():
            return ", ".join(f"{_words(name)} {_value(each)}" for name, each in value.items()) or "none"
        case str():
            return value
        case Sequence():
            return "; ".join(_line(each) for each in value) or "none"
        case _:
            return str(value)


def _words(name: str) -> str:
    return name.replace("_", " ")
