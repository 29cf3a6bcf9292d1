"""A development plan as PDF in a running app, against bare typst with the same template, words and picture."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from benchmarks.bare_typst import beside_bare_typst
from benchmarks.journals import sample_team, ten_years
from benchmarks.table import Row
from coachjournal.documents.development_plan import plan_pdf
from coachjournal.journal import open_journal
from coachjournal.queries.development_plan import DevelopmentPlan, development_plan


def rows() -> Iterator[Row]:
    """Every plan leads somewhere else, so that each is set anew."""
    for what, path, goal in (("fourteen months", sample_team(), 1.5), ("ten years", ten_years(), None)):
        journal = open_journal(path)
        plan = journal.ask(development_plan, rep_id=1)
        journal.close()
        printed, reference = _print_again_and_again(plan)
        yield Row(f"print a plan, {what}", printed, "ms", reference, "bare typst on the same document", goal)


def _print_again_and_again(plan: DevelopmentPlan) -> tuple[float, float]:
    fresh = count()
    return beside_bare_typst(
        lambda: plan_pdf(replace(plan, direction=f"Lead a team, step {next(fresh)}.")), vary="direction"
    )
