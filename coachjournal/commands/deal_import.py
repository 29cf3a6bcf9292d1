"""Bring the deals of a file into the journal: all of them in one step, or none."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar

from coachjournal.commands.deal_directory import Directory, Pretended
from coachjournal.commands.deal_matching import COLUMNS, Changed, Match, Values, differing, history, match_deals
from coachjournal.errors import Rejected
from coachjournal.journal import Reading, Writing
from coachjournal.rules.imported_deals import Comparison, DealFile, ImportedDeal, ImportedRep, ImportedStage
from coachjournal.store.bulk import collector_paused
from coachjournal.store.connections import raw_of

Progress = Callable[[int, int], bool | None]
"""Told how many rows of how many are written; answering False cancels the import."""

CANCELLED = "Import cancelled. Nothing was changed."
ROWS_A_STEP = 1_000
"""Some hundredths of a second: a progress bar moves smoothly, and cancelling is felt at once."""

T = TypeVar("T")


def compare_deals(tx: Reading, *, file: DealFile) -> Comparison:
    """What `apply_deals` would do now; writes nothing."""
    with collector_paused():
        cursor = raw_of(tx.connection).cursor()
        directory = Directory.read(cursor, Pretended())
        return match_deals(cursor, file, directory).compared(directory)


def apply_deals(tx: Writing, *, file: DealFile, progress: Progress | None = None) -> Comparison:
    """Add and change the deals, with the reps, accounts and stages they need, and record what changed of each deal."""
    with collector_paused():
        run = _Run(tx, file)
        directory = Directory.read(run.cursor, run)
        match = match_deals(run.cursor, file, directory)
        run.write(match, directory, progress)
    comparison = match.compared(directory)
    if run.brought_something:
        run.finish(comparison)
        tx.say(f"Imported {file.name}: {comparison.added:,} deals added, {comparison.changed:,} changed.")
    return comparison


class _Run:
    """One import being written. Its record is made with the first thing it brings: a file of nothing new has none."""

    def __init__(self, tx: Writing, file: DealFile) -> None:
        self.cursor = tx.cursor()
        self._file = file
        self._now = f"{tx.now:%Y-%m-%d %H:%M:%S.%f}"
        self._today = tx.today.isoformat()

    @cached_property
    def key(self) -> int:
        return self._insert(
            "import_run", kind="deals", file_name=self._file.name, sha256=self._file.sha256, made_at=self._now
        )

    def rep(self, rep: ImportedRep) -> int:
        return self._insert("rep", name=rep.name, email=rep.email, import_run_id=self.key)

    def account(self, name: str) -> int:
        return self._insert("account", name=name, import_run_id=self.key)

    def stage(self, stage: ImportedStage) -> int:
        (last,) = self.cursor.execute("SELECT coalesce(max(position), -1) FROM stage").fetchone()
        return self._insert("stage", name=stage.name, position=last + 1, outcome=stage.outcome.value)

    @property
    def brought_something(self) -> bool:
        return "key" in self.__dict__

    def write(self, match: Match, directory: Directory, progress: Progress | None) -> None:
        done, total = 0, len(match.added) + len(match.changed)
        for added in _steps(match.added):
            _report(progress, done, total)
            self.add(added)
            done += len(added)
        for changed in _steps(match.changed):
            _report(progress, done, total)
            self.change(changed, match.columns, directory)
            done += len(changed)
        _report(progress, done, total)

    def add(self, added: Sequence[tuple[ImportedDeal, Values]]) -> None:
        columns = ("external_id", *COLUMNS, "stage_since", "changed_on", "import_run_id")
        run = self.key
        self.cursor.executemany(
            _insert("deal", columns),
            [
                (
                    deal.external_id,
                    *values,
                    deal.stage_since or deal.created_on,
                    deal.changed_on or deal.created_on,
                    run,
                )
                for deal, values in added
            ],
        )

    def change(self, changes: Sequence[Changed], columns: Sequence[str], directory: Directory) -> None:
        """Write only the columns that differ, so that the other indexes stay untouched; and the histories."""
        by_columns: defaultdict[tuple[str, ...], list[Values]] = defaultdict(list)
        histories = []
        for change in changes:
            day = change.deal.changed_on or self._today
            differences = differing(change, columns)
            fields = {column: new for column, (_, new) in differences.items()}
            fields["changed_on"] = day
            if "stage_id" in differences:
                fields["stage_since"] = change.deal.stage_since or day
            by_columns[tuple(fields)].append((*fields.values(), change.deal_id))
            histories += [(change.deal_id, *entry, day, self.key) for entry in history(change, differences, directory)]
        for changed, rows in by_columns.items():
            self.cursor.executemany(f"UPDATE deal SET {' = ?, '.join(changed)} = ? WHERE id = ?", rows)  # noqa: S608
        told = ("deal_id", "field", "old_value", "new_value", "changed_on", "import_run_id")
        self.cursor.executemany(_insert("deal_change", told), histories)

    def finish(self, comparison: Comparison) -> None:
        self.cursor.execute(
            "UPDATE import_run SET rows = ?, added = ?, changed = ?, refused = ? WHERE id = ?",
            (
                len(self._file.deals) + self._file.refused,
                comparison.added,
                comparison.changed,
                self._file.refused,
                self.key,
            ),
        )

    def _insert(self, table: str, **fields: str | int) -> int:
        self.cursor.execute(_insert(table, tuple(fields)), tuple(fields.values()))
        return int(self.cursor.lastrowid)


def _insert(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608


def _steps(rows: Sequence[T]) -> list[Sequence[T]]:
    return [rows[start : start + ROWS_A_STEP] for start in range(0, len(rows), ROWS_A_STEP)]


def _report(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None and progress(done, total) is False:
        raise Rejected(CANCELLED)
