"""The team as the side of the window lists it: who is there, how long ago each was coached, how many deals are open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import column, func, select, table

from coachjournal.journal import Reading
from coachjournal.model import Deal, Rep
from coachjournal.model.base import Instant
from coachjournal.queries.absences import absences
from coachjournal.queries.cadences import cadences
from coachjournal.queries.reps import LAST_COACHED
from coachjournal.queries.sample import has_sample
from coachjournal.rules.cadence import LOOK_BACK, Cadence, CadenceKind, Standing, days_since, standing
from coachjournal.rules.deal import Outcome
from coachjournal.rules.names import fold
from coachjournal.rules.period import Period
from coachjournal.rules.words import initials, relative_day

REPS = select(Rep.id, Rep.name, Rep.started_on, Rep.archived_on, LAST_COACHED.label("last_on"))
OPEN_DEALS = select(Deal.rep_id, func.count()).where(Deal.outcome == Outcome.OPEN).group_by(Deal.rep_id)
LAST_SAVED = select(func.max(column("made_at", Instant()))).select_from(table("undo_step"))


@dataclass(frozen=True, slots=True)
class TeamMember:
    """A rep. `standing` is None while nothing says since when they could have been coached."""

    rep_id: int
    name: str
    initials: str
    standing: Standing | None
    words: str
    """The standing in words: "last coached 11 days ago"."""
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
    kept, away = cadences(tx), absences(tx, since=tx.today - LOOK_BACK)
    reps: list[TeamMember] = []
    archived: list[TeamMember] = []
    for row in tx.connection.execute(REPS, {"today": tx.today}):
        since, cadence = row.last_on or row.started_on, kept.of(row.id, CadenceKind.ANY_COACHING)
        member = TeamMember(
            rep_id=row.id,
            name=row.name,
            initials=initials(row.name),
            standing=None if row.archived_on else _standing(since, tx.today, cadence, away.of(row.id)),
            words=_words(row.last_on, tx.today),
            open_deals=deals.get(row.id, 0),
        )
        (archived if row.archived_on else reps).append(member)
    saved_at = tx.connection.execute(LAST_SAVED).scalar()
    return Team(_by_name(reps), _by_name(archived), sum(deals.values()), saved_at, has_sample(tx))


def _standing(since: date | None, today: date, cadence: Cadence, away: Iterable[Period]) -> Standing | None:
    return None if since is None else standing(days_since(None, since, today, away), cadence)


def _words(last_on: date | None, today: date) -> str:
    return "not coached yet" if last_on is None else f"last coached {relative_day(last_on, today)}"


def _by_name(members: list[TeamMember]) -> tuple[TeamMember, ...]:
    return tuple(sorted(members, key=lambda member: fold(member.name)))
