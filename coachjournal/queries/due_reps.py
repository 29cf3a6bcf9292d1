"""Who is due: every active rep, and how long they have been without coaching of each kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ScalarSelect, bindparam, exists, func, select
from sqlalchemy.orm import aliased

from coachjournal.journal import Reading
from coachjournal.model import Conversation, Deal, Plan, Rep
from coachjournal.queries.absences import absences
from coachjournal.queries.begun import ONLY_BEGUN
from coachjournal.queries.cadences import Cadences, cadences
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.cadence import LOOK_BACK, Cadence, CadenceKind, Standing, days_since, due_on, standing
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from coachjournal.rules.deal import Outcome
from coachjournal.rules.names import fold
from coachjournal.rules.period import Period
from coachjournal.rules.signals.coaching import REGULAR
from coachjournal.rules.words import counted, gap_length, initials


@dataclass(frozen=True, slots=True)
class Missing:
    """Days without the coaching that a cadence asks for."""

    kind: CadenceKind
    days: int
    """Days on which the rep or the manager was away are not among them."""
    standing: Standing
    due_on: date
    """The first day it is (or was) due."""
    away: int = 0
    """The days since then on which one of them was away."""

    @property
    def words(self) -> str:
        """What is missing: "5 weeks without a deal review, 14 days away not counted"."""
        away = f", {counted(self.away, 'day')} away not counted" if self.away else ""
        return f"{gap_length(self.days)} without {self.kind.missing}{away}"


@dataclass(frozen=True, slots=True)
class RepStanding:
    """A rep. `missing` has one of each cadence; none where nothing says since when they could be coached, and no deal
    review where no deal is open.
    """

    rep_id: int
    name: str
    initials: str
    missing: tuple[Missing, ...]

    def of(self, kind: CadenceKind) -> Missing | None:
        return next((missing for missing in self.missing if missing.kind is kind), None)

    @property
    def told(self) -> Missing | None:
        """What stands on the morning page: coaching of any kind if that is due, else the one-on-one, else nothing.

        Within the two the worse comes first, so that nobody overdue is told as merely due.
        """
        due = [missing for missing in self._regular if missing.standing is not Standing.ON_TIME]
        return min(due, key=lambda missing: missing.standing is not Standing.OVERDUE, default=None)

    @property
    def standing(self) -> Standing | None:
        """Of what is told; None while nothing says since when they could have been coached."""
        if self.told is not None:
            return self.told.standing
        return Standing.ON_TIME if self._regular else None

    @property
    def due_on(self) -> date | None:
        """The first day on which the morning page tells of them."""
        return min((missing.due_on for missing in self._regular), default=None)

    @property
    def _regular(self) -> tuple[Missing, ...]:
        return tuple(missing for missing in self.missing if missing.kind in REGULAR)


def last_of(kind: ConversationKind | None) -> ScalarSelect[int]:
    """The key of a rep's last conversation (of a kind), by the index of rep and day."""
    talk = aliased(Conversation)
    newest = (
        select(talk.id)
        .where(talk.rep_id == Rep.id, talk.status == ConversationStatus.HELD, talk.id.not_in(ONLY_BEGUN))
        .where(talk.held_on <= bindparam("today"), talk.held_on >= bindparam("since"))
        .order_by(talk.held_on.desc(), talk.id.desc())
        .limit(1)
    )
    if kind is not None:
        newest = newest.where(talk.kind == kind)
    return newest.correlate(Rep).scalar_subquery()


LAST_PLAN = (
    select(func.max(Plan.agreed_on))
    .where(Plan.rep_id == Rep.id, Plan.agreed_on <= bindparam("today"))
    .correlate(Rep)
    .scalar_subquery()
)
HAS_DEALS = exists().where(Deal.rep_id == Rep.id, Deal.outcome == Outcome.OPEN).correlate(Rep)
KINDS = {
    CadenceKind.ANY_COACHING: None,
    CadenceKind.ONE_ON_ONE: ConversationKind.ONE_ON_ONE,
    CadenceKind.JOINT_CALL: ConversationKind.RIDE_ALONG,
    CadenceKind.DEAL_REVIEW: ConversationKind.DEAL_REVIEW,
}
"""The conversation that is looked for to each cadence; a plan is looked for among the plans."""
REPS = select(
    *(Rep.id, Rep.name, Rep.started_on, LAST_PLAN.label("plan"), HAS_DEALS.label("has_deals")),
    *(last_of(talk).label(cadence) for cadence, talk in KINDS.items()),
).where(Rep.archived_on.is_(None))
OF_REP = REPS.where(Rep.id == bindparam("rep_id"))
HELD_ON = select(Conversation.id, Conversation.held_on).where(Conversation.id.in_(bindparam("ids", expanding=True)))


def rep_standings(tx: Reading) -> tuple[RepStanding, ...]:
    """Every active rep, in the order of names."""
    kept, away = cadences(tx), absences(tx, since=tx.today - LOOK_BACK)
    rows = tx.connection.execute(REPS, {"today": tx.today, "since": tx.today - LOOK_BACK}).all()
    held_on = _held_on(tx, rows)
    standings = [
        RepStanding(
            rep_id=row.id,
            name=row.name,
            initials=initials(row.name),
            missing=_all_missing(row, held_on, tx.today, kept, away.of(row.id)),
        )
        for row in rows
    ]
    return tuple(sorted(standings, key=lambda rep: fold(rep.name)))


def missing_of(tx: Reading, *, rep_id: int) -> tuple[Missing, ...]:
    """How one rep stands against each cadence; an archived one is not waited for."""
    row = tx.connection.execute(OF_REP, {"today": tx.today, "since": tx.today - LOOK_BACK, "rep_id": rep_id}).first()
    if row is None:
        return ()
    away = absences(tx, since=tx.today - LOOK_BACK).of(rep_id)
    return _all_missing(row, _held_on(tx, [row]), tx.today, cadences(tx), away)


def _held_on(tx: Reading, reps: Iterable[AnyRow]) -> dict[int | None, date]:
    """The day of each of their last conversations, by its key."""
    ids = {getattr(rep, kind) for rep in reps for kind in KINDS} - {None}
    return dict(tx.connection.execute(HELD_ON, {"ids": sorted(ids)}).all())


def _all_missing(
    rep: AnyRow, held_on: dict[int | None, date], today: date, kept: Cadences, away: tuple[Period, ...]
) -> tuple[Missing, ...]:
    last_on = {kind: day for kind in KINDS if (day := held_on.get(getattr(rep, kind))) is not None}
    if rep.plan is not None:
        last_on[CadenceKind.PLAN] = rep.plan
    watched = [kind for kind in (*KINDS, CadenceKind.PLAN) if rep.has_deals or kind is not CadenceKind.DEAL_REVIEW]
    return tuple(
        _missing(kind, since, today, kept.of(rep.id, kind), away)
        for kind in watched
        if (since := last_on.get(kind, rep.started_on)) is not None
    )


def _missing(kind: CadenceKind, since: date, today: date, cadence: Cadence, away: tuple[Period, ...]) -> Missing:
    days = days_since(None, since, today, away)
    return Missing(
        kind=kind,
        days=days,
        standing=standing(days, cadence),
        due_on=due_on(since, cadence, away),
        away=(today - since).days - days,
    )
