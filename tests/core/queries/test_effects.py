"""Before and after, from the records of a journal: what closed after the coaching counts, and nothing else."""

from collections.abc import Sequence
from datetime import timedelta
from statistics import fmean, median
from typing import NamedTuple

from babel import Locale
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coachjournal.clock import FixedClock
from coachjournal.commands.coached_in import coach_in
from coachjournal.commands.coaching_action import hold_action
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.rep import add_rep, archive_rep
from coachjournal.commands.signal import coach_signal
from coachjournal.documents.localised import Localised
from coachjournal.journal import Journal
from coachjournal.queries.reps import reps
from coachjournal.queries.signals import open_signals
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.effect import Effect
from coachjournal.rules.money import Money
from coachjournal.rules.signals.effect_words import effect_words
from coachjournal.rules.signals.finding import Number, Rule, Unit
from tests.conftest import MONDAY
from tests.core.found import WON_3_OF_14, found

HELD = MONDAY.date()
LATER = 10
"""Days after the coaching on which the number is asked for."""
WON, LOST = 6, 7
SPEAKER = Localised(Locale("en", "GB"))
LEAST = {Rule.LOW_WIN_RATE: 10, Rule.NO_DECISION: 5, Rule.LONG_CYCLE: 5, Rule.SHRINKING: 8}
"""As PRODUCT has them."""


class Closed(NamedTuple):
    """A deal: closed so many days after the coaching, created so many days before it closed (or after, below 0)."""

    days: int
    won: bool
    took: int
    amount: int | None
    currency: str
    reason: str


CLOSED = st.builds(
    Closed,
    days=st.integers(-3, LATER),
    won=st.booleans(),
    took=st.integers(-2, 90),
    amount=st.none() | st.integers(0, 10**6),
    currency=st.sampled_from(("EUR", "USD")),
    reason=st.sampled_from(("", "Price", "No decision", "went with no-decision")),
)


def by_hand(rule: Rule, deals: list[Closed]) -> tuple[float, int] | None:
    """Value and sample of what closed strictly after the coaching, in as few words as can be."""
    since = [deal for deal in deals if deal.days > 0]
    cycles = [deal.took for deal in since if deal.won and deal.took >= 0]
    euros = [deal.amount for deal in since if deal.won and deal.amount is not None and deal.currency == "EUR"]
    match rule:
        case Rule.LOW_WIN_RATE:
            return mean_of([deal.won for deal in since])
        case Rule.NO_DECISION:
            return mean_of(["decision" in deal.reason for deal in since if not deal.won])
        case Rule.LONG_CYCLE:
            return (median(cycles), len(cycles)) if cycles else None
        case _:
            return mean_of(euros)


def mean_of(values: Sequence[float]) -> tuple[float, int] | None:
    return (fmean(values), len(values)) if values else None


def newcomers(journal: Journal) -> list[int]:
    """Three reps, alone on the team."""
    for rep in journal.ask(reps):
        if rep.active:
            journal.do(archive_rep, rep_id=rep.rep_id)
    return [journal.do(add_rep, name=name) for name in ("Dana Reyes", "Julia Prieto", "Amir Khan")]


def coached(journal: Journal, rep_id: int, peer_id: int) -> None:
    """Coaching about each of the rules, twice: what counts is the first time."""
    journal.clock = FixedClock(MONDAY)
    for rule in LEAST:
        number = Number(900, Unit.MONEY, 9, currency="EUR") if rule is Rule.SHRINKING else WON_3_OF_14
        for days in (0, 2):
            journal.clock = FixedClock(MONDAY + timedelta(days=days))
            finding = found(rep_id, rule, number)
            day, kind = journal.clock.today(), ActionKind.PEER
            action = journal.do(coach_signal, finding=finding, kind=kind, planned_on=day, peer_id=peer_id)
            journal.do(hold_action, action_id=action)
    journal.clock = FixedClock(MONDAY + timedelta(days=LATER))


def test_nothing_is_counted_before_and_after(journal: Journal, dana: int) -> None:
    """A talk of last week turns out to be what was coached: the deals since then are in the number of today already."""
    lost = Closed(0, won=False, took=9, amount=None, currency="EUR", reason="Price")
    talk = journal.do(log_conversation, rep_id=dana, text="Lost deals", held_on=HELD - timedelta(days=5))
    for days in (-3, 0):
        close(journal, dana, lost._replace(days=days))
    journal.do(coach_in, finding=found(dana), conversation_id=talk)
    journal.clock = FixedClock(MONDAY + timedelta(days=LATER))
    for days in range(1, LATER + 1):
        close(journal, dana, lost._replace(days=days))
    effect = effects(journal, dana)[Rule.LOW_WIN_RATE]
    assert effect.now is not None
    assert (effect.now.n, effect.held_on, effect.since_on) == (LATER, HELD - timedelta(days=5), HELD)
    assert effect_words(effect, SPEAKER) == (
        "On 23 November 2026: won 21% (3 of 14).",
        "Since then: won 0% (0 of 10).",
    )


def close(journal: Journal, rep_id: int, deal: Closed) -> None:
    on = HELD + timedelta(days=deal.days)
    amount = None if deal.amount is None else Money(deal.amount, deal.currency)
    journal.do(
        add_deal,
        rep_id=rep_id,
        name="Kestrel",
        stage_id=WON if deal.won else LOST,
        amount=amount,
        currency=deal.currency,
        created_on=on - timedelta(days=deal.took),
        closed_on=on,
        loss_reason=deal.reason,
    )


def effects(journal: Journal, rep_id: int) -> dict[Rule, Effect]:
    return {each.rule: each.effect for each in journal.ask(open_signals, rep_id=rep_id) if each.effect is not None}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CLOSED, max_size=14))
@example([Closed(1, won=True, took=days, amount=None, currency="USD", reason="") for days in (5, *(-1,) * 6)])
@example([Closed(0, won=True, took=5, amount=9, currency="EUR", reason="")] * 12)
@example([Closed(LATER, won=False, took=5, amount=9, currency="EUR", reason="No decision")] * 10)
def test_before_and_after_agree_with_counting_by_hand(journal: Journal, deals: list[Closed]) -> None:
    rep_id, other, peer = newcomers(journal)
    coached(journal, rep_id, peer)
    for deal in deals:
        close(journal, rep_id, deal)
        close(journal, other, deal._replace(won=not deal.won, took=7))
    told = effects(journal, rep_id)
    assert set(told) == set(LEAST)
    for rule, effect in told.items():
        expected = by_hand(rule, deals)
        assert (effect.held_on, effect.then_on) == (HELD, HELD)
        assert (effect.now and (round(effect.now.value, 6), effect.now.n)) == (
            expected and (round(expected[0], 6), expected[1])
        ), rule
        assert len(effect.rows.keys) == (effect.now.n if effect.now else 0), "it opens what it was counted from"
        assert effect.is_too_early == ((expected[1] if expected else 0) < LEAST[rule]), rule
        assert effect_words(effect, SPEAKER)[1].startswith("Too early to tell") == effect.is_too_early
