"""What each rep's deals add up to, and what the team's do."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import bindparam, or_, select

from coachjournal.journal import Reading
from coachjournal.model import Deal, Rep
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.figures import DealFigures, deal_figures
from coachjournal.rules.names import fold
from coachjournal.rules.period import Period

REPS = select(Rep.id, Rep.name).where(or_(bindparam("rep_id").is_(None), Rep.id == bindparam("rep_id")))
DEALS = select(Deal.rep_id, Deal.outcome, Deal.amount, Deal.currency, Deal.created_on, Deal.closed_on).where(
    or_(bindparam("rep_id").is_(None), Deal.rep_id == bindparam("rep_id"))
)


@dataclass(frozen=True, slots=True)
class FiguresOfRep:
    """One rep and what their deals add up to."""

    rep_id: int
    rep: str
    figures: DealFigures

    def document(self) -> dict[str, object]:
        """The figures as the command line's JSON has them: amounts in minor units, rates null when nothing closed."""
        return {"rep": self.rep, **_document(self.figures)}


@dataclass(frozen=True, slots=True)
class Figures:
    """Every rep's figures, by name, and those of all their deals together."""

    reps: tuple[FiguresOfRep, ...]
    team: DealFigures

    def document(self) -> list[dict[str, object]]:
        """One entry a rep."""
        return [each.document() for each in self.reps]

    def total(self) -> list[dict[str, object]]:
        """One entry for all together; it belongs to no rep."""
        return [{"rep": None, **_document(self.team)}]


def figures(tx: Reading, *, period: Period | None = None, rep_id: int | None = None) -> Figures:
    """The figures of one rep or of all; won and lost deals count by the day they closed."""
    deals: defaultdict[int, list[AnyRow]] = defaultdict(list)
    rows = tx.connection.execute(DEALS, {"rep_id": rep_id}).all()
    for row in rows:
        deals[row.rep_id].append(row)
    reps = sorted(tx.connection.execute(REPS, {"rep_id": rep_id}), key=lambda rep: fold(rep.name))
    return Figures(
        tuple(FiguresOfRep(key, name, deal_figures(deals[key], period)) for key, name in reps),
        deal_figures(rows, period),
    )


def _document(told: DealFigures) -> dict[str, object]:
    return {
        "won": told.won,
        "lost": told.lost,
        "open": told.open,
        "win_rate": told.win_rate,
        "won_amount": told.won_amount,
        "average_won": told.average_won,
        "median_cycle_days": told.median_cycle_days,
    }
