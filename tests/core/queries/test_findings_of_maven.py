"""What the rules say of 30 agents of a real file on one day, against a calculation of its own from the file's rows.

The file has owners, days, outcomes and amounts of won deals. So it feeds: win rate (beside the team; the year before
is not in it), sales cycle, deal size, new deals, stalled deals, and numbers above the team. It has no quota, no loss
reason, no history, and nothing about coaching: the other rules have nothing to say. Nothing of ours is used in the
calculation but the names of the rules.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import mean, median

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.signal_limits import set_limit
from coachjournal.journal import Journal, open_journal
from coachjournal.queries.finding_rows import finding_rows
from coachjournal.queries.findings import findings
from coachjournal.queries.reps import reps
from coachjournal.rules.signals.finding import Finding
from coachjournal.rules.signals.limits import Limit
from tests.core.importers.files import bring_in, shared

DAY = date(2017, 10, 1)
YEAR = date(2016, 10, 2)
"""The first of the twelve months that end with the day."""

Row = dict[str, str]
Said = tuple[str, str, str, float, int, float | None]
"""Agent, rule, the deal if it is about one, value, n, against."""


@dataclass(frozen=True)
class Bars:
    """From where on the rules speak: as shipped, and so low that they speak of most agents."""

    points: float = 10
    times: float = 1.5
    smaller: float = 20
    fewer: float = 50


SHIPPED, LOW = Bars(), Bars(points=1, times=1, smaller=1, fewer=100)


@dataclass(frozen=True)
class Agent:
    """An agent's deals as they stood on the day."""

    name: str
    won: list[Row]
    lost: list[Row]
    open: list[Row]

    @property
    def closed(self) -> int:
        return len(self.won) + len(self.lost)

    @property
    def rate(self) -> float:
        return len(self.won) / self.closed

    @property
    def cycle(self) -> float:
        return median((day(row["close_date"]) - day(row["engage_date"])).days for row in self.won)

    @property
    def all(self) -> list[Row]:
        return self.won + self.lost + self.open


def day(text: str) -> date:
    return date.fromisoformat(text)


def as_of(rows: Iterator[Row]) -> Iterator[Row]:
    """Deals that came up later are not there yet, those that closed later are open."""
    for row in rows:
        if row["engage_date"] and day(row["engage_date"]) > DAY:
            continue
        if row["close_date"] and day(row["close_date"]) > DAY:
            yield {**row, "deal_stage": "Engaging", "close_date": "", "close_value": ""}
        else:
            yield row


def agents(rows: list[Row]) -> list[Agent]:
    deals: defaultdict[str, dict[str, list[Row]]] = defaultdict(lambda: {"Won": [], "Lost": [], "open": []})
    for row in rows:
        kind = row["deal_stage"] if row["deal_stage"] in {"Won", "Lost"} else "open"
        if kind == "open" or YEAR <= day(row["close_date"]) <= DAY:
            deals[row["sales_agent"]][kind].append(row)
    return [Agent(name, each["Won"], each["Lost"], each["open"]) for name, each in sorted(deals.items())]


def expected(rows: list[Row], bars: Bars) -> Iterator[Said]:
    team = agents(rows)
    rate = median(agent.rate for agent in team if agent.closed >= 10)
    cycle = median(agent.cycle for agent in team if len(agent.won) >= 5)
    ages = [(DAY - day(row["engage_date"])).days for agent in team for row in agent.open if row["engage_date"]]
    for agent in team:
        if agent.closed >= 10 and (rate - agent.rate) * 100 >= bars.points:
            yield agent.name, "low_win_rate", "", agent.rate, agent.closed, rate
        if len(agent.won) >= 5 and agent.cycle > bars.times * cycle:
            yield agent.name, "long_cycle", "", agent.cycle, len(agent.won), cycle
        if agent.closed >= 10 and (agent.rate - rate) * 100 >= bars.points:
            yield agent.name, "above_team", "", agent.rate, agent.closed, rate
        elif len(agent.won) >= 5 and agent.cycle * bars.times < cycle:
            yield agent.name, "above_team", "", agent.cycle, len(agent.won), cycle
        yield from new_deals(agent, bars)
        yield from sizes(agent, bars)
        yield from stalled(agent, median(ages), bars)


