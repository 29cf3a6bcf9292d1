"""What a rule found, as it is kept: plain values in JSON, and back."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any, NamedTuple

from coachjournal.rules.signals.finding import Finding, Number, Rows, RowsOf, Rule, Subject, Unit


class Evidence(NamedTuple):
    """A finding and the day it was found on. The keys of its rows are not kept: they are looked up when asked for."""

    on: date
    finding: Finding


def kept_evidence(finding: Finding, on: date) -> str:
    """What was found on a day. The rule and the subject have columns of their own."""
    kept = {
        "on": on.isoformat(),
        "number": _plain(finding.number),
        "name": finding.name,
        "detail": finding.detail,
        "rows_of": finding.rows.of,
    }
    return _json(kept)


def evidence_of(kept: str, rule: Rule, subject: Subject) -> Evidence:
    """The opposite of `kept_evidence`."""
    read = json.loads(kept)
    rows = Rows(RowsOf(read["rows_of"]))
    finding = Finding(rule, subject, _number(read["number"]), rows, read["name"], read["detail"])
    return Evidence(date.fromisoformat(read["on"]), finding)


def kept_number(number: Number | None) -> str:
    """A number then or now; {} where there was none."""
    return _json({} if number is None else _plain(number))


def number_of(kept: str) -> Number | None:
    """The opposite of `kept_number`."""
    read = json.loads(kept)
    return _number(read) if read else None


def _plain(number: Number) -> dict[str, Any]:
    return {name: value for name, value in asdict(number).items() if value not in (None, "")}


def _number(read: dict[str, Any]) -> Number:
    return Number(**{**read, "unit": Unit(read["unit"])})


def _json(kept: dict[str, Any]) -> str:
    return json.dumps(kept, ensure_ascii=False, allow_nan=False)
