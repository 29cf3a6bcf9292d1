"""A journal of ten years, for benchmarks, pictures and tests of the window: many rows of the right shape, quickly.

    python -m benchmarks.big_journal FILE [--conversations 100000] [--today DAY]

It is written past the commands, straight into a real migrated file, and always the same for the same sizes and day.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import sqlcipher3.dbapi2 as sqlite

from coachjournal.clock import SystemClock
from coachjournal.commands.sample.cast import resource
from coachjournal.commands.sample.shapes import RideAlongRow
from coachjournal.journal import open_journal
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.time_entry import TimeCategory, TimeGroup
from coachjournal.store.connections import dial

FIRST_NAMES = ("Dana", "Amir", "Lena", "Tom", "Julia", "Will", "Femi", "Nora", "Piotr", "Inés", "Sanna", "Marek")
LAST_NAMES = ("Reyes", "Khan", "Sato", "Moyo", "Prieto", "Novak", "Adeyemi", "Berg", "Zielinski", "Duarte", "Virta")
STAGES = ("Prospect", "Qualify", "Discover", "Propose", "Negotiate")
WON, LOST = 6, 7
ACCOUNTS = 600
SKILLS = 12
"""Those that ship: a third of the conversations have one as their focus."""
HOURS_A_WEEK = 22
"""Time entries, beside the conversations."""
KIND_WEIGHTS = (14, 2, 5, 4, 1, 2, 72)
"""How often each kind of conversation comes, in the order of the kinds: mostly in passing."""
GOAL_DAYS = 180
CHECK_IN_DAYS = 14
GAPS = {
    "rep": "Dana",
    "she": "she",
    "She": "She",
    "obj": "her",
    "their": "her",
    "theirs": "hers",
    "peer": "Amir",
    "account": "Halvorsen AS",
    "person": "Ingrid",
    "account2": "Kestrel Foods",
    "person2": "Agnieszka",
    "cost": "€40k",
}
COLUMNS = {
    "rep": "name role territory started_on",
    "account": "name",
    "quota": "rep_id starts_on ends_on amount currency",
    "deal": "rep_id account_id stage_id external_id name outcome amount currency created_on close_on closed_on"
    " stage_since changed_on",
    "deal_change": "deal_id field old_value new_value changed_on",
    "conversation": "rep_id kind held_on starts_at minutes travel_minutes text written_at changed_at focus_skill_id",
    "mention": "conversation_id token skill_id",
    "commitment": "rep_id owner text made_on due_on status ended_on conversation_id",
    "goal": "rep_id title measure unit baseline target started_on due_on status ended_on",
    "check_in": "goal_id checked_on value",
    "time_entry": "starts_at day minutes category title",
    "meeting_series": "rep_id kind rhythm starts_on ends_on at zone minutes",
    "series_exception": "series_id original_on moved_to",
    "absence": "rep_id starts_on ends_on reason",
}

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of everything."""

    reps: int = 10
    years: int = 10
    conversations: int = 30_000
    deals: int = 10_000
    paragraphs: int = 4
    """Of some 30 words, in each note."""


TEN_YEARS = Sizes()


def make_big_journal(path: Path, *, today: date, sizes: Sizes = TEN_YEARS, seed: int = 7) -> Path:
    """Write a journal that ends on `today` to a path where there is none yet."""
    open_journal(path).close()
    raw = dial(path, None)
    raw.execute("PRAGMA synchronous = OFF")  # it is made anew if the machine fails
    raw.execute("BEGIN IMMEDIATE")
    with _indexed_at_the_end(raw):
        _fill(raw, _Maker(sizes, today, Random(seed)))
    raw.execute("COMMIT")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    return path


@contextmanager
def _indexed_at_the_end(raw: sqlite.Connection) -> Iterator[None]:
    """Index the texts in one go and not row by row."""
    sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%_search_insert'"
    triggers = raw.execute(sql).fetchall()
    for name, _ in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    yield
    fields = "rowid, title, body, facets"
    for index in ("search_index", "search_names"):
        which = f"SELECT {fields} FROM searchable WHERE search_table = '{index}' ORDER BY rowid"
        raw.execute(f"INSERT INTO {index} ({fields}) {which}")
    for _, trigger in triggers:
        raw.execute(trigger)


def _fill(raw: sqlite.Connection, maker: "_Maker") -> None:
    for table, rows in (
        ("rep", maker.reps()),
        ("account", maker.accounts()),
        ("quota", maker.quotas()),
        ("deal", maker.deals()),
        ("deal_change", maker.deal_changes()),
        ("conversation", maker.conversations()),
        ("mention", maker.mentions()),
        ("commitment", maker.commitments()),
        ("goal", maker.goals()),
        ("check_in", maker.check_ins()),
        ("time_entry", maker.time_entries()),
        ("meeting_series", maker.series()),
        ("series_exception", maker.exceptions()),
        ("absence", maker.absences()),
    ):
        columns = COLUMNS[table].split()
        marks = ", ".join("?" * len(columns))
        raw.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


