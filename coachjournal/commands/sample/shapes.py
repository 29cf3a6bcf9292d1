"""What the files of the sample team hold. Days are counted back from today, `due_in` and the like forward."""

from typing import NotRequired, TypedDict


class SellingRow(TypedDict):
    """How a rep sells, see `cast.Selling`."""

    closed: int
    open: int
    typical: int
    cycle: int
    won: float | list[int]
    slips: float
    lost_at: NotRequired[list[int]]
    youngest: NotRequired[float]


class SellerRow(TypedDict):
    """A rep in team.json; amounts in thousands."""

    name: str
    role: str
    territory: str
    email: str
    pronouns: tuple[str, str, str]
    days_here: int
    meets: tuple[int, str]
    rhythm: dict[str, int]
    quota: int
    deals: SellingRow
    commitments: dict[str, float]


class PromiseRow(TypedDict):
    """A commitment; without a status it ends as the rep's promises do."""

    text: str
    owner: NotRequired[str]
    due_in: NotRequired[int]
    status: NotRequired[str]


class RideAlongRow(TypedDict):
    """A ride-along in words, with gaps in braces."""

    skill: str
    saw: str
    thinks: str
    tries: str
    situation: str
    behaviour: str
    impact: str
    commitment: str


class StoryRow(TypedDict):
    """A conversation of one rep's story, so many days ago, on the last day they meet on or the first after a gap."""

    rep: str
    kind: str
    days_ago: NotRequired[int]
    after_gap: NotRequired[str]
    their_day: NotRequired[bool]
    at: str
    minutes: int
    sections: list[str]
    skill: NotRequired[str]
    situation: NotRequired[str]
    behaviour: NotRequired[str]
    impact: NotRequired[str]
    reps_words: NotRequired[str]
    accounts: NotRequired[list[str]]
    promises: NotRequired[list[PromiseRow]]


class FieldCallRow(TypedDict):
    """What can have been said about a customer call."""

    objective: list[str]
    stretch: list[str]
    outcome: list[str]
    went_well: list[str]
    differently: list[str]


class DealsRow(TypedDict):
    """Words for deals."""

    subjects: list[str]
    loss_reasons: list[str]
    next_steps: list[str]


CheckInRow = tuple[int, float, str]
"""Days ago, value, note."""


class GoalRow(TypedDict):
    """A development goal; `computed` are the days on which won deals were counted."""

    rep: str
    title: str
    skill: str
    measure: str
    unit: NotRequired[str]
    baseline: float
    target: float
    started: int
    due_in: int
    why: str
    how: str
    computed_from: NotRequired[str]
    computed: NotRequired[list[int]]
    check_ins: NotRequired[list[CheckInRow]]
    status: NotRequired[str]
    ended: NotRequired[int]
    reason: NotRequired[str]
    extended_by: NotRequired[int]
    later: NotRequired[list[CheckInRow]]


class RatingsRow(TypedDict):
    """Levels by rep and skill, first and latest, each by the manager and by the rep."""

    asked_on: list[int]
    levels: dict[str, dict[str, list[tuple[float, float]]]]


class PlanRow(TypedDict):
    """A version of a plan. Strengths: words, kind of conversation, days ago. Actions: what, kind, rep's part, support,
    due and done in days after it was agreed.
    """

    rep: str
    quarter: int
    agreed: int
    direction: str
    support: str
    comments: NotRequired[str]
    found: NotRequired[list[str]]
    strengths: list[tuple[str, str, int]]
    actions: list[tuple[str, str, str, str, int, int | None]]


class FixedMeetingRow(TypedDict):
    """A meeting every so many weeks on a weekday; Monday is 0."""

    title: str
    weekday: int
    at: str
    minutes: int
    category: str
    every: int


MeetingRow = tuple[str, int, str]
"""Title, minutes, category."""


class HoursRow(TypedDict):
    """What the manager's calendar is filled with."""

    fixed: list[FixedMeetingRow]
    people: list[MeetingRow]
    customers: list[MeetingRow]
    desk: list[MeetingRow]
    squeeze: list[MeetingRow]
    travel: list[str]
    learning: list[str]


class NumberRow(TypedDict):
    """A measured number; see `rules.signals.finding.Number`."""

    value: float
    unit: str
    n: int
    part: NotRequired[int]
    against: NotRequired[float]
    against_n: NotRequired[int]
    currency: NotRequired[str]


class CoachedRow(TypedDict):
    """What was done about a signal. Days are counted back from today; those of `again_in` are ahead of it."""

    kind: str
    conversation_kind: NotRequired[str]
    peer: NotRequired[str]
    text: str
    days_ago: int
    held: NotRequired[bool]
    again_in: NotRequired[int]
    looked: NotRequired[int]
    now: NotRequired[NumberRow]


class SignalRow(TypedDict):
    """What a rule found, since when, and what was decided; stages are counted from 0."""

    rep: str
    rule: str
    skill: NotRequired[str]
    stage: NotRequired[int]
    number: NumberRow
    name: NotRequired[str]
    detail: NotRequired[dict[str, str | int | float]]
    rows_of: str
    seen: int
    decided: NotRequired[int]
    state: NotRequired[str]
    closed: NotRequired[int]
    returns_in: NotRequired[int]
    reason: NotRequired[str]
    learnt: NotRequired[str]
    actions: NotRequired[list[CoachedRow]]
