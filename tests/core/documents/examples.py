"""Plans to print: an ordinary one, an empty one, and one that is far too long."""

from dataclasses import replace
from datetime import date, timedelta

from coachjournal.queries.coaching_timeline import (
    CoachingTimeline,
    ConversationMark,
    Gap,
    GoalLine,
    GoalPoint,
    RepHours,
    WholeHours,
)
from coachjournal.queries.development_plan import (
    CoachingGiven,
    DevelopmentPlan,
    LookAgain,
    PlanAction,
    PlanGoal,
    PlanStrength,
    ProgressNote,
    SkillRow,
)
from coachjournal.queries.milestones import Step
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.goal import GoalStatus, Measure
from coachjournal.rules.period import week_of
from coachjournal.rules.tally import OutOf

MADE_ON = date(2026, 11, 23)

DISCOVERY = PlanGoal(
    title="Discovery depth",
    skill="Discovery",
    why="Deals without a second voice are lost at proposal: 5 of the last 6",
    measure=Measure.LEVEL,
    unit="",
    baseline=2.5,
    now=3.9,
    target=4.0,
    due_on=date(2026, 12, 18),
    status=GoalStatus.ACTIVE,
    on_track="on track",
    how="calls in which the cost comes before the product",
    steps=(
        Step(1, 1, "Asks why twice in every call", 3.0, date(2026, 10, 30), date(2026, 11, 2)),
        Step(2, 1, "A second voice before a proposal", 3.5, date(2026, 12, 4), None),
    ),
)
WIN_RATE = PlanGoal(
    title="Win rate, qualified deals",
    skill="Deal strategy",
    why="Team is at 31 %",
    measure=Measure.PERCENT,
    unit="",
    baseline=22,
    now=26.7,
    target=32,
    due_on=date(2026, 12, 31),
    status=GoalStatus.ACTIVE,
    on_track="behind",
    counted=OutOf(8, 30),
)
VISIT = PlanAction(
    what="Map the buying committee before every proposal over 50 k€",
    kind="On the job",
    reps_part="Draws the map, brings it to the deal review",
    support="Reviews two maps, asks, does not fill in",
    due_on=date(2026, 11, 30),
    done_on=None,
)
CHECK_IN = ProgressNote(
    on=date(2026, 11, 12),
    goal="Discovery depth",
    measure=Measure.LEVEL,
    unit="",
    value=3.9,
    note="Asked what happens if they do nothing, twice, and waited for the answer.",
)


def timeline() -> CoachingTimeline:
    start = date(2026, 1, 5)
    weeks = [start + timedelta(weeks=week) for week in range(46)]
    return CoachingTimeline(
        rep_id=1,
        rep="Dana Reyes",
        first_name="Dana",
        start=start,
        end=date(2026, 11, 24),
        today=MADE_ON,
        goals=(_line(1, "Discovery depth", Measure.LEVEL, 2.5, 4.0), _line(2, "Win rate", Measure.PERCENT, 22, 32)),
        conversations=tuple(
            ConversationMark(n, week, kind, 240 if kind is ConversationKind.RIDE_ALONG else 30, "Two visits in Porto")
            for n, week in enumerate(weeks)
            if not 17 <= n <= 25
            for kind in [ConversationKind.RIDE_ALONG if n % 2 else ConversationKind.ONE_ON_ONE]
        ),
        actions=(),
        rep_weeks=tuple(
            RepHours(
                week_of(week),
                {"ride_along": 0 if 17 <= n <= 25 else 240 * (n % 2), "one_on_one": 45, "deal_strategy": 30},
            )
            for n, week in enumerate(weeks)
        ),
        rep_months=(),
        whole_months=(),
        whole_weeks=tuple(WholeHours(week_of(week), 700 + 20 * n, 1400 - 10 * n) for n, week in enumerate(weeks)),
        gaps=(Gap(weeks[17], weeks[26], 63, "a ride-along"),),
        coaching_floor=0.5,
    )


def _line(goal_id: int, title: str, measure: Measure, baseline: float, target: float) -> GoalLine:
    shares = (0.0, 0.1, 0.3, 0.35, 0.3, 0.5, 0.7, 0.8, 0.93)
    days = [date(2026, 1, 12) + timedelta(days=36 * step) for step in range(len(shares))]
    points = tuple(
        GoalPoint(goal_id * 100 + step, on, baseline + share * (target - baseline), share, step % 2 == 0, None)
        for step, (on, share) in enumerate(zip(days, shares, strict=True))
    )
    return GoalLine(goal_id, title, measure, "", baseline, target, days[0], date(2026, 12, 18), points)


