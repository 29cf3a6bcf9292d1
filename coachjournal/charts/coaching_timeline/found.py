"""What the pointer can find on the coaching timeline."""

from dataclasses import dataclass

from coachjournal.charts.coaching_timeline.lanes import LaneCount
from coachjournal.queries.coaching_timeline import (
    ActionMark,
    ConversationMark,
    Gap,
    GoalLine,
    GoalPoint,
    RepHours,
    WholeHours,
)


@dataclass(frozen=True, slots=True)
class CheckInHit:
    """A dot on the line of a goal."""

    goal: GoalLine
    point: GoalPoint


Hit = CheckInHit | ConversationMark | ActionMark | LaneCount | RepHours | WholeHours | Gap
