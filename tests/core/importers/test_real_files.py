"""Files that others made, each against figures computed here from its rows with nothing but the csv module."""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from coachjournal.importers.columns import Field
from coachjournal.importers.preview import preview_deals
from coachjournal.importers.questions import Choices
from coachjournal.journal import Journal
from coachjournal.queries.figures import figures
from coachjournal.rules.deal import Outcome
from tests.core.importers.files import bring_in, count, shared

Row = dict[str, str]
ONE_REP = {Field.REP: "Nora Lind"}


def _raw(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _expected(rows: list[Row], rep: Callable[[Row], str], outcome: Callable[[Row], str]) -> dict[str, Counter[str]]:
    told: dict[str, Counter[str]] = {}
    for row in rows:
        told.setdefault(rep(row), Counter())[outcome(row)] += 1
    return told


def _counted(journal: Journal) -> dict[str, Counter[str]]:
    return {
        each.rep: +Counter({"won": each.figures.won, "lost": each.figures.lost, "open": each.figures.open})
        for each in journal.ask(figures).reps
    }


def _by_words(column: str) -> Callable[[Row], str]:
    return lambda row: {"Closed Won": "won", "Closed Lost": "lost"}.get(row[column], "open")


def test_a_salesforce_export_of_5_197_opportunities(journal: Journal) -> None:
    path = shared("crm/salesforce_wave/Opportunity.csv")
    rows = _raw(path)
    bring_in(journal, path)
    assert _counted(journal) == _expected(rows, lambda row: row["Owner.External_Id__c"], _by_words("StageName"))
    won = sum(int(row["Amount"]) for row in rows if row["StageName"] == "Closed Won")
    assert journal.ask(figures).team.won_amount == {"EUR": won * 100}
    assert count(journal, "account") == len({row["Account.External_Id__c"] for row in rows})


def test_a_hubspot_export_with_owners_by_address(journal: Journal) -> None:
    path = shared("crm/hubspot_dummy/hubspot_deals.csv")
    bring_in(journal, path)

    def name(row: Row) -> str:
        return row["Deal Owner"].partition("@")[0].replace(".", " ").title()

    assert _counted(journal) == _expected(_raw(path), name, _by_words("Deal Stage"))
    assert "Michael Scott" in _counted(journal)


def test_deals_whose_status_stands_beside_the_stage(journal: Journal) -> None:
    path = shared("crm/deal_notes/deals.csv")
    bring_in(journal, path, Choices(values=ONE_REP))
    assert _counted(journal) == _expected(_raw(path), lambda _row: "Nora Lind", lambda row: row["deal_status"])


def test_an_export_without_owner_and_name_asks_for_both(journal: Journal) -> None:
    path = shared("crm/ringostat/deals.csv")
    assert [question.field for question in preview_deals(journal, path).questions] == ["name", "rep"]
    choices = Choices(columns={Field.NAME: "Source"}, values=ONE_REP)
    bring_in(journal, path, choices)
    assert _counted(journal) == _expected(_raw(path), lambda _row: "Nora Lind", _by_words("Stage"))
    again = bring_in(journal, path, choices)
    assert (again.added, again.changed) == (0, 0)


def test_an_export_without_owner_and_stage_asks_for_both(journal: Journal) -> None:
    path = shared("crm/dynamics365/opportunities.csv")
    assert [question.field for question in preview_deals(journal, path).questions] == ["rep", "stage"]
    bring_in(journal, path, Choices(values={**ONE_REP, Field.STAGE: "Closed lost"}))
    assert _counted(journal) == {"Nora Lind": Counter(lost=20)}


def test_three_ways_of_writing_days_in_one_column(journal: Journal) -> None:
    path = shared("crm/camilo_dirty/opportunities.csv")
    preview = preview_deals(journal, path)
    assert (preview.date_order, preview.questions) == ("mixed", ())
    assert preview.rows == preview.comparison.added + preview.file.refused == 500
    unreadable = [row for row in _raw(path) if row["estimated_value"].endswith("x") or not row["stage"]]
    assert preview.file.refused == len(unreadable)


@pytest.mark.parametrize(
    ("name", "choices", "rows"),
    [
        ("hubspot_min/deals.csv", Choices(values=ONE_REP), 598),
        ("insurance_in/Opportunity.csv", Choices(), 49),
        ("powerbi_pt_br/oportunidades.csv", Choices(outcomes={"Closed": Outcome.WON}), 8_331),
        ("marketstar/Opportunities.csv", Choices(values={Field.STAGE: "Prospect"}), 1_061),
        ("salesforce_classic/Opportunities.csv", Choices(values=ONE_REP), 12),
        ("salesforce_mock/opportunities.csv", Choices(values=ONE_REP), 10),
    ],
)
def test_every_other_shape_is_read_whole_and_known_again(
    journal: Journal, name: str, choices: Choices, rows: int
) -> None:
    path = shared(f"crm/{name}")
    assert bring_in(journal, path, choices).added == rows
    assert bring_in(journal, path, choices).unchanged == rows
