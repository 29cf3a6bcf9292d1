from pathlib import Path

import pytest

from coachjournal.commands.deal import edit_deal
from coachjournal.commands.deal_import import CANCELLED, apply_deals
from coachjournal.commands.rep import add_rep
from coachjournal.commands.setting import set_currency
from coachjournal.errors import Rejected
from coachjournal.importers.preview import preview_deals
from coachjournal.journal import Journal
from tests.core.importers.files import OWN, bring_in, count, write

HEADINGS = "ID,Name,Owner,Stage,Amount,Close Date,Next Step\n"
FIRST = HEADINGS + "1,Harbour line,Nora Lind,Prospect,500,2026-12-01,Call\n2,Aster pilot,Omar Faye,Qualify,70,,\n"
TABLES = ("deal", "deal_change", "rep", "account", "stage", "import_run")


def _rows(journal: Journal, sql: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in journal.ask(lambda tx: tx.connection.exec_driver_sql(sql).all())]


def _everything(journal: Journal) -> dict[str, list[tuple[object, ...]]]:
    return {table: _rows(journal, f"SELECT * FROM {table} ORDER BY id") for table in TABLES}


def test_the_first_import_adds_deals_with_the_reps_accounts_and_stages_they_need(journal: Journal) -> None:
    compared = bring_in(journal, OWN / "sales_pipeline.csv")
    assert (compared.added, compared.changed, compared.unchanged) == (6, 0, 0)
    assert compared.new_reps == ("Nora Lind", "Omar Faye")
    assert compared.new_accounts == ("Harbour Mills", "Aster Foods", "Quarry & Sons")
    assert compared.new_stages == ("Engaging", "Prospecting")
    assert _rows(journal, "SELECT added, changed, refused, rows FROM import_run") == [(6, 0, 0, 6)]


@pytest.mark.parametrize("name", ["sales_pipeline", "salesforce_report", "pipedrive", "hubspot", "german", "zoho"])
def test_the_same_file_again_adds_and_changes_nothing(journal: Journal, name: str) -> None:
    first = bring_in(journal, OWN / f"{name}.csv")
    before = _everything(journal)
    again = bring_in(journal, OWN / f"{name}.csv")
    assert (again.added, again.changed, again.unchanged) == (0, 0, first.added)
    assert _everything(journal) == before


def test_a_file_without_numbers_is_known_again_by_its_rows(journal: Journal, tmp_path: Path) -> None:
    text = "Name,Account,Owner,Stage,Created\nA,X,Nora,Prospect,2026-01-01\nA,X,Nora,Prospect,2026-01-01\n"
    assert bring_in(journal, write(tmp_path, text)).added == 2
    assert bring_in(journal, write(tmp_path, text)).unchanged == 2


def test_a_changed_file_records_what_changed(journal: Journal, tmp_path: Path) -> None:
    bring_in(journal, write(tmp_path, FIRST))
    text = HEADINGS + "1,Harbour line,Omar Faye,Closed Won,650.50,2026-11-20,\n2,Aster pilot,Omar Faye,Qualify,70,,\n"
    compared = bring_in(journal, write(tmp_path, text))
    assert (compared.added, compared.changed, compared.unchanged) == (0, 1, 1)
    assert _rows(journal, "SELECT field, old_value, new_value, changed_on FROM deal_change ORDER BY id") == [
        ("stage", "Prospect", "Closed won", "2026-11-23"),
        ("amount", "50000 EUR", "65050 EUR", "2026-11-23"),
        ("close_on", "2026-12-01", "2026-11-20", "2026-11-23"),
        ("owner", "Nora Lind", "Omar Faye", "2026-11-23"),
        ("next_step", "Call", "", "2026-11-23"),
    ]
    deal = "SELECT outcome, closed_on, stage_since, changed_on FROM deal WHERE external_id = '1'"
    assert _rows(journal, deal) == [("won", "2026-11-20", "2026-11-23", "2026-11-23")]


def test_a_currency_that_changes_is_a_changed_amount(journal: Journal, tmp_path: Path) -> None:
    headings = "ID,Name,Owner,Stage,Amount,Currency\n"
    bring_in(journal, write(tmp_path, headings + "1,A,Nora,Qualify,500,EUR\n2,B,Nora,Qualify,,EUR\n"))
    bring_in(journal, write(tmp_path, headings + "1,A,Nora,Qualify,500,USD\n2,B,Nora,Qualify,,USD\n"))
    assert _rows(journal, "SELECT deal_id, field, old_value, new_value FROM deal_change") == [
        (1, "amount", "50000 EUR", "50000 USD")
    ]


def test_a_change_is_dated_by_the_file_where_it_says_when(journal: Journal, tmp_path: Path) -> None:
    headings = "ID,Name,Owner,Stage,Last Modified Date\n"
    bring_in(journal, write(tmp_path, headings + "1,A,Nora,Prospect,2026-10-01\n"))
    bring_in(journal, write(tmp_path, headings + "1,A,Nora,Qualify,2026-10-20\n"))
    assert _rows(journal, "SELECT changed_on FROM deal_change") == [("2026-10-20",)]
    assert _rows(journal, "SELECT stage_since, changed_on FROM deal") == [("2026-10-20", "2026-10-20")]


