"""How a rep's skills are seen by both sides, today and over time, and what a rating begins with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Conversation, Goal, Rating, Skill
from coachjournal.queries.rep_name import rep_name
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.goal import GoalStatus, Measure
from coachjournal.rules.names import first_name
from coachjournal.rules.skill_gap import distance_to, round_of, seen_apart


@dataclass(frozen=True, slots=True)
class RatingPoint:
    """One rating and where it was made; `kind` is None of one made apart from any conversation."""

    rating_id: int
    side: Side
    level: float
    on: date
    note: str
    conversation_id: int | None
    kind: ConversationKind | None


@dataclass(frozen=True, slots=True)
class SkillStanding:
    """A skill that somebody rated; the ratings in order of day. The target is that of the goal on the skill."""

    skill_id: int
    skill: str
    target: float | None
    ratings: tuple[RatingPoint, ...]

    @property
    def by_rep(self) -> RatingPoint | None:
        """The rep's latest."""
        return _latest(self.ratings, Side.REP)

    @property
    def by_manager(self) -> RatingPoint | None:
        """The manager's latest."""
        return _latest(self.ratings, Side.MANAGER)

    @property
    def gap(self) -> float | None:
        """How far the manager sees it below the target; None where one of the two is missing."""
        return distance_to(self.target, self.by_manager.level if self.by_manager else None)

    @property
    def apart(self) -> float | None:
        """How much higher the rep sees it than the manager; None unless both said so in one round."""
        rep, manager = self.by_rep, self.by_manager
        if rep is None or manager is None or round_of(rep.on) != round_of(manager.on):
            return None
        return seen_apart(rep.level, manager.level)


@dataclass(frozen=True, slots=True)
class SkillProfile:
    """The skills of a rep that somebody rated, in the order of the skills."""

    rep_id: int
    first_name: str
    skills: tuple[SkillStanding, ...]

    def compared(self, day: date) -> tuple[SkillStanding, ...]:
        """Those that both sides rated in the round of this day, the furthest apart first."""
        this = round_of(day)
        both = (each for each in self.skills if each.apart is not None and each.by_rep and each.by_rep.on in this)
        return tuple(sorted(both, key=lambda each: -abs(each.apart or 0)))


@dataclass(frozen=True, slots=True)
class SkillToRate:
    """A skill and what it looks like at levels 1, 3 and 5. Nothing of what anybody said of it before."""

    skill_id: int
    name: str
    description: str
    level_1: str
    level_3: str
    level_5: str


@dataclass(frozen=True, slots=True)
class RatingForm:
    """What one side rates."""

    rep_id: int
    first_name: str
    skills: tuple[SkillToRate, ...]


@dataclass(frozen=True, slots=True)
class LevelOn:
    """A level and the day on which it was noted."""

    level: float
    on: date


LATEST_OF_MANAGER = (
    select(Rating.level, Rating.rated_on)
    .where(Rating.rep_id == bindparam("rep_id"), Rating.skill_id == bindparam("skill_id"))
    .where(Rating.side == Side.MANAGER)
    .order_by(Rating.rated_on.desc(), Rating.id.desc())
    .limit(1)
)
SKILLS = (
    select(Skill.id, Skill.name, Skill.description, Skill.level_1, Skill.level_3, Skill.level_5)
    .where(Skill.archived_on.is_(None))
    .order_by(Skill.position)
)
RATINGS = (
    select(
        *(Rating.id, Rating.side, Rating.level, Rating.rated_on, Rating.note, Rating.conversation_id),
        *(Conversation.kind, Skill.id.label("skill_id"), Skill.name.label("skill")),
    )
    .join(Skill, Skill.id == Rating.skill_id)
    .outerjoin(Conversation, Conversation.id == Rating.conversation_id)
    .where(Rating.rep_id == bindparam("rep_id"))
    .order_by(Skill.position, Rating.rated_on, Rating.id)
)
TARGETS = (
    select(Goal.skill_id, Goal.target)
    .where(Goal.rep_id == bindparam("rep_id"), Goal.measure == Measure.LEVEL, Goal.skill_id.is_not(None))
    .where(Goal.status.in_((GoalStatus.ACTIVE, GoalStatus.ACHIEVED)))
    .order_by(Goal.status == GoalStatus.ACTIVE, Goal.ended_on, Goal.due_on.desc())
)
"""The last one of a skill holds: that of the active goal that is due first, else that of the one achieved last."""


def skill_profile(tx: Reading, *, rep_id: int) -> SkillProfile:
    """Where a rep stands in each skill, and how that came about."""
    of_rep = {"rep_id": rep_id}
    targets = dict(tx.connection.execute(TARGETS, of_rep).all())
    by_skill: dict[int, list[AnyRow]] = {}
    for row in tx.connection.execute(RATINGS, of_rep):
        by_skill.setdefault(row.skill_id, []).append(row)
    skills = (
        SkillStanding(key, rows[0].skill, targets.get(key), tuple(map(_point, rows))) for key, rows in by_skill.items()
    )
    return SkillProfile(rep_id, first_name(rep_name(tx, rep_id)), tuple(skills))


def latest_level(tx: Reading, *, rep_id: int, skill_id: int) -> LevelOn | None:
    """Where the manager saw a skill last; None while they never said."""
    row = tx.connection.execute(LATEST_OF_MANAGER, {"rep_id": rep_id, "skill_id": skill_id}).one_or_none()
    return None if row is None else LevelOn(*row)


def rating_form(tx: Reading, *, rep_id: int) -> RatingForm:
    """The skills that are rated today."""
    rows = tx.connection.execute(SKILLS)
    return RatingForm(rep_id, first_name(rep_name(tx, rep_id)), tuple(SkillToRate(*row) for row in rows))


def _point(row: AnyRow) -> RatingPoint:
    return RatingPoint(row.id, row.side, row.level, row.rated_on, row.note, row.conversation_id, row.kind)


def _latest(ratings: Iterable[RatingPoint], side: Side) -> RatingPoint | None:
    return next((each for each in reversed(tuple(ratings)) if each.side is side), None)
