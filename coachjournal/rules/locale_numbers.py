"""Numbers, shares and money as they are written and read where the user lives."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from unicodedata import category

from babel import Locale
from babel.numbers import NumberFormatError, format_decimal, get_currency_symbol, parse_decimal, parse_pattern

from coachjournal.errors import Rejected
from coachjournal.rules.money import Money, minor_digits, to_minor

DEFAULT_LOCALE = "en_GB"
"""For whoever has no user to ask: tests, and the command line without a locale."""

_SHORT_FROM = 10_000
_MILLION = 1_000_000
_ROUNDS_TO_A_MILLION = 999_500
_NO_BREAK_SPACE = "\u00a0"
_FLOAT_NOISE = 1e-9

_LARGEST_AMOUNT = 10**14
"""In whole units: beyond every deal, and its minor units still fit the 64 bits of a stored integer."""

_TIMES = {"": 1, "k": 1_000, "m": _MILLION}
_TYPED_AMOUNT = re.compile(r"([-+]?[\d.,]+)([km]?)", re.IGNORECASE)
_NUMBER_IN_PATTERN = re.compile(r"([#0,]+)(\.[#0]+)?")


@lru_cache(maxsize=4096, typed=True)  # babel takes 0.1 ms, and a chart asks for the same few numbers at every draw
def format_number(value: float, locale: str = DEFAULT_LOCALE, *, decimals: int | None = None) -> str:
    """A plain number: up to two decimals ("6", "2.5"), or always so many as asked for ("4.0")."""
    shown = "##" if decimals is None else "0" * decimals
    pattern = _with_decimals(Locale.parse(locale).decimal_formats[None].pattern, shown)
    return format_decimal(_rounded(value, len(shown)), format=pattern, locale=locale)


def format_share(share: float, locale: str = DEFAULT_LOCALE) -> str:
    """A share (0 to 1) in whole per cent: "27%", or "27 %" where that is the custom."""
    return _with_percent_sign(_rounded(share, 2), 0, locale)


def format_percent(value: float, locale: str = DEFAULT_LOCALE) -> str:
    """A percentage (0 to 100): what was set with one decimal keeps it ("32.5%"), finer values are rounded whole."""
    as_set = _rounded(value, 1)
    exact = abs(float(as_set) - value) < _FLOAT_NOISE and as_set != as_set.to_integral_value()
    shown = as_set if exact else _rounded(value, 0)
    return _with_percent_sign(shown / 100, 1 if exact else 0, locale)


def format_money(money: Money, locale: str = DEFAULT_LOCALE) -> str:
    """The full amount: "€1,250.50" or "1.250,50 €"; without decimals when they are all nought: "€1,250"."""
    whole = money.major == money.major.to_integral_value()
    return _with_symbol(money.major, money.currency, locale, decimals=0 if whole else minor_digits(money.currency))


def compact_money(money: Money, locale: str = DEFAULT_LOCALE) -> str:
    """A short amount for lists and labels: "€950", "€120k", "€1.25M"; "120 k€" where the symbol stands behind."""
    size = abs(money.major)
    if size < _SHORT_FROM:
        return _with_symbol(money.major, money.currency, locale)
    if size < _ROUNDS_TO_A_MILLION:
        return _with_symbol(money.major / 1_000, money.currency, locale, times="k")
    return _with_symbol(money.major / _MILLION, money.currency, locale, decimals=2, times="M")


def parse_money(text: str, currency: str, locale: str = DEFAULT_LOCALE) -> Money:
    """An amount as somebody types it: "120000", "1,200.50", "120k", "1.2m", "120 k€". Raises Rejected."""
    typed = _TYPED_AMOUNT.fullmatch(_without_symbol(text, currency, locale))
    if typed is None:
        raise Rejected("Write the amount as a number, such as 120000 or 120k.", field="amount")
    number, times = typed.groups()
    try:
        major = parse_decimal(number, locale=locale, strict=True) * _TIMES[times.lower()]
    except NumberFormatError as error:
        raise Rejected(f"“{number}” can be read in two ways. Write it without separators.", field="amount") from error
    if abs(major) > _LARGEST_AMOUNT:
        raise Rejected("This amount is larger than any deal.", field="amount")
    return Money(to_minor(major, currency), currency)


def parse_number(text: str, locale: str = DEFAULT_LOCALE) -> Decimal:
    """A number as somebody types it: "4", "2.5", "1,200". Raises Rejected."""
    try:
        return parse_decimal(text, locale=locale, strict=True)
    except NumberFormatError as error:
        raise Rejected("Write a number, such as 4 or 2.5.") from error


def _without_symbol(text: str, currency: str, locale: str) -> str:
    """The text without the sign or code of this currency (another one stays and is refused), spaces and apostrophes."""
    symbol = get_currency_symbol(currency, locale)
    signs = [currency, symbol] + ([symbol[-1]] if category(symbol[-1]) == "Sc" else [])
    for sign in signs:
        text = text.replace(sign, "")
    return re.sub(r"[\s'’]", "", text)


def _with_percent_sign(share: Decimal, decimals: int, locale: str) -> str:
    pattern = Locale.parse(locale).percent_formats[None].pattern
    return str(parse_pattern(_with_decimals(pattern, "0" * decimals)).apply(share, locale))


def _with_symbol(value: Decimal, currency: str, locale: str, *, decimals: int = 0, times: str = "") -> str:
    return _rounded_with_symbol(_rounded(value, decimals), currency, locale, decimals, times)


@lru_cache(maxsize=4096)  # as above: a thousand deals to pick from have some hundred amounts, once these are rounded
def _rounded_with_symbol(rounded: Decimal, currency: str, locale: str, decimals: int, times: str) -> str:
    pattern = Locale.parse(locale).currency_formats["standard"].pattern
    pattern = _with_decimals(pattern, ("#" if times else "0") * decimals)
    pattern = _spaced(pattern, get_currency_symbol(currency, locale), times)
    return str(parse_pattern(pattern).apply(rounded, locale, currency=currency, currency_digits=False))


def _with_decimals(pattern: str, decimals: str) -> str:
    """The locale's pattern with its own grouping of digits and so many decimals ("0" always shown, "#" if needed)."""
    return _NUMBER_IN_PATTERN.sub(lambda number: ".".join(filter(None, (number[1], decimals))), pattern)


def _spaced(pattern: str, symbol: str, times: str) -> str:
    """The pattern with "k" or "M" at the digits, and a space between these and a symbol of letters ("CHF")."""
    shown = f"'{times}'" if times else ""
    if pattern.endswith("¤"):
        apart = _NO_BREAK_SPACE if symbol[0].isalpha() and times else ""
        return re.sub(r"\s*¤", f"{_NO_BREAK_SPACE}{shown}{apart}¤", pattern)
    if symbol[-1].isalpha():
        pattern = re.sub(r"¤(?=[#0])", f"¤{_NO_BREAK_SPACE}", pattern)
    return _NUMBER_IN_PATTERN.sub(lambda number: number[0] + shown, pattern)


def _rounded(value: float | Decimal, decimals: int) -> Decimal:
    """Half up, as people round, and from the decimal digits of a float, not from its binary tail."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
