"""Question sets: worded, ordered and taken out by the manager. No answer is ever lost by it."""

from collections.abc import Sequence

from sqlalchemy import bindparam, exists, select

from coachjournal.commands.order import moved
from coachjournal.commands.records import filled, found, shortened
from coachjournal.commands.shipped import as_shipped, let_go_of_names, shipped_first
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Answer, Question, QuestionSet
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.names import fold
from coachjournal.rules.question_set import FOR_ALL_KINDS
from coachjournal.store.shipped import Row, shipped_rows

NAMELESS = "A question set needs a name."
WORDLESS = "A question needs words."
NEVER_STALE = "After one day at least, or never."
OWN = "This set is your own: nothing like it shipped."

SETS = select(QuestionSet).order_by(QuestionSet.position, QuestionSet.id)
QUESTIONS = (
    select(Question)
    .where(Question.question_set_id == bindparam("question_set_id"))
    .order_by(Question.archived_on.is_not(None), Question.position, Question.id)
)
ANSWERED = select(exists().where(Answer.question_id == bindparam("question_id")))


def add_question_set(tx: Writing, *, name: str, used_for: str = FOR_ALL_KINDS) -> int:
    """Begin a set of questions for one kind of conversation or for all. Returns its key."""
    name = _free(tx, name)
    added = QuestionSet(name=name, used_for=_use(used_for), position=len(tx.session.scalars(SETS).all()))
    tx.session.add(added)
    tx.session.flush()
    tx.say(f"Added the question set {name}.")
    return added.id


def write_question_set(tx: Writing, *, question_set_id: int, name: str, used_for: str) -> None:
    """Name a set, and say for which kind of conversation it is."""
    changed = found(tx, QuestionSet, question_set_id)
    changed.name = _free(tx, name, but=changed)
    changed.used_for = _use(used_for)
    tx.say(f"Changed the question set {changed.name}.")


def move_question_set(tx: Writing, *, question_set_id: int, by: int) -> None:
    one = found(tx, QuestionSet, question_set_id)
    moved(tx.session.scalars(SETS).all(), one, by)
    tx.say(f"Moved the question set {one.name}.")


def take_out_question_set(tx: Writing, *, question_set_id: int) -> None:
    """Ask nothing of a set any more; what was answered stays where it was answered."""
    gone = found(tx, QuestionSet, question_set_id)
    kept = [_take_out(tx, question) for question in _questions(tx, question_set_id)]
    if not any(kept):
        tx.session.delete(gone)
    tx.say(f"Took out the question set {gone.name}.")


def add_question(tx: Writing, *, question_set_id: int, text: str) -> int:
    """Ask one more thing, after all others of the set. Returns its key."""
    found(tx, QuestionSet, question_set_id)
    asked = _asked(_questions(tx, question_set_id))
    text = filled(text, "text", WORDLESS)
    added = Question(question_set_id=question_set_id, position=len(asked), text=text)
    tx.session.add(added)
    tx.session.flush()
    tx.say(f"Added the question “{shortened(text)}”.")
    return added.id


def write_question(tx: Writing, *, question_id: int, text: str, stale_days: int | None) -> None:
    """Word a question, and say after how many days its answers go stale (None: never)."""
    if stale_days is not None and stale_days < 1:
        raise Rejected(NEVER_STALE, field="stale_days")
    changed = found(tx, Question, question_id)
    changed.text = filled(text, "text", WORDLESS)
    changed.stale_days = stale_days
    tx.say(f"Changed the question “{shortened(changed.text)}”.")


def move_question(tx: Writing, *, question_id: int, by: int) -> None:
    one = found(tx, Question, question_id)
    moved(_asked(_questions(tx, one.question_set_id)), one, by)
    tx.say(f"Moved the question “{shortened(one.text)}”.")


def take_out_question(tx: Writing, *, question_id: int) -> None:
    """Ask this no more; where it was answered it stays in the journal with its answers."""
    gone = found(tx, Question, question_id)
    _take_out(tx, gone)
    tx.say(f"Took out the question “{shortened(gone.text)}”.")


def put_back_question_set(tx: Writing, *, question_set_id: int) -> None:
    """Word and order a set as it shipped; what the manager added stands behind that."""
    changed = found(tx, QuestionSet, question_set_id)
    _put_back(tx, changed, as_shipped(changed, "question_sets.json", own=OWN))
    tx.say(f"Put back the question set {changed.name}.")


def put_back_question_sets(tx: Writing) -> None:
    """All sets as they shipped, in their order; the manager's own stand behind them."""
    sets = list(tx.session.scalars(SETS).all())
    known = {each.shipped: each for each in sets if each.shipped}
    let_go_of_names(tx, known.values())
    back = []
    for ships in shipped_rows("question_sets.json"):
        each = known.get(ships["shipped"]) or _begin_again(tx, ships)
        _put_back(tx, each, ships)
        back.append(each)
    shipped_first(back, sets)
    tx.say("Put back the questions that shipped.")


def _begin_again(tx: Writing, ships: Row) -> QuestionSet:
    """One that shipped and of which nothing is left."""
    name = _free(tx, ships["name"])
    begun = QuestionSet(name=name, used_for=ships["used_for"], position=0, shipped=ships["shipped"])
    tx.session.add(begun)
    tx.session.flush()
    return begun


def _put_back(tx: Writing, changed: QuestionSet, ships: Row) -> None:
    changed.name, changed.used_for = _free(tx, ships["name"], but=changed), ships["used_for"]
    there = _questions(tx, changed.id)
    known = {each.shipped: each for each in there if each.shipped}
    back = []
    for row in ships["questions"]:
        each = known.get(row["shipped"]) or Question(
            question_set_id=changed.id, position=0, text="", shipped=row["shipped"]
        )
        each.text, each.stale_days, each.archived_on = row["text"], row["stale_days"], None
        tx.session.add(each)
        back.append(each)
    shipped_first(back, _asked(there))


def _take_out(tx: Writing, question: Question) -> bool:
    """Whether it stays, out of sight, for the answers that hang on it."""
    answered: bool = tx.session.execute(ANSWERED, {"question_id": question.id}).scalar_one()
    if answered:
        question.archived_on = question.archived_on or tx.today
    else:
        tx.session.delete(question)
    return answered


def _questions(tx: Writing, question_set_id: int) -> Sequence[Question]:
    return tx.session.scalars(QUESTIONS, {"question_set_id": question_set_id}).all()


def _asked(questions: Sequence[Question]) -> list[Question]:
    return [each for each in questions if each.archived_on is None]


def _free(tx: Writing, name: str, but: QuestionSet | None = None) -> str:
    """The name, or Rejected when another set has it, be it one of which all was taken out."""
    name = filled(name, "name", NAMELESS)
    for each in tx.session.scalars(SETS):
        if each is not but and fold(each.name) == fold(name):
            gone = "" if _asked(_questions(tx, each.id)) else ", with nothing in it that is asked"
            raise Rejected(f"There is a question set called {each.name} already{gone}.", field="name")
    return name


def _use(used_for: str) -> str:
    return used_for if used_for == FOR_ALL_KINDS else ConversationKind(used_for).value
