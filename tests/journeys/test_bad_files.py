"""Whatever file is chosen by mistake: one sentence, nothing left behind, and the right file still comes in."""

from pathlib import Path

from tests.fixtures.bad_files import BAD_FILES
from tests.journeys.conftest import Start
from tests.journeys.day import Day, rows_in

GOOD = Path(__file__).parents[1] / "fixtures" / "crm" / "sales_pipeline.csv"


def refusal_of(day: Day, file: Path) -> str:
    """Choose a file; answers what is said of it."""
    day.click("importDeals.choose")
    day.choose_file("importDeals.file", file)
    day.until(lambda: day.read("importDeals.problem") != "" and day.in_sight("importDeals.choose"))
    return day.read("importDeals.problem")


def test_eight_bad_files_leave_nothing_behind_and_the_good_one_comes_in(start: Start, tmp_path: Path) -> None:
    day = start()
    before = rows_in(day.journal)
    day.until_at("welcome")
    day.press("Ctrl+I")
    for name, content in BAD_FILES.items():
        (tmp_path / name).write_bytes(content)
        sentence = refusal_of(day, tmp_path / name)
        assert sentence.endswith("Nothing was changed.")
    assert rows_in(day.journal) == before
    day.click("importDeals.choose")
    day.choose_file("importDeals.file", GOOD)
    day.until(lambda: day.in_sight("importDeals.summary"))
    day.press("Ctrl+Return")
    day.until_said("6 deals added")
