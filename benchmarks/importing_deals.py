"""Import of 100,000 deals against csv + executemany of the same rows into the same kind of file, histories included."""

import csv
import gc
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.table import Row, milliseconds
from coachjournal.commands.goal import set_goal
from coachjournal.importers.preview import read_deals
from coachjournal.importers.writing import write_deals
from coachjournal.journal import Journal, Reading, open_journal
from coachjournal.rules.goal import ComputedFrom, Measure
from coachjournal.store.connections import dial

DEALS = 100_000
ROUNDS = 3
HEAD = (
    "Opportunity ID",
    "Opportunity Owner",
    "Account Name",
    "Opportunity Name",
    "Stage",
    "Amount",
    "Created Date",
    "Close Date",
)
STAGES = ("Prospect", "Qualify", "Discover", "Propose", "Negotiate")
CHANGED = 4
"""One deal in so many has moved to another stage, with another amount and close date, in the second file."""


def rows() -> Iterator[Row]:
    """A first import, and one of the file as it looks a month later.

    Both as Python runs them, with its collector on: pausing it is part of what ours does.
    """
    with TemporaryDirectory() as folder:
        files = _write_files(Path(folder))
        firsts: list[tuple[float, float]] = []
        seconds: list[tuple[float, float]] = []
        for round_ in range(ROUNDS):
            ours, raw = _Ours(Path(folder) / f"ours{round_}.coach"), _Raw(Path(folder) / f"raw{round_}.coach")
            gc.collect()
            firsts.append((milliseconds(ours.bring_in, files[0]), milliseconds(raw.bring_in, files[0])))
            ours.aim()
            gc.collect()
            seconds.append((milliseconds(ours.bring_in, files[1]), milliseconds(raw.change, files[1])))
            ours.check(raw)
        against = "csv.reader and executemany of the same rows"
        yield _row(f"import {DEALS:,} deals", firsts, against)
        yield _row(f"import them again, {DEALS // CHANGED:,} changed, with histories", seconds, against)


def _row(what: str, pairs: list[tuple[float, float]], against: str) -> Row:
    return Row(what, median(ours for ours, _ in pairs), "ms", median(raw for _, raw in pairs), against, 1.5)


def _write_files(folder: Path) -> tuple[Path, Path]:
    dice = Random(7)
    deals = [_deal(number, dice) for number in range(DEALS)]
    first = _write(folder / "first.csv", deals)
    for deal in deals[::CHANGED]:
        deal[4] = STAGES[(STAGES.index(deal[4]) + 1) % len(STAGES)]
        deal[5] = str(int(deal[5]) + 500)
        deal[7] = str(date.fromisoformat(deal[7]) + timedelta(days=30))
    return first, _write(folder / "second.csv", deals)


def _deal(number: int, dice: Random) -> list[str]:
    created = date(2026, 1, 1) + timedelta(days=dice.randrange(300))
    account = f"Account {dice.randrange(5000)}"
    return [
        *(f"D{number:06}", f"Rep Number {number % 10}", account, f"{account} renewal {number}", dice.choice(STAGES)),
        *(str(dice.randrange(1000, 90_000)), str(created), str(created + timedelta(days=dice.randrange(20, 200)))),
    ]


def _write(path: Path, deals: list[list[str]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([HEAD, *deals])
    return path


class _Ours:
    """The import as the window does it: read, then compare, apply and check in on goals in one step."""

    def __init__(self, path: Path) -> None:
        self.journal: Journal = open_journal(path)

    def bring_in(self, path: Path) -> None:
        self.journal.do(write_deals, file=read_deals(self.journal, path).file)

    def aim(self) -> None:
        """A goal for each rep that takes its values from the deals."""
        for rep_id in self.journal.ask(lambda tx: tx.connection.exec_driver_sql("SELECT id FROM rep").scalars().all()):
            self.journal.do(
                set_goal,
                rep_id=rep_id,
                title="New deals",
                measure=Measure.NUMBER,
                baseline=5.0,
                target=10.0,
                due_on=self.journal.clock.today() + timedelta(days=180),
                computed_from=ComputedFrom.NEW_DEALS,
            )

    def check(self, raw: "_Raw") -> None:
        """Both did the same work, or the ratio means nothing."""
        for table in ("deal", "deal_change", "account", "rep"):
            sql = f"SELECT count(*) FROM {table}"
            if self.journal.ask(_scalar, sql) != raw.connection.execute(sql).fetchone()[0]:
                raise RuntimeError(f"the two imports differ in {table}")
        self.journal.close()
        raw.connection.close()


class _Raw:
    """The least that brings the same rows into the same tables, without asking whether they are right."""

    def __init__(self, path: Path) -> None:
        open_journal(path).close()
        self.connection = dial(path, None)
        self.keys: dict[str, dict[str, int]] = {"rep": {}, "account": {}}

    def bring_in(self, path: Path) -> None:
        stages = dict(self.connection.execute("SELECT name, id FROM stage"))
        with path.open(newline="", encoding="utf-8") as file:
            deals = list(csv.reader(file))[1:]
        self.connection.execute("BEGIN IMMEDIATE")
        for table, column in (("rep", 1), ("account", 2)):
            names = list(dict.fromkeys(deal[column] for deal in deals))
            self.connection.executemany(f"INSERT INTO {table} (name) VALUES (?)", [(name,) for name in names])
            self.keys[table] = dict(self.connection.execute(f"SELECT name, id FROM {table}"))
        reps, accounts = self.keys["rep"], self.keys["account"]
        self.connection.executemany(
            "INSERT INTO deal (external_id, rep_id, account_id, name, stage_id, amount, currency, created_on, close_on,"
            " outcome) VALUES (?, ?, ?, ?, ?, ?, 'EUR', ?, ?, 'open')",
            [
                (number, reps[rep], accounts[account], name, stages[stage], int(amount) * 100, created, close)
                for number, rep, account, name, stage, amount, created, close in deals
            ],
        )
        self.connection.execute("COMMIT")

    def change(self, path: Path) -> None:
        stages = dict(self.connection.execute("SELECT name, id FROM stage"))
        names = {key: name for name, key in stages.items()}
        known = {
            row[0]: row[1:]
            for row in self.connection.execute("SELECT external_id, id, stage_id, amount, close_on FROM deal")
        }
        with path.open(newline="", encoding="utf-8") as file:
            deals = list(csv.reader(file))[1:]
        updates, changes = [], []
        for number, _, _, _, stage, amount, _, close in deals:
            key, *old = known[number]
            new = [stages[stage], int(amount) * 100, close]
            if new != old:
                updates.append((*new, key))
                told = (
                    ("stage", names[old[0]], stage),
                    ("amount", *_texts(old[1], new[1])),
                    ("close_on", old[2], close),
                )
                changes += [(key, *each) for each in told]
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.executemany("UPDATE deal SET stage_id = ?, amount = ?, close_on = ? WHERE id = ?", updates)
        self.connection.executemany(
            "INSERT INTO deal_change (deal_id, field, old_value, new_value, changed_on)"
            " VALUES (?, ?, ?, ?, '2026-11-23')",
            changes,
        )
        self.connection.execute("COMMIT")


def _scalar(tx: Reading, sql: str) -> object:
    return tx.connection.exec_driver_sql(sql).scalar_one()


def _texts(*numbers: int) -> tuple[str, ...]:
    return tuple(f"{number} EUR" for number in numbers)
