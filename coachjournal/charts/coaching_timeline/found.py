"""What the pointer can find on the coaching timeline."""

from dataclasses import dataclass

from coachjournal.queries.coaching_timeline import ConversationMark, Gap, GoalLine, GoalPoint, RepWeek, WholeWeek


@dataclass(frozen=True, slots=True)
class CheckInHit:
    """A dot on the line of a goal."""

    goal: GoalLine
    point: GoalPoint


Hit = CheckInHit | ConversationMark | RepWeek | WholeWeek | Gap
