"""What the rules of signals are given of coaching, commitments, ratings and goals, of all active reps at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import aliased

from coachjournal.journal import Reading
from coachjournal.model import Commitment, Conversation, Goal, Rating, Rep, Skill
from coachjournal.queries.absences import absences
from coachjournal.queries.cadences import cadences
from coachjournal.queries.deal_records import ACTIVE
from coachjournal.queries.due_reps import KINDS, last_of
from coachjournal.queries.rows import AnyRow, grouped
from coachjournal.rules.cadence import LOOK_BACK, CadenceKind, days_since
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import Side
from coachjournal.rules.goal import GoalStatus
from coachjournal.rules.period import Period, last_days, year_back
from coachjournal.rules.signals.coaching import REGULAR
from coachjournal.rules.signals.limits import Limit, Limits
from coachjournal.rules.signals.records import Achieved, OpenCommitment, Rated, SettledCommitment, Without

WATCHED = (*REGULAR, CadenceKind.JOINT_CALL)
"""The cadences that a rule asks about."""
REPS = select(
    *(Rep.id, Rep.name, Rep.started_on), *(last_of(KINDS[cadence]).label(cadence) for cadence in WATCHED)
).where(Rep.archived_on.is_(None))
DAYS_OF_TALKS = select(Conversation.id, Conversation.held_on).where(
    Conversation.id.in_(bindparam("ids", expanding=True))
)
_LATEST = aliased(Commitment)
_LAST_SETTLED = (
    select(_LATEST.id)
    .where(_LATEST.rep_id == Rep.id, _LATEST.ended_on.is_not(None), _LATEST.ended_on >= bindparam("start"))
    .where(_LATEST.owner == Side.REP, _LATEST.status.in_((CommitmentStatus.KEPT, CommitmentStatus.NOT_KEPT)))
    .order_by(_LATEST.ended_on.desc(), _LATEST.id.desc())
    .limit(bindparam("most"))
    .correlate(Rep)
)
SETTLED = (
    select(Rep.id, Commitment.id, Commitment.status)
    .join(Commitment, Commitment.id.in_(_LAST_SETTLED))
    .where(Rep.archived_on.is_(None))
    .order_by(Commitment.ended_on.desc(), Commitment.id.desc())
)
OPEN = select(Commitment.rep_id, Commitment.id, Commitment.owner).where(Commitment.status == CommitmentStatus.OPEN)
RATINGS = (
    select(Rating.rep_id, Rating.skill_id, Rating.id, Rating.level, Rating.rated_on)
    .where(Rating.rep_id.in_(ACTIVE), Rating.side == Side.MANAGER)
    .where(Rating.rated_on >= bindparam("start"), Rating.rated_on < bindparam("end"))
    .order_by(Rating.rated_on, Rating.id)
)
ACHIEVED = (
    select(Goal.rep_id, Goal.id, Goal.title, Goal.ended_on)
    .where(Goal.rep_id.in_(ACTIVE), Goal.status == GoalStatus.ACHIEVED)
    .where(Goal.ended_on >= bindparam("start"), Goal.ended_on < bindparam("end"))
    .order_by(Goal.ended_on, Goal.id)
)
SKILLS = select(Skill.id, Skill.name)


@dataclass(frozen=True, slots=True)
class CoachingRecords:
    """By rep, where nothing else is said."""

    reps: tuple[tuple[int, str], ...]
    """Keys and names of the active ones."""
    skills: Mapping[int, str]
    """What they are called, by key."""
    without: Mapping[int, tuple[Without, ...]]
    settled: Mapping[int, Sequence[SettledCommitment]]
    commitments: Mapping[int, Sequence[OpenCommitment]]
    ratings: Mapping[int, Mapping[int, tuple[Rated, ...]]]
    achieved: Mapping[int, Sequence[Achieved]]


def coaching_records(tx: Reading, limits: Limits) -> CoachingRecords:
    """Everything about coaching, today."""
    year = year_back(tx.today)
    rows = tx.connection.execute(REPS, {"today": tx.today, "since": tx.today - LOOK_BACK}).all()
    settled = tx.connection.execute(SETTLED, {"start": year.start, "most": limits.count(Limit.KEPT_OF)})
    recently = last_days(tx.today, limits.count(Limit.ACHIEVED_DAYS))
    achieved = tx.connection.execute(ACHIEVED, {"start": recently.start, "end": recently.end})
    return CoachingRecords(
        reps=tuple((row.id, row.name) for row in rows),
        skills=dict(tx.connection.execute(SKILLS).all()),
        without=_without(tx, rows),
        settled=grouped((rep, SettledCommitment(key, status is CommitmentStatus.KEPT)) for rep, key, status in settled),
        commitments=grouped((rep, OpenCommitment(key, owner)) for rep, key, owner in tx.connection.execute(OPEN).all()),
        ratings=_ratings(tx, year),
        achieved=grouped((rep, Achieved(key, title, on)) for rep, key, title, on in achieved if on),
    )


def _without(tx: Reading, reps: Sequence[AnyRow]) -> dict[int, tuple[Without, ...]]:
    """Of each rep how long they have been without what a cadence asks for, where it can be told since when."""
    ids = {getattr(row, kind) for row in reps for kind in WATCHED} - {None}
    held_on: dict[int | None, date] = dict(tx.connection.execute(DAYS_OF_TALKS, {"ids": sorted(ids)}).all())
    chosen, away = cadences(tx), absences(tx, since=tx.today - LOOK_BACK)

    def of(rep: AnyRow, kind: CadenceKind) -> Without | None:
        last_id = getattr(rep, kind)
        since = held_on.get(last_id) or rep.started_on
        if since is None:
            return None
        days = days_since(None, since, tx.today, away.of(rep.id))
        return Without(kind, days, chosen.of(rep.id, kind), held_on.get(last_id), last_id)

    return {rep.id: tuple(each for kind in WATCHED if (each := of(rep, kind))) for rep in reps}


def _ratings(tx: Reading, year: Period) -> dict[int, dict[int, tuple[Rated, ...]]]:
    rows = tx.connection.execute(RATINGS, {"start": year.start, "end": year.end}).all()
    each = grouped(((rep_id, skill_id), Rated(key, level, on)) for rep_id, skill_id, key, level, on in rows)
    ratings: dict[int, dict[int, tuple[Rated, ...]]] = {}
    for (rep_id, skill_id), rated in each.items():
        ratings.setdefault(rep_id, {})[skill_id] = tuple(rated)
    return ratings
