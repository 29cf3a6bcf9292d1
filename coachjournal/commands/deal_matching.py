"""Compare what a file says about deals with what the journal has: which deals are new, which changed, and how."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as sqlite

from coachjournal.commands.deal_directory import Directory
from coachjournal.rules.deal import DealField, recorded_amount, recorded_step
from coachjournal.rules.imported_deals import Comparison, DealFile, ImportedDeal

COLUMNS = (
    *("rep_id", "account_id", "stage_id", "name", "outcome", "amount", "currency", "forecast_category", "created_on"),
    *("close_on", "closed_on", "loss_reason", "next_step", "next_step_on"),
)
"""The columns of a deal that a file can fill, in the order of `ImportedDeal`."""

Values = tuple[Any, ...]
"""A value for each of `COLUMNS`."""

_RECORDED = {
    "stage_id": DealField.STAGE.value,
    "amount": DealField.AMOUNT.value,
    "close_on": DealField.CLOSE_ON.value,
    "rep_id": DealField.OWNER.value,
    "next_step": DealField.NEXT_STEP.value,
}
_AS_BEFORE = (None, None)
_FIRST_VALUE, _AFTER_VALUES = ImportedDeal._fields.index("name"), ImportedDeal._fields.index("stage_since")


class Changed(NamedTuple):
    """A deal that the journal has otherwise: its old and new values of the columns that the file speaks of."""

    deal_id: int
    deal: ImportedDeal
    amount: int | None
    currency: str
    """What the journal has, whether the file speaks of it or not."""
    old: Values
    new: Values


@dataclass(slots=True)
class Match:
    """The deals of a file, sorted by what they mean to the journal."""

    columns: tuple[str, ...]
    """The columns that the file speaks of."""
    added: list[tuple[ImportedDeal, Values]] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    unchanged: int = 0

    def compared(self, directory: Directory) -> Comparison:
        return Comparison(
            added=len(self.added),
            changed=len(self.changed),
            unchanged=self.unchanged,
            new_reps=tuple(directory.new_reps),
            new_accounts=tuple(directory.new_accounts),
            new_stages=tuple(directory.new_stages),
        )


def match_deals(cursor: sqlite.Cursor, file: DealFile, directory: Directory) -> Match:
    """Sort the deals of a file; asks the directory, which may make reps, accounts and stages, for their keys."""
    reps, accounts, stages = (dict.fromkeys(map(itemgetter(at), file.deals)) for at in (1, 2, 3))
    rep_keys = {rep: directory.rep(rep) for rep in reps}
    account_keys = {name: directory.account(name) for name in accounts}
    stage_keys = {stage: directory.stage(stage) for stage in stages}
    match = Match(tuple(column for column in COLUMNS if column in file.parts))
    stored = _stored(cursor, match.columns)
    told = itemgetter(*map(COLUMNS.index, match.columns))
    for deal in file.deals:
        values = (rep_keys[deal[1]], account_keys[deal[2]], stage_keys[deal[3]], *deal[_FIRST_VALUE:_AFTER_VALUES])
        known = stored.get(deal[0])
        if known is None:
            match.added.append((deal, values))
        elif known[4:] == (new := told(values)):
            match.unchanged += 1
        else:
            match.changed.append(Changed(known[1], deal, known[2], known[3], known[4:], new))
    return match


def _stored(cursor: sqlite.Cursor, columns: Sequence[str]) -> dict[str, Values]:
    """All deals that came from a file, by the number in the CRM: that, the key, the amount, then the columns."""
    told = ", ".join(("external_id", "id", "amount", "currency", *columns))
    rows = cursor.execute(f"SELECT {told} FROM deal WHERE external_id <> ''")  # noqa: S608
    return {row[0]: row for row in rows}


def differing(change: Changed, columns: Sequence[str]) -> dict[str, tuple[Any, Any]]:
    """The columns of a deal that differ, with the old and the new value."""
    pairs = zip(columns, change.old, change.new, strict=True)
    return {column: (old, new) for column, old, new in pairs if old != new}


def history(
    change: Changed, differences: Mapping[str, tuple[Any, Any]], directory: Directory
) -> Iterator[tuple[str, str, str]]:
    """Each recorded part of a deal that changed: its `DealField`, the old and the new value as text."""
    told = {**differences, "amount": _amounts(change, differences), "next_step": _steps(change, differences)}
    for column, field_name in _RECORDED.items():
        old, new = told.get(column, _AS_BEFORE)
        if old != new:
            yield field_name, _text(column, old, directory), _text(column, new, directory)


def _amounts(change: Changed, differences: Mapping[str, tuple[Any, Any]]) -> tuple[str, str]:
    """The old and the new amount, each with its currency: a file may change one of them alone."""
    _, amount = differences.get("amount", (None, change.amount))
    _, currency = differences.get("currency", (None, change.currency))
    return recorded_amount(change.amount, change.currency), recorded_amount(amount, currency)


def _steps(change: Changed, differences: Mapping[str, tuple[Any, Any]]) -> tuple[str, str]:
    """The old and the new next step, each with its day: a file may move the day alone."""
    words = differences.get("next_step", (change.deal.next_step,) * 2)
    days = differences.get("next_step_on", (change.deal.next_step_on,) * 2)
    return recorded_step(words[0], days[0]), recorded_step(words[1], days[1])


def _text(column: str, value: str | int | None, directory: Directory) -> str:
    if column == "stage_id":
        return directory.stage_names[int(value or 0)]
    if column == "rep_id":
        return directory.rep_names[int(value or 0)]
    return "" if value is None else str(value)
