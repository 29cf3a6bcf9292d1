"""What the plan prints, and what it never does."""

from datetime import UTC, date, datetime

import pytest

from coachjournal.commands.check_in import check_in
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.goal import abandon_goal, achieve_goal, edit_goal, extend_goal, set_goal
from coachjournal.commands.milestone import add_milestone
from coachjournal.commands.plan import add_strength, start_plan
from coachjournal.commands.rating import rate_skill
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.development_plan import CoachingGiven, DevelopmentPlan, SkillRow, development_plan
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.goal import ComputedFrom, GoalStatus, Measure
from coachjournal.rules.period import Period
from tests.goals import set_discovery_goal

TODAY = date(2026, 11, 23)
LAST_WEEK = date(2026, 11, 16)
QUARTER = Period(date(2026, 10, 1), date(2027, 1, 1))


@pytest.fixture
def dana(journal: Journal) -> int:
    return journal.do(add_rep, name="Dana Reyes", role="Account executive", territory="Iberia")


def plan_of(journal: Journal, rep_id: int) -> DevelopmentPlan:
    return journal.ask(development_plan, rep_id=rep_id)


def goal_of(journal: Journal, rep_id: int, title: str = "Discovery depth") -> int:
    return journal.do(
        set_goal,
        rep_id=rep_id,
        title=title,
        measure=Measure.LEVEL,
        baseline=2,
        target=4,
        started_on=date(2026, 9, 1),
        due_on=date(2026, 12, 1),
    )


def test_without_a_plan_it_is_a_first_version_for_this_quarter(journal: Journal, dana: int) -> None:
    plan = plan_of(journal, dana)
    assert (plan.version, plan.period_start, plan.period_end, plan.agreed_on) == (1, QUARTER.start, QUARTER.end, None)
    assert (plan.rep, plan.role) == ("Dana Reyes", "Account executive, Iberia")
    with pytest.raises(LookupError):
        plan_of(journal, 7)


def test_a_goal_that_goes_on_from_another_keeps_its_way_and_its_log(journal: Journal, dana: int) -> None:
    goal = goal_of(journal, dana)
    journal.do(check_in, goal_id=goal, value=3, checked_on=LAST_WEEK, note="Asked twice")
    later = journal.do(extend_goal, goal_id=goal, due_on=date(2027, 2, 1))
    plan = plan_of(journal, dana)
    assert [(each.title, each.now, each.due_on) for each in plan.goals] == [("Discovery depth", 3, date(2027, 2, 1))]
    journal.do(check_in, goal_id=later, value=3.5)
    plan = plan_of(journal, dana)
    assert plan.goals[0].now == 3.5
    assert [(note.on, note.value, note.note) for note in plan.progress] == [
        (LAST_WEEK, 3, "Asked twice"),
        (TODAY, 3.5, ""),
    ]


def test_goals_are_the_active_ones_and_those_achieved_in_the_period(journal: Journal, dana: int) -> None:
    journal.do(start_plan, rep_id=dana, period=QUARTER)
    journal.do(achieve_goal, goal_id=goal_of(journal, dana, "Before"), on=date(2026, 9, 30))
    journal.do(achieve_goal, goal_id=goal_of(journal, dana, "Within"), on=date(2026, 10, 1))
    journal.do(abandon_goal, goal_id=goal_of(journal, dana, "Given up"), reason="Other accounts")
    goal_of(journal, dana, "Active")
    plan = plan_of(journal, dana)
    assert [(goal.title, goal.status) for goal in plan.goals] == [
        ("Within", GoalStatus.ACHIEVED),
        ("Active", GoalStatus.ACTIVE),
    ]


def test_the_log_holds_the_check_ins_of_the_period_alone(journal: Journal, dana: int) -> None:
    journal.do(start_plan, rep_id=dana, period=Period(date(2026, 10, 1), date(2026, 11, 1)))
    goal = goal_of(journal, dana)
    for day in (date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 31), date(2026, 11, 1)):
        journal.do(check_in, goal_id=goal, value=3, checked_on=day)
    assert [note.on for note in plan_of(journal, dana).progress] == [date(2026, 10, 1), date(2026, 10, 31)]


def test_nothing_of_a_private_conversation_is_printed(journal: Journal, dana: int) -> None:
    plan_id = journal.do(start_plan, rep_id=dana, period=QUARTER)
    talk = journal.do(log_conversation, rep_id=dana, text="Thinks of leaving", held_on=LAST_WEEK, private=True)
    goal = goal_of(journal, dana)
    journal.do(check_in, goal_id=goal, value=3, conversation_id=talk, note="Said so in tears")
    journal.do(add_strength, plan_id=plan_id, text="Listens", conversation_id=talk)
    plan = plan_of(journal, dana)
    assert [(each.text, each.evidence, each.seen_in) for each in plan.strengths] == [("Listens", "", None)]
    assert [(note.value, note.note) for note in plan.progress] == [(3, "")]
    assert "leaving" not in repr(plan)
    assert "tears" not in repr(plan)


