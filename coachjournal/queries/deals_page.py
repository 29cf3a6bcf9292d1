"""All deals as the table shows them, and everything about one of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Integer, bindparam, cast, func, or_, select

from coachjournal.journal import Reading
from coachjournal.model import (
    Account,
    Conversation,
    ConversationDeal,
    Deal,
    DealChange,
    FieldCall,
    ImportRun,
    Rep,
    Stage,
)
from coachjournal.queries.first_lines import BEGINNING, shown_line
from coachjournal.queries.rows import AnyRow
from coachjournal.queries.signal_limits import signal_limits
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.deal import DealField, Outcome, age_at_stage, is_slip, is_stalled, median_ages
from coachjournal.rules.money import Money
from coachjournal.rules.names import fold
from coachjournal.rules.signals.limits import Limit


class DealLine(NamedTuple):
    """A deal in the table. Ten thousand of them are made at once, so it is a named tuple."""

    deal_id: int
    name: str
    account: str
    rep_id: int
    rep: str
    stage: str
    stage_position: int
    outcome: Outcome
    amount: int | None
    """Minor units of `currency`."""
    currency: str
    close_on: date | None
    closed_on: date | None
    changed_on: date | None
    next_step: str
    next_step_on: date | None
    stalled: bool
    slips: int

    @property
    def money(self) -> Money | None:
        return None if self.amount is None else Money(self.amount, self.currency)

    @property
    def ends_on(self) -> date | None:
        """When it should close, of an open deal; else when it did."""
        return self.close_on if self.outcome is Outcome.OPEN else self.closed_on


@dataclass(frozen=True, slots=True)
class DealsPage:
    """Open deals first by the day they should close, then closed ones, the latest first; and whose they can be."""

    deals: tuple[DealLine, ...]
    reps: tuple[tuple[int, str], ...]
    total: int
    """How many deals the journal has, of whatever outcome."""


@dataclass(frozen=True, slots=True)
class DealStep:
    """One recorded change; a slip is a close date that moved later by a week or past its quarter."""

    on: date
    field: DealField
    old: str
    new: str
    slip: bool


@dataclass(frozen=True, slots=True)
class TalkAboutDeal:
    """A conversation that a deal came up in; the first line of a private one stays out."""

    conversation_id: int
    kind: ConversationKind
    on: date
    first_line: str


@dataclass(frozen=True, slots=True)
class DealDetails:
    """One deal with its history."""

    line: DealLine
    created_on: date | None
    stage_since: date | None
    forecast_category: str
    loss_reason: str
    brought_in_on: date | None
    brought_in_from: str
    """The file it came from; "" when it was typed."""
    steps: tuple[DealStep, ...]
    """The latest first."""
    talks: tuple[TalkAboutDeal, ...]


ENTERED_ON = func.coalesce(Deal.stage_since, Deal.created_on).label("entered_on")
LINES = (
    select(
        *(Deal.id, Deal.name, func.coalesce(Account.name, "").label("account"), Deal.rep_id, Rep.name.label("rep")),
        *(Stage.name.label("stage"), Stage.position, Deal.outcome, Deal.amount, Deal.currency),
        *(Deal.close_on, Deal.closed_on, Deal.changed_on, Deal.next_step, Deal.next_step_on),
        *(func.coalesce(Deal.changed_on, Deal.created_on).label("quiet_since"), ENTERED_ON, Deal.stage_id),
    )
    .join(Rep, Rep.id == Deal.rep_id)
    .join(Stage, Stage.id == Deal.stage_id)
    .outerjoin(Account, Account.id == Deal.account_id)
)
_IN_LINE = len(LINES.selected_columns)
ALL = LINES.order_by(
    Deal.outcome != Outcome.OPEN, Deal.closed_on.desc(), Deal.close_on.is_(None), Deal.close_on, Deal.id
)
OF_OUTCOME = ALL.where(Deal.outcome == bindparam("outcome"))
OPEN_OF_REP = ALL.where(Deal.rep_id == bindparam("rep_id"), Deal.outcome == Outcome.OPEN)
TOTAL = select(func.count()).select_from(Deal)
ONE = LINES.add_columns(
    *(Deal.created_on, Deal.stage_since, Deal.forecast_category, Deal.loss_reason, Deal.import_run_id)
).where(Deal.id == bindparam("deal_id"))
OWNERS = select(Rep.id, Rep.name, Rep.archived_on).where(Rep.id.in_(select(Deal.rep_id)))
OPEN_AGES = select(Deal.stage_id, Deal.outcome, ENTERED_ON).where(
    Deal.stage_id == bindparam("stage_id"), Deal.outcome == Outcome.OPEN
)
ALL_OPEN_AGES = select(
    Deal.stage_id, cast(func.julianday(bindparam("today")) - func.julianday(ENTERED_ON), Integer)
).where(Deal.outcome == Outcome.OPEN, ENTERED_ON.is_not(None))
MOVED_DATES = (
    select(DealChange.deal_id, DealChange.old_value, DealChange.new_value)
    .join(Deal, Deal.id == DealChange.deal_id)
    .where(DealChange.field == DealField.CLOSE_ON, Deal.outcome == Outcome.OPEN)
)
MOVED_DATES_OF_REP = MOVED_DATES.where(Deal.rep_id == bindparam("rep_id"))
STEPS = (
    select(DealChange.changed_on, DealChange.field, DealChange.old_value, DealChange.new_value)
    .where(DealChange.deal_id == bindparam("deal_id"))
    .order_by(DealChange.changed_on.desc(), DealChange.id.desc())
)
BROUGHT_IN = select(ImportRun.made_at, ImportRun.file_name).where(ImportRun.id == bindparam("run_id"))
TALKS = (
    select(Conversation.id, Conversation.kind, Conversation.held_on, Conversation.private, BEGINNING)
    .where(
        or_(
            Conversation.id.in_(
                select(ConversationDeal.conversation_id).where(ConversationDeal.deal_id == bindparam("deal_id"))
            ),
            Conversation.id.in_(select(FieldCall.conversation_id).where(FieldCall.deal_id == bindparam("deal_id"))),
        )
    )
    .order_by(Conversation.held_on.desc(), Conversation.id.desc())
)


def deals_page(tx: Reading, *, outcome: Outcome | None = None) -> DealsPage:
    """The deals of one outcome, or all of them."""
    rows = tx.connection.execute(ALL if outcome is None else OF_OUTCOME, {"outcome": outcome}).all()
    usual, slips = _usual(tx, _ages(rows, tx.today)), counted_slips(tx.connection.execute(MOVED_DATES))
    return DealsPage(
        deals=tuple(_line(row, usual, slips, tx.today) for row in rows),
        reps=tuple(
            (rep.id, rep.name)
            for rep in sorted(
                tx.connection.execute(OWNERS), key=lambda rep: (rep.archived_on is not None, fold(rep.name))
            )
        ),
        total=tx.connection.execute(TOTAL).scalar_one(),
    )


def deal_details(tx: Reading, *, deal_id: int) -> DealDetails | None:
    """One deal, or None when it is gone."""
    of_deal = {"deal_id": deal_id}
    row = tx.connection.execute(ONE, of_deal).one_or_none()
    if row is None:
        return None
    steps = tuple(_step(step) for step in tx.connection.execute(STEPS, of_deal))
    run = tx.connection.execute(BROUGHT_IN, {"run_id": row.import_run_id}).one_or_none()
    beside = tx.connection.execute(OPEN_AGES, {"stage_id": row.stage_id})
    slips = {deal_id: sum(step.slip for step in steps)}
    return DealDetails(
        line=_line(row, _usual(tx, _ages(beside, tx.today)), slips, tx.today),
        created_on=row.created_on,
        stage_since=row.stage_since,
        forecast_category=row.forecast_category,
        loss_reason=row.loss_reason,
        brought_in_on=run.made_at.astimezone().date() if run else None,
        brought_in_from=run.file_name if run else "",
        steps=steps,
        talks=tuple(
            TalkAboutDeal(talk.id, talk.kind, talk.held_on, shown_line(talk))
            for talk in tx.connection.execute(TALKS, of_deal)
        ),
    )


def open_deals_of(tx: Reading, rep_id: int) -> tuple[DealLine, ...]:
    """A rep's open deals by the day they should close; what is usual at a stage is told by those of the whole team."""
    of_rep = {"rep_id": rep_id}
    rows = tx.connection.execute(OPEN_OF_REP, of_rep).all()
    if not rows:
        return ()
    ages = tx.connection.execute(ALL_OPEN_AGES, {"today": tx.today.isoformat()}).all()
    usual = _usual(tx, ((stage_id, max(days, 0)) for stage_id, days in ages))
    slips = counted_slips(tx.connection.execute(MOVED_DATES_OF_REP, of_rep).all())
    return tuple(_line(row, usual, slips, tx.today) for row in rows)


