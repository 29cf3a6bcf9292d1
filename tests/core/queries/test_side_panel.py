"""What stands beside a note while it is written."""

from datetime import date, timedelta

import pytest

from coachjournal.commands.check_in import check_in, check_in_during
from coachjournal.commands.commitment import keep_commitment, make_commitment, miss_commitment, move_commitment
from coachjournal.commands.conversation import edit_conversation, log_conversation, move_conversation
from coachjournal.commands.deal import add_deal
from coachjournal.commands.goal import extend_goal
from coachjournal.commands.rating import rate_during, take_back_rating
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from coachjournal.queries.deals_beside import deals_beside
from coachjournal.queries.goals_today import GoalToday, goals_today
from coachjournal.queries.last_time import LastTime, last_time
from coachjournal.queries.questions import questions
from coachjournal.queries.skill_in_talk import SkillInTalk, skill_in_talk
from coachjournal.rules.commitment import CommitmentStatus
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.tally import OutOf
from tests.goals import set_discovery_goal

TODAY = date(2026, 11, 23)
A_WEEK = timedelta(days=7)


@pytest.fixture
def before(journal: Journal, dana: int) -> int:
    return journal.do(log_conversation, rep_id=dana, held_on=TODAY - A_WEEK, text="You said %%no%% you would hold it.")


@pytest.fixture
def talk(journal: Journal, dana: int, before: int) -> int:
    return journal.do(log_conversation, rep_id=dana, kind=ConversationKind.ONE_ON_ONE) if before else 0


@pytest.fixture
def goal(journal: Journal, dana: int) -> int:
    return set_discovery_goal(journal, dana, due_on=TODAY + 10 * A_WEEK)


def before_this(journal: Journal, dana: int, talk: int) -> LastTime:
    return journal.ask(last_time, rep_id=dana, conversation_id=talk, held_on=TODAY)


def the_goal(journal: Journal, dana: int, talk: int) -> GoalToday:
    (goal,) = journal.ask(goals_today, rep_id=dana, conversation_id=talk, held_on=TODAY)
    return goal


def the_skill(journal: Journal, dana: int, talk: int) -> SkillInTalk | None:
    return journal.ask(skill_in_talk, rep_id=dana, conversation_id=talk, held_on=TODAY)


def test_the_last_line_is_told_without_its_private_part(journal: Journal, dana: int, talk: int) -> None:
    told = before_this(journal, dana, talk).talk
    assert told is not None
    assert told.first_line == "You said  you would hold it."


def test_the_first_conversation_has_none_before(journal: Journal, dana: int) -> None:
    first = journal.do(log_conversation, rep_id=dana)
    assert before_this(journal, dana, first) == LastTime(None, (), OutOf(0, 0))


def test_a_private_note_before_keeps_its_words(journal: Journal, dana: int, before: int, talk: int) -> None:
    journal.do(edit_conversation, conversation_id=before, private=True)
    told = before_this(journal, dana, talk).talk
    assert told is not None
    assert (told.conversation_id, told.first_line) == (before, "")


def test_open_commitments_are_carried_the_reps_first_and_those_of_last_time_before_older_ones(
    journal: Journal, dana: int, before: int, talk: int
) -> None:
    def promise(text: str, owner: Side, conversation_id: int | None) -> int:
        made_on = TODAY - A_WEEK
        return journal.do(
            make_commitment, rep_id=dana, text=text, owner=owner, made_on=made_on, conversation_id=conversation_id
        )

    promise("mine, older", Side.MANAGER, None)
    promise("mine", Side.MANAGER, before)
    promise("older", Side.REP, None)
    promise("hers", Side.REP, before)
    promise("of this one", Side.REP, talk)
    carried = before_this(journal, dana, talk).commitments
    assert [each.text for each in carried] == ["hers", "older", "mine", "mine, older"]


def test_what_ends_here_stays_in_sight_and_what_moved_is_told_by_its_new_day(
    journal: Journal, dana: int, talk: int
) -> None:
    made = TODAY - 3 * A_WEEK
    ended = journal.do(make_commitment, rep_id=dana, text="Long done", made_on=made)
    journal.do(keep_commitment, commitment_id=ended, on=TODAY - A_WEEK)
    kept, moved = (journal.do(make_commitment, rep_id=dana, text=text, made_on=made) for text in ("kept", "moved"))
    journal.do(keep_commitment, commitment_id=kept)
    journal.do(move_commitment, commitment_id=moved, due_on=TODAY + A_WEEK)
    carried = before_this(journal, dana, talk).commitments
    assert [(each.text, each.status, each.due_on) for each in carried] == [
        ("moved", CommitmentStatus.OPEN, TODAY + A_WEEK),
        ("kept", CommitmentStatus.KEPT, None),
    ]


