"""The columns of the lists on the rep page."""

from collections.abc import Callable, Sequence
from datetime import date

from coachjournal.queries.milestones import Step
from coachjournal.queries.rep_deals import DealRow
from coachjournal.queries.rep_page import ConversationRow, GoalRow, RepCommitment
from coachjournal.rules.commitment import CommitmentStatus, DueStanding, due_standing
from coachjournal.rules.conversation import Side
from coachjournal.rules.deal import Outcome
from coachjournal.rules.words import length_of_talk
from ui.locale import Locale
from ui.screens.rep_words import TONES, goal_value, last_check_in
from ui.screens.step_words import next_step_words
from ui.widgets.marks import Tone
from ui.widgets.rows_model import Column

_OUTCOMES = {Outcome.WON: Tone.PEOPLE, Outcome.LOST: Tone.PLAIN, Outcome.OPEN: None}
_ENDS = {CommitmentStatus.KEPT: Tone.PEOPLE, CommitmentStatus.NOT_KEPT: Tone.RED}
_DUE = {DueStanding.LATE: Tone.RED, DueStanding.TODAY: Tone.AMBER}


def goal_columns(locale: Locale, steps: Callable[[GoalRow], Sequence[Step]]) -> tuple[Column[GoalRow], ...]:
    return (
        Column(title="Goal", text=lambda goal: goal.title, bold=True, width=28, least=20),
        Column(title="Skill", text=lambda goal: goal.skill, width=18, gives_way=1),
        Column(title="From", text=lambda goal: goal_value(goal, goal.baseline, locale), width=7, gives_way=3),
        Column(title="Now", text=lambda goal: goal_value(goal, goal.now, locale), width=7),
        Column(title="Target", text=lambda goal: goal_value(goal, goal.target, locale), width=7, gives_way=5),
        Column(
            title="Due",
            text=lambda goal: locale.day(goal.due_on),
            sort_by=lambda goal: goal.due_on,
            width=11,
            gives_way=4,
        ),
        Column(
            title="Last check-in",
            text=lambda goal: last_check_in(goal, locale),
            sort_by=lambda goal: goal.last_on,
            width=18,
            gives_way=2,
        ),
        Column(
            title="Next step",
            text=lambda goal: next_step_words(steps(goal), locale),
            width=24,
            gives_way=3,
            comes_and_goes=True,
        ),
        Column(
            title="Standing",
            text=lambda goal: goal.standing.value,
            tone=lambda goal: TONES.get(goal.standing, Tone.PLAIN),
            width=14,
        ),
    )


def conversation_columns(locale: Locale) -> tuple[Column[ConversationRow], ...]:
    return (
        Column(title="Day", text=lambda talk: locale.day(talk.on), sort_by=lambda talk: talk.on, width=13),
        Column(title="Kind", text=lambda talk: talk.kind.label, width=18),
        Column(
            title="Length",
            text=lambda talk: length_of_talk(talk.minutes),
            sort_by=lambda talk: talk.minutes,
            width=11,
            gives_way=1,
        ),
        Column(title="What it was about", text=_about, width=30),
    )


def deal_columns(locale: Locale) -> tuple[Column[DealRow], ...]:
    return (
        Column(title="Deal", text=lambda deal: deal.name, bold=True, width=27, least=20),
        Column(title="Account", text=lambda deal: deal.account, width=18, gives_way=3),
        Column(title="Stage", text=lambda deal: deal.stage, tone=lambda deal: _OUTCOMES[deal.outcome], width=14),
        Column(
            title="Amount",
            text=lambda deal: locale.short_money(deal.amount) if deal.amount else "",
            sort_by=lambda deal: (deal.amount.currency, deal.amount.minor) if deal.amount else None,
            right=True,
            width=9,
        ),
        Column(
            title="Created", text=lambda deal: _day(deal.created_on, locale), sort_by=_created, width=10, gives_way=1
        ),
        Column(title="Closes", text=lambda deal: _day(_ends(deal), locale), sort_by=_ends, width=10, gives_way=4),
        Column(title="Next step", text=lambda deal: deal.next_step, width=14, gives_way=2),
    )


def commitment_columns(rep: Callable[[], str], locale: Locale) -> tuple[Column[RepCommitment], ...]:
    return (
        Column(title="Commitment", text=lambda row: row.text, bold=True, width=44, least=16),
        Column(title="Whose", text=lambda row: rep() if row.owner is Side.REP else "You", width=9, gives_way=3),
        Column(
            title="Made",
            text=lambda row: locale.day(row.made_on),
            sort_by=lambda row: row.made_on,
            width=10,
            gives_way=2,
        ),
        Column(
            title="Due",
            text=lambda row: _day(row.due_on, locale),
            sort_by=lambda row: row.due_on,
            width=10,
            gives_way=4,
        ),
        Column(
            title="Standing",
            text=lambda row: _commitment_standing(row, locale),
            tone=lambda row: _commitment_tone(row, locale),
            width=13,
        ),
        Column(
            title="Since",
            text=lambda row: _day(row.ended_on, locale),
            sort_by=lambda row: row.ended_on,
            width=13,
            gives_way=1,
        ),
    )


def _about(talk: ConversationRow) -> str:
    return f"{talk.first_line} (private)".lstrip() if talk.private else talk.first_line


def _day(day: date | None, locale: Locale) -> str:
    return "" if day is None else locale.day(day)


def _created(deal: DealRow) -> date | None:
    return deal.created_on


def _ends(deal: DealRow) -> date | None:
    return deal.close_on if deal.outcome is Outcome.OPEN else deal.closed_on


def _commitment_standing(row: RepCommitment, locale: Locale) -> str:
    if row.status is not CommitmentStatus.OPEN:
        return row.status.label.lower()
    return "open" if row.due_on is None else locale.due(row.due_on)


def _commitment_tone(row: RepCommitment, locale: Locale) -> Tone:
    if row.status is not CommitmentStatus.OPEN or row.due_on is None:
        return _ENDS.get(row.status, Tone.PLAIN)
    return _DUE.get(due_standing(row.due_on, locale.clock.today()), Tone.PLAIN)
