"""Which deals a brief lists: those with the most reasons for a word, each with its reasons."""

from dataclasses import dataclass
from datetime import date, timedelta

from coachjournal.rules.brief import MOST_DEALS, Why, worth_a_word

TODAY = date(2026, 11, 23)
SOON, NEXT_YEAR = TODAY + timedelta(days=5), date(2027, 3, 1)


@dataclass(frozen=True)
class ADeal:
    """One that nothing is to be said about, unless told otherwise."""

    deal_id: int = 1
    amount: int | None = None
    currency: str = "EUR"
    close_on: date | None = NEXT_YEAR
    next_step: str = "Send the paper"
    next_step_on: date | None = SOON
    stalled: bool = False
    slips: int = 0


def why(deal: ADeal, *, talked: bool = False) -> tuple[Why, ...]:
    listed = worth_a_word([deal], today=TODAY, talked={deal.deal_id} if talked else set())
    return listed[0][1] if listed else ()


def test_a_deal_about_which_nothing_is_to_be_said_is_not_listed() -> None:
    assert why(ADeal()) == ()


def test_each_reason_is_told_by_itself() -> None:
    assert why(ADeal(slips=1)) == (Why.SLIPPED,)
    assert why(ADeal(stalled=True)) == (Why.STALLED,)
    assert why(ADeal(close_on=TODAY - timedelta(days=1))) == (Why.PAST_ITS_DAY,)
    assert why(ADeal(next_step_on=TODAY - timedelta(days=1))) == (Why.STEP_LATE,)
    assert why(ADeal(next_step="", next_step_on=None)) == (Why.NO_STEP,)
    assert why(ADeal(), talked=True) == (Why.TALKED_ABOUT,)


def test_due_this_month_is_from_today_to_the_last_day_of_the_month() -> None:
    assert why(ADeal(close_on=TODAY)) == why(ADeal(close_on=date(2026, 11, 30))) == (Why.DUE_THIS_MONTH,)
    assert why(ADeal(close_on=date(2026, 12, 1))) == why(ADeal(close_on=None)) == ()


def test_a_step_on_its_day_is_not_late() -> None:
    assert why(ADeal(next_step_on=TODAY)) == why(ADeal(next_step="", next_step_on=TODAY)) == ()


def test_the_largest_is_told_among_those_of_one_currency() -> None:
    deals = [ADeal(1, 900_00), ADeal(2, 800_00), ADeal(3, 5_000_00, "JPY"), ADeal(4)]
    assert worth_a_word(deals, today=TODAY, talked=()) == ((deals[0], (Why.LARGEST,)),)


def test_one_deal_alone_is_no_largest() -> None:
    assert worth_a_word([ADeal(1, 900_00), ADeal(2)], today=TODAY, talked=()) == ()


def test_at_most_five_with_the_most_and_then_the_weightiest_reasons_first() -> None:
    deals = [ADeal(key, stalled=True) for key in range(1, 9)]
    deals += [ADeal(9, slips=1), ADeal(10, stalled=True, next_step="", next_step_on=None)]
    listed = [deal.deal_id for deal, _ in worth_a_word(deals, today=TODAY, talked=())]
    assert listed == [10, 9, 1, 2, 3]
    assert len(listed) == MOST_DEALS
