"""The brief of a one-on-one as PDF in a running app, against bare typst with the same template and words."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from benchmarks.bare_typst import beside_bare_typst
from benchmarks.journals import sample_team, ten_years
from benchmarks.table import Row
from coachjournal.documents.brief import typeset_briefs
from coachjournal.journal import open_journal
from coachjournal.queries.brief import Brief, briefs_to_print


def rows() -> Iterator[Row]:
    """Every brief is of another manager, as typst remembers what it has set before. Ours finds out what fits, too."""
    for what, path, goal in (("fourteen months", sample_team(), 1.5), ("ten years", ten_years(), None)):
        journal = open_journal(path)
        (brief,) = journal.ask(briefs_to_print, rep_id=1)
        journal.close()
        printed, reference = _print_again_and_again(brief)
        yield Row(f"print a brief, {what}", printed, "ms", reference, "bare typst on the same document", goal)


def _print_again_and_again(brief: Brief) -> tuple[float, float]:
    fresh = count()
    return beside_bare_typst(lambda: typeset_briefs([replace(brief, manager=f"Manager {next(fresh)}")]), vary="manager")
