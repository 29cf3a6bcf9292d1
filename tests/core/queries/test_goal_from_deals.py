"""What the deals say of a goal: the same as the figures on the rep's page."""

from datetime import date, timedelta

from coachjournal.commands.deal import add_deal
from coachjournal.commands.rep import add_rep, set_quota
from coachjournal.journal import Journal
from coachjournal.queries.goal_from_deals import goal_from_deals, won_of_closed
from coachjournal.rules.deal import DEFAULT_STAGES
from coachjournal.rules.goal import ComputedFrom
from coachjournal.rules.goal_from_deals import FromDeals
from coachjournal.rules.money import Money
from coachjournal.rules.period import quarter_of, year_back
from coachjournal.rules.tally import OutOf

TODAY = date(2026, 11, 23)
STAGE = {stage.name: number for number, stage in enumerate(DEFAULT_STAGES, start=1)}


def deal(journal: Journal, rep_id: int, stage: str, created: int, closed: int | None = None) -> None:
    """A deal of 10,000 euros, created and closed so many days ago; an open one is due today."""
    journal.do(
        add_deal,
        rep_id=rep_id,
        name="Pumps",
        stage_id=STAGE[stage],
        amount=Money(1_000_000, "EUR"),
        created_on=TODAY - timedelta(days=created),
        close_on=TODAY,
        closed_on=None if closed is None else TODAY - timedelta(days=closed),
    )


def said(journal: Journal, rep_id: int, figure: ComputedFrom) -> FromDeals:
    return journal.ask(goal_from_deals, rep_id=rep_id, computed_from=figure)


def test_win_rate_and_cycle_are_of_twelve_months(journal: Journal, dana: int) -> None:
    for days_ago in range(20, 25):
        deal(journal, dana, "Closed won", days_ago + 60, days_ago)
        deal(journal, dana, "Closed lost", days_ago + 60, days_ago)
    deal(journal, dana, "Closed won", 600, 400)
    assert said(journal, dana, ComputedFrom.WIN_RATE) == FromDeals(50.0, "5 of 10 won")
    assert said(journal, dana, ComputedFrom.SALES_CYCLE) == FromDeals(60.0, "median of 5 won deals")
    assert journal.ask(won_of_closed, rep_id=dana, period=year_back(TODAY)) == OutOf(5, 10)


def test_new_deals_are_of_thirty_days_and_of_this_rep(journal: Journal, dana: int) -> None:
    for days_ago in (0, 29, 30):
        deal(journal, dana, "Propose", days_ago)
    deal(journal, journal.do(add_rep, name="Amir Khan"), "Propose", 1)
    assert said(journal, dana, ComputedFrom.NEW_DEALS) == FromDeals(2, "created in the last 30 days")


def test_cover_needs_a_quota(journal: Journal, dana: int) -> None:
    deal(journal, dana, "Propose", 5)
    assert said(journal, dana, ComputedFrom.COVERAGE) == FromDeals(None, "no quota")
    journal.do(set_quota, rep_id=dana, period=quarter_of(TODAY), quota=Money(800_000, "EUR"))
    assert said(journal, dana, ComputedFrom.COVERAGE) == FromDeals(1.2, "in 1 open deal")
