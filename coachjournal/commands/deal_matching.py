"""Compare what a file says about deals with what the journal has: which deals are new, which changed, and how."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as sqlite

from coachjournal.commands.deal_directory import Directory
from coachjournal.rules.deal import DealField
from coachjournal.rules.imported_deals import Comparison, DealFile, ImportedDeal

COLUMNS = (
    *("rep_id", "account_id", "stage_id", "name", "outcome", "amount", "currency", "forecast_category", "created_on"),
    *("close_on", "closed_on", "loss_reason", "next_step", "next_step_on"),
)
"""The columns of a deal that a file can fill, in the order of `ImportedDeal`."""

Values = tuple[Any, ...]
"""A value for each of `COLUMNS`."""

_REP, _ACCOUNT, _STAGE, _AMOUNT, _CLOSE_ON, _NEXT_STEP = map(
    COLUMNS.index, ("rep_id", "account_id", "stage_id", "amount", "close_on", "next_step")
)
_FIRST_VALUE, _AFTER_VALUES = ImportedDeal._fields.index("name"), ImportedDeal._fields.index("stage_since")


class Changed(NamedTuple):
    """A deal that the journal has otherwise."""

    deal_id: int
    deal: ImportedDeal
    old: Values
    new: Values


@dataclass(slots=True)
class Match:
    """The deals of a file, sorted by what they mean to the journal."""

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
    stored = _stored(cursor)
    told = itemgetter(*(at for at, column in enumerate(COLUMNS) if column in file.parts))
    match = Match()
    for deal in file.deals:
        values = (rep_keys[deal[1]], account_keys[deal[2]], stage_keys[deal[3]], *deal[_FIRST_VALUE:_AFTER_VALUES])
        known = stored.get(deal[0])
        if known is None:
            match.added.append((deal, values))
        elif told(known) == told(values):
            match.unchanged += 1
        else:
            match.changed.append(Changed(known[-1], deal, known[:-1], _merged(known, values, file.parts)))
    return match


def _stored(cursor: sqlite.Cursor) -> dict[str, Values]:
    """All deals that came from a file: number in the CRM to values, with the deal's key behind them."""
    rows = cursor.execute(f"SELECT {', '.join(COLUMNS)}, id, external_id FROM deal WHERE external_id <> ''")  # noqa: S608
    return {row[-1]: row[:-1] for row in rows}


def _merged(old: Values, new: Values, parts: frozenset[str]) -> Values:
    return tuple(n if column in parts else o for column, o, n in zip(COLUMNS, old, new, strict=False))


def history(change: Changed, directory: Directory) -> Iterator[tuple[str, str, str]]:
    """Each recorded part of a deal that changed: its `DealField`, the old and the new value as text."""
    old, new = change.old, change.new
    if old[_STAGE] != new[_STAGE]:
        yield DealField.STAGE.value, directory.stage_names[old[_STAGE]], directory.stage_names[new[_STAGE]]
    if old[_AMOUNT] != new[_AMOUNT]:
        yield DealField.AMOUNT.value, _text(old[_AMOUNT]), _text(new[_AMOUNT])
    if old[_CLOSE_ON] != new[_CLOSE_ON]:
        yield DealField.CLOSE_ON.value, _text(old[_CLOSE_ON]), _text(new[_CLOSE_ON])
    if old[_REP] != new[_REP]:
        yield DealField.OWNER.value, directory.rep_names[old[_REP]], directory.rep_names[new[_REP]]
    if old[_NEXT_STEP] != new[_NEXT_STEP]:
        yield DealField.NEXT_STEP.value, old[_NEXT_STEP], new[_NEXT_STEP]


def moved_stage(change: Changed) -> bool:
    return bool(change.old[_STAGE] != change.new[_STAGE])


def _text(value: object) -> str:
    return "" if value is None else str(value)
