"""Read a column of amounts: decimal sign decided over the whole column, currency from a symbol or code beside it."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from coachjournal.rules.money import minor_digits, to_minor

POINT, COMMA = ".", ","

_SYMBOLS = {
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₴": "UAH",
    "₸": "KZT",
    "₪": "ILS",
    "₩": "KRW",
    "₫": "VND",
    "zł": "PLN",
    "kč": "CZK",
    "ft": "HUF",
    "r$": "BRL",
    "us$": "USD",
    "c$": "CAD",
    "ca$": "CAD",
    "a$": "AUD",
    "au$": "AUD",
    "nz$": "NZD",
    "s$": "SGD",
    "hk$": "HKD",
    "mx$": "MXN",
    "rs": "INR",
    "fr": "CHF",
}
# Symbols that several currencies share: the journal's own currency where it is one of them, else the first.
_SHARED = {
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "¥": ("JPY", "CNY"),
}
_AMOUNT = re.compile(
    r"(?P<sign>[-+\u2212(]*)\s*(?P<before>[^\d\s.,()+\u2212-]{0,4})\s*(?P<minus>[-\u2212]?)\s*"
    r"(?P<number>\d[\d.,'’\u00a0\u202f ]*(?:[eE][+-]?\d+)?|[.,]\d+)\s*"
    r"(?P<after>[^\d\s.,()+\u2212-]{0,4})\.?\s*(?P<end>[-\u2212)]?)"
)
# What most exports write; nearly all amounts of a large file take this short way.
_PLAIN = re.compile(r"(\d{1,13})(?:\.(\d{1,2}))?")
_CENTS = 2
_GROUPING = re.compile(r"['’\u00a0\u202f ]")
_THOUSAND = 3
_ISO_CODE = re.compile(r"[A-Z]{3}")
_CODE_LETTERS = 3
# More than the economy of the world; also keeps the sum of a hundred thousand deals within SQLite's integers.
_MOST = Decimal(10) ** 13


class Amount(NamedTuple):
    """Whole minor units; `currency` is None where the text names none."""

    minor: int
    currency: str | None


def decimals_seen(texts: Iterable[str]) -> tuple[set[str], bool]:
    """The decimal signs that some value settles, and whether any value such as 1.234 could be read both ways."""
    settled: set[str] = set()
    ambiguous = False
    for text in texts:
        if text[-3:-2] == POINT and COMMA not in text:
            settled.add(POINT)
            continue
        if POINT not in text and COMMA not in text:
            continue
        found = _AMOUNT.fullmatch(text.strip())
        sign = _decimal_sign(found["number"].strip()) if found else None
        if sign:
            settled.add(sign)
        elif sign is None and found:
            ambiguous = True
    return settled, ambiguous


def read_amount(text: str, decimal: str, default_currency: str) -> Amount | None:
    """An amount, or None where the text is none. A currency in the text wins over the default one."""
    plain = _PLAIN.fullmatch(text)
    if plain and decimal == POINT and minor_digits(default_currency) == _CENTS:
        return Amount(int(plain[1] + (plain[2] or "").ljust(_CENTS, "0")), None)
    found = _AMOUNT.fullmatch(text.strip())
    if not found:
        return None
    currency = _currency(found["before"] or found["after"], default_currency)
    if currency is None and (found["before"] or found["after"]):
        return None
    number = _number(found["number"], decimal)
    if number is None or number >= _MOST:
        return None
    minor = to_minor(number, currency or default_currency)
    negative = any(mark in found["sign"] + found["minus"] + found["end"] for mark in "-\u2212(")
    return Amount(-minor if negative else minor, currency)


def currency_code(text: str) -> str | None:
    """The ISO code of a cell that holds a code or a symbol: "eur", "€"; None where it holds neither."""
    mark = text.strip()
    return _currency(mark.upper() if len(mark) == _CODE_LETTERS and mark.isascii() else mark, "USD")


def _number(text: str, decimal: str) -> Decimal | None:
    plain = _GROUPING.sub("", text)
    thousands = COMMA if decimal == POINT else POINT
    whole, _, fraction = plain.partition(decimal)
    groups = whole.split(thousands)
    if thousands in fraction or decimal in fraction:
        return None
    if len(groups) > 1 and (len(groups[-1]) != _THOUSAND or not groups[0] or not all(groups)):
        return None
    return Decimal("".join(groups) + ("." + fraction if fraction else "") or "0")


def _currency(mark: str, default: str) -> str | None:
    if _ISO_CODE.fullmatch(mark):
        return mark
    sign = mark.casefold()
    if sign in _SHARED:
        return default if default in _SHARED[sign] else _SHARED[sign][0]
    return _SYMBOLS.get(sign)


def _decimal_sign(number: str) -> str | None:
    """The decimal sign a number settles, "" where it says nothing, None where it could be read both ways."""
    point, comma = number.rfind(POINT), number.rfind(COMMA)
    if point >= 0 and comma >= 0:
        return POINT if point > comma else COMMA
    sign, at = (POINT, point) if point >= 0 else (COMMA, comma)
    if at < 0:
        return ""
    other = COMMA if sign == POINT else POINT
    if number.count(sign) > 1:
        return other
    before, after = number[:at], number[at + 1 :]
    if len(after) != _THOUSAND or len(before) > _THOUSAND or before in {"", "0"}:
        return sign
    return None
