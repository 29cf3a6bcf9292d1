"""Everything that a rep's development plan prints. Private text never gets here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter

from sqlalchemy import bindparam, func, select

from coachjournal.journal import Reading
from coachjournal.model import CheckIn, Conversation, Goal, Plan, Rep, Skill, Strength
from coachjournal.model import PlanAction as PlanActionRecord
from coachjournal.queries.coaching_timeline import CoachingTimeline, coaching_timeline
from coachjournal.queries.goal_from_deals import won_of_closed
from coachjournal.queries.hours import counted_hours
from coachjournal.queries.milestones import Step, milestones
from coachjournal.queries.rows import AnyRow
from coachjournal.queries.settings import settings
from coachjournal.queries.skill_profile import skill_profile
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.goal import ComputedFrom, Course, GoalStatus, Measure, goal_standing, with_earlier
from coachjournal.rules.goal_from_deals import percentage
from coachjournal.rules.period import Period, month_of, quarter_of, year_back
from coachjournal.rules.tally import OutOf


@dataclass(frozen=True, slots=True)
class PlanStrength:
    """A strength and the evidence for it: in words, or the conversation in which it was seen."""

    text: str
    evidence: str
    seen_in: ConversationKind | None = None
    seen_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlanGoal:
    """A goal as it is printed: values are formatted by the document, in its measure."""

    title: str
    skill: str
    why: str
    measure: Measure
    unit: str
    """As in `GoalLine`: ISO currency code, the thing counted, or ''."""
    baseline: float
    now: float | None
    target: float
    due_on: date
    status: GoalStatus
    on_track: str
    """How an active goal stands, in words: "on track", "behind", "overdue", "too early to tell"; else ''."""
    counted: OutOf | None = None
    """What a share from deals was counted from."""
    how: str = ""
    """What it is seen in."""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A line of the skill profile; a level is None where nobody rated."""

    skill: str
    self_level: float | None
    manager_level: float | None
    target: float | None


@dataclass(frozen=True, slots=True)
class PlanAction:
    """What the rep does, and what the manager gives to it."""

    what: str
    kind: str
    reps_part: str
    support: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class ProgressNote:
    """One check-in, for the progress log; the value is formatted by the document, in the goal's measure."""

    on: date
    goal: str
    measure: Measure
    unit: str
    value: float
    note: str


@dataclass(frozen=True, slots=True)
class LookAgain:
    """A 30, 60 or 90-day check-in: when, and what was found ('' while there is nothing yet)."""

    days: int
    on: date
    found: str


@dataclass(frozen=True, slots=True)
class CoachingGiven:
    """Minutes of coaching in one month, by the title of the kind of conversation."""

    month: date
    minutes: dict[str, int]


@dataclass(frozen=True, slots=True)
class DevelopmentPlan:
    """The content of one development plan."""

    rep: str
    role: str
    manager: str
    period_start: date
    period_end: date
    """The day after the last day of the period."""
    version: int
    agreed_on: date | None
    made_on: date
    next_review_on: date | None
    direction: str
    """Where the rep wants to go, in their words."""
    strengths: tuple[PlanStrength, ...]
    goals: tuple[PlanGoal, ...]
    skills: tuple[SkillRow, ...]
    actions: tuple[PlanAction, ...]
    support: str
    look_again: tuple[LookAgain, ...]
    progress: tuple[ProgressNote, ...]
    coaching: tuple[CoachingGiven, ...]
    comments: str
    timeline: CoachingTimeline


REP = select(Rep.name, Rep.role, Rep.territory).where(Rep.id == bindparam("rep_id"))

LATEST_PLAN = (
    select(
        Plan.id,
        Plan.version,
        Plan.starts_on,
        Plan.ends_on,
        Plan.direction,
        Plan.support,
        Plan.comments,
        Plan.found_30,
        Plan.found_60,
        Plan.found_90,
        Plan.agreed_on,
        Plan.next_review_on,
    )
    .where(Plan.rep_id == bindparam("rep_id"))
    .order_by(Plan.version.desc())
    .limit(1)
)

STRENGTHS = (
    select(Strength.text, Strength.evidence, Conversation.kind, Conversation.held_on, Conversation.private)
    .outerjoin(Conversation, Conversation.id == Strength.conversation_id)
    .where(Strength.plan_id == bindparam("plan_id"))
    .order_by(Strength.position)
)

