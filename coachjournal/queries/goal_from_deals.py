"""What a rep's deals say of a goal that takes its values from them."""

from collections.abc import Mapping

from sqlalchemy import bindparam, func, select

from coachjournal.journal import Reading
from coachjournal.model import Deal, Goal, Rep
from coachjournal.queries.rep_deals import rep_figures
from coachjournal.rules.deal import Outcome
from coachjournal.rules.figures import NoCoverage
from coachjournal.rules.goal import ComputedFrom, GoalStatus
from coachjournal.rules.goal_from_deals import (
    NEW_DEALS_DAYS,
    FromDeals,
    from_coverage,
    from_new_deals,
    from_sales_cycle,
    from_win_rate,
)
from coachjournal.rules.period import Period, last_days
from coachjournal.rules.tally import OutOf

CREATED = (
    select(func.count())
    .where(Deal.rep_id == bindparam("rep_id"))
    .where(Deal.created_on >= bindparam("start"), Deal.created_on < bindparam("end"))
)
CLOSED = (
    select(Deal.outcome, func.count())
    .where(Deal.rep_id == bindparam("rep_id"), Deal.outcome.in_((Outcome.WON, Outcome.LOST)))
    .where(Deal.closed_on >= bindparam("start"), Deal.closed_on < bindparam("end"))
    .group_by(Deal.outcome)
)

COMPUTED = (
    select(Goal.id, Goal.rep_id, Goal.computed_from)
    .join(Rep, Rep.id == Goal.rep_id)
    .where(Goal.status == GoalStatus.ACTIVE, Goal.computed_from.is_not(None), Rep.archived_on.is_(None))
    .order_by(Goal.id)
)


def goals_from_deals(tx: Reading) -> Mapping[int, FromDeals]:
    """What the deals say today of every active goal that takes its values from them, by the goals' keys."""
    return {
        row.id: goal_from_deals(tx, rep_id=row.rep_id, computed_from=row.computed_from)
        for row in tx.connection.execute(COMPUTED).all()
    }


def goal_from_deals(tx: Reading, *, rep_id: int, computed_from: ComputedFrom) -> FromDeals:
    """The figure as it is today: of the last twelve months, of 30 days (new deals), of the quota's period (cover)."""
    if computed_from is ComputedFrom.NEW_DEALS:
        days = last_days(tx.today, NEW_DEALS_DAYS)
        span = {"rep_id": rep_id, "start": days.start, "end": days.end}
        return from_new_deals(tx.connection.execute(CREATED, span).scalar_one())
    figures = rep_figures(tx, rep_id=rep_id)
    match computed_from:
        case ComputedFrom.WIN_RATE:
            return from_win_rate(figures.win_rate)
        case ComputedFrom.SALES_CYCLE:
            return from_sales_cycle(figures.cycle_days, figures.cycle_deals)
        case ComputedFrom.COVERAGE:
            quota = figures.quotas[0] if figures.quotas else None
            return from_coverage(quota.coverage, quota.open_deals) if quota else from_coverage(NoCoverage.NO_QUOTA, 0)


def won_of_closed(tx: Reading, *, rep_id: int, period: Period) -> OutOf:
    """How many of the deals that closed in a period were won."""
    span = {"rep_id": rep_id, "start": period.start, "end": period.end}
    closed = dict(tx.connection.execute(CLOSED, span).all())
    return OutOf(closed.get(Outcome.WON, 0), sum(closed.values()))