class _Maker:
    """Yields the rows of each table, parents first; keys are counted from 1 in the order given."""

    def __init__(self, sizes: Sizes, today: date, dice: Random) -> None:
        self.sizes, self.today, self.dice = sizes, today, dice
        self.days = sizes.years * 365
        self.start = today - timedelta(days=self.days)
        self._paragraphs = _paragraphs()
        self._goal_spans: list[tuple[date, date]] = []

    def reps(self) -> Iterator[Row]:
        for number in range(self.sizes.reps):
            name = f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {LAST_NAMES[number % len(LAST_NAMES)]}"
            again = number // len(FIRST_NAMES)
            yield f"{name} {again + 1}" if again else name, "Account executive", f"Region {number + 1}", str(self.start)

    def accounts(self) -> Iterator[Row]:
        for number in range(1, ACCOUNTS + 1):
            yield (f"Account {number:03}",)

    def quotas(self) -> Iterator[Row]:
        for rep in self._reps():
            for year in range(self.start.year, self.today.year + 1):
                for month in (1, 4, 7, 10):
                    end = date(year, month + 3, 1) if month < 10 else date(year + 1, 1, 1)
                    yield rep, str(date(year, month, 1)), str(end), 30_000_000, "EUR"

    def deals(self) -> Iterator[Row]:
        """The last twentieth is open, the rest was won or lost."""
        for number in range(self.sizes.deals):
            created = self._day_at(number / self.sizes.deals)
            cycle = self.dice.randrange(20, 140)
            closed = created + timedelta(days=cycle)
            is_open = closed >= self.today
            won = self.dice.random() < 0.32
            stage = self.dice.randrange(1, 6) if is_open else (WON if won else LOST)
            account = self.dice.randrange(1, ACCOUNTS + 1)
            outcome = "open" if is_open else ("won" if won else "lost")
            moved = min(closed, self.today - timedelta(days=1))
            yield (
                *(number % self.sizes.reps + 1, account, stage, f"B{number:06}"),
                *(f"Account {account:03}, order {number}", outcome, self.dice.randrange(8_000, 250_000) * 100, "EUR"),
                *(str(created), str(closed), None if is_open else str(closed), str(moved), str(moved)),
            )

    def deal_changes(self) -> Iterator[Row]:
        for number in range(self.sizes.deals):
            day = self._day_at(number / self.sizes.deals)
            for old, new in pairwise(STAGES):
                day += timedelta(days=self.dice.randrange(3, 12))
                if day >= self.today:
                    break
                yield number + 1, "stage", old, new, str(day)

    def conversations(self) -> Iterator[Row]:
        kinds = list(ConversationKind)
        for number in range(self.sizes.conversations):
            kind = self.dice.choices(kinds, KIND_WEIGHTS)[0]
            day = self._day_at(number / self.sizes.conversations)
            start = f"{day} {8 + number % 9:02}:{number % 4 * 15:02}:00.000000"
            travel = 60 if kind is ConversationKind.RIDE_ALONG else 0
            rep = self.dice.randrange(self.sizes.reps) + 1
            skill = number // 3 % SKILLS + 1 if number % 3 == 0 else None
            yield rep, kind.value, str(day), start, kind.usual_minutes, travel, self._note(), start, start, skill

    def mentions(self) -> Iterator[Row]:
        """A skill in every fourth note."""
        for number in range(0, self.sizes.conversations, 4):
            yield number + 1, "!skill", number // 4 % SKILLS + 1

    def commitments(self) -> Iterator[Row]:
        """One for every second conversation."""
        for number in range(0, self.sizes.conversations, 2):
            made = self._day_at(number / self.sizes.conversations)
            due = made + timedelta(days=self.dice.randrange(4, 15))
            status = "open" if due >= self.today else self.dice.choice(("kept", "kept", "kept", "not_kept"))
            owner = "manager" if number % 14 == 0 else "rep"
            text = f"{self.dice.choice(self._paragraphs).split('.')[0][:90]} ({number})"
            rep = number % self.sizes.reps + 1
            yield rep, owner, text, str(made), str(due), status, None if status == "open" else str(due), number + 1

    def goals(self) -> Iterator[Row]:
        """Half a year each, one after the other, so that each rep has one that is active."""
        for rep in self._reps():
            day = self.start + timedelta(days=rep)
            while day < self.today:
                due = day + timedelta(days=GOAL_DAYS)
                ended = None if due >= self.today else str(due)
                measure, unit, target = (("level", "", 4.0), ("per_week", "meetings", 8.0))[len(self._goal_spans) % 2]
                self._goal_spans.append((day, min(due, self.today)))
                title = f"{('Discovery depth', 'First meetings per week')[measure == 'per_week']}, {day:%B %Y}"
                status = "active" if ended is None else "achieved"
                yield rep, title, measure, unit, 2.0, target, str(day), str(due), status, ended
                day = due + timedelta(days=1)

    def check_ins(self) -> Iterator[Row]:
        for number, (start, end) in enumerate(self._goal_spans):
            way = 2.0 if number % 2 == 0 else 6.0
            day = start
            while day < end:
                gone = (day - start).days / GOAL_DAYS
                yield number + 1, str(day), round(2.0 + way * gone * self.dice.uniform(0.8, 1), 1)
                day += timedelta(days=CHECK_IN_DAYS)

    def time_entries(self) -> Iterator[Row]:
        categories = [each.value for each in TimeCategory if each.group is not TimeGroup.PEOPLE]
        for week in range(self.sizes.years * 52):
            for number in range(HOURS_A_WEEK):
                day = self.start + timedelta(days=week * 7 + number % 5)
                start = f"{day} {8 + number // 5 * 2:02}:00:00.000000"
                category = categories[(number + self.dice.randrange(3)) % len(categories)]
                yield start, str(day), self.dice.choice((45, 60, 60, 90, 120)), category, f"Meeting {number}"

    def series(self) -> Iterator[Row]:
        """A one-on-one a week with each rep, on another day each year."""
        for rep in self._reps():
            for year in range(self.sizes.years):
                starts = self.start + timedelta(days=year * 365 + rep % 5)
                ends = None if year == self.sizes.years - 1 else str(starts + timedelta(days=364))
                yield rep, "one_on_one", "weekly", str(starts), ends, f"{9 + rep % 8:02}:00", "Europe/Lisbon", 45

    def exceptions(self) -> Iterator[Row]:
        """Every eighth week's is moved by a day, every eleventh is skipped."""
        for number in range(self.sizes.reps * self.sizes.years):
            rep, year = number // self.sizes.years + 1, number % self.sizes.years
            starts = self.start + timedelta(days=year * 365 + rep % 5)
            for week in range(52):
                day = starts + timedelta(weeks=week)
                if week % 11 == 0 or week % 8 == 0:
                    yield number + 1, str(day), None if week % 11 == 0 else str(day + timedelta(days=1))

    def absences(self) -> Iterator[Row]:
        """Every rep is away for two weeks every half year, and everybody on a day every six weeks."""
        for number in range(0, self.days - 60, 182):
            for rep in self._reps():
                day = self.start + timedelta(days=number + rep)
                yield rep, str(day), str(day + timedelta(days=14)), "holiday"
        for number in range(0, self.days, 42):
            day = self.start + timedelta(days=number)
            yield None, str(day), str(day + timedelta(days=1)), "bank holiday"

    def _reps(self) -> range:
        return range(1, self.sizes.reps + 1)

    def _day_at(self, share: float) -> date:
        """The day at that share of the years; the last one is yesterday."""
        return self.start + timedelta(days=int(share * self.days))

    def _note(self) -> str:
        return "\n\n".join(self.dice.choices(self._paragraphs, k=self.sizes.paragraphs))


def _paragraphs() -> list[str]:
    """The sample's sentences, with the same names in all gaps."""
    rides = resource("ride_alongs", list[RideAlongRow])
    texts = [text for row in rides for text in (row["saw"], row["thinks"], row["tries"])]
    texts += [" ".join(sections) for sections in resource("one_on_ones", list[list[str]])]
    return [text.format(**GAPS) for text in texts]


def main() -> None:
    """Write one from the command line."""
    parser = argparse.ArgumentParser(description="Write a journal of ten years.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--reps", type=int, default=TEN_YEARS.reps)
    parser.add_argument("--years", type=int, default=TEN_YEARS.years)
    parser.add_argument("--conversations", type=int, default=TEN_YEARS.conversations)
    parser.add_argument("--deals", type=int, default=TEN_YEARS.deals)
    parser.add_argument("--today", type=date.fromisoformat, default=SystemClock().today())
    given = parser.parse_args()
    sizes = Sizes(given.reps, given.years, given.conversations, given.deals)
    print(make_big_journal(given.file, today=given.today, sizes=sizes))


if __name__ == "__main__":
    main()
