"""The development plans of the team: one line a rep, those to look at first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, select

from coachjournal.journal import Reading
from coachjournal.model import Goal, Plan, Rep
from coachjournal.queries.absences import absences
from coachjournal.queries.cadences import cadences
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.cadence import Cadence, CadenceKind
from coachjournal.rules.goal import GoalStatus
from coachjournal.rules.names import fold
from coachjournal.rules.period import Period
from coachjournal.rules.plan import PlanStanding, plan_standing, review_day


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A rep and the latest version of their plan; without one, `version` is 0 and the rest empty."""

    rep_id: int
    rep: str
    version: int
    period: Period | None
    agreed_on: date | None
    review_on: date | None
    """The day set for the next look, else the one the cadence gives; None while nothing is agreed."""
    active_goals: int
    standing: PlanStanding


ACTIVE_GOALS = (
    select(func.count()).where(Goal.rep_id == Rep.id, Goal.status == GoalStatus.ACTIVE).scalar_subquery().label("goals")
)
LATEST = select(Plan.rep_id, func.max(Plan.version).label("version")).group_by(Plan.rep_id).subquery()
PLANS = (
    select(
        *(Rep.id, Rep.name, Plan.version, Plan.starts_on, Plan.ends_on, Plan.agreed_on, Plan.next_review_on),
        ACTIVE_GOALS,
    )
    .outerjoin(LATEST, LATEST.c.rep_id == Rep.id)
    .outerjoin(Plan, and_(Plan.rep_id == Rep.id, Plan.version == LATEST.c.version))
    .where(Rep.archived_on.is_(None))
)


def plans_page(tx: Reading) -> tuple[PlanLine, ...]:
    """Everyone on the team, by name."""
    kept, away = cadences(tx), absences(tx)
    rows = sorted(tx.connection.execute(PLANS), key=lambda row: fold(row.name))
    return tuple(_line(row, kept.of(row.id, CadenceKind.PLAN), away.of(row.id), tx.today) for row in rows)


def _line(row: AnyRow, cadence: Cadence, away: Iterable[Period], today: date) -> PlanLine:
    review_on = review_day(row.agreed_on, row.next_review_on, cadence, away) if row.agreed_on else None
    return PlanLine(
        rep_id=row.id,
        rep=row.name,
        version=row.version or 0,
        period=Period(row.starts_on, row.ends_on) if row.version else None,
        agreed_on=row.agreed_on,
        review_on=review_on,
        active_goals=row.goals,
        standing=plan_standing(review_on, today) if row.version else PlanStanding.NONE,
    )
