"""Names stand in one order wherever they are listed."""

from collections.abc import Callable
from datetime import date

import pytest

from coachjournal.commands.deal import add_deal
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal, Reading
from coachjournal.queries.deal_editor import deal_form
from coachjournal.queries.deals_page import deals_page
from coachjournal.queries.figures import figures
from coachjournal.queries.palette import directory
from coachjournal.queries.plans_page import plans_page
from coachjournal.queries.reps import reps
from coachjournal.queries.team import team
from coachjournal.queries.time_page import time_page

List = Callable[[Reading], list[str]]
LISTS: dict[str, List] = {
    "the team": lambda tx: [rep.name for rep in team(tx).reps],
    "reps": lambda tx: [rep.rep for rep in reps(tx)],
    "figures": lambda tx: [rep.rep for rep in figures(tx).reps],
    "plans": lambda tx: [line.rep for line in plans_page(tx)],
    "the palette": lambda tx: [rep.name for rep in directory(tx).reps],
    "a deal's owners": lambda tx: [name for _, name in deal_form(tx).reps],
    "a deal's accounts": lambda tx: list(deal_form(tx).accounts),
    "the filter of deals": lambda tx: [name for _, name in deals_page(tx).reps],
    "time": lambda tx: [name for _, name in time_page(tx, day=date(2026, 11, 23)).team],
}


@pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS.keys())
def test_names_are_listed_whatever_their_capitals_and_accents(journal: Journal, listed: List) -> None:
    for name in ("Zoe", "dana", "Émile", "Will"):
        rep_id = journal.do(add_rep, name=name)
        journal.do(add_deal, rep_id=rep_id, name="Pumps", account=name, stage_id=1)
    assert journal.ask(listed) == ["dana", "Émile", "Will", "Zoe"]
