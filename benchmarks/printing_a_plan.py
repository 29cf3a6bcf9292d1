"""A development plan as PDF in a running app, against bare typst with the same template, words and picture."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any
from unittest.mock import patch

import typst

from benchmarks.journals import sample_team, ten_years
from benchmarks.table import Row, paired
from coachjournal.documents.development_plan import plan_pdf
from coachjournal.journal import open_journal
from coachjournal.queries.development_plan import DevelopmentPlan, development_plan

ROUNDS = 20


def rows() -> Iterator[Row]:
    """Every plan says something else, as typst remembers what it has set before. Fonts are read once by both."""
    for what, path, goal in (("fourteen months", sample_team(), 1.5), ("ten years", ten_years(), None)):
        journal = open_journal(path)
        plan = journal.ask(development_plan, rep_id=1)
        journal.close()
        printed, reference = _beside_bare_typst(plan)
        yield Row(f"print a plan, {what}", printed, "ms", reference, "bare typst on the same document", goal)


def _beside_bare_typst(plan: DevelopmentPlan) -> tuple[float, float]:
    fresh = count()
    arguments = _what_typst_gets(plan)
    data = json.loads(arguments["sys_inputs"]["data"])

    def ours() -> None:
        plan_pdf(replace(plan, direction=f"Lead a team, step {next(fresh)}."))

    def bare() -> None:
        words = json.dumps({**data, "direction": f"Lead a team, step {next(fresh)}."})
        typst.compile(**{**arguments, "sys_inputs": {**arguments["sys_inputs"], "data": words}})

    return paired(ours, bare, ROUNDS)


def _what_typst_gets(plan: DevelopmentPlan) -> dict[str, Any]:
    """The call that printing the plan ends in."""
    with patch.object(typst, "compile", wraps=typst.compile) as compiled:
        plan_pdf(plan)
    (template,) = compiled.call_args.args
    return {"input": template, **compiled.call_args.kwargs}