def ordinary_plan() -> DevelopmentPlan:
    return DevelopmentPlan(
        rep="Dana Reyes",
        role="account executive, Iberia",
        manager="Markus Lind",
        period_start=date(2026, 10, 1),
        period_end=date(2027, 1, 1),
        version=2,
        agreed_on=date(2026, 11, 2),
        made_on=MADE_ON,
        next_review_on=date(2027, 2, 1),
        direction="I want the customers to call me before they call purchasing. By spring I would like to lead the "
        "renewal of our three largest accounts myself, and to show the newer colleagues how I prepare discovery.",
        strengths=(
            PlanStrength(
                "Prepares with care. Agenda agreed by mail before 11 of the last 12 visits.", "Ride-along, 12 Nov"
            ),
            PlanStrength("Stays calm under price pressure. Traded terms for a second site.", "Deal review, 19 Oct"),
        ),
        goals=(DISCOVERY, WIN_RATE),
        skills=(
            SkillRow("Discovery", 3, 3.9, 4),
            SkillRow("Stakeholders and champions", 3, 2, 4),
            SkillRow("Business case", 2, 3, 4),
            SkillRow("Deal strategy", 4, 3, 4),
            SkillRow("Prospecting", 3, 3, 4),
            SkillRow("Presentation", None, 4, None),
        ),
        actions=(
            VISIT,
            PlanAction(
                "Sit in on two discovery calls of a colleague",
                "From others",
                "",
                "Arranges it",
                date(2026, 12, 11),
                None,
            ),
            PlanAction("Cost-of-delay workshop", "Course", "", "Frees the day", date(2027, 1, 15), date(2026, 11, 20)),
        ),
        support="A ride-along every second week, a deal review of each proposal before it leaves, one-on-ones.",
        look_again=(
            LookAgain(30, date(2026, 12, 2), "Two maps drawn, both with a gap at finance."),
            LookAgain(60, date(2027, 1, 4), ""),
            LookAgain(90, date(2027, 2, 1), ""),
        ),
        progress=(CHECK_IN, replace(CHECK_IN, on=date(2026, 10, 19), value=3.5, note="Deal review of Ferro.")),
        coaching=(
            CoachingGiven(date(2026, 10, 1), {"Ride-along": 480, "One-on-one": 90}),
            CoachingGiven(date(2026, 11, 1), {"One-on-one": 45, "Deal review": 75}),
        ),
        comments="",
        timeline=timeline(),
    )


def empty_plan() -> DevelopmentPlan:
    plan = ordinary_plan()
    nothing = replace(plan.timeline, goals=(), conversations=(), rep_weeks=(), whole_weeks=(), gaps=())
    return replace(
        plan,
        role="",
        manager="",
        agreed_on=None,
        next_review_on=None,
        direction="",
        strengths=(),
        goals=(),
        skills=(),
        actions=(),
        support="",
        look_again=(),
        progress=(),
        coaching=(),
        timeline=nothing,
    )


def long_plan() -> DevelopmentPlan:
    """Forty actions, sixty check-ins, twelve months of seven kinds, names of eighty characters."""
    plan = ordinary_plan()
    name = "Maximiliana-Alexandrina von und zu Hohenstein-Wittelsbach de la Fuente y Miranda"
    kinds = {kind.label: 35 + 10 * n for n, kind in enumerate(ConversationKind)}
    return replace(
        plan,
        rep=name,
        manager=name[::-1],
        direction=plan.direction * 12,
        goals=tuple(replace(DISCOVERY, title=f"Goal {n}: {name}", why=plan.direction) for n in range(5)),
        skills=tuple(replace(row, skill=f"{row.skill} {n}") for n in range(3) for row in plan.skills),
        actions=tuple(replace(VISIT, what=f"Action {n}. {plan.direction}") for n in range(40)),
        progress=tuple(
            replace(CHECK_IN, on=MADE_ON - timedelta(days=5 * n), note=f"Check-in {n}. {CHECK_IN.note}")
            for n in range(60)
        ),
        coaching=tuple(CoachingGiven(date(2026, month, 1), kinds) for month in range(1, 13)),
        comments=plan.direction + "\n\n" + plan.direction,
    )
