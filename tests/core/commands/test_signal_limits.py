import pytest

from coachjournal.commands.signal_limits import put_back_rule, put_back_rules, set_limit, switch_rule
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.signal_limits import signal_limits
from coachjournal.rules.signals.finding import Rule
from coachjournal.rules.signals.limits import SHIPPED, Limit


def test_a_number_holds_until_it_is_put_back(journal: Journal) -> None:
    journal.do(set_limit, limit=Limit.WIN_RATE_CLOSED, value=6)
    journal.do(set_limit, limit=Limit.CYCLE, value=2)
    assert journal.ask(signal_limits).count(Limit.WIN_RATE_CLOSED) == 6
    journal.do(put_back_rule, rule=Rule.LOW_WIN_RATE)
    assert journal.ask(signal_limits).chosen == {Limit.CYCLE: 2}
    journal.do(put_back_rules)
    assert journal.ask(signal_limits) == SHIPPED


def test_the_number_that_was_shipped_is_as_if_nobody_had_chosen(journal: Journal) -> None:
    journal.do(set_limit, limit=Limit.KEPT, value=70)
    journal.do(set_limit, limit=Limit.KEPT, value=60)
    assert journal.ask(signal_limits) == SHIPPED


def test_a_rule_is_switched_off_and_on(journal: Journal) -> None:
    journal.do(switch_rule, rule=Rule.SKILL_FLAT, on=False)
    assert journal.ask(signal_limits).off == {Rule.SKILL_FLAT}
    journal.do(switch_rule, rule=Rule.SKILL_FLAT, on=True)
    assert journal.ask(signal_limits) == SHIPPED


def test_a_number_that_cannot_be_is_refused_and_nothing_changes(journal: Journal) -> None:
    with pytest.raises(Rejected, match="from 1 to 100"):
        journal.do(set_limit, limit=Limit.NO_DECISION, value=140)
    assert journal.ask(signal_limits) == SHIPPED


def test_a_change_is_undone(journal: Journal) -> None:
    journal.do(switch_rule, rule=Rule.SLIPPED, on=False)
    journal.undo()
    assert journal.ask(signal_limits) == SHIPPED
