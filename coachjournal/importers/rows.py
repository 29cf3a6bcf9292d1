"""Read a table of deals column by column; what cannot be read is a problem with its row, column and reason."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TypeVar

from coachjournal.importers.columns import Field
from coachjournal.importers.table import Table

T = TypeVar("T")

# What exports write where there is nothing.
_NOTHING = frozenset({"", "-", "--", "—", "n/a", "na", "null", "none", "nan", "\\n", "#n/a", "(blank)", "nil"})
_SHOWN_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a cell; the row number is the spreadsheet's. A row that is not `kept` is left out."""

    row: int
    column: str
    value: str
    reason: str
    kept: bool = False


@dataclass(slots=True)
class Rows:
    """The rows of a table, to be read by the fields of a deal, and what was found wrong on the way."""

    table: Table
    columns: Mapping[Field, str]
    values: Mapping[Field, str]
    problems: list[Problem] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)
    _texts: dict[Field, Sequence[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        width = len(self.table.headers)
        longer = [at for at, cells in enumerate(self.table.rows) if len(cells) != width]
        for at in longer:
            self._too_long(at, self.table.rows[at], width)

    def __len__(self) -> int:
        return len(self.table.rows)

    def has(self, part: Field) -> bool:
        return part in self.columns or part in self.values

    def texts(self, part: Field) -> Sequence[str]:
        """The texts of a field; blank where nothing holds it."""
        if part not in self._texts:
            self._texts[part] = self._column(part)
        return self._texts[part]

    def _column(self, part: Field) -> Sequence[str]:
        if part in self.columns:
            return list(map(itemgetter(self.table.headers.index(self.columns[part])), self.table.rows))
        return [self.values.get(part, "")] * len(self)

    def distinct(self, *parts: Field) -> set[str]:
        """All different texts of some fields."""
        return set().union(*map(self.texts, parts))

    def read(
        self, part: Field, read: Callable[[str], T | None], blank: T, reason: str, *, keep: bool = False
    ) -> list[T]:
        """A value for each row. Each different text is read once: `None` is a problem, and `blank` stands in for it."""
        if not self.has(part):
            return [blank] * len(self)
        known = {text: blank if is_nothing(text) else read(text) for text in set(self.texts(part))}
        unreadable = {text for text, value in known.items() if value is None and not is_nothing(text)}
        if unreadable:
            for at, text in enumerate(self.texts(part)):
                if text in unreadable:
                    self.object_to(at, part, text, reason, keep=keep)
        good = {text: blank if value is None else value for text, value in known.items()}
        return [good[text] for text in self.texts(part)]

    def object_to(self, at: int, part: Field, value: str, reason: str, *, keep: bool = False) -> None:
        """Note what is wrong with a row, and leave the row out unless it can be kept."""
        heading = self.columns.get(part, part.label)
        self._note(at, heading, value, reason, keep=keep)

    def _too_long(self, at: int, cells: Sequence[str], width: int) -> None:
        reason = f"The row has {len(cells)} cells and there are {width} headings: perhaps a quotation mark is missing."
        self._note(at, f"column {width + 1}", cells[width], reason)

    def _note(self, at: int, heading: str, value: str, reason: str, *, keep: bool = False) -> None:
        if not keep and at in self.refused:
            return
        if not keep:
            self.refused.add(at)
        shown = value if len(value) <= _SHOWN_CHARACTERS else value[:_SHOWN_CHARACTERS] + "…"
        ending = "The row is kept." if keep else "The row is left out."
        self.problems.append(Problem(self.table.row_numbers[at], heading, shown, f"{reason} {ending}", keep))


def is_nothing(text: str) -> bool:
    return text.strip().casefold() in _NOTHING


def tidy(text: str) -> str:
    """The words of a cell on one line, without control characters."""
    words = " ".join(text.split())
    return words if words.isprintable() else "".join(c for c in words if unicodedata.category(c) != "Cc")
