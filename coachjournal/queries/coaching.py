"""Coaching actions: what is planned, and what took place."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, exists, func, or_, select
from sqlalchemy.orm import aliased

from coachjournal.journal import Reading
from coachjournal.model import CoachingAction, Conversation, Rep, Signal
from coachjournal.queries.begun import TOOK_PLACE
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.coaching import ActionKind, CoachingStep, SignalState
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period
from coachjournal.rules.signals.evidence import number_of

PEER = aliased(Rep)
HELD_ON = func.coalesce(
    CoachingAction.held_on, case((TOOK_PLACE, Conversation.held_on)), type_=Conversation.held_on.type
)
"""Noted by hand, else the day of its conversation, once that took place."""
ON = func.coalesce(HELD_ON, CoachingAction.planned_on, type_=Conversation.held_on.type)
STEPS = (
    select(
        *(CoachingAction.id, CoachingAction.signal_id, CoachingAction.rep_id, Rep.name.label("rep")),
        *(CoachingAction.kind, CoachingAction.conversation_kind, CoachingAction.text, CoachingAction.planned_on),
        *(HELD_ON.label("held_on"), CoachingAction.conversation_id, CoachingAction.look_again_on),
        *(CoachingAction.looked_on, CoachingAction.value_then, CoachingAction.value_now),
        func.coalesce(PEER.name, "").label("peer"),
    )
    .join(Rep, Rep.id == CoachingAction.rep_id)
    .outerjoin(PEER, PEER.id == CoachingAction.peer_id)
    .outerjoin(Conversation, Conversation.id == CoachingAction.conversation_id)
    .order_by(ON, CoachingAction.id)
)
IN_PERIOD = and_(bindparam("start") <= ON, bindparam("end") > ON)
AHEAD = HELD_ON.is_(None)
PUT_AWAY = exists().where(
    Signal.id == CoachingAction.signal_id,
    or_(
        Signal.state == SignalState.CLOSED,
        and_(Signal.state == SignalState.NOT_NOW, Signal.returns_on > bindparam("today")),
    ),
)
DUE = and_(
    *(CoachingAction.looked_on.is_(None), CoachingAction.look_again_on <= bindparam("today")),
    *(HELD_ON.is_not(None), ~PUT_AWAY),
)


def _of_team_and_of_rep(*which: ColumnElement[bool]) -> tuple[Select[*tuple[Any, ...]], Select[*tuple[Any, ...]]]:
    asked = STEPS.where(*which)
    return asked.where(Rep.archived_on.is_(None)), asked.where(CoachingAction.rep_id == bindparam("rep_id"))


EVERY = _of_team_and_of_rep()
THEN = _of_team_and_of_rep(IN_PERIOD)
NOT_HELD = _of_team_and_of_rep(AHEAD)
HELD_AND_DUE = _of_team_and_of_rep(DUE)
ABOUT_SIGNALS = STEPS.where(CoachingAction.signal_id.in_(bindparam("signals", expanding=True)))


def coaching_steps(tx: Reading, *, rep_id: int | None = None, period: Period | None = None) -> tuple[CoachingStep, ...]:
    """Every coaching action of a rep or of all active ones, in order of day; in a period those planned or held in it.

    One made into a conversation is held once that took place, and planned again when that is gone.
    """
    if period is None:
        return _asked(tx, EVERY[rep_id is not None], {"rep_id": rep_id})
    return _asked(tx, THEN[rep_id is not None], {"rep_id": rep_id, "start": period.start, "end": period.end})


def coaching_ahead(tx: Reading, *, rep_id: int | None = None) -> tuple[CoachingStep, ...]:
    """What is planned and not held, the earliest first: also what should have been by now."""
    return _asked(tx, NOT_HELD[rep_id is not None], {"rep_id": rep_id})


def to_look_at_again(tx: Reading, *, rep_id: int | None = None) -> tuple[CoachingStep, ...]:
    """What was held and is to be looked at again by today, unless its signal is closed or put off."""
    return _asked(tx, HELD_AND_DUE[rep_id is not None], {"rep_id": rep_id, "today": tx.today})


def steps_about(tx: Reading, signals: Iterable[int]) -> dict[int, list[CoachingStep]]:
    """What was planned and held about signals, in order of day, by the signal's key."""
    steps: dict[int, list[CoachingStep]] = {}
    for row in tx.connection.execute(ABOUT_SIGNALS, {"signals": sorted(signals)}):
        steps.setdefault(row.signal_id, []).append(_step(row))
    return steps


def _asked(tx: Reading, query: Select[*tuple[Any, ...]], which: dict[str, Any]) -> tuple[CoachingStep, ...]:
    return tuple(_step(row) for row in tx.connection.execute(query, which))


def _step(row: AnyRow) -> CoachingStep:
    return CoachingStep(
        action_id=row.id,
        signal_id=row.signal_id,
        rep_id=row.rep_id,
        rep=row.rep,
        kind=ActionKind(row.kind),
        conversation_kind=ConversationKind(row.conversation_kind) if row.conversation_kind else None,
        text=row.text,
        planned_on=row.planned_on,
        held_on=row.held_on,
        conversation_id=row.conversation_id,
        look_again_on=row.look_again_on,
        looked_on=row.looked_on,
        peer=row.peer,
        then=number_of(row.value_then) if row.looked_on else None,
        now=number_of(row.value_now) if row.looked_on else None,
    )
