"""Write the sample's goals with their check-ins, and the ratings by both sides."""

from collections.abc import Iterator
from datetime import date, timedelta

from coachjournal.commands.check_in import check_in
from coachjournal.commands.goal import abandon_goal, achieve_goal, extend_goal, set_goal
from coachjournal.commands.rating import rate_skill
from coachjournal.commands.sample.cast import resource
from coachjournal.commands.sample.scene import Held, Scene
from coachjournal.commands.sample.shapes import CheckInRow, GoalRow, RatingsRow
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.deal import Outcome
from coachjournal.rules.goal import ComputedFrom, Measure
from coachjournal.rules.goal_from_deals import from_win_rate
from coachjournal.rules.period import year_back
from coachjournal.rules.tally import OutOf

SAME_WEEK = timedelta(days=7)
"""How old a conversation may be that a check-in or a rating rests on."""
EVIDENCE = frozenset({ConversationKind.RIDE_ALONG, ConversationKind.ONE_ON_ONE, ConversationKind.CALL_REVIEW})


def write_goals(scene: Scene) -> None:
    """Every goal with its check-ins, in order of time, and how it ended."""
    for row in resource("goals", list[GoalRow]):
        goal_id = set_goal(
            scene.tx,
            rep_id=scene.reps[row["rep"]],
            title=row["title"],
            measure=Measure(row["measure"]),
            baseline=row["baseline"],
            target=row["target"],
            started_on=scene.days.ago(row["started"]),
            due_on=scene.today + timedelta(days=row["due_in"]),
            skill_id=scene.skills.get(row["skill"]),
            unit=row.get("unit", ""),
            why=row["why"],
            how=row["how"],
            computed_from=ComputedFrom(row["computed_from"]) if "computed_from" in row else None,
        )
        _check_in_all(scene, row, goal_id, row.get("check_ins", []))
        for day, value, note in _computed(scene, row):
            check_in(scene.tx, goal_id=goal_id, value=value, checked_on=day, note=note, computed=True)
        _end(scene, row, goal_id)


def write_ratings(scene: Scene) -> None:
    """Both sides' levels, asked for every quarter, moving from the first to the latest."""
    ratings = resource("ratings", RatingsRow)
    for seller in scene.cast:
        days = [scene.days.ago(days) for days in ratings["asked_on"] if days < seller.days_here]
        for number, day in enumerate(days):
            way = number / (len(days) - 1) if len(days) > 1 else 1.0
            for skill, (first, last) in ratings["levels"][seller.name].items():
                for side, then, now in zip((Side.MANAGER, Side.REP), first, last, strict=True):
                    _rate(scene, (seller.name, skill, side), then + (now - then) * way, day)


def evidence_for(scene: Scene, rep: str, day: date, kinds: frozenset[ConversationKind] = EVIDENCE) -> Held | None:
    """The latest conversation of these kinds in the week up to that day."""
    fitting = [
        held for held in scene.held if held.rep == rep and held.kind in kinds and day - SAME_WEEK <= held.on <= day
    ]
    return max(fitting, key=lambda held: held.on, default=None)


def _check_in_all(scene: Scene, row: GoalRow, goal_id: int, check_ins: list[CheckInRow]) -> None:
    """A check-in belongs to the conversation of its week, and so to its day, if there was one."""
    for days_ago, value, note in check_ins:
        day = scene.days.ago(days_ago)
        held = evidence_for(scene, row["rep"], day)
        check_in(
            scene.tx,
            goal_id=goal_id,
            value=value,
            checked_on=held.on if held else day,
            note=note,
            conversation_id=held.conversation_id if held else None,
        )


def _computed(scene: Scene, row: GoalRow) -> Iterator[tuple[date, float, str]]:
    """The win rate of the twelve months before each day: day, value, and what it was counted from."""
    for days_ago in row.get("computed", []):
        day = scene.days.ago(days_ago)
        closed = [
            each
            for each in scene.opportunities[row["rep"]]
            if each.closed_on is not None and each.closed_on in year_back(day)
        ]
        said = from_win_rate(OutOf(sum(each.outcome is Outcome.WON for each in closed), len(closed)))
        if said.value is not None:
            yield day, said.value, said.words


def _end(scene: Scene, row: GoalRow, goal_id: int) -> None:
    if "status" not in row:
        return
    on, reason = scene.days.ago(row["ended"]), row.get("reason", "")
    match row["status"]:
        case "achieved":
            achieve_goal(scene.tx, goal_id=goal_id, on=on)
        case "abandoned":
            abandon_goal(scene.tx, goal_id=goal_id, reason=reason, on=on)
        case _:
            due_on = scene.today + timedelta(days=row["extended_by"])
            later_id = extend_goal(scene.tx, goal_id=goal_id, due_on=due_on, reason=reason, on=on)
            _check_in_all(scene, row, later_id, row.get("later", []))


def _rate(scene: Scene, about: tuple[str, str, Side], level: float, day: date) -> None:
    rep, skill, side = about
    if skill not in scene.skills:
        return
    held = evidence_for(scene, rep, day) if side is Side.MANAGER else None
    rate_skill(
        scene.tx,
        rep_id=scene.reps[rep],
        skill_id=scene.skills[skill],
        level=round(level, 1) if side is Side.MANAGER else round(level * 2) / 2,
        side=side,
        rated_on=day,
        conversation_id=held.conversation_id if held else None,
    )
