"""What is to be drawn, and how large."""

from dataclasses import dataclass

from coachjournal.charts.palette import Palette
from coachjournal.queries.coaching_timeline import CoachingTimeline, Gap, GoalLine
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE
from coachjournal.rules.period import Period


@dataclass(frozen=True, slots=True)
class Request:
    """A timeline, the part of it in view, and the picture: size in pixels, text in multiples of the usual size."""

    timeline: CoachingTimeline
    span: Period
    width: float
    height: float
    palette: Palette
    text_scale: float = 1.0
    locale: str = DEFAULT_LOCALE

    @property
    def title(self) -> float:
        """Size of the strips' titles."""
        return 14 * self.text_scale

    @property
    def text(self) -> float:
        """Size of all other words."""
        return 12 * self.text_scale

    @property
    def small(self) -> float:
        """Size of the words beside the lanes of conversations, which are lower than a row."""
        return 11 * self.text_scale

    @property
    def row(self) -> float:
        """Height of a line of words with the air around it."""
        return 19 * self.text_scale

    @property
    def gaps(self) -> list[Gap]:
        """The gaps in view."""
        return [gap for gap in self.timeline.gaps if gap.start < self.span.end and gap.end > self.span.start]

    @property
    def goals(self) -> list[tuple[int, GoalLine]]:
        """The goals alive in view, with their place in the order of all goals (which gives the colour)."""
        return [(n, goal) for n, goal in enumerate(self.timeline.goals) if self._shows(goal)]

    def _shows(self, goal: GoalLine) -> bool:
        return goal.begun_on < self.span.end and (goal.ended_on is None or goal.ended_on >= self.span.start)
