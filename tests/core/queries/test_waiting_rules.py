from datetime import date

from coachjournal.commands.commitment import make_commitment
from coachjournal.commands.deal import add_deal
from coachjournal.commands.rep import add_rep, archive_rep
from coachjournal.commands.signal_limits import set_limit, switch_rule
from coachjournal.journal import Journal
from coachjournal.queries.waiting_rules import WaitingRule, waiting_rules
from coachjournal.rules.conversation import Side
from coachjournal.rules.signals.finding import Rule
from coachjournal.rules.signals.limits import Limit


def waiting(journal: Journal) -> dict[Rule, WaitingRule]:
    return {each.rule: each for each in journal.ask(waiting_rules)}


def test_a_new_journal_says_what_each_rule_waits_for(journal: Journal, dana: int) -> None:
    rule = waiting(journal)[Rule.LOW_WIN_RATE]
    assert (rule.needs, rule.unit, rule.has, rule.rep) == (10, "closed deals", 0, "")
    assert waiting(journal)[Rule.THIN_PIPELINE].unit == "quota"
    assert dana


def test_who_has_most_is_named_and_a_rule_with_enough_waits_no_more(journal: Journal, dana: int) -> None:
    for number in range(3):
        journal.do(add_deal, rep_id=dana, name=f"Line {number}", stage_id=1)
    rule = waiting(journal)[Rule.SLIPPED]
    assert (rule.has, rule.rep) == (3, "Dana Reyes")
    journal.do(set_limit, limit=Limit.SLIPPED_OPEN, value=3)
    assert Rule.SLIPPED not in waiting(journal)


def test_a_rule_that_is_off_waits_for_nothing(journal: Journal, dana: int) -> None:
    journal.do(switch_rule, rule=Rule.OWN_TOO_MUCH, on=False)
    assert Rule.OWN_TOO_MUCH not in waiting(journal)
    assert dana


def test_whoever_left_the_team_is_not_counted(journal: Journal, dana: int) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    for rep_id, count in ((dana, 1), (amir, 4)):
        for number in range(count):
            day = date(2026, 12, 1)
            journal.do(make_commitment, rep_id=rep_id, text=f"Call {number}", due_on=day, owner=Side.REP)
    journal.do(archive_rep, rep_id=amir)
    rule = waiting(journal)[Rule.OWN_TOO_MUCH]
    assert (rule.has, rule.rep) == (1, "Dana Reyes")
