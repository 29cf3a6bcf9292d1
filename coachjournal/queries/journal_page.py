"""All conversations, newest first: how many on which day, a page of them from any place, and one at a glance.

The days and their counts come at once, so that a list of any length knows its weeks and its end; rows are read where
the list is looked at, and found by their day, since counting off the rows before them takes the longer the older
they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, TextClause, bindparam, func, select, text

from coachjournal.journal import Reading
from coachjournal.model import Conversation, Rep
from coachjournal.queries.first_lines import BEGINNING, shown_line
from coachjournal.queries.rows import AnyRow
from coachjournal.queries.search_question import question
from coachjournal.queries.settings import settings
from coachjournal.rules.conversation import ConversationKind, ConversationStatus
from coachjournal.rules.locale_numbers import DEFAULT_LOCALE
from coachjournal.rules.period import Period


@dataclass(frozen=True, slots=True)
class Filter:
    """Which conversations are looked at; what is None or empty lets all through."""

    rep_id: int | None = None
    kind: ConversationKind | None = None
    period: Period | None = None
    words: str = ""
    """With filters such as kind:ride, as in search."""
    locale: str = field(default=DEFAULT_LOCALE, compare=False)

    @property
    def lets_all_through(self) -> bool:
        return self == Filter()


class Day(NamedTuple):
    """A day on which there were conversations."""

    day: date
    conversations: int


@dataclass(frozen=True, slots=True)
class JournalOverview:
    """The shape of the list and what it is made of."""

    days: tuple[Day, ...]
    """Newest first."""
    kinds: tuple[tuple[ConversationKind, int], ...]
    """How many of each kind, most frequent first; the filter by kind left out."""
    week_start: int

    @property
    def conversations(self) -> int:
        return sum(day.conversations for day in self.days)


@dataclass(frozen=True, slots=True)
class ListedConversation:
    """A conversation in the list; `first_line` is empty when nothing was written or it is private."""

    conversation_id: int
    rep: str
    kind: ConversationKind
    held_on: date
    starts_at: datetime | None
    minutes: int
    first_line: str
    private: bool


class Preview(NamedTuple):
    """A conversation beside the list."""

    conversation_id: int
    rep: str
    kind: ConversationKind
    held_on: date
    starts_at: datetime | None
    minutes: int
    private: bool
    text: str


AnySelect = Select[*tuple[Any, ...]]

MATCHING = text(
    "conversation.id IN (SELECT rowid & 0xffffffff FROM search_index"
    " WHERE search_index MATCH :words AND rowid >= :first AND rowid < :behind AND rowid >> 32 & 7 = 0)"
)
CONDITIONS: dict[str, ColumnElement[bool] | TextClause] = {
    "rep_id": Conversation.rep_id == bindparam("rep_id"),
    "kind": Conversation.kind == bindparam("kind"),
    "start": Conversation.held_on >= bindparam("start"),
    "end": Conversation.held_on < bindparam("end"),
    "words": MATCHING,
}

WHEN_AND_WHAT = (Conversation.held_on, Conversation.starts_at, Conversation.minutes, Conversation.private)
ROWS = (
    select(Conversation.id, Rep.name.label("rep"), Conversation.kind, *WHEN_AND_WHAT, BEGINNING)
    .join(Rep, Rep.id == Conversation.rep_id)
    .where(Conversation.held_on <= bindparam("newest"))
    .order_by(Conversation.held_on.desc(), Conversation.id.desc())
    .offset(bindparam("skip"))
    .limit(bindparam("most"))
)
DAYS = (
    select(Conversation.held_on, func.count().label("conversations"))
    .group_by(Conversation.held_on)
    .order_by(Conversation.held_on.desc())
)
BY_KIND = select(Conversation.kind, func.count().label("conversations")).group_by(Conversation.kind)
NEWER_THAT_DAY = select(func.count()).where(
    Conversation.held_on == bindparam("held_on"), Conversation.id > bindparam("conversation_id")
)
ITSELF = select(Conversation.held_on).where(Conversation.id == bindparam("conversation_id"))
PREVIEW = (
    select(Conversation.id, Rep.name, Conversation.kind, *WHEN_AND_WHAT, Conversation.text)
    .join(Rep, Rep.id == Conversation.rep_id)
    .where(Conversation.id == bindparam("conversation_id"))
)


def journal_overview(tx: Reading, *, chosen: Filter) -> JournalOverview:
    """How many conversations there are, by day and by kind."""
    of_all_kinds = replace(chosen, kind=None)
    kinds = sorted(_ask(tx, BY_KIND, of_all_kinds), key=lambda row: -row.conversations)
    return JournalOverview(
        days=tuple(Day(*row) for row in _ask(tx, DAYS, chosen)),
        kinds=tuple((row.kind, row.conversations) for row in kinds),
        week_start=settings(tx).week_start,
    )


def journal_rows(tx: Reading, *, chosen: Filter, newest: date, skip: int, most: int) -> tuple[ListedConversation, ...]:
    """A stretch of the list: from the day `newest` on back, its first `skip` conversations left out."""
    return tuple(_listed(row) for row in _ask(tx, ROWS, chosen, newest=newest, skip=skip, most=most))


def journal_place(tx: Reading, *, chosen: Filter, conversation_id: int) -> tuple[date, int] | None:
    """The day of a conversation and how many stand before it that day; None when it is not in the list."""
    itself = _ask(tx, ITSELF, chosen, conversation_id=conversation_id)
    if not itself:
        return None
    day = itself[0].held_on
    newer = _ask(tx, NEWER_THAT_DAY, chosen, conversation_id=conversation_id, held_on=day)
    return day, int(newer[0][0])


def journal_preview(tx: Reading, *, conversation_id: int) -> Preview | None:
    """One conversation at a glance."""
    row = tx.connection.execute(PREVIEW, {"conversation_id": conversation_id}).one_or_none()
    return None if row is None else Preview(*row)


def _ask(tx: Reading, statement: AnySelect, chosen: Filter, **values: object) -> Sequence[AnyRow]:
    period, asked = chosen.period, question(tx, chosen.words, chosen.locale)
    wanted = {
        "rep_id": chosen.rep_id,
        "kind": chosen.kind,
        "start": period and period.start,
        "end": period and period.end,
        "words": asked and asked.match,
    }
    given = {name: value for name, value in wanted.items() if value is not None}
    numbers = {"first": asked.start, "behind": asked.end} if asked else {}
    return tx.connection.execute(_narrowed(statement, frozenset(given)), {**given, **numbers, **values}).all()


@cache
def _narrowed(statement: AnySelect, given: frozenset[str]) -> AnySelect:
    """The statement for the filters that are set; built once for each combination."""
    conditions = [condition for name, condition in CONDITIONS.items() if name in given]
    return statement.where(Conversation.status == ConversationStatus.HELD, *conditions)


def _listed(row: AnyRow) -> ListedConversation:
    return ListedConversation(
        conversation_id=row.id,
        rep=row.rep,
        kind=row.kind,
        held_on=row.held_on,
        starts_at=row.starts_at,
        minutes=row.minutes,
        first_line=shown_line(row),
        private=row.private,
    )
