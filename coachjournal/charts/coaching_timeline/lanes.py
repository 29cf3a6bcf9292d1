"""The lanes below the goals in which coaching marks the axis: one for each kind, all reviews in one."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial
from operator import sub

from coachjournal.charts.coaching_timeline.geometry import Box, Scale
from coachjournal.charts.coaching_timeline.request import Request
from coachjournal.queries.coaching_timeline import ActionMark, ConversationMark
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period, month_of, week_of

Kind = ConversationKind | ActionKind
Mark = ConversationMark | ActionMark
MARKERS: dict[Kind, str] = {
    ConversationKind.RIDE_ALONG: "^",
    ConversationKind.ONE_ON_ONE: "s",
    ConversationKind.DEAL_REVIEW: "D",
    ConversationKind.CALL_REVIEW: "v",
    ConversationKind.PIPELINE_REVIEW: "P",
    ConversationKind.PRACTICE: "*",
    ActionKind.PEER: ">",
    ActionKind.RECOGNISE: "p",
}
"""A shape for every kind of coaching, none of them round: round is a check-in. In passing is a tick."""
PLANNED_MARKERS = MARKERS | {ConversationKind.IN_PASSING: "d"}
"""What is planned is hollow, and is never so much that it needs to be a tick."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The kinds of coaching in one lane, and what stands beside it."""

    title: str
    kinds: tuple[Kind, ...]


LANES = (
    Lane("ride-along", (ConversationKind.RIDE_ALONG,)),
    Lane("one-on-one", (ConversationKind.ONE_ON_ONE,)),
    Lane("review", (ConversationKind.DEAL_REVIEW, ConversationKind.CALL_REVIEW, ConversationKind.PIPELINE_REVIEW)),
    Lane("practice", (ConversationKind.PRACTICE,)),
    Lane("in passing", (ConversationKind.IN_PASSING,)),
    Lane("with a peer", (ActionKind.PEER,)),
    Lane("recognised", (ActionKind.RECOGNISE,)),
)


class Form(Enum):
    """How a lane shows its conversations: the more there are, the less there is to see of each."""

    SHAPES = 7.0
    SMALL_SHAPES = 5.0
    TICKS = 2.2
    COUNTS = 0.0

    @property
    def room(self) -> float:
        """Pixels from one conversation to the next that this form needs."""
        return self.value


SHAPED = (Form.SHAPES, Form.SMALL_SHAPES)


@dataclass(frozen=True, slots=True)
class LaneCount:
    """How many conversations a lane has in a week or month."""

    title: str
    period: Period
    count: int


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """A lane with its place: the conversations of its kinds in view, or where they would run into each other how many
    there are in each week or month.
    """

    lane: Lane
    box: Box
    form: Form
    marks: tuple[Mark, ...]
    counts: tuple[LaneCount, ...]
    most: int
    """The highest count there is at any time."""
    planned: tuple[ActionMark, ...] = ()
    """Always with their shapes."""

    @property
    def middle(self) -> float:
        return (self.box.top + self.box.bottom) / 2


_LANE_OF = {kind: lane.title for lane in LANES for kind in lane.kinds}

# One pair of neighbours in so many may be nearer than its form has room for, as on a day with two conversations.
_MAY_TOUCH = 4


def lanes_present(request: Request) -> tuple[Lane, ...]:
    """The lanes that have anything at any time: which ones there are does not change as one moves through it."""
    present = {mark.kind for marks in (request.timeline.conversations, request.timeline.actions) for mark in marks}
    return tuple(lane for lane in LANES if not present.isdisjoint(lane.kinds))


def place_lanes(request: Request, room: Box, days: Scale, *, by_month: bool) -> tuple[PlacedLane, ...]:
    """The lanes below each other, sharing the height of `room`."""
    marks: dict[str, list[Mark]] = {lane.title: [] for lane in LANES}
    for mark in _held(request):
        marks[_LANE_OF[mark.kind]].append(mark)
    lanes = [lane for lane in LANES if lane in lanes_present(request)]
    tall = room.height / max(1, len(lanes))
    boxes = [Box(room.left, room.top + n * tall, room.right, room.top + (n + 1) * tall) for n in range(len(lanes))]
    return tuple(
        _placed(request, lane, box, marks[lane.title], days, by_month=by_month)
        for lane, box in zip(lanes, boxes, strict=True)
    )


def form_of(request: Request, lane: Lane, days: Scale) -> Form:
    """By all conversations of the lane, not only those in view, so that it stays while one moves through the time."""
    return _form(request, lane, [mark for mark in _held(request) if mark.kind in lane.kinds], days)


def _held(request: Request) -> Sequence[Mark]:
    """What took place, in order of day."""
    apart = [mark for mark in request.timeline.actions if mark.held]
    if not apart:
        return request.timeline.conversations
    return sorted((*request.timeline.conversations, *apart), key=lambda mark: mark.on)


def _form(request: Request, lane: Lane, marks: Sequence[Mark], days: Scale) -> Form:
    days_a_pixel = request.text_scale / days.unit  # marks grow with the text
    on = [mark.on.toordinal() for mark in marks]
    apart = sorted(map(sub, on[1:], on))
    shaped = all(kind in MARKERS for kind in lane.kinds)
    forms = [form for form in Form if shaped or form.room <= Form.TICKS.room]
    return next(form for form in forms if _MAY_TOUCH * bisect_left(apart, form.room * days_a_pixel) <= len(apart))


def _placed(
    request: Request, lane: Lane, box: Box, marks: Sequence[Mark], days: Scale, *, by_month: bool
) -> PlacedLane:
    form, ahead = _form(request, lane, marks, days), [mark for mark in request.timeline.actions if not mark.held]
    planned = tuple(mark for mark in ahead if mark.kind in lane.kinds and mark.on in request.span)
    if form is not Form.COUNTS:
        return PlacedLane(lane, box, form, tuple(mark for mark in marks if mark.on in request.span), (), 0, planned)
    counts = _by_month(marks) if by_month else _by_week(marks, _week_start(request))
    around = month_of if by_month else partial(week_of, week_start=_week_start(request))
    earliest, end = around(request.span.start).start.toordinal(), request.span.end.toordinal()
    in_view = tuple(
        LaneCount(lane.title, around(date.fromordinal(first)), count)
        for first, count in counts.items()
        if earliest <= first < end
    )
    return PlacedLane(lane, box, form, (), in_view, max(counts.values()), planned)


def _week_start(request: Request) -> int:
    return request.timeline.rep_weeks[0].period.start.weekday() if request.timeline.rep_weeks else 0


def _by_week(marks: Iterable[Mark], week_start: int) -> Counter[int]:
    """How many there are from each first day of a week on. Days are their ordinals, of which the first was a Monday."""
    days = [mark.on.toordinal() for mark in marks]
    return Counter([day - (day - 1 - week_start) % 7 for day in days])


def _by_month(marks: Iterable[Mark]) -> Counter[int]:
    return Counter([mark.on.toordinal() - mark.on.day + 1 for mark in marks])
