"""Whom and what a note can name: read when a token first stands in it, and anew when a name has changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from coachjournal.changes import Change
from coachjournal.errors import StorageUnavailable
from coachjournal.queries.naming import NamedThing, Naming, naming
from coachjournal.rules.tokens import Names, Ref, Sign, Token
from ui.context import Context
from ui.widgets.matching import Named, best

_TOPICS = frozenset({"rep", "deal", "account", "skill", "goal", "mention"})
_MOST = 8
"""Names offered at once: what one looks over without searching."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A name that can be taken: how the list shows it, and the token it becomes."""

    title: str
    aside: str
    token: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class _Directory:
    """Everything nameable, folded once."""

    names: Names
    things: dict[Ref, NamedThing]
    near: dict[Sign, list[Named[NamedThing]]]
    far: dict[Sign, list[Named[NamedThing]]]


class NoteNames(QObject):
    """Names for one note at a time. `changed` says that tokens may mean something else than before."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._rep_id: int | None = None
        self._conversation_id: int | None = None
        self._read: _Directory | None = None
        context.bus.changed.connect(self._on_changed)

    def be_about(self, rep_id: int | None, conversation_id: int | None = None) -> None:
        """From now on the note is about this rep, and of this conversation."""
        if (rep_id, conversation_id) != (self._rep_id, self._conversation_id):
            self._rep_id, self._conversation_id = rep_id, conversation_id
            self._forget()

    def named_by(self, token: Token) -> Ref | None:
        return self._directory().names.named_by(token)

    def words_for(self, ref: Ref) -> str:
        """What a token means: "Halvorsen AS, renewal, €120k, Dana"."""
        thing = self._directory().things[ref]
        return ", ".join(part for part in (thing.nameable.name, self._aside(thing)) if part)

    def offers(self, begun: Token) -> Sequence[Offer]:
        """What a token that is being typed may become, the rep's own deals and goals first."""
        directory = self._directory()
        letters = begun.text[1:].replace("-", " ").replace("_", " ")
        near = best(letters, directory.near.get(begun.sign, []), _MOST)
        room = _MOST - len(near)
        far = best(letters, directory.far.get(begun.sign, []), room) if room else ()
        return [self._offer(directory, thing) for thing in (*near, *far)]

    def _offer(self, directory: _Directory, thing: NamedThing) -> Offer:
        ref, name = thing.nameable.ref, thing.nameable.name
        return Offer(name, self._aside(thing), directory.names.shortest(ref, name), ref)

    def _aside(self, thing: NamedThing) -> str:
        amount = "" if thing.amount is None else self._context.locale.short_money(thing.amount)
        return ", ".join(part for part in (amount, thing.rep.partition(" ")[0], thing.aside) if part)

    def _directory(self) -> _Directory:
        """Empty while the file cannot be read: then tokens are plain text for a while."""
        if self._read is None:
            try:
                found = self._context.journal.ask(naming, rep_id=self._rep_id, conversation_id=self._conversation_id)
            except StorageUnavailable:
                return _directory(Naming((), {}))
            self._read = _directory(found)
        return self._read

    def _on_changed(self, change: Change) -> None:
        if change.topics & _TOPICS:
            self._forget()

    def _forget(self) -> None:
        self._read = None
        self.changed.emit()


def _directory(found: Naming) -> _Directory:
    near: dict[Sign, list[Named[NamedThing]]] = {}
    far: dict[Sign, list[Named[NamedThing]]] = {}
    for thing in found.things:
        group = far if thing.nameable.rank else near
        named = Named.by(thing.nameable.name.replace(",", " "), thing)
        group.setdefault(thing.nameable.ref.sign, []).append(named)
    names = Names((thing.nameable for thing in found.things), found.remembered)
    return _Directory(names, {thing.nameable.ref: thing for thing in found.things}, near, far)
