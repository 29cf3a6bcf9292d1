from datetime import date, timedelta

from coachjournal.commands.deal import add_deal
from coachjournal.commands.rep import add_rep, archive_rep, set_quota
from coachjournal.journal import Journal
from coachjournal.queries.rep_deals import Figure, deals_behind, rep_deals, rep_figures
from coachjournal.rules.deal import DEFAULT_STAGES, Outcome
from coachjournal.rules.figures import NoCoverage
from coachjournal.rules.money import Money
from coachjournal.rules.period import Period, quarter_of
from coachjournal.rules.tally import OutOf

TODAY = date(2026, 11, 23)
STAGE = {stage.name: number for number, stage in enumerate(DEFAULT_STAGES, start=1)}
QUARTER = quarter_of(TODAY)


def closed(journal: Journal, rep_id: int, stage: str, days_ago: int, *, cycle: int = 60, euros: int = 10_000) -> int:
    on = TODAY - timedelta(days=days_ago)
    return journal.do(
        add_deal,
        rep_id=rep_id,
        name=f"{stage} {days_ago} days ago",
        stage_id=STAGE[stage],
        amount=Money(euros * 100, "EUR"),
        created_on=on - timedelta(days=cycle),
        closed_on=on,
    )


def still_open(journal: Journal, rep_id: int, due: date | None, euros: int = 10_000) -> int:
    return journal.do(
        add_deal,
        rep_id=rep_id,
        name=f"open until {due}",
        stage_id=STAGE["Propose"],
        amount=Money(euros * 100, "EUR"),
        close_on=due,
    )


def test_win_rate_and_cycle_are_of_the_last_twelve_months(journal: Journal, dana: int) -> None:
    closed(journal, dana, "Closed won", 10, cycle=50)
    closed(journal, dana, "Closed won", 200, cycle=70)
    closed(journal, dana, "Closed lost", 20)
    closed(journal, dana, "Closed won", 400, cycle=500)
    figures = journal.ask(rep_figures, rep_id=dana)
    assert figures.win_rate == OutOf(2, 3)
    assert (figures.cycle_days, figures.cycle_deals) == (60.0, 2)


def test_the_team_is_everybody_who_is_still_on_it(journal: Journal, dana: int) -> None:
    amir, gone = journal.do(add_rep, name="Amir Khan"), journal.do(add_rep, name="Gone")
    closed(journal, dana, "Closed won", 10)
    closed(journal, amir, "Closed lost", 10)
    closed(journal, gone, "Closed lost", 10)
    journal.do(archive_rep, rep_id=gone)
    assert journal.ask(rep_figures, rep_id=dana).team_win_rate == OutOf(1, 2)


def test_the_quarters_quota_is_told_rather_than_the_years(journal: Journal, dana: int) -> None:
    year = Period(date(2026, 1, 1), date(2027, 1, 1))
    journal.do(set_quota, rep_id=dana, period=year, quota=Money(400_000_00, "EUR"))
    journal.do(set_quota, rep_id=dana, period=QUARTER, quota=Money(100_000_00, "EUR"))
    closed(journal, dana, "Closed won", 10, euros=40_000)
    closed(journal, dana, "Closed won", 100, euros=90_000)
    still_open(journal, dana, date(2026, 12, 31), euros=90_000)
    still_open(journal, dana, date(2027, 1, 1))
    (quota,) = journal.ask(rep_figures, rep_id=dana).quotas
    assert (quota.period, quota.share, quota.won_deals) == (QUARTER, 0.4, 1)
    assert (quota.coverage, quota.open_deals) == (1.5, 1)


def test_a_quota_that_is_reached_leaves_nothing_to_cover(journal: Journal, dana: int) -> None:
    journal.do(set_quota, rep_id=dana, period=QUARTER, quota=Money(10_000_00, "EUR"))
    closed(journal, dana, "Closed won", 1)
    (quota,) = journal.ask(rep_figures, rep_id=dana).quotas
    assert (quota.share, quota.coverage) == (1.0, NoCoverage.QUOTA_REACHED)


def test_every_figure_opens_to_exactly_the_deals_it_counts(journal: Journal, dana: int) -> None:
    journal.do(set_quota, rep_id=dana, period=QUARTER, quota=Money(100_000_00, "EUR"))
    for days in (5, 30, 100, 300):
        closed(journal, dana, "Closed won", days)
        closed(journal, dana, "Closed lost", days)
    closed(journal, dana, "Closed won", 50, cycle=-3)
    still_open(journal, dana, date(2026, 12, 1))
    still_open(journal, dana, None)
    figures = journal.ask(rep_figures, rep_id=dana)
    behind = {figure: len(journal.ask(deals_behind, rep_id=dana, figure=figure)) for figure in Figure}
    assert behind == {
        Figure.WIN_RATE: figures.win_rate.of,
        Figure.CYCLE: figures.cycle_deals,
        Figure.QUOTA: figures.quotas[0].won_deals,
        Figure.COVERAGE: figures.quotas[0].open_deals,
        Figure.SIZE: figures.sized_deals,
    }
    assert behind[Figure.WIN_RATE] == 9
    assert behind[Figure.CYCLE] == 4
    assert behind[Figure.SIZE] == 5


def test_open_deals_are_listed_before_closed_ones(journal: Journal, dana: int) -> None:
    closed(journal, dana, "Closed won", 40)
    closed(journal, dana, "Closed lost", 4)
    still_open(journal, dana, None)
    still_open(journal, dana, date(2026, 12, 1))
    deals = journal.ask(rep_deals, rep_id=dana)
    assert [deal.outcome for deal in deals] == [Outcome.OPEN, Outcome.OPEN, Outcome.LOST, Outcome.WON]
    assert deals[0].close_on == date(2026, 12, 1)
    assert (deals[0].stage, deals[0].amount) == ("Propose", Money(10_000_00, "EUR"))


def test_the_average_deal_is_of_the_currency_that_most_are_won_in(journal: Journal, dana: int) -> None:
    closed(journal, dana, "Closed won", 10, euros=20_000)
    closed(journal, dana, "Closed won", 20, euros=40_000)
    closed(journal, dana, "Closed lost", 20, euros=90_000)
    figures = journal.ask(rep_figures, rep_id=dana)
    assert (figures.average_size, figures.sized_deals) == (Money(30_000_00, "EUR"), 2)
