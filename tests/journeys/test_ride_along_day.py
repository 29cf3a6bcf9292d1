"""A day in the field with four calls: planned in the evening, told in the car, ended in the next evening."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.deal import add_deal
from coachjournal.commands.field_call import Customer
from coachjournal.commands.rep import add_rep
from coachjournal.commands.ride_along import plan_ride_along
from coachjournal.journal import Journal, open_journal
from coachjournal.queries.conversation_page import ConversationPage, conversation_page
from coachjournal.queries.ride_along import RideAlongDay, ride_along_day
from coachjournal.queries.time_page import time_page
from coachjournal.rules.conversation import ConversationStatus
from coachjournal.rules.time_entry import TimeCategory
from tests.conftest import MONDAY
from tests.goals import DISCOVERY, set_discovery_goal
from tests.journeys.conftest import Start
from tests.journeys.day import Day
from ui.widgets.growing_line import GrowingLine

TUESDAY = MONDAY + timedelta(days=1)
MOST_KEYS = 30
PLANNING_KEYS = 14
RIDE = 1
CUSTOMERS = ("Halvorsen AS", "Kestrel Foods", "Aldabra", "Quinta do Vale")
LEVELS = (3, 3, 4, 4)
MINUTES = (45, 60, 50, 40)


@pytest.fixture
def team(journal_file: Path, clock: FixedClock) -> Path:
    """Dana with four customers and a goal."""
    journal = open_journal(journal_file, clock=clock)
    dana = journal.do(add_rep, name="Dana Reyes")
    for customer in CUSTOMERS:
        journal.do(add_deal, rep_id=dana, name="renewal", account=customer, stage_id=1)
    set_discovery_goal(journal, dana, due_on=(MONDAY + timedelta(days=60)).date())
    journal.close()
    return journal_file


def plan_the_day(day: Day) -> None:
    """From Dana's page: her goal says the skill, and tomorrow is there already."""
    day.press("Alt+Down")
    day.until_at("rep", 1)
    day.count_anew()
    day.press("A")
    day.see("rideAlongPlan")
    for customer in CUSTOMERS:
        day.press(*customer[:2].upper(), "Return")
    day.press("Ctrl+Return")
    day.until_at("conversation", RIDE)


def tell_call(day: Day, number: int) -> None:
    """In the car: what came of it, what was seen, the level."""
    day.write(f"{CUSTOMERS[number]} sends the figures {MINUTES[number]}m")
    day.press("Return")
    day.write("Asked before answering")
    day.press("Return")
    day.write("One question at a time")
    day.press("Return")
    day.write("Minute 14, he names a figure /")
    day.write("Asked for the next one /")
    day.write("We left without the cost")
    day.press(f"Alt+{LEVELS[number]}")


def end_the_day(day: Day) -> None:
    """One focus, three commitments, the goal, done."""
    day.press("Ctrl+PgDown")
    day.press("Alt+W")
    day.write("Hold the product until three people named the cost.")
    day.press("Return")
    for words in ("Map the committee", "Call the finance lead"):
        day.write(words)
        day.press("Return")
    day.write("Record two calls")
    day.press("Alt+G")
    day.press("Ctrl+Return")


def asked(journal: Path, look: Callable[[Journal], None]) -> None:
    opened = open_journal(journal, clock=FixedClock(TUESDAY))
    look(opened)
    opened.close()


def ride_of(journal: Journal) -> tuple[RideAlongDay, ConversationPage]:
    day, page = (journal.ask(query, conversation_id=RIDE) for query in (ride_along_day, conversation_page))
    assert isinstance(day, RideAlongDay)
    assert isinstance(page, ConversationPage)
    return day, page


def has_rolled_up(journal: Journal) -> None:
    day, page = ride_of(journal)
    assert day.status is ConversationStatus.HELD
    assert [call.minutes for call in day.calls] == list(MINUTES)
    assert (day.figures.levels, day.figures.level, day.figures.took_over) == (LEVELS, 3.5, (1, 4))
    assert all(call.seen.impact == "We left without the cost" for call in day.calls)
    assert day.goal is not None
    assert day.goal.checked == 3.5
    assert [each.text for each in page.commitments] == [
        "Map the committee",
        "Call the finance lead",
        "Record two calls",
    ]
    assert "- Halvorsen AS: Asked before answering" in page.head.text
    assert page.head.text.rstrip().endswith(
        "## What Dana will try\nHold the product until three people named the cost."
    )


def counts_once(journal: Journal) -> None:
    split = journal.ask(time_page, day=TUESDAY.date()).split
    assert split.by_category == {TimeCategory.FIELD_CALLS: sum(MINUTES)}


def test_four_calls_from_the_evening_before_to_the_evening_after(start: Start, team: Path) -> None:
    evening = start(team)
    evening.until_at("today")
    plan_the_day(evening)
    assert len(evening.keys) <= PLANNING_KEYS
    evening.end()

    day = start(team, at=TUESDAY)
    day.until(lambda: day.place.page in {"today", "conversation"})
    day.press("Ctrl+1")
    day.until_at("today")
    day.count_anew()
    day.press("Ctrl+Shift+A")
    day.until_at("conversation", RIDE)
    for number in range(len(CUSTOMERS)):
        tell_call(day, number)
        if number == 1:
            day.press("Alt+I")
        if number < len(CUSTOMERS) - 1:
            day.press("Ctrl+Shift+A")
    end_the_day(day)
    day.until_at("today")
    assert len(day.keys) <= MOST_KEYS
    day.end()
    asked(team, has_rolled_up)
    asked(team, counts_once)


@pytest.fixture
def planned(team: Path) -> Path:
    """The day as it was planned the evening before."""
    journal = open_journal(team, clock=FixedClock(MONDAY))
    customers = [Customer(deal_id=deal) for deal in range(1, len(CUSTOMERS) + 1)]
    journal.do(plan_ride_along, rep_id=1, held_on=TUESDAY.date(), customers=customers, focus_skill_id=DISCOVERY)
    journal.close()
    return team


def test_the_window_is_closed_between_two_calls_and_goes_on_with_the_next(start: Start, planned: Path) -> None:
    day = start(planned, at=TUESDAY)
    day.press("Ctrl+Shift+A")
    day.until(lambda: day.in_sight("call.outcome"))
    tell_call(day, 0)
    day.press("Ctrl+Q")
    day.end()
    again = start(planned, at=TUESDAY)
    again.press("Ctrl+Shift+A")
    again.until(lambda: again.in_sight("call.outcome"))
    assert again.see_as(GrowingLine, "call.outcome").words == ""
    asked_again = again.see("call.1")
    assert CUSTOMERS[0] in asked_again.accessibleName()
