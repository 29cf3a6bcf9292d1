"""All conversations, newest first, with the one the list stands on beside it."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter

from coachjournal.commands.conversation import delete_conversation
from coachjournal.queries.journal_page import JournalOverview, journal_overview, journal_place
from coachjournal.queries.reps import reps
from ui.context import Context
from ui.screens.journal_filters import JournalFilters
from ui.screens.journal_list import JournalList
from ui.screens.journal_model import JournalModel
from ui.screens.journal_preview import PreviewSheet
from ui.screens.journal_words import counts_words
from ui.screens.screen import Screen
from ui.widgets.buttons import PrimaryButton
from ui.widgets.sheet import EmptyState, Sheet

_LIST, _PREVIEW = 46, 54  # shares of the width
_BESIDE = 90
"""Characters of width from which the note fits beside the list."""
_HALVES_KEY = "journal/halves"
NOTHING_YET = (
    "Every conversation with your reps stands here, week by week: one-on-ones, ride-alongs, a word in the corridor."
)


class JournalScreen(Screen):
    """Up and Down walk, Enter opens, Del deletes (Ctrl+Z brings back), Ctrl+F looks for words."""

    title = "Journal"
    topics = frozenset({"conversation", "rep", "setting"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.filters = JournalFilters(context)
        self.list = JournalList(JournalModel(context.journal, context.locale, self), context.locale)
        self.preview = PreviewSheet(context)
        log = PrimaryButton("New conversation", context.navigator.log_conversation, name="journal.new", hint="Ctrl+N")
        self.header.add_action(log)
        self._lay_out()
        self._connect()

    def look_for(self, words: str) -> None:
        """The cursor in the search field, behind these words where there are any."""
        if words:
            self.filters.look_for(words)
        self._on_find()

    def load(self) -> None:
        self.filters.show_reps(self.context.journal.ask(reps))
        chosen = self.filters.chosen
        overview = self.context.journal.ask(journal_overview, chosen=chosen)
        was = self.list.current_id(), self.list.current_place()
        self.list.rows.show_list(overview, chosen)
        self._return_to(*was)
        self._say_counts(overview)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, the list stays; Enter opens the note itself."""
        super().resizeEvent(event)
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _BESIDE
        self.preview.make_room(wide=wide)
        self.filters.stand(wide=wide)

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
        self._nothing_found = EmptyState("No conversation is like that.", "Show all", self.filters.clear)
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
        QShortcut(QKeySequence("Ctrl+F"), self, self._on_find)
        self.filters.words.returnPressed.connect(self.list.setFocus)
        self._found.splitterMoved.connect(self._keep_halves)

    def _keep_halves(self) -> None:
        self.context.settings.setValue(_HALVES_KEY, self._found.saveState())

    def _on_find(self) -> None:
        self.filters.words.setFocus()
        self.filters.words.selectAll()

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
