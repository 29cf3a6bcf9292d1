"""Coaching never makes a rep look worse: it adds no weakness, worsens no number and takes no strength away."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachjournal.commands.commitment import make_commitment, miss_commitment
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.deal import add_deal, edit_deal
from coachjournal.commands.deal_review import review_deal
from coachjournal.commands.field_call import add_field_call
from coachjournal.commands.observation import write_observation
from coachjournal.commands.rating import rate_skill
from coachjournal.commands.rep import add_rep
from coachjournal.commands.signal_limits import switch_rule
from coachjournal.journal import Journal
from coachjournal.queries.findings import findings
from coachjournal.rules.conversation import CallRole, ConversationKind, Side
from coachjournal.rules.deal import DEFAULT_STAGES
from coachjournal.rules.money import Money
from coachjournal.rules.signals.finding import Finding, Rule, Subject

TODAY = date(2026, 11, 23)
STAGE = {stage.name: number for number, stage in enumerate(DEFAULT_STAGES, start=1)}
DISCOVERY = 2
DAYS_AGO = st.integers(0, 120)

Act = Callable[[Journal, int], object]
Known = dict[tuple[Rule, Subject], Finding]


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def dana(journal: Journal) -> int:
    """A rep of whom a good deal is said: lost and resting deals, one that slips, broken promises, a flat skill."""
    key = journal.do(add_rep, name="Dana Reyes", started_on=_ago(900))
    for number in range(12):
        stage = "Closed won" if number < 2 else "Closed lost"
        day = _ago(20 + number)
        journal.do(
            add_deal, rep_id=key, name=stage, stage_id=STAGE[stage], created_on=day, closed_on=day,
            loss_reason="No decision" if number % 2 else "Price",
        )  # fmt: skip
    for number in range(6):
        deal = journal.do(
            add_deal, rep_id=key, name=f"Open {number}", stage_id=STAGE["Propose"], created_on=_ago(20 + number * 60),
            close_on=TODAY, amount=Money(100_000, "EUR"),
        )  # fmt: skip
        if number < 2:
            journal.do(edit_deal, deal_id=deal, close_on=TODAY + timedelta(days=40))
            journal.do(edit_deal, deal_id=deal, close_on=TODAY + timedelta(days=80))
    for number in range(6):
        promise = journal.do(make_commitment, rep_id=key, text=f"Promise {number}", made_on=_ago(30))
        journal.do(miss_commitment, commitment_id=promise)
        journal.do(make_commitment, rep_id=key, text=f"Mine {number}", owner=Side.MANAGER)
    for days in (200, 100, 40):
        journal.do(rate_skill, rep_id=key, skill_id=DISCOVERY, level=2, rated_on=_ago(days))
    journal.do(rate_skill, rep_id=key, skill_id=DISCOVERY + 1, level=2, rated_on=_ago(90))
    journal.do(rate_skill, rep_id=key, skill_id=DISCOVERY + 1, level=3, rated_on=_ago(10))
    journal.do(log_conversation, rep_id=key, kind=ConversationKind.ONE_ON_ONE, held_on=_ago(40))
    return key


def _talk(kind: ConversationKind, days: int, *, private: bool) -> Act:
    return lambda journal, rep_id: journal.do(
        log_conversation, rep_id=rep_id, kind=kind, held_on=_ago(days), text="A word.", private=private
    )


def _ride(days: int, role: CallRole) -> Act:
    def act(journal: Journal, rep_id: int) -> None:
        ride = journal.do(log_conversation, rep_id=rep_id, kind=ConversationKind.RIDE_ALONG, held_on=_ago(days))
        journal.do(add_field_call, conversation_id=ride, role=role, took_over=True, level=1.0)

    return act


def _rise(skill_id: int) -> Act:
    """The next rating, a level higher than the last one was."""
    return lambda journal, rep_id: journal.do(rate_skill, rep_id=rep_id, skill_id=skill_id, level=4)


def _review(number: int) -> Act:
    return lambda journal, _rep_id: journal.do(review_deal, deal_id=13 + number)


def _seen(days: int) -> Act:
    return lambda journal, rep_id: journal.do(
        write_observation, rep_id=rep_id, behaviour="Asked once.", seen_on=_ago(days), skill_id=DISCOVERY
    )


COACHING = st.one_of(
    st.builds(_talk, st.sampled_from(ConversationKind), DAYS_AGO, private=st.booleans()),
    st.builds(_ride, DAYS_AGO, st.sampled_from(CallRole)),
    st.builds(_rise, st.sampled_from((DISCOVERY, DISCOVERY + 1))),
    st.builds(_review, st.integers(0, 5)),
    st.builds(_seen, DAYS_AGO),
)


def _known(journal: Journal) -> Known:
    return {(each.rule, each.subject): each for each in journal.ask(findings)}


def _badness(finding: Finding) -> tuple[float, ...]:
    """Of two findings of the same rule about the same subject, the higher is the worse."""
    number = finding.number
    match finding.rule:
        case Rule.NOT_COACHED | Rule.NO_FIELD_TIME:
            return finding.detail["overdue"] == 1, number.value
        case Rule.LOW_WIN_RATE | Rule.COMMITMENTS_SLIP | Rule.SKILL_FLAT | Rule.THIN_PIPELINE | Rule.LEAKING_STAGE:
            return (-number.value,)
        case Rule.SKILL_UP | Rule.GOAL_ACHIEVED | Rule.ABOVE_TEAM:
            return (-number.value,)
        case _:
            return (number.value,)


def test_the_rep_of_these_tests_is_told_of_enough(journal: Journal, dana: int) -> None:
    told = {rule for rule, subject in _known(journal) if subject.rep_id == dana}
    assert told >= {
        *(Rule.NO_DECISION, Rule.STALLED_DEAL, Rule.SLIPPED, Rule.NOT_COACHED, Rule.NO_FIELD_TIME),
        *(Rule.COMMITMENTS_SLIP, Rule.OWN_TOO_MUCH, Rule.SKILL_FLAT, Rule.SKILL_UP),
    }


def test_each_rule_that_speaks_is_silent_once_it_is_switched_off(journal: Journal, dana: int) -> None:
    del dana
    for rule in {each.rule for each in journal.ask(findings)}:
        journal.do(switch_rule, rule=rule, on=False)
        assert rule not in {each.rule for each in journal.ask(findings)}
    assert journal.ask(findings) == ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(COACHING, min_size=1, max_size=6))
def test_coaching_never_makes_a_rep_look_worse(journal: Journal, dana: int, acts: list[Act]) -> None:
    before, steps = _known(journal), _steps(journal)
    for act in acts:
        act(journal, dana)
        now = _known(journal)
        assert {key for key in now if not key[0].is_strength} <= {key for key in before if not key[0].is_strength}
        assert {key for key in before if key[0].is_strength} <= set(now)
        assert all(_badness(now[key]) <= _badness(before[key]) for key in now if key in before)
        before = now
    while _steps(journal) > steps:
        journal.undo()


def _steps(journal: Journal) -> int:
    """How many commands could be undone: those of one example are, before the next."""
    sql = "SELECT count(*) FROM undo_step WHERE undone = 0"
    return int(journal.ask(lambda tx: tx.connection.exec_driver_sql(sql).scalar_one()))
