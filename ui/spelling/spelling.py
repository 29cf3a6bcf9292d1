"""What all notes ask about their words. It answers at once from what it knows, and finds out the rest behind them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coachjournal.changes import Change
from coachjournal.errors import StorageUnavailable
from coachjournal.queries.spelling import KnownWords, known_words, some_names
from coachjournal.spelling.language import Language, language_of
from coachjournal.spelling.speller import Checked, Speller, Suggested
from coachjournal.spelling.words import base

if TYPE_CHECKING:
    from coachjournal.journal import Journal
    from ui.bus import Bus
    from ui.worker import Task, Worker

_NAMED_IN = frozenset({"rep", "account", "deal", "skill", "setting"})
_TOGETHER = 60
"""Milliseconds in which questions gather, so that a note that opens asks once for all its lines."""
_SHORT_PART = 3
"""Letters of a part of a compound that is not worth a doubt: pre-call, non-starter, co-own."""


@dataclass(frozen=True, slots=True)
class _Known:
    """The words of the journal, made ready for comparing."""

    words: KnownWords
    names: frozenset[str]
    right: frozenset[str]
    """Names and own words, as `base` writes them."""


class Spelling(QObject):
    """One for a journal. Costs nothing until a note first asks: then it reads the names, and the dictionary."""

    learnt = Signal(object)
    """Words (frozenset[str]) that were looked up and are wrong."""
    changed = Signal()
    """Whether there is any checking, or which words are right, is different now."""
    suggested = Signal(object)
    ready = Signal()
    """The dictionary has been read, and stays."""
    _told = Signal(object)

    def __init__(
        self, journal: "Journal", bus: "Bus", worker: "Worker", *, locale: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._journal, self._worker, self._locale = journal, worker, locale
        self._speller = Speller(self._told.emit)
        self._known: _Known | None = None
        self._wanted = self._reading = self._stale = False
        self._checked: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._ignored: dict[str, set[str]] = {}
        self._waiting: list[str] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TOGETHER)
        self._soon.timeout.connect(self._send)
        self._told.connect(self._on_told)
        bus.changed.connect(self._on_changed)

    @property
    def language(self) -> Language | None:
        """What is checked; None while nothing is, or while that is not known yet."""
        return None if self._known is None else language_of(self._known.words.choice, self._locale)

    def begin(self) -> None:
        """There is a note."""
        if not self._wanted:
            self._wanted = True
            self._read()

    def close(self) -> None:
        self._soon.stop()
        self._speller.close()

    def knows(self, word: str) -> bool | None:
        """Whether a word is right; None while it has not been looked up."""
        found = self._checked.get(word)
        if found:
            return True
        if self._known is not None and base(word) in self._known.right:
            return True
        return self._knows_parts(word) if found is False and "-" in word else found

    def ask(self, words: Iterable[str]) -> None:
        """Look these up soon."""
        new = [each for word in words for each in (word, *_parts(word)) if each not in self._asked]
        self._asked.update(new)
        self._waiting += new
        if new and not self._soon.isActive():
            self._soon.start()

    def suggest(self, word: str) -> None:
        """Find out what may have been meant; `suggested` tells."""
        if self.language is not None and self._known is not None:
            self._speller.suggest(self.language, word, {*self._known.names, *self._known.words.own})

    def ignored_in(self, note: str) -> set[str]:
        """The words, as `base` writes them, that are let be in this note while the window is open."""
        return self._ignored.setdefault(note, set())

    # ------------------------------------------------------------------------------------------- inside

    def _knows_parts(self, word: str) -> bool | None:
        verdicts = [self.knows(part) for part in _parts(word)]
        return None if None in verdicts else all(verdicts)

    def _read(self) -> None:
        """Ask for the names in the lane; what changes meanwhile is asked for once, afterwards."""
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        self._worker.run(self._ready, self._on_read, self._on_unread)

    def _ready(self, _task: "Task") -> _Known:
        words, names = self._journal.ask(known_words), self._names()
        return _Known(words, names, frozenset(map(base, (*names, *words.own))))

    def _names(self) -> frozenset[str]:
        """A part at a time, so that whoever else reads does not wait."""
        part = self._journal.ask(some_names)
        words = set(part.words)
        while part.go_on is not None:
            part = self._journal.ask(some_names, place=part.go_on)
            words |= part.words
        return frozenset(words)

    def _on_unread(self, error: Exception) -> None:
        """The names of before serve until something changes again."""
        self._reading = False
        if not isinstance(error, StorageUnavailable):
            raise error

    def _on_read(self, known: _Known) -> None:
        self._reading = False
        if self._stale:
            self._read()
        if known == self._known:
            return
        before, self._known = self.language, known
        if self.language is not before:
            self._checked, self._asked, self._waiting = {}, set(), []
        self.changed.emit()

    def _on_changed(self, change: Change) -> None:
        if self._wanted and change.topics & _NAMED_IN:
            self._read()

    def _send(self) -> None:
        words, self._waiting = self._waiting, []
        if self.language is not None:
            self._speller.check(self.language, words)

    def _on_told(self, told: Checked | Suggested) -> None:
        if isinstance(told, Suggested):
            self.suggested.emit(told)
        elif told.language is self.language:
            if not self._checked:
                self.ready.emit()
            self._checked |= told.words
            wrong = frozenset(word for word, right in told.words.items() if not right)
            if wrong:
                self.learnt.emit(wrong)


def _parts(word: str) -> list[str]:
    return [part for part in word.split("-") if len(part) > _SHORT_PART] if "-" in word else []
