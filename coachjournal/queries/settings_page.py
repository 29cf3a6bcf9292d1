"""What can be set up in a journal: questions, skills, and what the kinds of conversation are like."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy import select

from coachjournal.journal import Reading
from coachjournal.model import Question, QuestionSet, Skill, Template
from coachjournal.queries.settings import usual_minutes
from coachjournal.rules.conversation import ConversationKind


@dataclass(frozen=True, slots=True)
class SetQuestion:
    """A question that is asked; answers go stale after so many days, or never."""

    question_id: int
    text: str
    stale_days: int | None


@dataclass(frozen=True, slots=True)
class SetOfQuestions:
    """`used_for` is a kind of conversation or `FOR_ALL_KINDS`; what shipped can be put back."""

    question_set_id: int
    name: str
    used_for: str
    ships: bool
    questions: tuple[SetQuestion, ...]


@dataclass(frozen=True, slots=True)
class SetSkill:
    """A skill with the texts of its levels 1 to 5."""

    skill_id: int
    name: str
    description: str
    levels: tuple[str, ...]
    archived_on: date | None
    ships: bool


@dataclass(frozen=True, slots=True)
class SetKind:
    """A kind of conversation; `headings` has one a line."""

    kind: ConversationKind
    purpose: str
    minutes: int
    headings: str


SETS = (
    select(
        *(QuestionSet.id, QuestionSet.name, QuestionSet.used_for, QuestionSet.shipped),
        *(Question.id.label("question_id"), Question.text, Question.stale_days, Question.archived_on),
    )
    .outerjoin(Question, Question.question_set_id == QuestionSet.id)
    .order_by(QuestionSet.position, QuestionSet.id, Question.position, Question.id)
)
SKILLS = select(Skill.__table__).order_by(Skill.archived_on.is_not(None), Skill.position, Skill.id)
TEMPLATES = select(Template.kind, Template.purpose, Template.headings)


def question_sets(tx: Reading) -> tuple[SetOfQuestions, ...]:
    """The sets in their order; one of which all was taken out is not among them."""
    found = []
    for (set_id, name, used_for, shipped), group in groupby(tx.connection.execute(SETS), key=lambda row: row[:4]):
        rows = [row for row in group if row.question_id is not None]
        asked = tuple(SetQuestion(row.question_id, row.text, row.stale_days) for row in rows if row.archived_on is None)
        if asked or not rows:
            found.append(SetOfQuestions(set_id, name, used_for, bool(shipped), asked))
    return tuple(found)


def skills(tx: Reading) -> tuple[SetSkill, ...]:
    """Those that are looked at in their order, then those that are archived."""
    return tuple(
        SetSkill(
            skill_id=row.id,
            name=row.name,
            description=row.description,
            levels=(row.level_1, row.level_2, row.level_3, row.level_4, row.level_5),
            archived_on=row.archived_on,
            ships=bool(row.shipped),
        )
        for row in tx.connection.execute(SKILLS)
    )


def kinds(tx: Reading) -> tuple[SetKind, ...]:
    """All seven."""
    written = {row.kind: row for row in tx.connection.execute(TEMPLATES)}
    minutes = usual_minutes(tx)
    return tuple(
        SetKind(
            kind=kind,
            purpose=written[kind].purpose if kind in written else "",
            minutes=minutes[kind],
            headings=written[kind].headings if kind in written else "",
        )
        for kind in ConversationKind
    )
