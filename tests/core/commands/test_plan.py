from datetime import date

import pytest

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.plan import (
    add_action,
    add_strength,
    delete_action,
    delete_strength,
    edit_action,
    renew_plan,
    start_plan,
    write_plan,
)
from coachjournal.commands.rating import rate_skill
from coachjournal.commands.rep import add_rep
from coachjournal.commands.setting import set_aims, set_currency, set_manager
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.development_plan import development_plan
from coachjournal.queries.settings import settings
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.period import quarter_of


@pytest.fixture
def dana(journal: Journal) -> int:
    return journal.do(add_rep, name="Dana Reyes", role="Account executive", territory="Iberia")


@pytest.fixture
def plan(journal: Journal, dana: int) -> int:
    return journal.do(start_plan, rep_id=dana, period=quarter_of(date(2026, 11, 1)))


def test_a_rep_without_a_plan_has_one_for_this_quarter_with_nothing_in_it(journal: Journal, dana: int) -> None:
    shown = journal.ask(development_plan, rep_id=dana)
    assert (shown.version, shown.period_start, shown.period_end) == (1, date(2026, 10, 1), date(2027, 1, 1))
    assert (shown.strengths, shown.actions, shown.goals, shown.direction) == ((), (), (), "")


def test_the_latest_version_is_what_is_printed(journal: Journal, dana: int, plan: int) -> None:
    journal.do(set_manager, name="Markus Lind", role="Sales manager")
    journal.do(write_plan, plan_id=plan, direction="First words", agreed_on=date(2026, 11, 2))
    second = journal.do(start_plan, rep_id=dana, period=quarter_of(date(2027, 1, 1)))
    journal.do(write_plan, plan_id=second, direction="Lead the renewals")
    shown = journal.ask(development_plan, rep_id=dana)
    assert (shown.version, shown.direction, shown.manager, shown.agreed_on) == (
        2,
        "Lead the renewals",
        "Markus Lind",
        None,
    )


def test_actions_and_strengths_keep_the_order_they_were_added_in(journal: Journal, dana: int, plan: int) -> None:
    first = journal.do(add_action, plan_id=plan, what="Map the committee")
    journal.do(add_action, plan_id=plan, what="Sit in on two calls")
    journal.do(edit_action, action_id=first, done_on=date(2026, 11, 20))
    strength = journal.do(add_strength, plan_id=plan, text="Prepares with care")
    shown = journal.ask(development_plan, rep_id=dana)
    assert [(action.what, action.done_on) for action in shown.actions] == [
        ("Map the committee", date(2026, 11, 20)),
        ("Sit in on two calls", None),
    ]
    journal.do(delete_action, action_id=first)
    journal.do(delete_strength, strength_id=strength)
    shown = journal.ask(development_plan, rep_id=dana)
    assert ([action.what for action in shown.actions], shown.strengths) == (["Sit in on two calls"], ())


def test_nothing_of_a_private_conversation_reaches_the_plan(journal: Journal, dana: int, plan: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE, text="Her divorce", private=True)
    journal.do(add_strength, plan_id=plan, text="Stays calm", conversation_id=talk)
    shown = journal.ask(development_plan, rep_id=dana)
    assert shown.strengths[0].evidence == ""
    assert "divorce" not in repr(shown)


def test_the_skill_profile_has_the_latest_level_of_each_side(journal: Journal, dana: int) -> None:
    for level, day in ((2, date(2026, 9, 1)), (3, date(2026, 11, 1))):
        journal.do(rate_skill, rep_id=dana, skill_id=2, level=level, rated_on=day)
    journal.do(rate_skill, rep_id=dana, skill_id=2, level=4, side=Side.REP)
    (row,) = journal.ask(development_plan, rep_id=dana).skills
    assert (row.self_level, row.manager_level) == (4, 3)
    with pytest.raises(Rejected):
        journal.do(rate_skill, rep_id=dana, skill_id=2, level=6)


def test_settings_hold_until_changed_and_refuse_what_cannot_be(journal: Journal) -> None:
    assert (journal.ask(settings).coaching_floor, journal.ask(settings).currency) == (0.5, "EUR")
    journal.do(set_aims, coaching_floor=0.4, desk_ceiling=0.35)
    journal.do(set_currency, currency="nok")
    assert (journal.ask(settings).coaching_floor, journal.ask(settings).currency) == (0.4, "NOK")
    with pytest.raises(Rejected) as refusal:
        journal.do(set_aims, coaching_floor=0.4, desk_ceiling=1.2)
    assert refusal.value.field == "desk_ceiling"
    with pytest.raises(Rejected):
        journal.do(set_currency, currency="Euro")
    journal.undo()
    assert journal.ask(settings).currency == "EUR"


def test_a_new_version_keeps_what_still_holds(journal: Journal, dana: int, plan: int) -> None:
    journal.do(write_plan, plan_id=plan, direction="Lead the renewals", support="A ride-along", found_30="Good start")
    journal.do(add_strength, plan_id=plan, text="Prepares with care")
    done = journal.do(add_action, plan_id=plan, what="Map the committee")
    journal.do(edit_action, action_id=done, done_on=date(2026, 11, 20))
    journal.do(add_action, plan_id=plan, what="Sit in on two calls")
    journal.do(renew_plan, plan_id=plan, period=quarter_of(date(2027, 1, 1)))
    shown = journal.ask(development_plan, rep_id=dana)
    assert (shown.version, shown.direction, shown.support) == (2, "Lead the renewals", "A ride-along")
    assert [strength.text for strength in shown.strengths] == ["Prepares with care"]
    assert [action.what for action in shown.actions] == ["Sit in on two calls"]
    assert shown.look_again[0].found == ""
    journal.undo()
    assert journal.ask(development_plan, rep_id=dana).version == 1


def test_a_plan_cannot_end_before_it_begins(journal: Journal, plan: int) -> None:
    with pytest.raises(Rejected) as refusal:
        journal.do(write_plan, plan_id=plan, ends_on=date(2026, 10, 1))
    assert refusal.value.field == "ends_on"
