from decimal import Decimal

import pytest
from babel.numbers import get_currency_precision
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.money import Money, add_by_currency, minor_digits, to_minor

MINOR = st.integers(-(10**15), 10**15)
CURRENCIES = st.sampled_from(["EUR", "USD", "JPY", "KWD", "CHF", "CLF"])


@pytest.mark.parametrize("currency", ["EUR", "USD", "GBP", "CHF", "SEK", "JPY", "KRW", "KWD", "BHD"])
def test_common_currencies_have_the_decimals_that_the_world_gives_them(currency: str) -> None:
    assert minor_digits(currency) == get_currency_precision(currency)


def test_two_currencies_are_never_added_or_compared() -> None:
    euro, dollar = Money(100, "EUR"), Money(100, "USD")
    for mix in (lambda: euro + dollar, lambda: euro - dollar, lambda: euro < dollar):
        with pytest.raises(ValueError, match="EUR and USD"):
            mix()


@given(MINOR, MINOR, CURRENCIES)
def test_what_is_added_can_be_taken_away(first: int, second: int, currency: str) -> None:
    a, b = Money(first, currency), Money(second, currency)
    assert a + b - b == a
    assert a + -a == Money(0, currency)


@given(MINOR, CURRENCIES)
def test_major_units_and_back_lose_nothing(minor: int, currency: str) -> None:
    assert to_minor(Money(minor, currency).major, currency) == minor


def test_what_is_finer_than_a_cent_is_rounded_half_to_even() -> None:
    assert [to_minor(Decimal(text), "EUR") for text in ("0.005", "0.015", "0.0151")] == [0, 2, 2]
    assert to_minor(1250, "JPY") == 1250


@given(st.lists(st.tuples(CURRENCIES, st.none() | MINOR)))
def test_sums_keep_currencies_apart_and_lose_no_amount(amounts: list[tuple[str, int | None]]) -> None:
    sums = add_by_currency(amounts)
    for currency in {currency for currency, _ in amounts}:
        assert sums.get(currency, 0) == sum(minor or 0 for code, minor in amounts if code == currency)
    assert set(sums) == {currency for currency, minor in amounts if minor is not None}
