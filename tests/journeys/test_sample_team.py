"""The sample team: there with one click, found by its names, gone with one click."""

from pathlib import Path

from coachjournal.commands.sample.cast import sellers
from tests.journeys.conftest import Start
from tests.journeys.day import Day
from tests.ui.hands import words_of
from ui.pages import PAGES

TEAM = sorted(seller.name for seller in sellers())
LISTED = [(f"Ctrl+{number}", page.name) for number, page in enumerate((page for page in PAGES if page.title), 1)]


def load_with_one_click(day: Day) -> None:
    day.until_at("welcome")
    day.click("welcome.sample")
    day.until_said("Added the sample team.")
    day.until_at("today")


def look_at_every_page(day: Day) -> None:
    for key, page in LISTED:
        day.press(key)
        day.until_at(page)
    for _ in TEAM:
        see_the_next_rep(day)
    day.press("Ctrl+2")
    day.until_at("journal")
    day.click("journal.open")
    day.until(lambda: day.place.page == "conversation")


def see_the_next_rep(day: Day) -> None:
    """Down to the chart, which says whose it is."""
    day.press("Alt+Down")
    day.until(lambda: day.place.page == "rep")
    chart, rep = day.see("coachingTimeline"), day.see(f"rep.{day.place.item}")
    day.until(lambda: chart.accessibleDescription().partition(",")[0] == rep.accessibleName().partition(",")[0])


def see_the_page_of(day: Day, rep: str) -> None:
    day.until(lambda: day.place.page == "rep" and rep in words_of(day.page))


def jump_to(day: Day, words: str) -> str:
    """Ctrl+K, a few letters, Enter; answers the name of what was found first."""
    day.press("Ctrl+K")
    day.write(words)
    day.until(lambda: words in "".join(day.lines("palette.list")[:1]))
    found = day.lines("palette.list")[0]
    day.press("Return")
    return found


def test_one_click_brings_the_sample_team_and_every_page_shows_it(start: Start) -> None:
    day = start()
    load_with_one_click(day)
    assert len(day.rep_ids) == len(TEAM)
    look_at_every_page(day)


def test_ctrl_k_finds_every_rep(start: Start, sample: Path) -> None:
    day = start(sample)
    day.until_at("today")
    for name in TEAM:
        assert jump_to(day, name) == name
        see_the_page_of(day, name)


def test_ctrl_k_finds_pages_deals_and_commands(start: Start, sample: Path) -> None:
    day = start(sample)
    day.until_at("today")
    for _key, page in LISTED:
        title = next(each.title for each in PAGES if each.name == page)
        assert jump_to(day, title) == title
        day.until_at(page)
    day.press("Ctrl+3")
    day.until_at("deals")
    deal = [name for name, *_ in day.rows("dealsTable") if name.isascii()][-1]  # as the keys of the test can write it
    assert jump_to(day, deal) == deal
    day.until(lambda: day.place.page == "deals" and day.place.item is not None)
    assert jump_to(day, "New conversation") == "New conversation"
    day.see("quickLog")


def test_the_sample_team_goes_with_one_click_and_undo_brings_it_back(start: Start, sample: Path) -> None:
    day = start(sample)
    day.until_at("today")
    day.press("Alt+Down")
    day.until(lambda: day.place.page == "rep")
    day.click("removeSample")
    day.until_said("Removed the sample team.")
    day.until_at("welcome")
    assert day.rep_ids == ()
    day.press("Ctrl+Z")
    day.until_said("Undone: Removed the sample team.")
    assert len(day.rep_ids) == len(TEAM)
    look_at_every_page(day)
