"""The rows that a finding was counted from, told one by one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BindParameter, bindparam, func, select

from coachjournal.journal import Reading
from coachjournal.model import Account, Commitment, Conversation, Deal, Goal, Rating, Skill, Stage
from coachjournal.queries.deal_records import WAY, stages_on_way
from coachjournal.queries.deals_page import MOVED_DATES, counted_slips
from coachjournal.queries.first_lines import BEGINNING, shown_line
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.conversation import Side
from coachjournal.rules.deal import Outcome
from coachjournal.rules.money import Money
from coachjournal.rules.names import fold
from coachjournal.rules.signals.finding import Finding, RowsOf, Rule
from coachjournal.rules.words import counted, times


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A row that a finding was counted from. `text` is empty for what is private."""

    of: RowsOf
    key: int
    text: str
    """A deal's name, the first line of a conversation, a commitment, a skill, a goal's title."""
    beside: str
    """The account of a deal, the kind of a conversation, who owns a commitment."""
    on: date | None
    """When it closed, should close, came up, took place, ended or is due."""
    state: str
    """How it stands, as it is written: "Lost at Propose", "Kept"."""
    money: Money | None = None
    level: float | None = None
    weight: int = 0
    """What of the number it is, where it is counted of all open deals: days of quiet, slips."""


_CHOSEN: BindParameter[tuple[int, ...]] = bindparam("keys", expanding=True)
DEALS = (
    select(
        *(Deal.id, Deal.name, Deal.outcome, Deal.amount, Deal.currency, Deal.loss_reason, Stage.name.label("stage")),
        *(Deal.created_on, Deal.close_on, Deal.closed_on, func.coalesce(Account.name, "").label("account")),
        *(func.coalesce(Deal.changed_on, Deal.created_on).label("quiet_since"), WAY.label("way")),
    )
    .join(Stage, Stage.id == Deal.stage_id)
    .outerjoin(Account, Account.id == Deal.account_id)
    .where(Deal.id.in_(_CHOSEN))
)
STAGES = select(Stage.name).where(Stage.outcome == Outcome.OPEN)
CONVERSATIONS = select(
    *(Conversation.id, Conversation.kind, Conversation.held_on, Conversation.private, BEGINNING)
).where(Conversation.id.in_(_CHOSEN))
COMMITMENTS = select(
    *(Commitment.id, Commitment.text, Commitment.owner, Commitment.status, Commitment.due_on, Commitment.ended_on)
).where(Commitment.id.in_(_CHOSEN))
RATINGS = (
    select(Rating.id, Skill.name, Rating.level, Rating.rated_on)
    .join(Skill, Skill.id == Rating.skill_id)
    .where(Rating.id.in_(_CHOSEN))
)
GOALS = (
    select(Goal.id, Goal.title, func.coalesce(Skill.name, "").label("skill"), Goal.status, Goal.ended_on)
    .outerjoin(Skill, Skill.id == Goal.skill_id)
    .where(Goal.id.in_(_CHOSEN))
)

_Row = Callable[[AnyRow], FindingRow]


def finding_rows(tx: Reading, finding: Finding) -> tuple[FindingRow, ...]:
    """The rows a finding was counted from: what weighs most, then the latest. One that is gone by now is left out."""
    told = _told(tx, finding)
    return tuple(sorted(told, key=lambda row: (row.weight, row.on or date.min, row.key), reverse=True))


def _told(tx: Reading, finding: Finding) -> Iterable[FindingRow]:
    keys = {"keys": finding.rows.keys}
    match finding.rows.of:
        case RowsOf.DEALS:
            return map(_deal_of(tx, finding.rule), tx.connection.execute(DEALS, keys).all())
        case RowsOf.CONVERSATIONS:
            return map(_conversation, tx.connection.execute(CONVERSATIONS, keys).all())
        case RowsOf.COMMITMENTS:
            return map(_commitment, tx.connection.execute(COMMITMENTS, keys).all())
        case RowsOf.RATINGS:
            return map(_rating, tx.connection.execute(RATINGS, keys).all())
        case RowsOf.GOALS:
            return map(_goal, tx.connection.execute(GOALS, keys).all())


def _deal_of(tx: Reading, rule: Rule) -> _Row:
    """How a deal is told where this rule found it: with its slips, its cycle or the reason it was lost."""
    slips = counted_slips(tx.connection.execute(MOVED_DATES).all()) if rule is Rule.SLIPPED else {}
    stages = {fold(name): name for name in tx.connection.execute(STAGES).scalars()}

    def told(row: AnyRow) -> FindingRow:
        state = _closed(row, rule, stages) if row.outcome is not Outcome.OPEN else row.stage
        weight = slips.get(row.id, 0)
        if weight:
            state = f"{row.stage}, slipped {times(weight)}"
        if rule is Rule.STALLED_DEAL and row.quiet_since is not None and row.quiet_since < tx.today:
            weight = (tx.today - row.quiet_since).days
            state = f"{row.stage}, quiet for {counted(weight, 'day')}"
        day = row.created_on if rule is Rule.FEW_NEW_DEALS else row.closed_on or row.close_on
        money = None if row.amount is None else Money(row.amount, row.currency)
        return FindingRow(RowsOf.DEALS, row.id, row.name, row.account, day, state, money, weight=weight)

    return told


def _closed(deal: AnyRow, rule: Rule, stages: dict[str, str]) -> str:
    if deal.outcome is Outcome.WON:
        has_days = deal.created_on is not None and deal.closed_on is not None and deal.created_on <= deal.closed_on
        told_days = rule in {Rule.LONG_CYCLE, Rule.ABOVE_TEAM} and has_days
        return f"Won after {counted((deal.closed_on - deal.created_on).days, 'day')}" if told_days else "Won"
    came_to = [stages[name] for name in stages_on_way(deal.way) if name in stages]
    lost = f"Lost at {came_to[-1]}" if came_to else "Lost"
    return f"{lost}, {deal.loss_reason}" if deal.loss_reason else lost


def _conversation(row: AnyRow) -> FindingRow:
    return FindingRow(RowsOf.CONVERSATIONS, row.id, shown_line(row), row.kind.label, row.held_on, "Held")


def _commitment(row: AnyRow) -> FindingRow:
    owner = "Yours" if row.owner is Side.MANAGER else "Theirs"
    return FindingRow(RowsOf.COMMITMENTS, row.id, row.text, owner, row.ended_on or row.due_on, row.status.label)


def _rating(row: AnyRow) -> FindingRow:
    return FindingRow(RowsOf.RATINGS, row.id, row.name, "Your rating", row.rated_on, "", level=row.level)


def _goal(row: AnyRow) -> FindingRow:
    return FindingRow(RowsOf.GOALS, row.id, row.title, row.skill, row.ended_on, row.status.value.capitalize())
