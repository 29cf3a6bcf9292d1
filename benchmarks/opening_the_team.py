"""The Team page of ten reps with ten years of data: what it asks over each span, against the same SQL alone."""

from collections.abc import Iterator

from benchmarks.journals import ten_years
from benchmarks.same_sql import beside_its_sql
from benchmarks.table import Row
from coachjournal.clock import SystemClock
from coachjournal.journal import open_journal
from coachjournal.queries.reminders import agenda
from coachjournal.queries.team_page import team_page
from coachjournal.rules.period import last_days, quarter_of, year_back


def rows() -> Iterator[Row]:
    """Two frames of a screen at 60 Hz; the signals on it are asked in the background."""
    journal, today = open_journal(ten_years()), SystemClock().today()
    against = "the same SQL on the raw driver"
    for what, span in (("six months", last_days(today, 182)), ("a year", year_back(today))):
        ours, raw = beside_its_sql(journal, team_page, quarter=quarter_of(today), span=span)
        yield Row(f"open the team, {what}", ours, "ms", raw, against, most=30)
    ours, raw = beside_its_sql(journal, agenda)
    yield Row("what reminders ask after a change", ours, "ms", raw, against, most=16)
    journal.close()
