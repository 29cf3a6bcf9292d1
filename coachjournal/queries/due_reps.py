"""Who is due: every active rep, how long they have been without coaching, and what was said last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ScalarSelect, bindparam, select
from sqlalchemy.orm import aliased

from coachjournal.journal import Reading
from coachjournal.model import Conversation, Rep
from coachjournal.queries.begun import ONLY_BEGUN
from coachjournal.queries.cadences import cadences
from coachjournal.queries.first_lines import BEGINNING, shown_line
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.cadence import Cadence, CadenceKind, Standing, days_since, standing
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from coachjournal.rules.names import fold
from coachjournal.rules.period import Period
from coachjournal.rules.words import initials

WATCHED = (CadenceKind.ANY_COACHING, CadenceKind.ONE_ON_ONE, CadenceKind.JOINT_CALL)
"""The cadences told on the morning page. Deal reviews and plans follow the deals and the quarter instead."""

LOOK_BACK = timedelta(days=730)
"""Beyond two years "when was the last" is no longer a question for a morning."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Days without the coaching that a cadence asks for; `since_start` when there never was any."""

    kind: CadenceKind
    days: int
    standing: Standing
    due_on: date
    """The first day it is (or was) due."""
    since_start: bool


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation, held or planned."""

    conversation_id: int
    kind: ConversationKind
    on: date
    starts_at: datetime | None
    first_line: str


@dataclass(frozen=True, slots=True)
class RepStanding:
    """A rep. `missing` has one of each cadence watched; none where nothing says since when they could be coached."""

    rep_id: int
    name: str
    initials: str
    missing: tuple[Missing, ...]
    last: Talk | None
    planned: Talk | None
    """The next conversation that is planned for this week."""

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
    def due_on(self) -> date | None:
        """The first day on which the morning page tells of them."""
        return min((missing.due_on for missing in self._regular), default=None)

    @property
    def _regular(self) -> tuple[Missing, ...]:
        return tuple(missing for missing in self.missing if missing.kind is not CadenceKind.JOINT_CALL)


def _last_of(kind: ConversationKind | None) -> ScalarSelect[int]:
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


REPS = select(
    *(Rep.id, Rep.name, Rep.started_on),
    _last_of(None).label("any_coaching"),
    _last_of(ConversationKind.ONE_ON_ONE).label("one_on_one"),
    _last_of(ConversationKind.RIDE_ALONG).label("joint_call"),
).where(Rep.archived_on.is_(None))
TALKS = select(
    *(Conversation.id, Conversation.kind, Conversation.held_on, Conversation.starts_at, Conversation.private),
    BEGINNING,
).where(Conversation.id.in_(bindparam("ids", expanding=True)))
PLANNED = (
    select(
        *(Conversation.id, Conversation.kind, Conversation.held_on, Conversation.starts_at, Conversation.private),
        *(Conversation.rep_id, BEGINNING),
    )
    .where(Conversation.held_on >= bindparam("today"), Conversation.held_on < bindparam("end"))
    .where(Conversation.status == ConversationStatus.PLANNED)
    .order_by(Conversation.held_on.desc(), Conversation.starts_at.desc(), Conversation.id.desc())
)


def rep_standings(tx: Reading, week: Period) -> tuple[RepStanding, ...]:
    """Every active rep, in the order of names."""
    set_cadences = cadences(tx)
    rows = tx.connection.execute(REPS, {"today": tx.today, "since": tx.today - LOOK_BACK}).all()
    talks = _talks(tx, rows)
    planned = {row.rep_id: _talk(row) for row in tx.connection.execute(PLANNED, {"today": tx.today, "end": week.end})}
    standings = []
    for row in rows:
        last_of = {kind: talks.get(getattr(row, kind)) for kind in WATCHED}
        missing = (
            _missing(kind, last_of[kind], row.started_on, tx.today, set_cadences.of(row.id, kind)) for kind in WATCHED
        )
        standings.append(
            RepStanding(
                rep_id=row.id,
                name=row.name,
                initials=initials(row.name),
                missing=tuple(each for each in missing if each is not None),
                last=last_of[CadenceKind.ANY_COACHING],
                planned=planned.get(row.id),
            )
        )
    return tuple(sorted(standings, key=lambda rep: fold(rep.name)))


def _talks(tx: Reading, reps: Iterable[AnyRow]) -> dict[int | None, Talk]:
    ids = {getattr(rep, kind) for rep in reps for kind in WATCHED} - {None}
    return {row.id: _talk(row) for row in tx.connection.execute(TALKS, {"ids": sorted(ids)})}


def _talk(row: AnyRow) -> Talk:
    return Talk(row.id, row.kind, row.held_on, row.starts_at, shown_line(row))


def _missing(
    kind: CadenceKind, last: Talk | None, started_on: date | None, today: date, cadence: Cadence
) -> Missing | None:
    since = last.on if last else started_on
    if since is None:
        return None
    days = days_since(None, since, today)
    due_on = since + timedelta(days=cadence.target_days + 1)
    return Missing(kind, days, standing(days, cadence), due_on, since_start=last is None)