def stalled(agent: Agent, usual_age: float, bars: Bars) -> Iterator[Said]:
    """More than three are told as one."""
    quiet = {row["opportunity_id"]: (DAY - day(row["engage_date"])).days for row in agent.open if row["engage_date"]}
    long = {deal: days for deal, days in quiet.items() if days > bars.times * usual_age}
    if len(long) > 3:
        yield agent.name, "stalled_deal", "", len(long) / len(agent.open), len(agent.open), None
    else:
        for deal, days in long.items():
            yield agent.name, "stalled_deal", deal, days, 1, usual_age


def new_deals(agent: Agent, bars: Bars) -> Iterator[Said]:
    days = [(DAY - day(row["engage_date"])).days for row in agent.all if row["engage_date"]]
    now, before = sum(each < 30 for each in days), sum(30 <= each < 210 for each in days)
    if max(days) >= 210 and now < before / 6 * bars.fewer / 100:
        yield agent.name, "few_new_deals", "", now, now, before / 6


def sizes(agent: Agent, bars: Bars) -> Iterator[Said]:
    half = DAY - timedelta(days=181)
    now = [int(row["close_value"]) for row in agent.won if day(row["close_date"]) >= half]
    before = [int(row["close_value"]) for row in agent.won if day(row["close_date"]) < half]
    if min(len(now), len(before)) >= 8 and mean(now) <= (1 - bars.smaller / 100) * mean(before):
        yield agent.name, "shrinking", "", mean(now) * 100, len(now), mean(before) * 100


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    with shared("crm/maven/sales_pipeline.csv").open(encoding="utf-8", newline="") as file:
        return list(as_of(csv.DictReader(file)))


@pytest.fixture(scope="module")
def journal(rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """The rows brought in as anybody would bring them in on that day."""
    folder = tmp_path_factory.mktemp("maven")
    path = _written(rows, folder / "sales_pipeline.csv")
    opened = open_journal(folder / "journal.coach", clock=FixedClock(datetime(2017, 10, 1, 9, 0, tzinfo=UTC)))
    assert bring_in(opened, path).added == len(rows)
    yield opened
    opened.close()


def said(journal: Journal, bars: Bars = SHIPPED) -> list[Said]:
    """What our rules say."""
    for limit, value in (
        *((limit, bars.points) for limit in (Limit.WIN_RATE_UNDER, Limit.WIN_RATE_ABOVE)),
        *((limit, bars.times) for limit in (Limit.CYCLE, Limit.CYCLE_BELOW, Limit.STALLED)),
        *((Limit.SHRUNK, bars.smaller), (Limit.NEW_DEALS, bars.fewer)),
    ):
        journal.do(set_limit, limit=limit, value=value)
    names = {rep.rep_id: rep.rep for rep in journal.ask(reps)}
    rows_of_deals = journal.ask(lambda tx: tx.connection.exec_driver_sql("SELECT id, external_id FROM deal").all())
    ids = {key: external_id for key, external_id in rows_of_deals}  # noqa: C416 - a row is no pair to mypy
    return [_said(finding, names, ids) for finding in journal.ask(findings)]


def _written(rows: list[Row], path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return path


def _said(finding: Finding, names: dict[int, str], ids: dict[int, str]) -> Said:
    deal = "" if finding.subject.deal_id is None else ids[finding.subject.deal_id]
    number = finding.number
    return names[finding.subject.rep_id], finding.rule.value, deal, number.value, number.n, number.against


@pytest.mark.parametrize(("bars", "least"), [(SHIPPED, 20), (LOW, 80)], ids=["as shipped", "low bars"])
def test_what_is_said_of_each_of_30_agents_is_what_the_rows_say(
    rows: list[Row], journal: Journal, bars: Bars, least: int
) -> None:
    wanted = {each[:3]: each[3:] for each in expected(rows, bars)}
    ours = {each[:3]: each[3:] for each in said(journal, bars)}
    assert len(agents(rows)) == 30
    assert ours.keys() == wanted.keys()
    assert len(wanted) >= least
    for about, numbers in wanted.items():
        assert ours[about] == pytest.approx(numbers, abs=1e-9), about


def test_the_rules_that_the_file_does_not_feed_are_silent(journal: Journal) -> None:
    feeds = {"low_win_rate", "long_cycle", "shrinking", "few_new_deals", "stalled_deal", "above_team"}
    assert {rule for _, rule, *_ in said(journal, LOW)} == feeds


def test_every_number_has_the_rows_it_was_counted_from(journal: Journal) -> None:
    for finding in journal.ask(findings):
        assert len(journal.ask(finding_rows, finding=finding)) == finding.number.n
