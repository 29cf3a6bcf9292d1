"""The pipeline: does it cover the quota, and do enough new deals come up?"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coachjournal.rules.figures import NoCoverage, coverage
from coachjournal.rules.goal_from_deals import NEW_DEALS_DAYS
from coachjournal.rules.period import Period, last_days
from coachjournal.rules.signals.finding import Finding, Number, Rows, RowsOf, Rule, Subject, Unit
from coachjournal.rules.signals.limits import Limit
from coachjournal.rules.signals.records import OpenDeal, QuotaOf, RepRecords
from coachjournal.rules.signals.yardstick import Yardstick, above


class Cover(NamedTuple):
    """What is open against what is left to win; `deals` are those due in the quota's period."""

    times: float
    deals: tuple[OpenDeal, ...]
    open_minor: int
    left_minor: int
    currency: str
    period: Period


def thin_pipeline(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """The open amount due in the quota's period is less than 3 x what is left of it; once it is reached, nothing."""
    worst = worst_cover(rep)
    least = by.limits.number(Limit.COVER)
    if worst is None or not above(least, worst.times):
        return
    yield Finding(
        Rule.THIN_PIPELINE,
        Subject(rep.rep_id),
        Number(worst.times, Unit.RATIO, len(worst.deals), against=least, currency=worst.currency),
        Rows(RowsOf.DEALS, tuple(deal.deal_id for deal in worst.deals)),
        detail={"open": worst.open_minor, "left": worst.left_minor, "until": worst.period.last_day.isoformat()},
    )


def few_new_deals(rep: RepRecords, by: Yardstick) -> Iterator[Finding]:
    """Fewer than half as many deals came up in 30 days as in 30 days of the six months before."""
    months = by.limits.count(Limit.NEW_DEALS_MONTHS)
    now, before, had_any = rep.created
    if had_any and above(by.limits.share(Limit.NEW_DEALS) * before / months, len(now)):
        yield Finding(
            Rule.FEW_NEW_DEALS,
            Subject(rep.rep_id),
            Number(len(now), Unit.COUNT, len(now), against=before / months, against_n=before),
            Rows(RowsOf.DEALS, now),
            detail={"days": NEW_DEALS_DAYS, "months": months},
        )


def new_deal_periods(today: date, months: int) -> tuple[Period, Period]:
    """The last 30 days, and as many times 30 days before them as there are months."""
    recent = last_days(today, NEW_DEALS_DAYS)
    return recent, Period(last_days(today, NEW_DEALS_DAYS * (months + 1)).start, recent.start)


def worst_cover(rep: RepRecords) -> Cover | None:
    """Of the quotas that are not reached, the one that is covered least; several only in several currencies."""
    covers = [cover for quota in rep.quotas if (cover := _cover(rep, quota))]
    return min(covers, key=lambda cover: cover.times, default=None)


def _cover(rep: RepRecords, quota: QuotaOf) -> Cover | None:
    due = tuple(deal for deal in rep.open if deal.close_on and deal.close_on in quota.period and _counts(deal, quota))
    open_minor, left = sum(deal.amount or 0 for deal in due), quota.quota.minor - quota.won_minor
    code = quota.quota.currency
    times = coverage({code: open_minor}, {code: quota.won_minor}, quota.quota)
    return None if isinstance(times, NoCoverage) else Cover(times, due, open_minor, left, code, quota.period)


def _counts(deal: OpenDeal, quota: QuotaOf) -> bool:
    return deal.currency == quota.quota.currency and deal.amount is not None