ACTIONS = (
    select(
        PlanActionRecord.what,
        PlanActionRecord.kind,
        PlanActionRecord.reps_part,
        PlanActionRecord.support,
        PlanActionRecord.due_on,
        PlanActionRecord.done_on,
    )
    .where(PlanActionRecord.plan_id == bindparam("plan_id"))
    .order_by(PlanActionRecord.position)
)

GOALS = (
    select(
        Goal.id,
        Goal.title,
        Goal.how,
        Goal.why,
        Goal.measure,
        Goal.unit,
        Goal.baseline,
        Goal.target,
        Goal.started_on,
        Goal.due_on,
        Goal.status,
        Goal.ended_on,
        Goal.skill_id,
        Goal.extended_from_id,
        Goal.computed_from,
        func.coalesce(Skill.name, "").label("skill"),
    )
    .outerjoin(Skill, Skill.id == Goal.skill_id)
    .where(Goal.rep_id == bindparam("rep_id"))
    .order_by(Goal.started_on, Goal.id)
)

PROGRESS = (
    select(
        *(CheckIn.id, CheckIn.checked_on, CheckIn.value, CheckIn.goal_id, CheckIn.note, CheckIn.computed),
        Conversation.private,
    )
    .join(Goal, Goal.id == CheckIn.goal_id)
    .outerjoin(Conversation, Conversation.id == CheckIn.conversation_id)
    .where(Goal.rep_id == bindparam("rep_id"))
    .order_by(CheckIn.checked_on, CheckIn.id)
)


def development_plan(tx: Reading, *, rep_id: int) -> DevelopmentPlan:
    """The latest version of a rep's plan; without one, what is known, for this quarter, as version 1.

    Raises LookupError when there is no such rep.
    """
    of_rep = {"rep_id": rep_id}
    rep = tx.connection.execute(REP, of_rep).one_or_none()
    if rep is None:
        raise LookupError(f"no rep {rep_id}")
    plan = tx.connection.execute(LATEST_PLAN, of_rep).one_or_none()
    period = Period(plan.starts_on, plan.ends_on) if plan else quarter_of(tx.today)
    goals, lines = _goals_of(tx, of_rep, period)
    return DevelopmentPlan(
        rep=rep.name,
        role=", ".join(filter(None, (rep.role, rep.territory))),
        manager=settings(tx).manager_name,
        period_start=period.start,
        period_end=period.end,
        version=plan.version if plan else 1,
        agreed_on=plan.agreed_on if plan else None,
        made_on=tx.today,
        next_review_on=plan.next_review_on if plan else None,
        direction=plan.direction if plan else "",
        strengths=_strengths(tx, plan),
        goals=tuple(_plan_goal(tx, rep_id, goal, lines[goal.id]) for goal in goals),
        skills=_skill_rows(tx, rep_id),
        actions=_actions(tx, plan),
        support=plan.support if plan else "",
        look_again=_look_again(plan, period),
        progress=_progress(goals, lines, period),
        coaching=_coaching_given(tx, rep_id, period),
        comments=plan.comments if plan else "",
        timeline=coaching_timeline(tx, rep_id=rep_id, for_others=True),
    )


def _strengths(tx: Reading, plan: AnyRow | None) -> tuple[PlanStrength, ...]:
    rows = tx.connection.execute(STRENGTHS, {"plan_id": plan.id}) if plan else ()
    return tuple(_strength(row) for row in rows)


def _strength(row: AnyRow) -> PlanStrength:
    """Where no evidence is written, the conversation that shows the strength, unless it is private."""
    if row.evidence or row.private:
        return PlanStrength(row.text, row.evidence)
    return PlanStrength(row.text, "", row.kind, row.held_on)


def _goals_of(tx: Reading, of_rep: dict[str, int], period: Period) -> tuple[list[AnyRow], dict[int, list[AnyRow]]]:
    """Active goals and those achieved in the period; and the check-ins of each, with those of the goals it extends."""
    rows = tx.connection.execute(GOALS, of_rep).all()
    check_ins: dict[int, list[AnyRow]] = {}
    for check_in in tx.connection.execute(PROGRESS, of_rep):
        check_ins.setdefault(check_in.goal_id, []).append(check_in)
    earlier = {row.id: row.extended_from_id for row in rows}
    shown = [row for row in rows if _is_shown(row, period)]
    lines = {row.id: with_earlier(row.id, earlier) for row in shown}
    return shown, {goal: [each for key in line for each in check_ins.get(key, ())] for goal, line in lines.items()}


