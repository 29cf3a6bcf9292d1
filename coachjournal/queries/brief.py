"""The preparation of a one-on-one, three minutes to read. Nothing private gets here."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, select

from coachjournal.errors import Rejected
from coachjournal.journal import Reading
from coachjournal.model import Commitment, Conversation
from coachjournal.queries.agenda import ToRaise, agenda
from coachjournal.queries.bright_spot import NOT_PRIVATE, BrightSpot, bright_spot
from coachjournal.queries.deals_page import DealLine, open_deals_of
from coachjournal.queries.last_time import SETTLED
from coachjournal.queries.meetings import Meeting, meetings
from coachjournal.queries.pipeline import talked_about
from coachjournal.queries.questions import questions
from coachjournal.queries.rep_deals import RepFigures
from coachjournal.queries.rep_page import (
    CONVERSATIONS,
    ConversationRow,
    GoalRow,
    RepCommitment,
    RepHead,
    RepPage,
    conversation_row,
    rep_page,
)
from coachjournal.queries.settings import settings
from coachjournal.queries.signals import OpenSignal, open_signals
from coachjournal.rules.brief import Why, worth_a_word
from coachjournal.rules.commitment import kept_rate
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.period import Period
from coachjournal.rules.private_text import public_text
from coachjournal.rules.signals.finding import RowsOf
from coachjournal.rules.tally import OutOf

T = TypeVar("T")

MOST_NOTES = 3
_READ = 12
"""Conversations read to find three in which something was written."""
AHEAD = timedelta(days=60)
"""The next meeting is looked for in two months: a monthly one that is skipped once is still found."""


NOBODY_TODAY = "No one-on-one is planned for today."


@dataclass(frozen=True, slots=True)
class BriefDeal:
    """An open deal and why it is listed, the weightiest reason first."""

    line: DealLine
    why: tuple[Why, ...]

    @property
    def needs_a_word(self) -> bool:
        """Whether something about it is not as it should be."""
        return self.why[0] not in {Why.DUE_THIS_MONTH, Why.TALKED_ABOUT, Why.LARGEST}


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything a brief is made of; what does not fit is counted by whoever lays it out."""

    rep: RepHead
    manager: str
    made_on: date
    meeting: Meeting | None
    """The next one-on-one, today's included."""
    to_raise: tuple[ToRaise, ...]
    """The rep's own first."""
    last_one_on_one: ConversationRow | None
    last_coaching: ConversationRow | None
    """The latest conversation, where that was no one-on-one."""
    commitments: tuple[RepCommitment, ...]
    """Open ones, the rep's before the manager's, of each those that are due soonest first."""
    kept: OutOf
    """Of the rep's last five that were settled."""
    goals: tuple[GoalRow, ...]
    """Active goals."""
    figures: RepFigures
    deals: tuple[BriefDeal, ...]
    open_deals: int
    signals: tuple[OpenSignal, ...]
    """Those that are so today, are no bright spots, and count nothing that was agreed in private."""
    notes: tuple[ConversationRow, ...]
    bright_spot: BrightSpot | None
    questions: tuple[str, ...]
    """What to ask in a one-on-one."""

    @property
    def is_first(self) -> bool:
        """Whether nothing was written about this rep yet."""
        return self.last_one_on_one is None and self.last_coaching is None and not self.commitments

    @property
    def to_ask(self) -> tuple[OpenSignal, ...]:
        """The signals that are printed: those about the manager ask the rep nothing, and may tell of a private talk."""
        return tuple(signal for signal in self.signals if not signal.rule.is_the_managers)

    def commitments_of(self, owner: Side) -> tuple[RepCommitment, ...]:
        return tuple(each for each in self.commitments if each.owner is owner)


PUBLIC = CONVERSATIONS.where(Conversation.private.is_(False), Conversation.held_on <= bindparam("today"))
ONE_ON_ONES = PUBLIC.where(Conversation.kind == ConversationKind.ONE_ON_ONE)
KEPT_OF = SETTLED.where(NOT_PRIVATE)
AGREED_IN_PRIVATE = select(Commitment.id).where(Commitment.rep_id == bindparam("rep_id"), ~NOT_PRIVATE)


