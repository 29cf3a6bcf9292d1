"""Write the sample's development plans."""

from datetime import date, timedelta

from coachjournal.commands.plan import add_action, add_strength, edit_action, start_plan, write_plan
from coachjournal.commands.sample.cast import resource
from coachjournal.commands.sample.development import evidence_for
from coachjournal.commands.sample.scene import Scene
from coachjournal.commands.sample.shapes import PlanRow
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period, quarter_of
from coachjournal.rules.plan import ActionKind

REVIEW = timedelta(days=91)
LOOKED_AGAIN = (30, 60, 90)


def write_plans(scene: Scene) -> None:
    """One or two versions for each rep."""
    for row in resource("plans", list[PlanRow]):
        _write_plan(scene, row)


def _write_plan(scene: Scene, row: PlanRow) -> None:
    agreed_on = scene.days.ago(row["agreed"])
    plan_id = start_plan(scene.tx, rep_id=scene.reps[row["rep"]], period=_quarter(scene, row["quarter"]))
    found = row.get("found", ["", "", ""])
    past = [agreed_on + timedelta(days=days) <= scene.today for days in LOOKED_AGAIN]
    write_plan(
        scene.tx,
        plan_id=plan_id,
        direction=row["direction"],
        support=row["support"],
        comments=row.get("comments", ""),
        found_30=found[0] if past[0] else "",
        found_60=found[1] if past[1] else "",
        found_90=found[2] if past[2] else "",
        agreed_on=agreed_on,
        next_review_on=agreed_on + REVIEW,
    )
    for text, kind, days_ago in row["strengths"]:
        _add_strength(scene, row["rep"], plan_id, text, (ConversationKind(kind), scene.days.ago(days_ago)))
    _add_actions(scene, row, plan_id, agreed_on)


def _quarter(scene: Scene, back: int) -> Period:
    """The present quarter (0) or the one before it (-1)."""
    quarter = quarter_of(scene.today)
    return quarter if back == 0 else quarter_of(quarter.start - timedelta(days=1))


def _add_strength(scene: Scene, rep: str, plan_id: int, text: str, seen: tuple[ConversationKind, date]) -> None:
    """A strength with the conversation that shows it, or where none of that kind took place the nearest before."""
    kind, day = seen
    held = evidence_for(scene, rep, day, frozenset({kind})) or evidence_for(scene, rep, day)
    add_strength(scene.tx, plan_id=plan_id, text=text, conversation_id=held.conversation_id if held else None)


def _add_actions(scene: Scene, row: PlanRow, plan_id: int, agreed_on: date) -> None:
    for what, kind, reps_part, support, due_after, done_after in row["actions"]:
        action_id = add_action(
            scene.tx,
            plan_id=plan_id,
            what=what,
            kind=ActionKind(kind),
            reps_part=reps_part,
            support=support,
            due_on=scene.days.after(agreed_on + timedelta(days=due_after)),
        )
        done_on = None if done_after is None else scene.days.before(agreed_on + timedelta(days=done_after))
        if done_on is not None and done_on <= scene.today:
            edit_action(scene.tx, action_id=action_id, done_on=done_on)
