"""The coverage map: how often each skill of each rep was coached, when last, and how long it took."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, select, union

from coachjournal.journal import Reading
from coachjournal.model import CoachingAction, Conversation, Mention, Observation, Rating, Signal
from coachjournal.queries.begun import TOOK_PLACE
from coachjournal.rules.period import Period


@dataclass(frozen=True, slots=True)
class Coached:
    """So many conversations in which a skill came up, each counted once, and the day of the last."""

    conversations: int
    last_on: date
    minutes: int
    """Of all that was talked about in them: two skills of one conversation have its minutes both."""


IN_SPAN = (TOOK_PLACE, Conversation.held_on >= bindparam("start"), Conversation.held_on < bindparam("end"))
TALKS = select(Conversation.id.label("conversation_id"))
ABOUT = union(  # conversation and skill, each pair once, however often the skill came up in it
    TALKS.add_columns(Conversation.focus_skill_id.label("skill_id")).where(
        *IN_SPAN, Conversation.focus_skill_id.is_not(None)
    ),
    *(
        TALKS.add_columns(record.skill_id)
        .join(record, record.conversation_id == Conversation.id)
        .where(*IN_SPAN, record.skill_id.is_not(None))
        for record in (Mention, Observation, Rating)
    ),
    TALKS.add_columns(Signal.skill_id)
    .join(CoachingAction, CoachingAction.conversation_id == Conversation.id)
    .join(Signal, Signal.id == CoachingAction.signal_id)
    .where(*IN_SPAN, Signal.skill_id.is_not(None)),
).subquery()
MAP = (
    select(
        Conversation.rep_id,
        ABOUT.c.skill_id,
        func.count(),
        func.max(Conversation.held_on),
        func.sum(Conversation.minutes),
    )
    .join(ABOUT, ABOUT.c.conversation_id == Conversation.id)
    .group_by(Conversation.rep_id, ABOUT.c.skill_id)
)


def coverage_map(tx: Reading, span: Period) -> dict[tuple[int, int], Coached]:
    """By rep and skill; what was not coached in these days is not in it."""
    rows = tx.connection.execute(MAP, {"start": span.start, "end": span.end})
    return {(rep_id, skill_id): Coached(*coached) for rep_id, skill_id, *coached in rows}
