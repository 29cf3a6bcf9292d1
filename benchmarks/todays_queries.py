"""What the first page asks of a journal of ten years and ten reps."""

from collections.abc import Iterator

from benchmarks.journals import ten_years
from benchmarks.same_sql import beside_its_sql
from benchmarks.table import Row
from coachjournal.journal import open_journal
from coachjournal.queries.signals import open_signals
from coachjournal.queries.team import team
from coachjournal.queries.today import today_page

WITHIN = "of it, what the numbers say about ten reps"


def rows() -> Iterator[Row]:
    """A frame of a screen at 60 Hz is 16 ms, and the page may take one; half of it are the rules' findings."""
    journal = open_journal(ten_years())
    against = "the same SQL on the raw driver"
    for what, query in (("Today, ten years", today_page), (WITHIN, open_signals), ("the team in the side", team)):
        ours, raw = beside_its_sql(journal, query)
        yield Row(what, ours, "ms", raw, against, most=8 if what is WITHIN else 16)
    journal.close()
