"""The table of deals, its totals and a deal's history, in words."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from coachjournal.queries.deals_page import DealLine, DealStep
from coachjournal.rules.deal import DealField, Outcome, amount_of_record, step_of_record
from coachjournal.rules.money import Money, add_by_currency
from ui.locale import Locale
from ui.widgets.marks import Tone
from ui.widgets.rows_model import Column

_STAGE_TONES = {Outcome.WON: Tone.PEOPLE, Outcome.LOST: Tone.PLAIN, Outcome.OPEN: None}
_TIMES = {1: "slipped", 2: "slipped twice"}


def deal_columns(locale: Locale) -> tuple[Column[DealLine], ...]:
    return (
        Column(title="Deal", text=lambda deal: deal.name, bold=True, width=20, least=16),
        Column(title="Account", text=lambda deal: deal.account, width=13, gives_way=3),
        Column(title="Rep", text=lambda deal: deal.rep, width=12, gives_way=5),
        Column(title="Amount", text=lambda deal: money_words(deal, locale), sort_by=_amount, right=True, width=8),
        Column(
            title="Stage",
            text=lambda deal: deal.stage,
            sort_by=lambda deal: deal.stage_position,
            tone=lambda deal: _STAGE_TONES[deal.outcome],
            width=11,
            gives_way=4,
        ),
        Column(
            title="Closes",
            text=lambda deal: closing_words(deal, locale),
            sort_by=lambda deal: deal.ends_on,
            tone=lambda deal: Tone.AMBER if is_late(deal, locale.clock.today()) else None,
            width=11,
        ),
        Column(
            title="Last change",
            text=lambda deal: locale.near_day(deal.changed_on) if deal.changed_on else "",
            sort_by=lambda deal: deal.changed_on,
            muted=True,
            width=10,
            gives_way=1,
        ),
        Column(
            title="Look at",
            text=marks,
            sort_by=lambda deal: (-deal.stalled - deal.slips, marks(deal)) if marks(deal) else None,
            tone=lambda _deal: Tone.AMBER,
            width=13,
        ),
        Column(
            title="Next step",
            text=lambda deal: next_step_words(deal, locale),
            sort_by=lambda deal: (deal.next_step_on or date.max, deal.next_step) if deal.next_step else None,
            width=16,
            gives_way=2,
        ),
    )


def marks(deal: DealLine) -> str:
    """What is odd about an open deal: "stalled", "slipped twice"; "" when nothing is."""
    slipped = _TIMES.get(deal.slips, f"slipped {deal.slips} times") if deal.slips else ""
    return ", ".join(filter(None, ("stalled" if deal.stalled else "", slipped)))


def is_late(deal: DealLine, today: date) -> bool:
    """Whether an open deal should have closed by now."""
    return deal.outcome is Outcome.OPEN and deal.close_on is not None and deal.close_on < today


def money_words(deal: DealLine, locale: Locale) -> str:
    return locale.short_money(deal.money) if deal.money else ""


def closing_words(deal: DealLine, locale: Locale) -> str:
    """When an open deal should close ("Wed", "4 Dec", "3 days late"), when another did ("11 days ago")."""
    if deal.ends_on is None:
        return ""
    return locale.due(deal.ends_on) if deal.outcome is Outcome.OPEN else locale.near_day(deal.ends_on)


def next_step_words(deal: DealLine, locale: Locale) -> str:
    """What comes next and when: "4 Dec: send the proposal"."""
    if not deal.next_step or deal.next_step_on is None:
        return deal.next_step
    return f"{locale.due(deal.next_step_on)}: {deal.next_step}"


def totals_words(deals: Iterable[DealLine], locale: Locale) -> str:
    """Counts and sums, each currency apart: "34 open, €1.2M and $40k; 12 with no amount"."""
    deals = tuple(deals)
    counts = Counter(deal.outcome for deal in deals)
    parts = [_sum_words(outcome, deals, locale) for outcome in Outcome if counts[outcome]]
    unknown = sum(deal.amount is None for deal in deals)
    if unknown:
        parts.append(f"{locale.number(unknown)} with no amount")
    return "; ".join(parts)


def step_words(step: DealStep, currency: str, locale: Locale) -> str:
    """A change of a deal: "Propose → Negotiate", "close date 1 Dec → 15 Jan, slipped"."""
    name = _NAMES[step.field]
    old, new = (_value(step.field, text, currency, locale) for text in (step.old, step.new))
    if not old:
        words = f"{name}set to {new}"
    elif not new:
        words = f"{name}{old} taken away"
    else:
        words = f"{name}{old} → {new}"
    return f"{words}, slipped" if step.slip else words


_NAMES = {
    DealField.STAGE: "",
    DealField.AMOUNT: "amount ",
    DealField.CLOSE_ON: "close date ",
    DealField.OWNER: "rep ",
    DealField.NEXT_STEP: "next step ",
}


def _value(field: DealField, text: str, currency: str, locale: Locale) -> str:
    if not text:
        return ""
    if field is DealField.AMOUNT:
        return locale.money(amount_of_record(text, currency))
    if field is DealField.CLOSE_ON:
        return locale.day(date.fromisoformat(text))
    return recorded_step_words(text, locale) if field is DealField.NEXT_STEP else text


def recorded_step_words(text: str, locale: Locale) -> str:
    """A next step of the past: "“Send the paper”, 27 Nov"."""
    words, on = step_of_record(text)
    return ", ".join(part for part in (words and f"“{words}”", locale.day(on) if on else "") if part)


def _sum_words(outcome: Outcome, deals: Iterable[DealLine], locale: Locale) -> str:
    of_outcome = [deal for deal in deals if deal.outcome is outcome]
    sums = add_by_currency((deal.currency, deal.amount) for deal in of_outcome)
    largest_first = sorted(sums.items(), key=lambda entry: -entry[1])
    money = [locale.short_money(Money(minor, currency)) for currency, minor in largest_first]
    counted = f"{locale.number(len(of_outcome))} {outcome.value}"
    return f"{counted}, {' and '.join(money)}" if money else counted


def _amount(deal: DealLine) -> tuple[str, int] | None:
    return None if deal.amount is None else (deal.currency, deal.amount)
