"""Ratings of several skills at once, and what both sides' add up to."""

from datetime import date

import pytest

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.goal import achieve_goal
from coachjournal.commands.rating import rate_during, rate_skill, rate_skills
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.skill_profile import SkillStanding, rating_form, skill_profile
from coachjournal.rules.conversation import ConversationKind, Side
from tests.goals import DISCOVERY, set_discovery_goal

PROSPECTING = 1
LAST_ROUND = date(2026, 9, 30)


def standings(journal: Journal, dana: int) -> dict[str, SkillStanding]:
    return {each.skill: each for each in journal.ask(skill_profile, rep_id=dana).skills}


def levels(journal: Journal, dana: int) -> list[tuple[str, Side, float]]:
    return [
        (skill, point.side, point.level) for skill, each in standings(journal, dana).items() for point in each.ratings
    ]


def test_all_skills_of_a_turn_are_one_step_of_undo(journal: Journal, dana: int) -> None:
    journal.do(rate_skills, rep_id=dana, side=Side.REP, levels={PROSPECTING: 2, DISCOVERY: 4})
    assert levels(journal, dana) == [("Prospecting", Side.REP, 2), ("Discovery", Side.REP, 4)]
    assert journal.undoable() == "Dana Reyes rated 2 skills."
    journal.undo()
    assert levels(journal, dana) == []
    journal.redo()
    assert len(levels(journal, dana)) == 2


def test_a_second_turn_on_a_day_corrects_the_first_and_leaves_the_other_side_alone(journal: Journal, dana: int) -> None:
    for side, level in ((Side.REP, 4), (Side.MANAGER, 3), (Side.REP, 2)):
        journal.do(rate_skills, rep_id=dana, side=side, levels={DISCOVERY: level})
    assert levels(journal, dana) == [("Discovery", Side.REP, 2), ("Discovery", Side.MANAGER, 3)]


def test_what_was_said_in_a_conversation_stays(journal: Journal, dana: int) -> None:
    talk = journal.do(log_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG)
    journal.do(rate_during, conversation_id=talk, skill_id=DISCOVERY, level=2.5, side=Side.MANAGER)
    journal.do(rate_skills, rep_id=dana, side=Side.MANAGER, levels={DISCOVERY: 3})
    (discovery,) = standings(journal, dana).values()
    assert [(each.level, each.kind) for each in discovery.ratings] == [(2.5, ConversationKind.RIDE_ALONG), (3, None)]


def test_a_turn_without_a_level_or_with_a_wrong_one_leaves_nothing_behind(journal: Journal, dana: int) -> None:
    with pytest.raises(Rejected, match="No skill has a level yet"):
        journal.do(rate_skills, rep_id=dana, side=Side.REP, levels={})
    with pytest.raises(Rejected):
        journal.do(rate_skills, rep_id=dana, side=Side.REP, levels={PROSPECTING: 3, DISCOVERY: 6})
    assert levels(journal, dana) == []


def test_both_sides_are_compared_only_within_a_round(journal: Journal, dana: int) -> None:
    journal.do(rate_skill, rep_id=dana, skill_id=DISCOVERY, level=4, side=Side.REP, rated_on=LAST_ROUND)
    journal.do(rate_skills, rep_id=dana, side=Side.MANAGER, levels={DISCOVERY: 3})
    assert standings(journal, dana)["Discovery"].apart is None
    journal.do(rate_skills, rep_id=dana, side=Side.REP, levels={DISCOVERY: 4})
    assert standings(journal, dana)["Discovery"].apart == 1


def test_the_furthest_apart_comes_first_and_other_rounds_stay_out(journal: Journal, dana: int) -> None:
    for side, level in ((Side.REP, 4), (Side.MANAGER, 2)):
        journal.do(rate_skill, rep_id=dana, skill_id=3, level=level, side=side, rated_on=LAST_ROUND)
    journal.do(rate_skills, rep_id=dana, side=Side.REP, levels={PROSPECTING: 3, DISCOVERY: 2})
    journal.do(rate_skills, rep_id=dana, side=Side.MANAGER, levels={PROSPECTING: 3, DISCOVERY: 4})
    profile = journal.ask(skill_profile, rep_id=dana)
    compared = profile.compared(journal.clock.today())
    assert [(each.skill, each.apart) for each in compared] == [("Discovery", -2), ("Prospecting", 0)]


def test_the_target_is_that_of_the_goal_and_stays_when_it_is_achieved(journal: Journal, dana: int) -> None:
    journal.do(rate_skills, rep_id=dana, side=Side.MANAGER, levels={DISCOVERY: 3})
    assert standings(journal, dana)["Discovery"].gap is None
    goal = set_discovery_goal(journal, dana, due_on=date(2026, 12, 18))
    assert (standings(journal, dana)["Discovery"].target, standings(journal, dana)["Discovery"].gap) == (4, 1)
    journal.do(achieve_goal, goal_id=goal)
    assert standings(journal, dana)["Discovery"].target == 4


def test_what_a_turn_begins_with_knows_nothing_of_what_was_said_before(journal: Journal, dana: int) -> None:
    before = journal.ask(rating_form, rep_id=dana)
    journal.do(rate_skills, rep_id=dana, side=Side.MANAGER, levels={DISCOVERY: 3})
    assert journal.ask(rating_form, rep_id=dana) == before
    assert len(before.skills) == 12
    assert all((each.level_1, each.level_3, each.level_5) for each in before.skills)