def test_what_a_file_does_not_speak_of_stays_as_it_is(journal: Journal, tmp_path: Path) -> None:
    bring_in(journal, write(tmp_path, FIRST))
    journal.do(edit_deal, deal_id=1, next_step="Visit the plant", name="Harbour, second line")
    bring_in(journal, write(tmp_path, "ID,Owner,Stage,Product\n1,Nora Lind,Qualify,Pump\n"))
    assert _rows(journal, "SELECT name, next_step, amount, close_on FROM deal WHERE id = 1") == [
        ("Harbour, second line", "Visit the plant", 50000, "2026-12-01")
    ]


def test_amounts_without_a_currency_are_in_the_journals_and_stay_when_it_changes(
    journal: Journal, tmp_path: Path
) -> None:
    journal.do(set_currency, currency="CHF")
    bring_in(journal, write(tmp_path, FIRST))
    journal.do(set_currency, currency="SEK")
    assert bring_in(journal, write(tmp_path, FIRST)).unchanged == 2
    assert _rows(journal, "SELECT DISTINCT currency FROM deal") == [("CHF",)]


def test_reps_accounts_and_stages_are_recognised_however_they_are_spelt(journal: Journal, tmp_path: Path) -> None:
    journal.do(add_rep, name="Nora Lind")
    text = (
        "ID,Name,Account,Owner,Stage\n1,A,Harbour Mills,NORA LIND,prospect\n"
        "2,B,harbour  mills,nora.lind@example.com,PROSPECT\n3,C,Harbour Mills,Nora Lind,Closed-Won\n"
    )
    compared = bring_in(journal, write(tmp_path, text))
    assert (compared.new_reps, compared.new_accounts, compared.new_stages) == ((), ("Harbour Mills",), ())
    assert count(journal, "rep") == 1


def test_won_means_the_journals_own_won_stage(journal: Journal, tmp_path: Path) -> None:
    bring_in(journal, write(tmp_path, "ID,Name,Owner,Stage\n1,A,Nora,Won\n2,B,Nora,Lost\n"))
    stages = "SELECT stage.name, deal.outcome FROM deal JOIN stage ON stage.id = stage_id ORDER BY deal.id"
    assert _rows(journal, stages) == [("Closed won", "won"), ("Closed lost", "lost")]


def test_undo_takes_a_first_import_back_and_redo_brings_it_again(journal: Journal) -> None:
    before = _everything(journal)
    bring_in(journal, OWN / "sales_pipeline.csv")
    after = _everything(journal)
    assert journal.undoable() == "Imported sales_pipeline.csv: 6 deals added, 0 changed."
    journal.undo()
    assert _everything(journal) == before
    journal.redo()
    assert _everything(journal) == after


def test_undo_takes_back_what_a_changed_file_did(journal: Journal, tmp_path: Path) -> None:
    bring_in(journal, write(tmp_path, FIRST))
    before = _everything(journal)
    bring_in(
        journal,
        write(
            tmp_path, FIRST.replace("Prospect", "Pilot").replace("Nora Lind", "Ines Roth") + "3,C,Ines Roth,Pilot,,,\n"
        ),
    )
    journal.undo()
    assert _everything(journal) == before


def test_an_import_that_brings_nothing_leaves_nothing_to_undo(journal: Journal, tmp_path: Path) -> None:
    bring_in(journal, write(tmp_path, FIRST))
    words = journal.undoable()
    heard: list[object] = []
    journal.subscribe(heard.append)
    bring_in(journal, write(tmp_path, FIRST))
    assert (journal.undoable(), heard) == (words, [])


def test_progress_is_told_every_thousand_rows(journal: Journal, tmp_path: Path) -> None:
    rows = "".join(f"{number},Deal {number},Nora,Prospect,,,\n" for number in range(2_500))
    told: list[tuple[int, int]] = []
    preview = preview_deals(journal, write(tmp_path, HEADINGS + rows))
    journal.do(apply_deals, file=preview.file, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 2_500), (1_000, 2_500), (2_000, 2_500), (2_500, 2_500)]


@pytest.mark.parametrize("rows_before", [0, 1_000, 2_000, 2_500])
def test_cancelling_at_any_moment_leaves_nothing_behind(journal: Journal, tmp_path: Path, rows_before: int) -> None:
    rows = "".join(f"{number},Deal {number},Rep {number % 7},Pilot,,,\n" for number in range(2_500))
    before = _everything(journal)
    preview = preview_deals(journal, write(tmp_path, HEADINGS + rows))
    with pytest.raises(Rejected) as refused:
        journal.do(apply_deals, file=preview.file, progress=lambda done, _total: done < rows_before)
    assert refused.value.sentence == CANCELLED
    assert _everything(journal) == before
    assert journal.undoable() is None


def test_deals_brought_in_are_found_by_search(journal: Journal) -> None:
    bring_in(journal, OWN / "salesforce_report.csv")
    found = _rows(journal, "SELECT count(*) FROM search_names WHERE search_names MATCH 'harbour'")
    assert found == [(1,)]
