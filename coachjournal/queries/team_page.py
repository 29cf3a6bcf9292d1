"""The Team page: who reached their quota, who was coached on what, and what is under way with whom. Never a ranking."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import bindparam, func, or_, select

from coachjournal.journal import Reading
from coachjournal.model import Commitment, Conversation, Rep, Skill
from coachjournal.queries.coverage_map import IN_SPAN, Coached, coverage_map
from coachjournal.queries.hours import counted_hours
from coachjournal.queries.participation import Attained, attained
from coachjournal.queries.team_goals import team_goals
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.figures import participation
from coachjournal.rules.goal import GoalStanding
from coachjournal.rules.names import fold
from coachjournal.rules.period import Period
from coachjournal.rules.tally import OutOf
from coachjournal.rules.time_entry import split_time


@dataclass(frozen=True, slots=True)
class TeamRep:
    """A rep of the team."""

    rep_id: int
    name: str


@dataclass(frozen=True, slots=True)
class TeamSkill:
    """A skill that is looked at, or one that no longer is and was coached all the same."""

    skill_id: int
    name: str


@dataclass(frozen=True, slots=True)
class TeamPage:
    """Of these reps, in the order of names; what is nothing is not in the mappings."""

    quarter: Period
    span: Period
    reps: tuple[TeamRep, ...]
    attained: Mapping[int, Attained]
    """Of the quarter; a rep without a quota is not in it."""
    skills: tuple[TeamSkill, ...]
    coached: Mapping[tuple[int, int], Coached]
    """Of the span, by rep and skill."""
    minutes: Mapping[int, int]
    """Of the span, no minute twice."""
    kinds: Mapping[tuple[int, ConversationKind], int]
    """Conversations of the span by rep and kind."""
    goals: Mapping[tuple[int, GoalStanding], int]
    """Active goals as they stand today, and those that ended this year."""
    next_steps: Mapping[tuple[int, Side], int]
    """Open commitments by rep and owner."""

    @property
    def participation(self) -> OutOf:
        return participation(
            self.attained[rep.rep_id].share if rep.rep_id in self.attained else None for rep in self.reps
        )

    @property
    def without_quota(self) -> tuple[TeamRep, ...]:
        return tuple(rep for rep in self.reps if rep.rep_id not in self.attained)


REPS = select(Rep.id, Rep.name).where(or_(Rep.archived_on.is_(None), Rep.archived_on > bindparam("day")))
SKILLS = select(Skill.id, Skill.name, Skill.archived_on).order_by(
    Skill.archived_on.is_not(None), Skill.position, Skill.id
)
KINDS = (
    select(Conversation.rep_id, Conversation.kind, func.count())
    .where(*IN_SPAN)
    .group_by(Conversation.rep_id, Conversation.kind)
)
OPEN_STEPS = (
    select(Commitment.rep_id, Commitment.owner, func.count())
    .where(Commitment.status == CommitmentStatus.OPEN)
    .group_by(Commitment.rep_id, Commitment.owner)
)


def team_page(tx: Reading, *, quarter: Period, span: Period) -> TeamPage:
    """Who was on the team on the last day of the quarter, or is today."""
    day = min(tx.today, quarter.last_day)
    reps = sorted(tx.connection.execute(REPS, {"day": day}), key=lambda row: fold(row.name))
    shown, days = {row.id for row in reps}, {"start": span.start, "end": span.end}
    coached = {about: each for about, each in coverage_map(tx, span).items() if about[0] in shown}
    kinds, steps = tx.connection.execute(KINDS, days), tx.connection.execute(OPEN_STEPS)
    return TeamPage(
        quarter=quarter,
        span=span,
        reps=tuple(TeamRep(row.id, row.name) for row in reps),
        attained=attained(tx, quarter=quarter, day=day),
        skills=_skills(tx, {skill_id for _, skill_id in coached}),
        coached=coached,
        minutes=split_time(counted_hours(tx, span)).by_rep,
        kinds={(rep_id, kind): count for rep_id, kind, count in kinds if rep_id in shown},
        goals=Counter((goal.rep_id, goal.standing) for goal in team_goals(tx)),
        next_steps={(rep_id, owner): count for rep_id, owner, count in steps if rep_id in shown},
    )


def _skills(tx: Reading, coached: Iterable[int]) -> tuple[TeamSkill, ...]:
    known = set(coached)
    rows = tx.connection.execute(SKILLS)
    return tuple(TeamSkill(row.id, row.name) for row in rows if row.archived_on is None or row.id in known)
