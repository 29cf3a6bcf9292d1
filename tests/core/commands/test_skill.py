from datetime import date

import pytest

from coachjournal.commands.goal import set_goal
from coachjournal.commands.rep import add_rep
from coachjournal.commands.skill import (
    add_skill,
    archive_skill,
    bring_back_skill,
    move_skill,
    put_back_skill,
    put_back_skills,
    write_skill,
)
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.goal_editor import SKILLS
from coachjournal.queries.settings_page import SetSkill, skills
from coachjournal.rules.goal import Measure


def offered(journal: Journal) -> list[str]:
    """The skills a goal can be about."""
    return journal.ask(lambda tx: [row.name for row in tx.connection.execute(SKILLS)])


def named(journal: Journal, name: str) -> SetSkill:
    return next(each for each in journal.ask(skills) if each.name == name)


def test_a_skill_is_added_described_and_moved_each_in_one_step(journal: Journal) -> None:
    added = journal.do(add_skill, name=" Silence ")
    journal.do(write_skill, skill_id=added, description="Lets a question stand.", level_3="Counts to seven.")
    journal.do(move_skill, skill_id=added, by=-99)
    first = journal.ask(skills)[0]
    assert (first.name, first.description, first.levels[2]) == ("Silence", "Lets a question stand.", "Counts to seven.")
    journal.undo()
    assert offered(journal)[-1] == "Silence"
    journal.undo()
    assert named(journal, "Silence").description == ""


def test_an_archived_skill_is_offered_no_more_and_its_goal_stays(journal: Journal) -> None:
    skill = journal.ask(skills)[0]
    rep_id = journal.do(add_rep, name="Dana Reyes")
    journal.do(
        set_goal,
        rep_id=rep_id,
        title="First meetings",
        measure=Measure.LEVEL,
        baseline=1,
        target=3,
        due_on=date(2027, 1, 1),
        skill_id=skill.skill_id,
    )
    journal.do(archive_skill, skill_id=skill.skill_id)
    assert skill.name not in offered(journal)
    assert journal.ask(skills)[-1].skill_id == skill.skill_id
    journal.do(put_back_skills)
    assert offered(journal)[0] == skill.name
    goals = "SELECT skill_id FROM goal"
    assert journal.ask(lambda tx: tx.connection.exec_driver_sql(goals).scalars().all()) == [skill.skill_id]


def test_an_archived_skill_has_no_place_to_move_from(journal: Journal) -> None:
    before = journal.ask(skills)
    journal.do(archive_skill, skill_id=before[1].skill_id)
    journal.do(move_skill, skill_id=before[1].skill_id, by=-1)
    assert journal.undoable() == "Archived the skill Discovery."


def test_a_skill_is_brought_back_where_it_was(journal: Journal) -> None:
    second = journal.ask(skills)[1]
    journal.do(archive_skill, skill_id=second.skill_id)
    journal.do(bring_back_skill, skill_id=second.skill_id)
    assert offered(journal)[1] == second.name


def test_putting_back_restores_words_and_order_and_keeps_own_skills(journal: Journal) -> None:
    before = journal.ask(skills)
    own = journal.do(add_skill, name="Silence")
    journal.do(move_skill, skill_id=own, by=-5)
    journal.do(write_skill, skill_id=before[0].skill_id, name="Cold calls", description="", level_1="", level_5="x")
    journal.do(put_back_skill, skill_id=before[0].skill_id)
    assert journal.ask(skills)[0] == before[0]
    journal.do(put_back_skills)
    assert journal.ask(skills)[:-1] == before
    assert journal.ask(skills)[-1].name == "Silence"
    with pytest.raises(Rejected):
        journal.do(put_back_skill, skill_id=own)


def test_skills_that_swapped_names_are_put_back_each_to_its_own(journal: Journal) -> None:
    before = journal.ask(skills)
    first, second = before[:2]
    for skill, name in ((first, "Cold calls"), (second, first.name), (first, second.name)):
        journal.do(write_skill, skill_id=skill.skill_id, name=name)
    swapped = journal.ask(skills)
    journal.do(put_back_skills)
    assert journal.ask(skills) == before
    journal.undo()
    assert journal.ask(skills) == swapped


def test_a_skill_of_ones_own_that_took_the_name_of_one_that_shipped_is_named(journal: Journal) -> None:
    skill = named(journal, "Discovery")
    journal.do(write_skill, skill_id=skill.skill_id, name="Questions")
    journal.do(add_skill, name="Discovery")
    with pytest.raises(Rejected, match="There is a skill called Discovery already"):
        journal.do(put_back_skill, skill_id=skill.skill_id)
    with pytest.raises(Rejected, match="There is a skill called Discovery already"):
        journal.do(put_back_skills)
    assert named(journal, "Questions").skill_id == skill.skill_id


@pytest.mark.parametrize("name", ["", "  ", "discovery"])
def test_no_name_and_a_name_that_is_taken_are_refused_beside_the_field(journal: Journal, name: str) -> None:
    with pytest.raises(Rejected) as refusal:
        journal.do(add_skill, name=name)
    assert refusal.value.field == "name"


def test_a_skill_may_change_how_its_own_name_is_written(journal: Journal) -> None:
    skill = named(journal, "Discovery")
    journal.do(write_skill, skill_id=skill.skill_id, name="DISCOVERY")
    assert named(journal, "DISCOVERY").skill_id == skill.skill_id
