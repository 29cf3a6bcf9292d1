"""Before and after: only what was counted since, told with its days and samples, and no word of a cause."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.documents.localised import Localised
from coachjournal.rules.conversation import Side
from coachjournal.rules.effect import Effect
from coachjournal.rules.money import Money
from coachjournal.rules.period import quarter_of
from coachjournal.rules.signals.effect_words import effect_words, number_words
from coachjournal.rules.signals.finding import Number, Rule, Subject, Unit
from coachjournal.rules.signals.limits import SHIPPED
from coachjournal.rules.signals.records import (
    AtStage,
    NewDeals,
    OpenCommitment,
    OpenDeal,
    QuotaOf,
    Rated,
    RepRecords,
    SettledCommitment,
)
from coachjournal.rules.signals.since import LEAST_DAYS, ClosedSince, Since, least_of, measured_since
from tests.core.found import WON_3_OF_14, found

HELD, TODAY = date(2026, 11, 12), date(2026, 12, 20)
DECIDED = date(2026, 11, 9)
SPEAKER = Localised(Locale("en", "GB"))
CAUSE = ("because", "thanks", "due to", "caused", "led to", "effect", "worked", "improved", "helped", "so that")


def closed(key: int, *, won: bool, reason: str = "", days: int = 30, amount: int = 1000) -> ClosedSince:
    on = HELD + timedelta(days=key)
    return ClosedSince(key, won, on, on - timedelta(days=days), amount, "EUR", reason)


def measured(
    rule: Rule, rep: RepRecords | None = None, deals: list[ClosedSince] | None = None, **about: int
) -> Number | None:
    number = Number(500, Unit.MONEY, 9, currency="EUR") if rule is Rule.SHRINKING else WON_3_OF_14
    finding = replace(found(1, rule, number), subject=Subject(1, **about))
    return number_of(Since(rep or RepRecords(1), finding, HELD, TODAY, deals or ()))


def number_of(since: Since) -> Number | None:
    counted = measured_since(since)
    return counted.number if counted else None


DEALS = [
    closed(1, won=True, days=20),
    closed(2, won=True, days=60, amount=3000),
    closed(3, won=False, reason="No decision"),
    closed(4, won=False, reason="Price"),
]


@pytest.mark.parametrize(
    ("rule", "number"),
    [
        (Rule.LOW_WIN_RATE, Number(0.5, Unit.SHARE, 4, 2)),
        (Rule.NO_DECISION, Number(0.5, Unit.SHARE, 2, 1)),
        (Rule.LONG_CYCLE, Number(40, Unit.DAYS, 2)),
        (Rule.SHRINKING, Number(2000, Unit.MONEY, 2, currency="EUR")),
    ],
)
def test_rates_and_medians_are_of_what_closed_since(rule: Rule, number: Number) -> None:
    assert measured(rule, deals=DEALS) == number
    assert measured(rule) is None


def test_a_stage_counts_the_deals_that_closed_since() -> None:
    rep = RepRecords(1, stages={7: AtStage((1, 99), (3, 98))})
    assert measured(Rule.LEAKING_STAGE, rep, DEALS, stage_id=7) == Number(0.5, Unit.SHARE, 2, 1)


def test_new_deals_wait_until_thirty_days_lie_behind_the_coaching() -> None:
    rep = RepRecords(1, created=NewDeals((1, 2, 3)))
    assert measured(Rule.FEW_NEW_DEALS, rep) == Number(3, Unit.COUNT, 3)
    early = Since(rep, found(1, Rule.FEW_NEW_DEALS), TODAY - timedelta(days=29), TODAY)
    assert measured_since(early) is None


def test_a_skill_is_what_it_was_rated_since() -> None:
    rep = RepRecords(1, ratings={2: (Rated(1, 2, HELD), Rated(2, 3, TODAY))})
    assert measured(Rule.SKILL_FLAT, rep, skill_id=2) == Number(3, Unit.LEVEL, 1)
    assert measured(Rule.SKILL_FLAT, RepRecords(1), skill_id=2) is None


def test_commitments_are_those_kept_or_not_since() -> None:
    settled = [SettledCommitment(key, kept=key != 4) for key in (1, 2, 3, 4)]
    since = Since(RepRecords(1), found(1, Rule.COMMITMENTS_SLIP), HELD, TODAY, (), settled)
    assert measured_since(since) == (Number(0.75, Unit.SHARE, 4, 3), (1, 2, 3, 4))


def test_what_stands_today_is_told_as_it_stands() -> None:
    deal = OpenDeal(
        1, 5, "Renewal", 1, close_on=TODAY, quiet_since=TODAY - timedelta(days=3), amount=300, currency="EUR"
    )
    mine, theirs = OpenCommitment(1, Side.MANAGER), OpenCommitment(2, Side.REP)
    quota = QuotaOf(quarter_of(TODAY), Money(500, "EUR"), 300)
    rep = RepRecords(1, open=(deal,), slips={5: 3}, commitments=(mine, theirs), quotas=(quota,))
    assert measured(Rule.STALLED_DEAL, rep, deal_id=5) == Number(3, Unit.DAYS, 1)
    assert measured(Rule.SLIPPED, rep, deal_id=5) == Number(3, Unit.COUNT, 1)
    assert measured(Rule.SLIPPED, rep) == Number(1, Unit.SHARE, 1, 1)
    assert measured(Rule.OWN_TOO_MUCH, rep) == Number(0.5, Unit.SHARE, 2, 1)
    assert measured(Rule.THIN_PIPELINE, rep) == Number(1.5, Unit.RATIO, 1, currency="EUR")
    for rule in (Rule.STALLED_DEAL, Rule.SLIPPED):
        assert measured(rule, rep, deal_id=6) is None, "the deal is no longer open"


def effect(rule: Rule, now: Number | None, then: Number = WON_3_OF_14) -> Effect:
    return Effect(rule, then, DECIDED, HELD, now, TODAY, least_of(rule, SHIPPED), LEAST_DAYS.get(rule, 0))


def test_below_the_least_sample_it_is_too_early_to_tell() -> None:
    then, since = effect_words(effect(Rule.LOW_WIN_RATE, Number(1, Unit.SHARE, 3, 3)), SPEAKER)
    assert then == "On 9 November 2026: won 21% (3 of 14)."
    assert since == "Too early to tell (3 closed since 12 November 2026, it takes 10)."
    assert "none closed" in effect_words(effect(Rule.LOW_WIN_RATE, None), SPEAKER)[1]


def test_from_the_least_sample_on_both_numbers_stand_side_by_side() -> None:
    _, since = effect_words(effect(Rule.LOW_WIN_RATE, Number(0.4, Unit.SHARE, 10, 4)), SPEAKER)
    assert since == "Since the coaching on 12 November 2026: won 40% (4 of 10)."


def test_what_is_over_says_why_there_is_no_number() -> None:
    then = Number(41, Unit.DAYS, 1)
    assert effect_words(effect(Rule.STALLED_DEAL, None, then), SPEAKER) == (
        "On 9 November 2026: without a change for 41 days.",
        "Today: no longer open.",
    )


def test_of_many_deals_it_is_told_how_many_rest() -> None:
    told = effect_words(effect(Rule.STALLED_DEAL, Number(0.5, Unit.SHARE, 2, 1)), SPEAKER)
    assert told == ("On 9 November 2026: open deals at rest 21% (3 of 14).", "Today: open deals at rest 1 of 2.")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (Number(0.31, Unit.SHARE, 120, 37), "31% (37 of 120)"),
        (Number(3 / 9, Unit.SHARE, 9, 3), "3 of 9"),
        (Number(2.38, Unit.RATIO, 9), "2.4× in 9 deals"),
        (Number(61.0, Unit.DAYS, 12), "61 days, the median of 12"),
        (Number(4_200_049, Unit.MONEY, 9, currency="EUR"), "€42,000, the mean of 9"),
        (Number(2.5, Unit.LEVEL, 3), "2.5"),
    ],
)
def test_a_number_is_told_with_its_sample(number: Number, words: str) -> None:
    assert number_words(number, SPEAKER) == words


@given(
    rule=st.sampled_from([rule for rule in Rule if not rule.is_strength]),
    number=st.none()
    | st.builds(Number, st.floats(0, 1e6), st.sampled_from(Unit), st.integers(0, 99), currency=st.just("EUR")),
)
def test_no_word_claims_a_cause(rule: Rule, number: Number | None) -> None:
    words = " ".join(effect_words(effect(rule, number), SPEAKER)).lower()
    assert not [claim for claim in CAUSE if claim in words]


def test_of_resting_deals_that_were_told_as_one_those_that_rest_today_are_told() -> None:
    rep = RepRecords(1, open=tuple(OpenDeal(1, key, "Halvorsen", 4) for key in range(8)))
    since = Since(rep, found(1, Rule.STALLED_DEAL), HELD, TODAY, stalled=2)
    assert measured_since(since) == (Number(0.25, Unit.SHARE, 8, 2), tuple(range(8)))