def brief(tx: Reading, *, rep_id: int) -> Brief | None:
    """The brief of one rep, or None when there is no such rep (any more)."""
    page = rep_page(tx, rep_id=rep_id)
    if page is None:
        return None
    notes, one_on_one = _talks(tx, rep_id, PUBLIC, _READ), _first(_talks(tx, rep_id, ONE_ON_ONES, 1))
    last, signals, open_deals = _first(notes), open_signals(tx, rep_id=rep_id), open_deals_of(tx, rep_id)
    private = frozenset(tx.connection.execute(AGREED_IN_PRIVATE, {"rep_id": rep_id}).scalars())
    return Brief(
        rep=page.rep,
        manager=settings(tx).manager_name,
        made_on=tx.today,
        meeting=_first(one_on_ones(tx, _from_today(tx, AHEAD), rep_id=rep_id)),
        to_raise=_to_raise(tx, rep_id),
        last_one_on_one=one_on_one,
        last_coaching=None if last == one_on_one else last,
        commitments=_commitments(page, private),
        kept=kept_rate(tx.connection.execute(KEPT_OF, {"rep_id": rep_id}).scalars()),
        goals=tuple(replace(goal, title=public_text(goal.title)) for goal in page.goals),
        figures=page.figures,
        deals=_worth_a_word(tx, open_deals, one_on_one),
        open_deals=len(open_deals),
        signals=tuple(signal for signal in signals if _is_asked_about(signal, private)),
        notes=tuple(talk for talk in notes if talk.first_line)[:MOST_NOTES],
        bright_spot=bright_spot(tx, rep_id=rep_id, signals=signals),
        questions=_questions(tx, page.rep.first_name),
    )


def briefs_to_print(tx: Reading, *, rep_id: int | None = None) -> tuple[Brief, ...]:
    """That of one rep, or those of today's one-on-ones. Rejected where there is none."""
    reps = reps_today(tx) if rep_id is None else (rep_id,)
    made = tuple(each for rep in reps if (each := brief(tx, rep_id=rep)) is not None)
    if not made:
        raise Rejected(NOBODY_TODAY if rep_id is None else "This rep is no longer in the journal.")
    return made


def reps_today(tx: Reading) -> tuple[int, ...]:
    """Whose one-on-one is still ahead today, in the order of the day; who has two is named once."""
    return tuple(dict.fromkeys(meeting.rep_id for meeting in one_on_ones(tx, _from_today(tx, timedelta(days=1)))))


def one_on_ones(tx: Reading, period: Period, *, rep_id: int | None = None) -> tuple[Meeting, ...]:
    """The one-on-ones ahead, for which nobody is away."""
    return tuple(
        meeting
        for meeting in meetings(tx, period, rep_id=rep_id)
        if meeting.kind is ConversationKind.ONE_ON_ONE and not meeting.held and not meeting.away
    )


def _from_today(tx: Reading, ahead: timedelta) -> Period:
    return Period(tx.today, tx.today + ahead)


def _first(each: Iterable[T]) -> T | None:
    return next(iter(each), None)


def _talks(tx: Reading, rep_id: int, which: Select[*tuple[Any, ...]], most: int) -> tuple[ConversationRow, ...]:
    rows = tx.connection.execute(which, {"rep_id": rep_id, "most": most, "today": tx.today})
    return tuple(conversation_row(row) for row in rows)


def _to_raise(tx: Reading, rep_id: int) -> tuple[ToRaise, ...]:
    public = (replace(item, text=public_text(item.text)) for item in agenda(tx, rep_id=rep_id) if not item.private)
    return tuple(item for item in public if item.text)


def _is_asked_about(signal: OpenSignal, private: frozenset[int]) -> bool:
    if signal.finding is None or signal.rule.is_strength:
        return False
    rows = signal.finding.rows
    return rows.of is not RowsOf.COMMITMENTS or private.isdisjoint(rows.keys)


def _commitments(page: RepPage, private: frozenset[int]) -> tuple[RepCommitment, ...]:
    public = (each for each in page.open_commitments if each.commitment_id not in private)
    shown = (replace(each, text=public_text(each.text)) for each in public)
    return tuple(sorted((each for each in shown if each.text), key=lambda each: each.owner is Side.MANAGER))


def _worth_a_word(tx: Reading, deals: tuple[DealLine, ...], last_time: ConversationRow | None) -> tuple[BriefDeal, ...]:
    talked = talked_about(tx, conversation_id=last_time.conversation_id) if last_time else frozenset[int]()
    return tuple(BriefDeal(line, why) for line, why in worth_a_word(deals, today=tx.today, talked=talked))


def _questions(tx: Reading, first_name: str) -> tuple[str, ...]:
    """The first set of a one-on-one: the others are for all conversations."""
    asked = _first(questions(tx, kind=ConversationKind.ONE_ON_ONE, first_name=first_name))
    return asked.questions if asked else ()
