"""Undo as it is promised: any doing leads back through every state, and forward again."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any

from coachjournal.errors import Rejected
from coachjournal.journal import Journal, Writing

Actions = Mapping[str, Callable[[Writing, int], object]]


def leads_back_and_forth(
    journal: Journal, actions: Actions, chosen: Iterable[tuple[str, int]], state_of: Callable[[Journal], Any]
) -> None:
    """Do what was chosen, what is refused included, then undo all of it and redo all of it."""
    states = [state_of(journal)]
    stop = journal.subscribe(lambda _change: states.append(state_of(journal)))
    for name, number in chosen:
        with suppress(Rejected):
            journal.do(actions[name], number)
    stop()
    for state in reversed(states[:-1]):
        journal.undo()
        assert state_of(journal) == state
    for state in states[1:]:
        journal.redo()
        assert state_of(journal) == state