def _is_shown(goal: AnyRow, period: Period) -> bool:
    if goal.status is GoalStatus.ACHIEVED:
        return bool(goal.ended_on >= period.start)
    return goal.status is GoalStatus.ACTIVE


def _plan_goal(tx: Reading, rep_id: int, goal: AnyRow, check_ins: Sequence[AnyRow]) -> PlanGoal:
    values = [check_in.value for check_in in check_ins]
    course = Course(goal.baseline, goal.target, goal.started_on, goal.due_on)
    return PlanGoal(
        title=goal.title,
        skill=goal.skill,
        why=goal.why,
        measure=goal.measure,
        unit=goal.unit,
        baseline=goal.baseline,
        now=values[-1] if values else None,
        target=goal.target,
        due_on=goal.due_on,
        status=goal.status,
        on_track=goal_standing(goal.status, course, values, tx.today) if goal.status is GoalStatus.ACTIVE else "",
        counted=_counted(tx, rep_id, goal, check_ins[-1]) if check_ins else None,
        how=goal.how,
        steps=milestones(tx, goal_id=goal.id),
    )


def _counted(tx: Reading, rep_id: int, goal: AnyRow, last: AnyRow) -> OutOf | None:
    """What the latest win rate was counted from; None where the deals of that year have changed since."""
    if goal.computed_from is not ComputedFrom.WIN_RATE or not last.computed:
        return None
    won = won_of_closed(tx, rep_id=rep_id, period=year_back(last.checked_on))
    return won if won.share is not None and percentage(won.share) == last.value else None


def _skill_rows(tx: Reading, rep_id: int) -> tuple[SkillRow, ...]:
    """Every skill somebody rated, as the rep's page has it."""
    return tuple(
        SkillRow(
            skill.skill,
            skill.by_rep.level if skill.by_rep else None,
            skill.by_manager.level if skill.by_manager else None,
            skill.target,
        )
        for skill in skill_profile(tx, rep_id=rep_id).skills
    )


def _actions(tx: Reading, plan: AnyRow | None) -> tuple[PlanAction, ...]:
    rows = tx.connection.execute(ACTIONS, {"plan_id": plan.id}) if plan else ()
    return tuple(
        PlanAction(row.what, row.kind.label, row.reps_part, row.support, row.due_on, row.done_on) for row in rows
    )


def _look_again(plan: AnyRow | None, period: Period) -> tuple[LookAgain, ...]:
    """30, 60 and 90 days after the plan was agreed, or after its period begins."""
    since = (plan.agreed_on if plan else None) or period.start
    found = (plan.found_30, plan.found_60, plan.found_90) if plan else ("", "", "")
    return tuple(
        LookAgain(days, since + timedelta(days=days), words) for days, words in zip((30, 60, 90), found, strict=True)
    )


def _progress(
    goals: Iterable[AnyRow], lines: Mapping[int, Iterable[AnyRow]], period: Period
) -> tuple[ProgressNote, ...]:
    """The period's check-ins in order of day; the note of one made in a private conversation stays out."""
    made = [(each.checked_on, each.id, each, goal) for goal in goals for each in lines[goal.id]]
    return tuple(
        ProgressNote(
            on=on,
            goal=goal.title,
            measure=goal.measure,
            unit=goal.unit,
            value=check_in.value,
            note="" if check_in.private else check_in.note,
        )
        for on, _, check_in, goal in sorted(made, key=itemgetter(0, 1))
        if on in period
    )


def _coaching_given(tx: Reading, rep_id: int, period: Period) -> tuple[CoachingGiven, ...]:
    """The minutes of conversations that are not private, none of them twice."""
    months: dict[date, dict[str, int]] = {}
    for hour in counted_hours(tx, period):
        if hour.rep_id == rep_id and hour.kind is not None and not hour.private:
            minutes = months.setdefault(month_of(hour.day).start, {})
            minutes[hour.kind.label] = minutes.get(hour.kind.label, 0) + hour.minutes
    return tuple(CoachingGiven(month, minutes) for month, minutes in sorted(months.items()))