def test_the_kept_rate_counts_the_reps_latest_five(journal: Journal, dana: int, talk: int) -> None:
    for number in range(7):
        made = journal.do(make_commitment, rep_id=dana, text=str(number), made_on=TODAY)
        journal.do(keep_commitment if number % 2 else miss_commitment, commitment_id=made)
    own = journal.do(make_commitment, rep_id=dana, text="mine", owner=Side.MANAGER)
    journal.do(keep_commitment, commitment_id=own)
    assert before_this(journal, dana, talk).kept.words == "2 of 5"


def test_a_level_is_noted_once_in_a_conversation_on_its_day(journal: Journal, dana: int, goal: int, talk: int) -> None:
    journal.do(check_in, goal_id=goal, value=3, checked_on=TODAY - 5 * A_WEEK)
    journal.do(check_in, goal_id=goal, value=3.6, checked_on=TODAY - A_WEEK)
    untouched = the_goal(journal, dana, talk)
    assert (untouched.noted, untouched.now, untouched.before_on) == (None, 3.6, TODAY - A_WEEK)
    first = journal.do(check_in_during, goal_id=goal, conversation_id=talk, value=3)
    assert journal.do(check_in_during, goal_id=goal, conversation_id=talk, value=4) == first
    noted = the_goal(journal, dana, talk)
    assert (noted.noted, noted.before, noted.check_in_id) == (4, 3.6, first)
    journal.undo()
    assert the_goal(journal, dana, talk).noted == 3
    journal.undo()
    assert the_goal(journal, dana, talk) == untouched


def test_a_goal_that_was_extended_goes_on_from_where_it_was(journal: Journal, dana: int, goal: int, talk: int) -> None:
    journal.do(check_in, goal_id=goal, value=3, checked_on=TODAY - A_WEEK)
    journal.do(extend_goal, goal_id=goal, due_on=TODAY + 20 * A_WEEK)
    assert (the_goal(journal, dana, talk).before, the_goal(journal, dana, talk).noted) == (3, None)


def test_deals_with_a_dated_step_come_first_then_those_that_should_close_first(
    journal: Journal, dana: int, talk: int
) -> None:
    late = journal.do(add_deal, rep_id=dana, name="Late", stage_id=1, close_on=TODAY + 9 * A_WEEK)
    soon = journal.do(add_deal, rep_id=dana, name="Soon", stage_id=1, close_on=TODAY + A_WEEK)
    step = journal.do(add_deal, rep_id=dana, name="Step", stage_id=1, next_step="Call", next_step_on=TODAY + A_WEEK)
    journal.do(add_deal, rep_id=dana, name="Won", stage_id=6)
    journal.do(edit_conversation, conversation_id=talk, deal_ids=[soon])
    deals = journal.ask(deals_beside, rep_id=dana, conversation_id=talk)
    assert [(deal.deal_id, deal.in_conversation) for deal in deals] == [(step, False), (soon, True), (late, False)]


def test_a_skill_is_that_of_the_conversation_else_of_the_goal(
    journal: Journal, dana: int, talk: int, goal: int
) -> None:
    of_goal = the_skill(journal, dana, talk)
    journal.do(edit_conversation, conversation_id=talk, focus_skill_id=3)
    focus = the_skill(journal, dana, talk)
    assert goal
    assert of_goal is not None
    assert focus is not None
    assert (of_goal.skill_id, focus.skill_id) == (2, 3)


def test_without_a_focus_and_a_goal_no_skill_is_asked_for(journal: Journal, dana: int, talk: int) -> None:
    assert the_skill(journal, dana, talk) is None


def test_each_side_sees_a_skill_once_in_a_conversation(journal: Journal, dana: int, talk: int, goal: int) -> None:
    assert goal
    for level in (2, 3):
        journal.do(rate_during, conversation_id=talk, skill_id=2, level=level, side=Side.REP)
    skill = the_skill(journal, dana, talk)
    assert skill is not None
    assert (skill.by_rep.level, skill.by_manager.level) == (3, None)
    journal.do(take_back_rating, conversation_id=talk, skill_id=2, side=Side.REP)
    skill = the_skill(journal, dana, talk)
    assert skill is not None
    assert skill.by_rep.level is None


def test_a_rating_goes_along_when_the_conversation_was_with_another_rep(journal: Journal, talk: int) -> None:
    amir = journal.do(add_rep, name="Amir Khan")
    journal.do(edit_conversation, conversation_id=talk, focus_skill_id=3)
    journal.do(rate_during, conversation_id=talk, skill_id=3, level=4, side=Side.REP)
    journal.do(move_conversation, conversation_id=talk, rep_id=amir)
    skill = the_skill(journal, amir, talk)
    assert skill is not None
    assert skill.by_rep.level == 4


def test_questions_of_the_kind_come_first_and_name_the_rep(journal: Journal) -> None:
    sets = journal.ask(questions, kind=ConversationKind.RIDE_ALONG, first_name="Dana")
    names = [each.name for each in sets]
    assert names[:2] == ["Before the call", "After the call"]
    assert "Deal" not in names
    assert not any("{rep}" in question for each in sets for question in each.questions)
