"""From the first run to a plan on paper, and the next morning."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf

from tests.conftest import MONDAY
from tests.core.documents.reading_back import ReadBack
from tests.journeys.conftest import Start
from tests.journeys.day import Day
from tests.ui.hands import words_of

DEALS = Path(__file__).parents[1] / "fixtures" / "crm" / "sales_pipeline.csv"
TUESDAY = MONDAY + timedelta(days=1)
NORA = "Nora Lind"
COMMITMENT = "Send the controller the numbers of the pilot"
OPEN_DEALS = 2
MOST_KEYS = 26
"""For a ride-along, two goals, a check-in and all the rest, besides what is written and the names of files."""


def bring_in_deals(day: Day) -> None:
    day.until_at("welcome")
    day.click("welcome.deals")
    day.click("importDeals.choose")
    day.choose_file("importDeals.file", DEALS)
    day.until(lambda: day.in_sight("importDeals.summary"))
    assert day.read("importDeals.summary") == "Adds 6 deals."
    day.press("Ctrl+Return")
    day.until_at("deals")
    day.until_said("6 deals added")


def write_down_a_ride_along(day: Day) -> None:
    """From the rep's page: the rep is known, so the words come at once; Alt+3 says it was a ride-along."""
    day.press("Ctrl+N")
    day.see("quickLog")
    day.press("Alt+3")
    day.write("Two calls at Harbour Mills. She asked for the cost of doing nothing before she showed the pump.")
    day.press("Alt+C")
    day.write(COMMITMENT)
    day.press("Ctrl+Return")
    day.until_said("Logged a ride-along with Nora Lind")


def keep_a_worry_private(day: Day) -> None:
    day.press("Ctrl+N")
    day.see("quickLog")
    day.write("She thinks about leaving.")
    day.click("quickLog.private")
    day.press("Ctrl+Return")
    day.until_said("Logged")


def set_two_goals(day: Day) -> None:
    day.press("G")
    day.see("goalEditor")
    day.write("Discovery depth")
    day.press("Tab", "Tab", "Tab")
    day.write("2.5")
    day.press("Tab")
    day.write("4")
    day.press("Ctrl+Return")
    day.until(lambda: len(day.rows("repPage.goals")) == 1)
    day.press("G")
    day.see("goalEditor")
    day.write("More first meetings")
    day.press("Tab", "Tab", "A", "Tab", "Tab")  # measured by: A number a week
    day.write("3")
    day.press("Tab")
    day.write("8")
    day.press("Ctrl+Return")
    day.until(lambda: len(day.rows("repPage.goals")) == 2)


def check_in_on_discovery(day: Day) -> None:
    day.choose_row("repPage.goals", [row[0] for row in day.rows("repPage.goals")].index("Discovery depth"))
    day.press("C")
    day.see("checkInEditor")
    day.write("3")
    day.press("Ctrl+Return")
    day.until_said("Discovery depth")


def sees_goal_and_hours_on_one_axis(day: Day) -> None:
    chart = day.see("coachingTimeline")
    day.until(lambda: "Discovery depth: 3.0 of 4.0" in chart.accessibleDescription())
    told = chart.accessibleDescription()
    assert "More first meetings: from 3 a week to 8 a week" in told
    assert "ride-along 1" in told
    assert "with Nora in 1 week" in told
    assert "With people in 1 week: 100%" in told
    day.press("Ctrl+T")
    rows = day.rows("timelineTable.table")
    assert ["Discovery depth", "3"] in [row[1:3] for row in rows]
    assert any(row[1].startswith("Week with Nora: ") and row[2] == "240" for row in rows)
    day.press("Esc")


def export_the_plan(day: Day, folder: Path) -> Path:
    day.click("repPage.plan")
    file = folder / "plan.pdf"
    day.choose_file("saveDialog", file)
    day.until_said("Saved plan.pdf")
    return file


def is_a_plan_for_everyone(plan: ReadBack) -> None:
    """Eyes, screen readers and archives get the same; what is private is not there."""
    for words in ("Development plan", NORA, "Discovery depth", "More first meetings"):
        assert words in plan.text
    assert "thinks about leaving" not in plan.text
    (chart,) = plan.alternatives()
    assert "Discovery depth: 3.0 of 4.0" in chart
    assert "More first meetings: from 3 a week to 8 a week" in chart
    assert {"Title", "H1", "Table", "TH", "Figure"} <= set(plan.tags())
    with pikepdf.open(BytesIO(plan.pdf)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert NORA in str(pdf.docinfo["/Title"])


def finds_it_all_again(morning: Day, goals: list[list[str]], told: str) -> None:
    """The same page, the same numbers: only the day has moved on."""
    assert [row[:5] for row in morning.rows("repPage.goals")] == [row[:5] for row in goals]
    chart = morning.see("coachingTimeline")
    morning.until(lambda: without_days(chart.accessibleDescription()) == without_days(told))
    assert COMMITMENT in words_of(morning.page)
    morning.press("Ctrl+3")
    morning.until_at("deals")
    assert len(morning.rows("dealsTable")) == OPEN_DEALS
    morning.press("Alt+Left")


def without_days(told: str) -> str:
    """The timeline's sentences behind the first, which says from when to when."""
    return told.partition(". ")[2]


def test_from_the_first_run_to_the_plan_and_all_is_there_next_morning(start: Start, tmp_path: Path) -> None:
    day = start()
    bring_in_deals(day)
    day.press("Alt+Down")
    nora = day.rep_ids[0]
    day.until_at("rep", nora)
    write_down_a_ride_along(day)
    keep_a_worry_private(day)
    set_two_goals(day)
    check_in_on_discovery(day)
    sees_goal_and_hours_on_one_axis(day)
    plan = export_the_plan(day, tmp_path)
    assert len(day.keys) <= MOST_KEYS
    is_a_plan_for_everyone(ReadBack(plan.read_bytes()))
    goals, told = day.rows("repPage.goals"), day.see("coachingTimeline").accessibleDescription()
    day.press("Ctrl+Q")
    day.end()

    morning = start(at=TUESDAY)
    morning.until_at("rep", nora)
    finds_it_all_again(morning, goals, told)
    morning.until_at("rep", nora)
    morning.press("Ctrl+Z")
    morning.until_said("Undone: Checked in on “Discovery depth”.")
    morning.until(lambda: [row[3] for row in morning.rows("repPage.goals")] == ["2.5", "3"])
