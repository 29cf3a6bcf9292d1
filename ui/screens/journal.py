"""All conversations, newest first, with the one the list stands on beside it."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter

from coachjournal.commands.conversation import delete_conversation
from coachjournal.errors import StorageUnavailable
from coachjournal.queries.journal_page import Filter, JournalOverview, journal_overview, journal_place
from coachjournal.queries.reps import reps
from coachjournal.queries.search_meaning import SearchMeaning, search_meaning
from ui.context import Context
from ui.screens.journal_filters import JournalFilters
from ui.screens.journal_list import JournalList
from ui.screens.journal_model import JournalModel
from ui.screens.journal_preview import PreviewSheet
from ui.screens.journal_words import counts_words, meaning_words
from ui.screens.screen import Screen
from ui.widgets.buttons import PrimaryButton
from ui.widgets.sheet import EmptyState, Sheet
from ui.worker import Task

if TYPE_CHECKING:
    from coachjournal.journal import Journal

_LIST, _PREVIEW = 46, 54  # shares of the width
_BESIDE = 90
"""Characters of width from which the note fits beside the list."""
_ABREAST = 130
"""Characters of width from which the words to look for have room enough beside the choices."""
_HALVES_KEY = "journal/halves"
_NOTHING_FOUND = "No conversation is like that."
NOTHING_YET = (
    "Every conversation with your reps stands here, week by week: one-on-ones, ride-alongs, a word in the corridor."
)


class _Looked(NamedTuple):
    """What was found, and what had been asked."""

    chosen: Filter
    overview: JournalOverview
    meaning: SearchMeaning


def _look(journal: "Journal", chosen: Filter) -> _Looked:
    return _Looked(
        chosen,
        journal.ask(journal_overview, chosen=chosen),
        journal.ask(search_meaning, words=chosen.words, locale=chosen.locale),
    )


class JournalScreen(Screen):
    """Up and Down walk, Enter opens, Del deletes (Ctrl+Z brings back), Ctrl+F or / looks for words, Esc leaves them."""

    title = "Journal"
    topics = frozenset({"conversation", "rep", "setting"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.filters = JournalFilters(context)
        self.list = JournalList(JournalModel(context.journal, context.locale, self), context.locale)
        self.preview = PreviewSheet(context)
        log = PrimaryButton("New conversation", context.navigator.log_conversation, name="journal.new", hint="Ctrl+N")
        self.header.add_action(log)
        self._search: Task | None = None
        self._opens_first = False
        """Enter was pressed before the answer came."""
        self._lay_out()
        self._connect()

    def look_for(self, words: str) -> None:
        """The cursor in the search field, behind these words where there are any."""
        self._on_find()
        if words:
            self.filters.look_for(words)

    @property
    def is_looking(self) -> bool:
        """Whether words are being looked for."""
        return self._search is not None or self.filters.is_typing

    def load(self) -> None:
        """Words among all notes are looked for in the lane, so that nobody waits while typing."""
        self.filters.show_reps(self.context.journal.ask(reps))
        chosen, self._opens_first = self.filters.chosen, False
        if self._search is not None:
            self._search.cancel()
        if chosen.words or self.list.rows.chosen.words:
            journal = self.context.journal
            self._search = self.context.worker.run(
                lambda _task: _look(journal, chosen), self._on_found, self._on_failed
            )
        else:
            self._search = None
            self._show(_look(self.context.journal, chosen))

    def _on_found(self, found: _Looked) -> None:
        """An answer that comes late is dropped: the one to what was typed since is under way."""
        if found.chosen == self.filters.chosen:
            self._search = None
            self._show(found)
            if self._opens_first:
                self._opens_first = False
                self._on_open()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, StorageUnavailable):
            raise error
        self._search = None
        self.context.messages.storage_unavailable(error, retry=self.refresh)

    def _show(self, found: _Looked) -> None:
        words = meaning_words(found.meaning, self.context.locale)
        self._nothing_found.sentence.setText(
            f"{_NOTHING_FOUND} {words[:1].upper()}{words[1:]}." if words else _NOTHING_FOUND
        )
        was = self.list.current_id(), self.list.current_place()
        self.preview.look_for(found.meaning.phrases)
        self.filters.understand(words if found.overview.conversations else "")
        self.list.rows.show_list(found.overview, found.chosen)
        self._return_to(*was)
        self._say_counts(found.overview)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, the list stays; Enter opens the note itself."""
        super().resizeEvent(event)
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _BESIDE
        self.preview.make_room(wide=wide)
        self.filters.stand(wide=self.width() >= self.fontMetrics().averageCharWidth() * _ABREAST)

    def _return_to(self, conversation_id: int | None, place: int | None) -> None:
        """Stand on the same conversation, or where it stood; on the newest at first."""
        rows = self.list.rows
        if not rows.conversations:
            self.preview.show_conversation(None)
            return
        if conversation_id is not None:
            ask = self.context.journal.ask
            found = ask(journal_place, chosen=self.filters.chosen, conversation_id=conversation_id)
            place = place if found is None else rows.place_on(*found)
        self.list.choose_place(min(place or 0, rows.conversations - 1))

    def _say_counts(self, overview: JournalOverview) -> None:
        if not overview.conversations and self.list.hasFocus():
            self.filters.words.setFocus()
        nothing_at_all = self.filters.chosen.lets_all_through and not overview.conversations
        self._nothing_yet.setVisible(nothing_at_all)
        self._nothing_found.setVisible(not nothing_at_all and not overview.conversations)
        self._found.setVisible(bool(overview.conversations))
        self.filters.setVisible(not nothing_at_all)
        chosen, locale = self.filters.chosen, self.context.locale
        self.header.say(
            self.title, "" if nothing_at_all else counts_words(overview, chosen.kind, self.filters.rep, locale)
        )

    def _lay_out(self) -> None:
        navigator = self.context.navigator
        self._nothing_yet = Sheet(name="journal.nothingYet")
        self._nothing_yet.add(EmptyState(NOTHING_YET, "New conversation", navigator.log_conversation))
        self._nothing_found = EmptyState(_NOTHING_FOUND, "Show all", self.filters.clear)
        sheet = Sheet(name="journal.sheet")
        sheet.rows.setContentsMargins(4, 4, 4, 4)
        sheet.add(self.list, 1)
        self._found = QSplitter(Qt.Orientation.Horizontal)
        self._found.setObjectName("journalHalves")
        self._found.setHandleWidth(16)
        self._found.setChildrenCollapsible(False)
        for place, (half, share) in enumerate(((sheet, _LIST), (self.preview, _PREVIEW))):
            self._found.addWidget(half)
            self._found.setStretchFactor(place, share)
        halves = self.context.settings.value(_HALVES_KEY)
        if isinstance(halves, QByteArray):
            self._found.restoreState(halves)
        for widget in (self.filters, self._nothing_yet, self._nothing_found):
            self.body.addWidget(widget)
        self.body.addWidget(self._found, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.list.pointed.connect(self.preview.show_conversation)
        self.list.opened.connect(self.context.navigator.open_conversation)
        self.list.deletion_wanted.connect(self._delete)
        self.preview.open.clicked.connect(self._on_open)
        self.preview.delete.clicked.connect(self._on_delete)
        for keys, do in (("Ctrl+F", self._on_find), ("/", self._on_find), ("Esc", self._on_esc)):
            QShortcut(QKeySequence(keys), self, do)
        self.filters.words.went_down.connect(self.list.setFocus)
        self.filters.words.returnPressed.connect(self._on_enter)
        self.preview.reader.left.connect(self.list.setFocus)
        self._found.splitterMoved.connect(self._keep_halves)

    def _keep_halves(self) -> None:
        self.context.settings.setValue(_HALVES_KEY, self._found.saveState())

    def _on_find(self) -> None:
        self.filters.words.setFocus()
        self.filters.words.selectAll()

    def _on_esc(self) -> None:
        """First the words go, then the page."""
        if self.filters.words.text():
            self.filters.clear_words()
            self.list.setFocus()
        else:
            self.context.navigator.go_back()

    def _on_enter(self) -> None:
        """Open what the list stands on, once it is there."""
        self.filters.look_now()
        if self.is_looking:
            self._opens_first = True
        else:
            self._on_open()

    def _on_open(self) -> None:
        conversation_id = self.list.current_id()
        if conversation_id is not None:
            self.context.navigator.open_conversation(conversation_id)

    def _on_delete(self) -> None:
        conversation_id = self.list.current_id()
        if conversation_id is not None:
            self._delete(conversation_id)

    def _delete(self, conversation_id: int) -> None:
        self.context.do(delete_conversation, conversation_id=conversation_id)
