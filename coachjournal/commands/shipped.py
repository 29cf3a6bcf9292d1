"""Putting back what shipped, as it shipped, after the manager has worded, ordered or taken it out."""

from collections.abc import Iterable, Sequence

from coachjournal.commands.order import P, in_order
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import QuestionSet, Skill
from coachjournal.store.shipped import Row, shipped_rows


def as_shipped(one: Skill | QuestionSet, file: str, *, own: str) -> Row:
    """How it shipped in this file of resources; Rejected with the sentence `own` where it is the manager's."""
    ships = next((row for row in shipped_rows(file) if row["shipped"] == one.shipped), None)
    if ships is None:
        raise Rejected(own)
    return ships


def let_go_of_names(tx: Writing, named: Iterable[Skill | QuestionSet]) -> None:
    """Give each a name that nothing else has, so that they can be named anew in any order, or swap names."""
    for each in named:
        each.name = f"{each.id}, to be named"
    tx.flush()


def shipped_first(back: Sequence[P], there: Iterable[P]) -> None:
    """What was put back in its order; what else was there stands behind it."""
    in_order([*back, *(each for each in there if each not in back)])
