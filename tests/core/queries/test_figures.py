import json
from datetime import date

import pytest

from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.figures import figures
from coachjournal.rules.period import Period
from tests.core.importers.files import OWN, bring_in, count, shared


def test_figures_of_an_imported_file_count_open_deals_apart(journal: Journal) -> None:
    bring_in(journal, OWN / "sales_pipeline.csv")
    nora, omar = journal.ask(figures).document()
    assert nora == {
        "rep": "Nora Lind",
        "won": 1,
        "lost": 1,
        "open": 1,
        "win_rate": 0.5,
        "won_amount": {"EUR": 1200_00},
        "average_won": {"EUR": 1200_00.0},
        "median_cycle_days": 60.0,
    }
    assert (omar["won"], omar["win_rate"], omar["median_cycle_days"]) == (2, 1.0, 40.0)


def test_a_period_counts_what_closed_in_it(journal: Journal) -> None:
    bring_in(journal, OWN / "sales_pipeline.csv")
    told = journal.ask(figures, period=Period(date(2026, 2, 1), date(2026, 3, 1))).team
    assert (told.won, told.lost, told.open) == (1, 1, 2)


def test_one_rep_can_be_asked_for(journal: Journal) -> None:
    bring_in(journal, OWN / "sales_pipeline.csv")
    told = journal.ask(figures, rep_id=2)
    assert [each.rep for each in told.reps] == ["Omar Faye"]
    assert (told.team.won, told.team.open) == (2, 1)


def test_a_rep_without_deals_has_no_rates(journal: Journal) -> None:
    journal.do(add_rep, name="Ines Roth")
    (only,) = journal.ask(figures).document()
    assert (only["won"], only["win_rate"], only["won_amount"], only["median_cycle_days"]) == (0, None, {}, None)


def test_the_figures_of_8_800_deals_are_those_computed_independently(journal: Journal) -> None:
    path = shared("crm/maven/sales_pipeline.csv")
    expected = json.loads(path.with_name("expected.json").read_text(encoding="utf-8"))
    bring_in(journal, path)
    told = journal.ask(figures)
    assert len(told.reps) == 30
    for each in told.reps:
        wanted = expected["by_agent"][each.rep]
        own = each.figures
        assert (own.won, own.lost, own.open) == (wanted["won"], wanted["lost"], wanted["open"])
        assert own.win_rate == pytest.approx(wanted["win_rate"], abs=5e-7)
        assert own.won_amount == {"EUR": wanted["won_value"] * 100}
        assert own.average_won["EUR"] / 100 == pytest.approx(wanted["avg_won_deal"], abs=5e-5)
        assert own.median_cycle_days == wanted["median_cycle_days_won"]
    team = told.team
    assert (team.won, team.lost, team.open) == (4_238, 2_473, 2_089)
    assert team.win_rate == pytest.approx(0.6315, abs=5e-5)
    assert (team.won_amount, team.median_cycle_days) == ({"EUR": 10_005_534_00}, 57)
    again = bring_in(journal, path)
    assert (again.added, again.changed) == (0, 0)
    journal.undo()
    assert count(journal, "deal") == 0


@pytest.mark.parametrize("quarter", ["2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4"])
def test_the_figures_of_a_quarter_are_those_computed_independently(journal: Journal, quarter: str) -> None:
    path = shared("crm/maven/sales_pipeline.csv")
    wanted = json.loads(path.with_name("expected.json").read_text(encoding="utf-8"))["by_quarter"][quarter]
    bring_in(journal, path)
    month = int(quarter[-1]) * 3 - 2
    end = date(2018, 1, 1) if month == 10 else date(2017, month + 3, 1)
    told = journal.ask(figures, period=Period(date(2017, month, 1), end)).team
    assert (told.won, told.lost, told.won_amount) == (wanted["won"], wanted["lost"], {"EUR": wanted["won_value"] * 100})
