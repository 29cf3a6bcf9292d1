"""All conversations, newest first: how many on which day, a page of them from any place, and one at a glance.

The days and their counts come at once, so that a list of any length knows its weeks and its end; rows are read where
the list is looked at, and found by their day, since counting off the rows before them takes the longer the older
they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Integer, Select, bindparam, func, literal_column, select, table, text

from coachjournal.journal import Reading
from coachjournal.model import Conversation, Rep
from coachjournal.queries.begun import TOOK_PLACE
from coachjournal.queries.first_lines import BEGINNING, shown_line
from coachjournal.queries.rows import AnyRow
from coachjournal.queries.search_question import KEY_BITS, NO_END, Question, narrowed, number_of, question
from coachjournal.queries.settings import settings
from coachjournal.rules.conversation import ConversationKind
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


AnySelect = Select[*tuple[Any, ...]]

INDEX = table("search_index")
KEY_MASK = (1 << KEY_BITS) - 1
NUMBER = literal_column("search_index.rowid", Integer)
"""By day, then by key: the index yields rows in this order by itself, so a stretch of the list is read at once."""
MATCHING = text(
    "search_index MATCH :words AND search_index.rowid >= :first AND search_index.rowid < :behind"
    " AND search_index.rowid >> 32 & 7 = 0"
)
CONDITIONS: dict[str, ColumnElement[bool]] = {
    "rep_id": Conversation.rep_id == bindparam("rep_id"),
    "kind": Conversation.kind == bindparam("kind"),
    "start": Conversation.held_on >= bindparam("start"),
    "end": Conversation.held_on < bindparam("end"),
}

WHEN_AND_WHAT = (Conversation.held_on, Conversation.starts_at, Conversation.minutes, Conversation.private)
ROWS = (
    select(Conversation.id, Rep.name.label("rep"), Conversation.kind, *WHEN_AND_WHAT, BEGINNING)
    .join(Rep, Rep.id == Conversation.rep_id)
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
OF_A_DAY = select(Conversation.id).order_by(Conversation.id.desc())
ITSELF = select(Conversation.held_on).where(Conversation.id == bindparam("conversation_id"))


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
    until = newest + timedelta(days=1)
    return tuple(_listed(row) for row in _ask(tx, ROWS, chosen, until=until, skip=skip, most=most))


def journal_place(tx: Reading, *, chosen: Filter, conversation_id: int) -> tuple[date, int] | None:
    """The day of a conversation and how many stand before it that day; None when it is not in the list."""
    day: date | None = tx.connection.execute(ITSELF, {"conversation_id": conversation_id}).scalar_one_or_none()
    if day is None:
        return None
    listed = [row.id for row in _ask(tx, OF_A_DAY, chosen, since=day, until=day + timedelta(days=1))]
    return (day, listed.index(conversation_id)) if conversation_id in listed else None


def _ask(
    tx: Reading,
    statement: AnySelect,
    chosen: Filter,
    *,
    since: date | None = None,
    until: date | None = None,
    **values: object,
) -> Sequence[AnyRow]:
    """The days `since` and `until`, which is no longer one of them, narrow the period further."""
    period, asked = chosen.period, question(tx, chosen.words, chosen.locale)
    start = max((day for day in (since, period and period.start) if day), default=None)
    end = min((day for day in (until, period and period.end) if day), default=None)
    wanted = {"rep_id": chosen.rep_id, "kind": chosen.kind, "start": start, "end": end}
    given = {name: value for name, value in wanted.items() if value is not None}
    if asked:
        values |= _numbers(asked, chosen, start, end)
    return tx.connection.execute(
        _narrowed(statement, frozenset(given), by_words=asked is not None), {**given, **values}
    ).all()


def _numbers(asked: Question, chosen: Filter, start: date | None, end: date | None) -> dict[str, object]:
    """What the index is asked: as much of the filter as it knows, so that it passes over what is not meant."""
    return {
        "words": narrowed(asked.match, rep_id=chosen.rep_id, kind=chosen.kind),
        "first": max(asked.start, number_of(start) if start else 0),
        "behind": min(asked.end, number_of(end) if end else NO_END),
    }


@cache
def _narrowed(statement: AnySelect, given: frozenset[str], *, by_words: bool) -> AnySelect:
    """The statement for the filters that are set; built once for each combination."""
    conditions = [condition for name, condition in CONDITIONS.items() if name in given]
    if by_words:
        newest_first = statement in {ROWS, OF_A_DAY}
        statement = statement.join(INDEX, Conversation.id == NUMBER.op("&")(KEY_MASK)).where(MATCHING)
        statement = statement.order_by(None).order_by(NUMBER.desc()) if newest_first else statement
    return statement.where(TOOK_PLACE, *conditions)


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