def test_a_strength_without_words_of_evidence_names_its_conversation(journal: Journal, dana: int) -> None:
    plan_id = journal.do(start_plan, rep_id=dana, period=QUARTER)
    talk = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG, held_on=LAST_WEEK)
    journal.do(add_strength, plan_id=plan_id, text="Listens", conversation_id=talk)
    journal.do(add_strength, plan_id=plan_id, text="Prepares", conversation_id=talk, evidence="The Kestrel visit")
    assert [(each.evidence, each.seen_in, each.seen_on) for each in plan_of(journal, dana).strengths] == [
        ("", ConversationKind.RIDE_ALONG, LAST_WEEK),
        ("The Kestrel visit", None, None),
    ]


def test_coaching_given_counts_no_minute_twice_and_nobody_elses(journal: Journal, dana: int) -> None:
    nine, half_past = datetime(2026, 11, 16, 9, 0, tzinfo=UTC), datetime(2026, 11, 16, 9, 30, tzinfo=UTC)
    amir = journal.do(add_rep, name="Amir Khan")
    journal.do(log_conversation, rep_id=amir, held_on=LAST_WEEK, minutes=30)
    kind = ConversationKind
    journal.do(log_conversation, rep_id=dana, kind=kind.RIDE_ALONG, held_on=LAST_WEEK, starts_at=nine, minutes=240)
    journal.do(log_conversation, rep_id=dana, kind=kind.DEAL_REVIEW, held_on=LAST_WEEK, starts_at=half_past, minutes=30)
    journal.do(log_conversation, rep_id=dana, kind=kind.ONE_ON_ONE, held_on=date(2026, 10, 1), minutes=45)
    journal.do(log_conversation, rep_id=dana, kind=kind.ONE_ON_ONE, held_on=date(2026, 9, 30), minutes=45)
    assert plan_of(journal, dana).coaching == (
        CoachingGiven(date(2026, 10, 1), {"One-on-one": 45}),
        CoachingGiven(date(2026, 11, 1), {"Ride-along": 210, "Deal review": 30}),
    )


def test_the_skill_profile_has_both_sides_latest_levels_and_the_goals_target(journal: Journal, dana: int) -> None:
    for side, level, on in (
        (Side.MANAGER, 3, TODAY),
        (Side.MANAGER, 2, LAST_WEEK),
        (Side.REP, 4, LAST_WEEK),
    ):
        journal.do(rate_skill, rep_id=dana, skill_id=1, level=level, side=side, rated_on=on)
    goal = {"measure": Measure.LEVEL, "baseline": 2, "target": 5, "due_on": date(2027, 1, 1)}
    journal.do(set_goal, rep_id=dana, title="Prospecting", skill_id=1, **goal)  # type: ignore[arg-type]
    assert plan_of(journal, dana).skills == (SkillRow("Prospecting", 4, 3, 5),)


def test_a_goal_has_the_steps_on_its_way(journal: Journal, dana: int) -> None:
    goal = set_discovery_goal(journal, dana, due_on=date(2027, 1, 1))
    journal.do(add_milestone, goal_id=goal, text="Asks why twice", value=3)
    journal.do(edit_goal, goal_id=goal, how="her call notes")
    (printed,) = plan_of(journal, dana).goals
    assert (printed.how, [step.text for step in printed.steps]) == ("her call notes", ["Asks why twice"])


def test_a_win_rate_from_deals_says_what_it_was_counted_from(journal: Journal, dana: int) -> None:
    won, lost = 6, 7
    deal = {"rep_id": dana, "name": "Pumps", "closed_on": LAST_WEEK}
    for stage in [won] * 3 + [lost] * 7:
        journal.do(add_deal, stage_id=stage, **deal)  # type: ignore[arg-type]
    figure = {"measure": Measure.PERCENT, "computed_from": ComputedFrom.WIN_RATE, "baseline": 20, "target": 40}
    goal = journal.do(set_goal, rep_id=dana, title="Win rate", due_on=date(2027, 1, 1), **figure)  # type: ignore[arg-type]
    journal.do(check_in, goal_id=goal, value=30.0, computed=True)
    assert plan_of(journal, dana).goals[0].counted == (3, 10)
    journal.do(add_deal, stage_id=won, **deal)  # type: ignore[arg-type]
    assert plan_of(journal, dana).goals[0].counted is None
    journal.do(check_in, goal_id=goal, value=round(400 / 11, 1))
    assert plan_of(journal, dana).goals[0].counted is None
