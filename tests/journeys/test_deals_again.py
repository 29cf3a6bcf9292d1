"""The same deals week after week: nothing twice, every change remembered, all of it taken back."""

from pathlib import Path

from tests.journeys.conftest import Start
from tests.journeys.day import Day, rows_in
from tests.ui.hands import words_of

FIRST_WEEK = Path(__file__).parents[1] / "fixtures" / "crm" / "salesforce_report.csv"
PIPELINE = FIRST_WEEK.with_name("sales_pipeline.csv")


def read(day: Day, file: Path) -> str:
    """Ctrl+I, the file; answers what it would do."""
    day.press("Ctrl+I")
    day.see("importDeals")
    day.click("importDeals.choose")
    day.choose_file("importDeals.file", file)
    return day.read("importDeals.summary")


def finish(day: Day, file: Path) -> str:
    """Ctrl+Enter; answers what was done."""
    day.press("Ctrl+Return")
    day.until_said(f"Imported {file.name}")
    return day.said.partition(": ")[2]


def second_week(folder: Path) -> Path:
    """The same report a week on: one deal went back a stage, is due a month later and worth more."""
    file = folder / "second_week.csv"
    report = FIRST_WEEK.read_text(encoding="utf-8")
    pilot = '"Negotiation/Review","EUR","8,000.50","12/18/2026"'
    assert pilot in report
    file.write_text(report.replace(pilot, '"Propose","EUR","9,500.00","1/22/2027"'), encoding="utf-8")
    return file


def read_history(day: Day, name: str, *words: str) -> None:
    """What stands beside a deal."""
    day.choose_row("dealsTable", [row[0] for row in day.rows("dealsTable")].index(name))
    details = day.see("deals.details")
    day.until(lambda: all(each in words_of(details) for each in (name, *words)))


def take_back(day: Day, what: str) -> None:
    day.press("Ctrl+Z")
    day.until_said(f"Undone: {what}")


def test_deals_brought_in_again_change_only_what_changed(start: Start, tmp_path: Path) -> None:
    day, second = start(), second_week(tmp_path)
    day.until_at("welcome")
    assert read(day, FIRST_WEEK) == "Adds 3 deals."
    assert finish(day, FIRST_WEEK) == "3 deals added, 0 changed."
    assert read(day, FIRST_WEEK) == "Nothing new in this file."
    assert not day.see("importDeals.finish").isEnabled()
    day.press("Ctrl+Return", "Esc")
    assert read(day, second) == "Changes 1; 2 are left as they are."
    assert finish(day, second) == "0 deals added, 1 changed."
    changes = ("Negotiation/Review → Propose", "€8,000.50 → €9,500", "18 Dec → 22 Jan 2027, slipped")
    read_history(day, "Aster: pilot", *changes)


def test_undo_takes_every_import_back_and_the_reps_it_brought(start: Start, tmp_path: Path) -> None:
    day, second = start(), second_week(tmp_path)
    before = rows_in(day.journal)
    day.until_at("welcome")
    for file in (FIRST_WEEK, second, PIPELINE):
        read(day, file)
        finish(day, file)
    for file in (PIPELINE, second, FIRST_WEEK):
        take_back(day, f"Imported {file.name}")
    assert day.rep_ids == ()
    day.end()
    assert rows_in(day.journal) == before