class _Usual(NamedTuple):
    """The median age of the open deals at each stage that has enough of them, and by how much one may exceed it."""

    ages: Mapping[int, float]
    times: float


def _line(row: AnyRow, usual: _Usual, slips: Mapping[int, int], today: date) -> DealLine:
    *shown, quiet_since, _entered_on, stage_id = row[:_IN_LINE]
    if row.outcome is not Outcome.OPEN:
        return DealLine._make((*shown, False, 0))
    quiet_days = (today - quiet_since).days if quiet_since else 0
    return DealLine._make(
        (*shown, bool(is_stalled(quiet_days, usual.ages.get(stage_id), usual.times)), slips.get(row.id, 0))
    )


def _usual(tx: Reading, ages: Iterable[tuple[int, int]]) -> _Usual:
    limits = signal_limits(tx)
    return _Usual(median_ages(ages, limits.count(Limit.STALLED_BESIDE)), limits.number(Limit.STALLED))


def _ages(rows: Iterable[AnyRow], today: date) -> Iterator[tuple[int, int]]:
    return (
        (row.stage_id, age_at_stage(row.entered_on, today))
        for row in rows
        if row.outcome is Outcome.OPEN and row.entered_on
    )


def counted_slips(moved_dates: Iterable[AnyRow]) -> Counter[int]:
    """How often the close date of each open deal slipped."""
    return Counter(deal_id for deal_id, old, new in moved_dates if is_slip(_day(old), _day(new)))


def _step(row: AnyRow) -> DealStep:
    slip = row.field is DealField.CLOSE_ON and is_slip(_day(row.old_value), _day(row.new_value))
    return DealStep(row.changed_on, row.field, row.old_value, row.new_value, slip)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
