"""The morning page: one screen, under a minute."""

from PySide6.QtCore import QEvent

from coachjournal.queries.today import TodayPage, today_page
from ui.context import Context
from ui.screens.screen import Screen
from ui.screens.today_notes import NotesSheet
from ui.screens.today_people import PeopleSheet
from ui.screens.today_week import WeekSheet
from ui.widgets.buttons import PrimaryButton, SearchButton
from ui.widgets.stacking import Stacking

_BESIDE_FROM = 80
"""Characters of width from which people and notes stand beside each other."""


class TodayScreen(Screen):
    """The week's split; who is due and what was promised; the latest notes and what lies unfinished."""

    title = "Today"
    topics = frozenset({"rep", "conversation", "commitment", "time_entry", "cadence", "setting"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._page: TodayPage | None = None
        self._week = WeekSheet(context.locale)
        self._people = PeopleSheet(context)
        self._notes = NotesSheet(context)
        self._notes.drafts.changed.connect(self.refresh)
        self.header.add_action(SearchButton(context.navigator.open_palette, name="today.search"))
        self.header.add_action(
            PrimaryButton("New conversation", context.navigator.log_conversation, name="today.log", hint="Ctrl+N")
        )
        self.body.addWidget(self._week)
        self.body.addWidget(Stacking((self._people, 55), (self._notes, 45), beside_from=_BESIDE_FROM), 1)

    def load(self) -> None:
        page = self.context.journal.ask(today_page)
        if page == self._page:
            return
        self._page = page
        self.header.say(self.context.locale.long_day(page.day))
        self._week.show_page(page)
        self._people.show_page(page)
        self._notes.show_page(page)

    def event(self, event: QEvent) -> bool:
        """Look again on coming back to the window: another day may have begun, or a draft been put aside."""
        if event.type() == QEvent.Type.WindowActivate:
            self.refresh()
        return super().event(event)
