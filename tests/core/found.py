"""Findings as rules make them, for tests of what is done about them."""

from coachjournal.rules.signals.finding import Finding, Number, Rows, RowsOf, Rule, Subject, Unit

WON_3_OF_14 = Number(3 / 14, Unit.SHARE, 14, 3, 0.4, 6)


def found(
    rep_id: int, rule: Rule = Rule.LOW_WIN_RATE, number: Number = WON_3_OF_14, name: str = "", **about: int
) -> Finding:
    """What a rule found about a rep; `about` are the keys of a subject."""
    detail: dict[str, str | int | float] = {"against": "team"}
    return Finding(rule, Subject(rep_id, **about), number, Rows(RowsOf.DEALS, (1, 2)), name, detail)
