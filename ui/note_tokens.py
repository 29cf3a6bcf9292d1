"""What a note understands of what is typed in it: names completed and told, days, lengths, and promises."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence

from coachjournal.rules.spoken_commitments import Listener, SpokenCommitment
from coachjournal.rules.tokens import Ref, Sign, lengths_in, tokens_in
from coachjournal.rules.words import length_of_talk
from ui.context import Context
from ui.note_names import NoteNames
from ui.widgets.note_edit import NoteEdit
from ui.widgets.token_completion import TokenCompletion
from ui.widgets.token_ink import DayInk, TokenInk
from ui.widgets.token_links import Meaning, TokenLinks

_SOON = 150
"""Milliseconds: what was understood is shown behind the typing, not with every key."""


class NoteTokens(QObject):
    """Belongs to one note. `understood` when there may be something new; `wanted` when a line is to be a commitment."""

    understood = Signal()
    wanted = Signal(object)
    """Carries the SpokenCommitment."""

    def __init__(self, context: Context, note: NoteEdit, *, opens: bool = True) -> None:
        """`opens`: what is named can be opened from here."""
        super().__init__(note)
        self._context, self._note, self._opens = context, note, opens
        self._names = NoteNames(context, self)
        self._rep = ""
        self._completion = TokenCompletion(note, self._names.offers, self._names.named_by)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.understood)
        self._links = TokenLinks(note, self._meaning_at)
        self._links.action.setVisible(opens)
        self._make_commitment = QAction("Make a commitment of this line", note)
        self._make_commitment.setShortcut(QKeySequence("Ctrl+Shift+C"))
        self._make_commitment.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._make_commitment.triggered.connect(self._on_wanted)
        note.addAction(self._make_commitment)
        note.add_ink(TokenInk(self._names.named_by))
        note.add_ink(DayInk(self.listener))
        note.edited.connect(self._on_edited)
        self._names.changed.connect(self._on_names)

    def be_about(self, rep_id: int | None, rep: str, conversation_id: int | None = None) -> None:
        """From now on the note is about this rep, or about nobody yet."""
        self._names.be_about(rep_id, conversation_id)
        if rep != self._rep:
            self._rep = rep
            self._note.ink_again()

    def listener(self) -> Listener:
        """Who is spoken of in the note."""
        return Listener(self._rep, self._context.journal.clock.today(), self._context.locale.name)

    def reps_named(self) -> list[int]:
        """The keys of the reps that the note names, in its order."""
        return [ref.key for ref in self._refs() if ref.sign is Sign.REP]

    # ------------------------------------------------------------------------------------------- inside

    def _refs(self) -> Iterator[Ref]:
        for token in tokens_in(self._note.source):
            ref = self._names.named_by(token)
            if ref is not None:
                yield ref

    def _on_edited(self) -> None:
        self._completion.look()
        if not self._soon.isActive():
            self._soon.start()

    def _on_names(self) -> None:
        if any(tokens_in(self._note.source)):
            self._note.ink_again()

    def _on_wanted(self) -> None:
        made = self.listener().made_of(self._note.textCursor().block().text())
        if made is None:
            self._context.messages.note("There is nothing on this line to make a commitment of.")
        else:
            self.wanted.emit(made)

    def _meaning_at(self, line: str, place: int) -> Meaning | None:
        for token in tokens_in(line):
            ref = self._names.named_by(token) if token.start <= place <= token.end else None
            if ref is not None:
                return Meaning(self._names.words_for(ref), self._way_to(ref))
        for length in lengths_in(line):
            if length.start <= place <= length.end:
                return Meaning(f"It took {length_of_talk(length.minutes)}")
        return self._day_at(self.listener().understood(line), place)

    def _day_at(self, spoken: SpokenCommitment | None, place: int) -> Meaning | None:
        if spoken is None or spoken.day_at is None or spoken.due_on is None:
            return None
        start, end = spoken.day_at
        return Meaning(f"Due {self._context.locale.weekday_and_day(spoken.due_on)}") if start <= place <= end else None

    def _way_to(self, ref: Ref) -> Callable[[], object] | None:
        navigator = self._context.navigator
        ways: dict[Sign, Callable[[int], None]] = {Sign.REP: navigator.open_rep, Sign.DEAL: navigator.open_deal}
        if not self._opens or ref.sign not in ways:
            return None
        return lambda: ways[ref.sign](ref.key)
