"""Skills: what they are called, what each level looks like, and which ones are still looked at."""

from typing import TypedDict, Unpack

from sqlalchemy import select

from coachjournal.commands.order import moved
from coachjournal.commands.records import filled, found, write_over
from coachjournal.commands.shipped import as_shipped, let_go_of_names, shipped_first
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Skill
from coachjournal.rules.names import fold
from coachjournal.store.shipped import Row, shipped_rows

NAMELESS = "A skill needs a name."
OWN = "This skill is your own: nothing like it shipped."
_LEVELS = ("level_1", "level_2", "level_3", "level_4", "level_5")

SKILLS = select(Skill).order_by(Skill.position, Skill.id)


class SkillFields(TypedDict, total=False):
    """What can be said about a skill: what it is, and how each level shows."""

    name: str
    description: str
    level_1: str
    level_2: str
    level_3: str
    level_4: str
    level_5: str


def add_skill(tx: Writing, *, name: str) -> int:
    """Look at one more thing. Returns its key."""
    skills = tx.session.scalars(SKILLS).all()
    added = Skill(name=_free(tx, name), position=len(skills))
    tx.session.add(added)
    tx.session.flush()
    tx.say(f"Added the skill {added.name}.")
    return added.id


def write_skill(tx: Writing, *, skill_id: int, **fields: Unpack[SkillFields]) -> None:
    """Change what is said about a skill; ratings and goals stay with it."""
    skill = found(tx, Skill, skill_id)
    if "name" in fields:
        fields["name"] = _free(tx, fields["name"], but=skill)
    write_over(skill, fields)
    tx.say(f"Changed the skill {skill.name}.")


def move_skill(tx: Writing, *, skill_id: int, by: int) -> None:
    """Among those that are looked at."""
    one = found(tx, Skill, skill_id)
    skills = tx.session.scalars(SKILLS).all()
    shown = [each for each in skills if each.archived_on is None]
    moved(shown, one, by)
    tx.say(f"Moved the skill {one.name}.")


def archive_skill(tx: Writing, *, skill_id: int) -> None:
    """Offer it no more; what was rated and aimed at stays."""
    skill = found(tx, Skill, skill_id)
    skill.archived_on = tx.today
    tx.say(f"Archived the skill {skill.name}.")


def bring_back_skill(tx: Writing, *, skill_id: int) -> None:
    skill = found(tx, Skill, skill_id)
    skill.archived_on = None
    tx.say(f"Brought back the skill {skill.name}.")


def put_back_skill(tx: Writing, *, skill_id: int) -> None:
    """Word it as it shipped."""
    skill = found(tx, Skill, skill_id)
    _put_back(tx, skill, as_shipped(skill, "skills.json", own=OWN))
    tx.say(f"Put back the skill {skill.name}.")


def put_back_skills(tx: Writing) -> None:
    """All skills as they shipped, archived ones too, in their order; the manager’s own stand behind them."""
    skills = list(tx.session.scalars(SKILLS).all())
    known = {each.shipped: each for each in skills if each.shipped}
    let_go_of_names(tx, known.values())
    back = []
    for ships in shipped_rows("skills.json"):
        each = known.get(ships["shipped"]) or Skill(name="", position=0, shipped=ships["shipped"])
        _put_back(tx, each, ships)
        tx.session.add(each)
        back.append(each)
    shipped_first(back, skills)
    tx.say("Put back the skills that shipped.")


def _put_back(tx: Writing, skill: Skill, ships: Row) -> None:
    _free(tx, ships["name"], but=skill)
    write_over(skill, dict.fromkeys(_LEVELS, "") | ships)
    skill.archived_on = None


def _free(tx: Writing, name: str, but: Skill | None = None) -> str:
    """The name, or Rejected when another skill has it."""
    name = filled(name, "name", NAMELESS)
    for each in tx.session.scalars(SKILLS):
        if each is not but and fold(each.name) == fold(name):
            archived = "" if each.archived_on is None else ", which is archived"
            raise Rejected(f"There is a skill called {each.name} already{archived}.", field="name")
    return name
