"""A rep with ten years of data: what the page asks, and behind it what the chart asks, against the same SQL alone."""

from collections.abc import Iterator

from benchmarks.journals import ten_years
from benchmarks.same_sql import beside_its_sql
from benchmarks.table import Row
from coachjournal.journal import open_journal
from coachjournal.queries.coaching_timeline import coaching_timeline
from coachjournal.queries.rep_page import rep_page


def rows() -> Iterator[Row]:
    """Without the widgets. The chart's data come in the background, so they have no goal."""
    journal = open_journal(ten_years())
    against = "the same SQL on the raw driver"
    ours, raw = beside_its_sql(journal, rep_page, rep_id=1)
    yield Row("open a rep with ten years", ours, "ms", raw, against, 2.5, most=16)
    ours, raw = beside_its_sql(journal, coaching_timeline, rep_id=1)
    yield Row("the chart's ten years, in the background", ours, "ms", raw, against)
    journal.close()
