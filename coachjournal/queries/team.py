"""The team as the side of the window lists it: who is there, how long ago each was coached, how many deals are open."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import column, func, select, table

from coachjournal.journal import Reading
from coachjournal.model import Deal, Rep
from coachjournal.model.base import Instant
from coachjournal.queries.due_reps import RepStanding, rep_standings
from coachjournal.queries.reps import LAST_COACHED
from coachjournal.queries.sample import has_sample
from coachjournal.rules.cadence import CadenceKind, Standing
from coachjournal.rules.deal import Outcome
from coachjournal.rules.names import fold
from coachjournal.rules.words import initials, relative_day

REPS = select(Rep.id, Rep.name, Rep.archived_on, LAST_COACHED.label("last_on"))
OPEN_DEALS = select(Deal.rep_id, func.count()).where(Deal.outcome == Outcome.OPEN).group_by(Deal.rep_id)
LAST_SAVED = select(func.max(column("made_at", Instant()))).select_from(table("undo_step"))


@dataclass(frozen=True, slots=True)
class TeamMember:
    """A rep. `standing` is what the morning page says of them; None for those it says nothing of."""

    rep_id: int
    name: str
    initials: str
    standing: Standing | None
    words: str
    """When that was, and what else is due: "last coached 2 days ago, 2 weeks without a one-on-one"."""
    open_deals: int


@dataclass(frozen=True, slots=True)
class Team:
    """Active reps by name, archived ones apart, and what the foot of the window says."""

    reps: tuple[TeamMember, ...]
    archived: tuple[TeamMember, ...]
    open_deals: int
    saved_at: datetime | None
    has_sample: bool
    """Whether the sample team is among them."""

    @property
    def is_empty(self) -> bool:
        return not self.reps and not self.archived


def team(tx: Reading) -> Team:
    """Everybody, whatever their number: a handful of selects."""
    deals = dict(tx.connection.execute(OPEN_DEALS).all())
    standings = {rep.rep_id: rep for rep in rep_standings(tx)}
    reps: list[TeamMember] = []
    archived: list[TeamMember] = []
    for row in tx.connection.execute(REPS, {"today": tx.today}):
        rep = standings.get(row.id)
        member = TeamMember(
            rep_id=row.id,
            name=row.name,
            initials=initials(row.name),
            standing=None if rep is None else rep.standing,
            words=_words(row.last_on, tx.today, rep),
            open_deals=deals.get(row.id, 0),
        )
        (archived if row.archived_on else reps).append(member)
    saved_at = tx.connection.execute(LAST_SAVED).scalar()
    return Team(_by_name(reps), _by_name(archived), sum(deals.values()), saved_at, has_sample(tx))


def _words(last_on: date | None, today: date, rep: RepStanding | None) -> str:
    last = "not coached yet" if last_on is None else f"last coached {relative_day(last_on, today)}"
    told = None if rep is None else rep.told
    return f"{last}, {told.words}" if told is not None and told.kind is CadenceKind.ONE_ON_ONE else last


def _by_name(members: list[TeamMember]) -> tuple[TeamMember, ...]:
    return tuple(sorted(members, key=lambda member: fold(member.name)))
