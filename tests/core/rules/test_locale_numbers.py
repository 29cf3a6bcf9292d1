import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.errors import Rejected
from coachjournal.rules.locale_numbers import (
    compact_money,
    format_money,
    format_number,
    format_percent,
    format_share,
    parse_money,
)
from coachjournal.rules.money import Money

LOCALES = st.sampled_from(["en_GB", "en_US", "de_DE", "de_CH", "fr_FR", "sv_SE", "hi_IN", "pt_BR"])


def plain(text: str) -> str:
    """The text with ordinary spaces, for reading."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("minor", "english", "german"),
    [
        (95_000, "€950", "950 €"),
        (999_999, "€10,000", "10.000 €"),
        (1_000_000, "€10k", "10 k€"),
        (12_000_000, "€120k", "120 k€"),
        (99_949_999, "€999k", "999 k€"),
        (99_950_000, "€1M", "1 M€"),
        (125_000_000, "€1.25M", "1,25 M€"),
        (-12_000_000, "-€120k", "-120 k€"),
    ],
)
def test_short_amounts_stand_as_the_locale_has_them(minor: int, english: str, german: str) -> None:
    money = Money(minor, "EUR")
    assert (plain(compact_money(money, "en_GB")), plain(compact_money(money, "de_DE"))) == (english, german)


def test_a_currency_without_a_sign_keeps_its_distance() -> None:
    money = Money(12_000_000, "CHF")
    assert plain(compact_money(money, "en_GB")) == "CHF 120k"
    assert plain(compact_money(money, "de_DE")) == "120 k CHF"


def test_full_amounts_show_decimals_only_where_there_are_some() -> None:
    assert format_money(Money(125_050, "EUR"), "en_GB") == "€1,250.50"
    assert format_money(Money(125_000, "EUR"), "en_GB") == "€1,250"
    assert plain(format_money(Money(125_050, "EUR"), "de_DE")) == "1.250,50 €"


def test_a_percentage_keeps_the_decimal_it_was_set_with_and_no_finer_one() -> None:
    assert [format_percent(value) for value in (27.0, 32.5, 26.666667, 0.0, 100.0)] == [
        *("27%", "32.5%", "27%", "0%", "100%")
    ]
    assert plain(format_percent(32.5, "de_DE")) == "32,5 %"
    assert format_share(8 / 30) == "27%"


def test_numbers_show_what_they_need() -> None:
    assert [format_number(value) for value in (6, 2.5, 1234.567)] == ["6", "2.5", "1,234.57"]
    assert format_number(4, decimals=1) == "4.0"
    assert format_number(1e15) == "1,000,000,000,000,000"
    assert format_number(1234567, "hi_IN") == "12,34,567"


@pytest.mark.parametrize(
    ("text", "locale", "minor"),
    [
        ("120000", "en_GB", 12_000_000),
        ("1,200.50", "en_GB", 120_050),
        ("120k", "en_GB", 12_000_000),
        ("€1.2M", "en_GB", 120_000_000),
        ("120 k€", "de_DE", 12_000_000),
        ("1 200,50 EUR", "fr_FR", 120_050),
        ("1'200.50", "de_CH", 120_050),
        ("-5", "en_GB", -500),
    ],
)
def test_amounts_are_read_as_people_type_them(text: str, locale: str, minor: int) -> None:
    assert parse_money(text, "EUR", locale) == Money(minor, "EUR")


@pytest.mark.parametrize("text", ["", " ", ".", "+", "abc", "£12", "1e5", "1.2.3", "9" * 40, "--1"])
def test_what_is_no_amount_is_refused_at_its_field(text: str) -> None:
    with pytest.raises(Rejected) as refusal:
        parse_money(text, "EUR")
    assert refusal.value.field == "amount"


@pytest.mark.parametrize("text", ["1.2", "1.20", "12,00,0"])
def test_an_amount_that_can_be_read_in_two_ways_is_not_guessed(text: str) -> None:
    with pytest.raises(Rejected, match="two ways"):
        parse_money(text, "EUR", "de_DE")


@given(st.integers(-(10**14), 10**14), st.sampled_from(["EUR", "USD", "JPY", "KWD", "CHF"]), LOCALES)
def test_an_amount_as_written_is_read_back_the_same(minor: int, currency: str, locale: str) -> None:
    money = Money(minor, currency)
    assert parse_money(format_money(money, locale), currency, locale) == money
