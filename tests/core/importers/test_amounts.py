import pytest
from hypothesis import given
from hypothesis import strategies as some

from coachjournal.importers.amounts import COMMA, POINT, Amount, currency_code, decimals_seen, read_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1054", Amount(105400, None)),
        ("210833.37", Amount(21083337, None)),
        ("101266.4", Amount(10126640, None)),
        ("350000.0", Amount(35000000, None)),
        ("179500.00000000", Amount(17950000, None)),
        ("$200,000 ", Amount(20000000, "USD")),
        ("€ 1,200.50", Amount(120050, "EUR")),
        ("USD 1,234.5", Amount(123450, "USD")),
        ("1,234.50 CHF", Amount(123450, "CHF")),
        ("1'234.50", Amount(123450, None)),
        ("1 234.50", Amount(123450, None)),
        ("12,34,567", Amount(123456700, None)),
        ("(500)", Amount(-50000, None)),
        ("-500", Amount(-50000, None)),
        ("−500", Amount(-50000, None)),
        ("500-", Amount(-50000, None)),
        ("-$500.25", Amount(-50025, "USD")),
        ("¥5000", Amount(5000, "JPY")),
        (".5", Amount(50, None)),
        ("1E+05", Amount(10000000, None)),
        ("0.125", Amount(12, None)),
    ],
)
def test_amounts_with_a_decimal_point(text: str, amount: Amount) -> None:
    assert read_amount(text, POINT, "EUR") == amount


@pytest.mark.parametrize(
    ("text", "minor"),
    [("1.234,56", 123456), ("1.234", 123400), ("12,5", 1250), ("1.234.567", 123456700), ("500", 50000)],
)
def test_amounts_with_a_decimal_comma(text: str, minor: int) -> None:
    assert read_amount(text, COMMA, "EUR") == Amount(minor, None)


@pytest.mark.parametrize(
    "text", ["0-500", "abc", "3956.65x", "1,23,4", "1.2.3", "12%", "", "1,,000", "99999999999999", "€"]
)
def test_what_is_no_amount_is_none(text: str) -> None:
    assert read_amount(text, POINT, "EUR") is None


def test_a_shared_symbol_means_the_journals_own_currency() -> None:
    assert read_amount("$5", POINT, "CAD") == Amount(500, "CAD")
    assert read_amount("$5", POINT, "EUR") == Amount(500, "USD")
    assert read_amount("5 kr", POINT, "NOK") == Amount(500, "NOK")


def test_minor_units_follow_the_currency() -> None:
    assert read_amount("1200", POINT, "JPY") == Amount(1200, None)
    assert read_amount("1.5", POINT, "KWD") == Amount(1500, None)


@pytest.mark.parametrize(
    ("texts", "settled", "ambiguous"),
    [
        (["1,234.56", "1.234"], {POINT}, True),
        (["1.234,56"], {COMMA}, False),
        (["1.234"], set(), True),
        (["1,234", "500"], set(), True),
        (["1.234.567"], {COMMA}, False),
        (["12,5"], {COMMA}, False),
        (["0.125", "12345.678"], {POINT}, False),
        (["500", "abc", ""], set(), False),
        (["1.5", "1,5"], {POINT, COMMA}, False),
    ],
)
def test_the_decimal_sign_is_decided_over_the_column(texts: list[str], settled: set[str], *, ambiguous: bool) -> None:
    assert decimals_seen(texts) == (settled, ambiguous)


def test_a_currency_is_a_code_or_a_symbol() -> None:
    assert [currency_code(text) for text in ("eur", " USD ", "€", "zł", "euro?")] == ["EUR", "USD", "EUR", "PLN", None]


@given(some.integers(0, 10**11), some.sampled_from(["{:,.2f}", "{:.2f}"]))
def test_every_amount_survives_being_written(minor: int, form: str) -> None:
    assert read_amount(form.format(minor / 100), POINT, "EUR") == Amount(minor, None)


@given(some.text(), some.sampled_from([POINT, COMMA]))
def test_no_text_upsets_the_reader(text: str, decimal: str) -> None:
    read_amount(text, decimal, "EUR")
    decimals_seen([text])
