"""The morning page: one screen, under a minute. Whom to talk to, and about what."""

from collections.abc import Callable
from datetime import time, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent

from coachjournal.commands.sighting import note_sightings
from coachjournal.errors import StorageUnavailable
from coachjournal.queries.signals import to_note
from coachjournal.queries.today import TodayPage, today_page
from coachjournal.rules.signals.finding import Finding
from ui.context import Context
from ui.screens.screen import Screen
from ui.screens.today_coaching import CoachingSheet
from ui.screens.today_part import UNBOUND
from ui.screens.today_people import PeopleSheet
from ui.screens.today_week import WeekSheet
from ui.widgets.buttons import PlainButton, SearchButton
from ui.widgets.parts import Parts
from ui.widgets.sheet_tabs import Place, SheetTabs, button_place
from ui.widgets.stacking import Stacking

_BESIDE_FROM = 80
"""Characters of width from which the two sheets stand beside each other."""


class TodayScreen(Screen):
    """Tab goes from sheet to sheet, Up and Down from row to row, Enter opens, Space ticks."""

    title = "Today"
    topics = frozenset(
        {
            *(
                "rep",
                "conversation",
                "commitment",
                "time_entry",
                "cadence",
                "setting",
                "absence",
                "agenda_item",
                "plan",
            ),
            *("goal", "check_in", "rating", "skill", "deal", "deal_change", "stage", "quota", "field_call"),
            *("signal", "coaching_action", "meeting_series", "series_exception"),
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._page: TodayPage | None = None
        self._fitted_to = (0, 0)
        """Width and height of the two sheets."""
        self._noted: tuple[Finding, ...] = ()
        self._week = WeekSheet(context)
        self._people = PeopleSheet(context)
        self._coaching = CoachingSheet(context)
        self._coaching.drafts.changed.connect(self.refresh)
        self._midnight = _soon(self.refresh, self)
        self._resized, self._settled = _soon(self._on_resized, self), _soon(self._fit_closer, self)
        self._parts = Parts(self, lambda: (self._week, self._people, self._coaching))
        search = SearchButton(context.navigator.open_palette, name="today.search")
        log = PlainButton("New conversation", context.navigator.log_conversation, name="today.log", hint="Ctrl+N")
        for button in (search, log):
            self.header.add_action(button)
        self._tabs = SheetTabs(
            self,
            (
                *map(button_place, (search, log)),
                *self._week.places,
                *(Place(sheet, sheet.enter) for sheet in (self._people, self._coaching)),
            ),
        )
        self.body.addWidget(self._week)
        self._beside = Stacking((self._people, 53), (self._coaching, 47), beside_from=_BESIDE_FROM)
        self.body.addWidget(self._beside, 1)

    def load(self) -> None:
        page = self.context.journal.ask(today_page)
        self._wait_for_midnight()
        if page == self._page:
            return
        self._page = page
        self.header.say(self.context.locale.long_day(page.day))
        for sheet in (self._week, self._people, self._coaching):
            sheet.show_page(page)
        self._fit()
        self._note(to_note(page.signals, page.day))

    def showEvent(self, event: QShowEvent) -> None:
        """Another visit: what was ended before is told no more."""
        if self._stale or self._people.tells_of_ended:
            self._people.begin()
            self._page = None
            self.refresh()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many rows as then fit, once everything has its place."""
        super().resizeEvent(event)
        self._resized.start()

    def event(self, event: QEvent) -> bool:
        """Look again on coming back to the window: another day may have begun, or a draft been put aside."""
        if event.type() == QEvent.Type.WindowActivate:
            self.refresh()
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - as Qt calls it
        return self._tabs.step(1 if next else -1)

    def enter(self) -> bool:
        return self._tabs.step(1)

    def enter_rows(self) -> bool:
        return self._people.enter() or self._coaching.enter()

    def _fit(self) -> None:
        """All of it without scrolling, where the window is high enough for the fewest rows; else the most signals."""
        room = self._room()
        self._fitted_to = self._beside.width(), room
        self._people.fit(room)
        if not self._people.is_too_high:
            self._coaching.fit(room)
        self._fill_what_scrolls()
        self._settled.start()

    def _room(self) -> int:
        """Pixels of height for the two sheets."""
        self.body.activate()
        return self.room_in_body() - self._week.heightForWidth(self._week.width()) - self.body.spacing()

    def _on_resized(self) -> None:
        if self._page is not None and self._fitted_to != (self._beside.width(), self._room()):
            self._fit()

    def _fit_closer(self) -> None:
        """Rows that stand in their places may take more than they did before."""
        if self._beside.width() > self._fitted_to[0]:  # the scroll bar has gone, and there is more room than it seemed
            self._fit()
            return
        people, coaching = self._people.fit_closer(), self._coaching.fit_closer()
        if people or coaching:
            self._settled.start()
        else:
            self._fill_what_scrolls()

    def _fill_what_scrolls(self) -> None:
        """What must be scrolled to need not be short: the most signals, and as much beside them."""
        if self._people.is_too_high or self._coaching.is_too_high:
            self._coaching.fit(UNBOUND)
            self._people.fit(self._coaching.taken())

    def _wait_for_midnight(self) -> None:
        clock = self.context.journal.clock
        tomorrow = clock.instant(clock.today() + timedelta(days=1), time())
        self._midnight.start(max(tomorrow - clock.now(), timedelta(seconds=1)) // timedelta(milliseconds=1))

    def _note(self, findings: tuple[Finding, ...]) -> None:
        """Remember since when rules have been finding these: once, behind the page."""
        if not findings or findings == self._noted:
            return
        self._noted, journal = findings, self.context.journal
        self.context.worker.run(
            lambda _task: journal.do(note_sightings, findings=findings), _nothing, failed=self._on_not_noted
        )

    def _on_not_noted(self, error: Exception) -> None:
        """A file that takes nothing now says so as soon as somebody writes; the next visit notes it."""
        if not isinstance(error, StorageUnavailable):
            raise error
        self._noted = ()


def _soon(do: Callable[[], None], parent: QObject) -> QTimer:
    """Once everything has its place."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.timeout.connect(do)
    return timer


def _nothing(_answer: object) -> None:
    pass
