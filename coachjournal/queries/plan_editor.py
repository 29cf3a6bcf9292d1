"""The latest version of a rep's plan, with everything that can be written in it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from coachjournal.errors import Rejected
from coachjournal.journal import Reading
from coachjournal.model import Conversation, PlanAction, Rep, Strength
from coachjournal.queries.development_plan import LATEST_PLAN
from coachjournal.queries.first_lines import BEGINNING, shown_line
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from coachjournal.rules.period import Period, quarter_of
from coachjournal.rules.plan import ActionKind

EVIDENCE_OFFERED = 40
"""Conversations to choose from as evidence of a strength: most of a year of one-on-ones and ride-alongs."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A conversation that may show a strength; the first line of a private one stays out."""

    conversation_id: int
    kind: ConversationKind
    on: date
    first_line: str


@dataclass(frozen=True, slots=True)
class WrittenStrength:
    """A strength named in the plan."""

    strength_id: int
    text: str
    evidence: str
    conversation: Evidence | None


@dataclass(frozen=True, slots=True)
class WrittenAction:
    """An action of the plan."""

    action_id: int
    what: str
    kind: ActionKind
    reps_part: str
    support: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class PlanForm:
    """A plan as it can be written; without one yet, `plan_id` is None and the period this quarter."""

    rep_id: int
    rep: str
    plan_id: int | None
    version: int
    period: Period
    direction: str = ""
    support: str = ""
    comments: str = ""
    found: tuple[str, str, str] = ("", "", "")
    """What the looks after 30, 60 and 90 days found."""
    agreed_on: date | None = None
    next_review_on: date | None = None
    strengths: tuple[WrittenStrength, ...] = ()
    actions: tuple[WrittenAction, ...] = ()


REP = select(Rep.name).where(Rep.id == bindparam("rep_id"))
TALK = (Conversation.id, Conversation.kind, Conversation.held_on, Conversation.private, BEGINNING)
STRENGTHS = (
    select(Strength.id.label("strength_id"), Strength.text, Strength.evidence, *TALK)
    .outerjoin(Conversation, Conversation.id == Strength.conversation_id)
    .where(Strength.plan_id == bindparam("plan_id"))
    .order_by(Strength.position, Strength.id)
)
ACTIONS = (
    select(
        *(PlanAction.id, PlanAction.what, PlanAction.kind, PlanAction.reps_part, PlanAction.support),
        *(PlanAction.due_on, PlanAction.done_on),
    )
    .where(PlanAction.plan_id == bindparam("plan_id"))
    .order_by(PlanAction.position, PlanAction.id)
)
HELD = (
    select(*TALK)
    .where(Conversation.rep_id == bindparam("rep_id"), Conversation.status == ConversationStatus.HELD)
    .order_by(Conversation.held_on.desc(), Conversation.id.desc())
    .limit(EVIDENCE_OFFERED)
)


def plan_form(tx: Reading, *, rep_id: int) -> PlanForm:
    """The latest version of the plan. Raises Rejected when the rep is gone."""
    name = tx.connection.execute(REP, {"rep_id": rep_id}).scalar_one_or_none()
    if name is None:
        raise Rejected("This rep is no longer in the journal.")
    plan = tx.connection.execute(LATEST_PLAN, {"rep_id": rep_id}).one_or_none()
    if plan is None:
        return PlanForm(rep_id=rep_id, rep=name, plan_id=None, version=1, period=quarter_of(tx.today))
    return PlanForm(
        rep_id=rep_id,
        rep=name,
        plan_id=plan.id,
        version=plan.version,
        period=Period(plan.starts_on, plan.ends_on),
        direction=plan.direction,
        support=plan.support,
        comments=plan.comments,
        found=(plan.found_30, plan.found_60, plan.found_90),
        agreed_on=plan.agreed_on,
        next_review_on=plan.next_review_on,
        strengths=_strengths(tx, plan.id),
        actions=_actions(tx, plan.id),
    )


def evidence(tx: Reading, *, rep_id: int) -> tuple[Evidence, ...]:
    """The conversations to choose from, the latest first."""
    rows = tx.connection.execute(HELD, {"rep_id": rep_id})
    return tuple(Evidence(row.id, row.kind, row.held_on, shown_line(row)) for row in rows)


def _strengths(tx: Reading, plan_id: int) -> tuple[WrittenStrength, ...]:
    return tuple(
        WrittenStrength(
            strength_id=row.strength_id,
            text=row.text,
            evidence=row.evidence,
            conversation=None if row.id is None else Evidence(row.id, row.kind, row.held_on, shown_line(row)),
        )
        for row in tx.connection.execute(STRENGTHS, {"plan_id": plan_id})
    )


def _actions(tx: Reading, plan_id: int) -> tuple[WrittenAction, ...]:
    return tuple(WrittenAction(*row) for row in tx.connection.execute(ACTIONS, {"plan_id": plan_id}))
