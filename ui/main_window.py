"""The window: the side, the pages behind it, and what can be done from everywhere."""

from collections.abc import Iterable
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from coachjournal.changes import Change
from coachjournal.errors import Rejected
from ui.actions import make_actions
from ui.context import Context
from ui.drafts_left import tell_of_drafts
from ui.dropping import DroppedFiles
from ui.field_keys import FieldKeys
from ui.kept import kept_number
from ui.messages import Messages
from ui.navigation import Pages
from ui.own_windows import OwnWindows
from ui.pages import PAGES, Page, Place
from ui.sidebar import Sidebar
from ui.theme import TEXT_SCALES, Theme
from ui.tokens import Scheme
from ui.widgets.palette import Palette
from ui.window_commands import offered, window_commands

if TYPE_CHECKING:  # asked for only once the journal is open
    from datetime import date

    from coachjournal.queries.team import Team
    from coachjournal.rules.conversation import ConversationKind
    from coachjournal.rules.deal import Outcome
    from coachjournal.rules.period import Period
    from ui.screens.screen import Screen

_FILES = "Coach Journal (*.coach)"
_SHOWN_IN_TEAM = frozenset({"rep", "conversation", "deal", "cadence"})
_FOUND_BY_NAME = frozenset({"rep", "deal", "account"})
_WELCOME, _TODAY, _REP, _CONVERSATION = "welcome", "today", "rep", "conversation"


class MainWindow(QWidget):
    """All that is inside the frame, shown before the journal is open; `attach` then brings it to life.

    It is the Navigator of every page.
    """

    journal_wanted = Signal(object)
    """The user wants the journal at this Path here instead."""

    def __init__(self, theme: Theme, settings: QSettings, pages: tuple[Page, ...] = PAGES) -> None:
        super().__init__()
        self._theme, self._settings = theme, settings
        self._context: Context | None = None
        self._directory_stale = True
        self.setObjectName("window")
        self.listed_pages = tuple(page for page in pages if page.title)
        self.sidebar = Sidebar(pages)
        self.pages = Pages(pages)
        self._make_halves()
        self.messages = Messages(self._area)
        self._column.insertWidget(0, self.messages.banner)
        self._commands = window_commands(self)
        self._actions = make_actions(self, self._commands)
        self._palette = Palette(self)
        self._palette.offer(offered(self._commands))
        self._field_keys = FieldKeys(self)
        self._own_windows = OwnWindows(self.pages)
        self._connect()
        self._mark_scheme()
        self._restore()

    # --------------------------------------------------------------------------------------------- life

    def attach(self, context: Context) -> None:
        """The journal is open: show the team and the page the user left."""
        self._context = context
        context.bus.changed.connect(self._on_changed)
        self.pages.attach(context)
        for action in self._actions.values():
            action.setEnabled(True)
        DroppedFiles(self, self.import_deals)
        place = self._first_place(self._show_team())
        self.pages.go(place)
        tell_of_drafts(context, place)

    def show_trouble(self, page: QWidget) -> None:
        """Show why the journal could not be opened, instead of the pages."""
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def keep_state(self) -> None:
        """Remember where the user is, for the next start; windows beside this one go with it."""
        self._own_windows.close_all()
        self._settings.setValue("window/splitter", self._splitter.saveState())
        if self._context is not None and self.pages.place.page not in {"", _WELCOME}:
            self._settings.setValue("window/journal", str(self._context.journal.path))
            self._settings.setValue("window/page", self.pages.place.page)
            self._settings.setValue("window/item", self.pages.place.item)

    # --------------------------------------------------------------------------------------- going places

    def open_page(self, name: str) -> None:
        self.pages.go(Place(name))

    def open_rep(self, rep_id: int, tab: str = "") -> None:
        def bring_up(screen: "Screen") -> None:
            from ui.screens.rep import RepScreen

            if isinstance(screen, RepScreen):
                screen.show_list(tab)

        self.pages.go(Place(_REP, rep_id), bring_up if tab else None)

    def open_conversation(self, conversation_id: int, words: str = "") -> None:
        def show_first(screen: "Screen") -> None:
            from ui.screens.conversation import ConversationScreen

            if isinstance(screen, ConversationScreen):
                screen.show_first(words)

        self.pages.go(Place(_CONVERSATION, conversation_id), show_first)

    def open_in_own_window(self, conversation_id: int) -> None:
        self._own_windows.open(self._opened, Place(_CONVERSATION, conversation_id), self._everywhere())

    def open_deal(self, deal_id: int) -> None:
        self.pages.go(Place("deals", deal_id))

    def show_deals(self, *, rep_id: int | None, outcome: "Outcome | None", period: "Period | None") -> None:
        def narrow(screen: "Screen") -> None:
            from ui.screens.deals import DealsScreen

            if isinstance(screen, DealsScreen):
                screen.show_rows(rep_id, outcome, period)

        self.pages.go(Place("deals"), narrow)

    def show_week(self, day: "date") -> None:
        def turn_to(screen: "Screen") -> None:
            from ui.screens.time import TimeScreen

            if isinstance(screen, TimeScreen):
                screen.show_week(day)

        self.pages.go(Place("time"), turn_to)

    def search_journal(self, words: str = "") -> None:
        def look_for(screen: "Screen") -> None:
            from ui.screens.journal import JournalScreen

            if isinstance(screen, JournalScreen):
                screen.look_for(words)

        self.pages.go(Place("journal"), look_for)

    def go_back(self) -> None:
        if not self.pages.back():
            self.open_page(_TODAY)

    def step_rep(self, lines: int) -> None:
        """The rep above or below in the side; from another page the first or the last."""
        reps = self.sidebar.rep_ids
        if not reps:
            return
        place = self.pages.bound_for  # keys pressed quickly do not wait for the page
        if place.page == _REP and place.item in reps:
            self.open_rep(reps[(reps.index(place.item) + lines) % len(reps)])
        else:
            self.open_rep(reps[0 if lines > 0 else -1])

    def open_palette(self) -> None:
        self._palette.open()

    # -------------------------------------------------------------------------------------------- writing

    def log_conversation(self, rep_id: int | None = None) -> None:
        from ui.editors.quick_log import QuickLog

        place = self.pages.bound_for
        here = place.item if place.page == _REP else None
        QuickLog(self._opened, rep_id=rep_id or here).open()

    def begin(self, kind: "ConversationKind", rep_id: int, deal_ids: Iterable[int] = ()) -> None:
        from coachjournal.commands.begun import begin_conversation

        self._opened.do(begin_conversation, self.open_conversation, rep_id=rep_id, kind=kind, deal_ids=tuple(deal_ids))

    def start(self, kind: "ConversationKind") -> None:
        """Begin with the rep whose page is in sight; elsewhere the quick log asks with whom."""
        from ui.editors.quick_log import QuickLog

        place = self.pages.bound_for
        if place.page == _REP and place.item is not None:
            self.begin(kind, place.item)
        else:
            QuickLog(self._opened, kind=kind).open()

    def raise_next_time(self) -> None:
        """Note what to raise with the rep in sight, or with one to be named."""
        from ui.editors.raise_next_time import RaiseNextTime

        screen = self.pages.made(self.pages.place.page)
        RaiseNextTime(self._opened, rep_id=screen.rep_in_sight() if screen else None).open()

    def plan_ride_along(self, rep_id: int | None = None) -> None:
        """Plan a day in the field, with the rep in sight; then its page opens."""
        from ui.editors.ride_along_plan import RideAlongPlan

        place = self.pages.bound_for
        here = place.item if place.page == _REP else None
        RideAlongPlan(self._opened, rep_id or here, self._open_ride_along).open()

    def go_on_ride_along(self) -> None:
        """On the page of a ride-along to its next call, from elsewhere to that of today or the next; else plan one."""
        from coachjournal.queries.ride_along import ride_along_at_hand

        if self.pages.place.page == _CONVERSATION and _next_call(self.pages.made(_CONVERSATION)):
            return
        ride = self._opened.journal.ask(ride_along_at_hand)
        if ride is None:
            self.plan_ride_along()
        else:
            self._open_ride_along(ride)

    def _open_ride_along(self, ride: int) -> None:
        self.pages.go(Place(_CONVERSATION, ride), _next_call)

    def import_deals(self, file: Path | None = None) -> None:
        from ui.editors.import_deals import ImportDeals

        ImportDeals(self._opened, file).open()

    def name_rep(self) -> None:
        """Let the user type a new rep's name in the side."""
        if not self.sidebar.isVisible() or not self._splitter.sizes()[0]:
            self.toggle_sidebar()
        self.sidebar.add_rep()

    def undo(self) -> None:
        if self.messages.take_back():
            return
        self._opened.worker.run(lambda _task: self._opened.journal.undo(), self._on_undone)

    def redo(self) -> None:
        self._opened.worker.run(lambda _task: self._opened.journal.redo(), self._on_redone)

    def load_sample(self) -> None:
        """Fourteen months take a moment to write, so they are written in the lane."""
        from coachjournal.commands.sample import load_sample_team

        self.messages.note("Writing the sample team…")
        self._opened.worker.run(
            lambda _task: self._opened.journal.do(load_sample_team), lambda _answer: self.open_page(_TODAY)
        )

    def remove_sample(self) -> None:
        from coachjournal.commands.sample import remove_sample_team

        self._opened.worker.run(
            lambda _task: self._opened.journal.do(remove_sample_team),
            lambda _answer: self.pages.go(self._first_place(self._show_team())),
        )

    # ------------------------------------------------------------------------------------------ the window

    def open_journal(self) -> None:
        self._ask_for_file("Open another journal", new=False)

    def new_journal(self) -> None:
        self._ask_for_file("New journal", new=True)

    def choose_scheme(self, scheme: Scheme) -> None:
        self._theme.choose_scheme(scheme)
        self._mark_scheme()

    def step_text(self, steps: int) -> None:
        """The next larger or smaller text, and a side as wide as its words then are."""
        before, (side, rest) = self._theme.text_scale, self._splitter.sizes()
        at = TEXT_SCALES.index(before) + steps
        self._theme.choose_text_scale(TEXT_SCALES[min(max(at, 0), len(TEXT_SCALES) - 1)])
        wide = round(side * self._theme.text_scale / before)
        self._splitter.setSizes([wide, side + rest - wide])

    def toggle_sidebar(self) -> None:
        side, rest = self._splitter.sizes()
        self._splitter.setSizes([0, side + rest] if side else [self.sidebar.sizeHint().width(), rest])

    def quit(self) -> None:
        self.window().close()

    def edit_details(self) -> None:
        from ui.editors.details import DetailsEditor

        DetailsEditor(self._opened).open()

    def show_keys(self) -> None:
        from ui.about import Keys

        Keys(self, self._actions.values()).open()

    def show_about(self) -> None:
        from ui.about import About

        About(self).open()

    def open_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("menu.open")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        listed = [command for command in self._commands if command.menu]
        for group, commands in groupby(listed, key=lambda command: command.menu):
            if group != listed[0].menu:
                menu.addSeparator()
            menu.addActions([self._actions[command.name] for command in commands])
        menu.popup(self.sidebar.menu_button.mapToGlobal(QPoint(0, self.sidebar.menu_button.height())))

    # --------------------------------------------------------------------------------------------- inside

    @property
    def _opened(self) -> Context:
        """The context; what asks for it can only be reached once the journal is open."""
        if self._context is None:
            raise RuntimeError("the journal is not open yet")
        return self._context

    def _everywhere(self) -> list[QAction]:
        """What can be done from every window of the app."""
        return [self._actions[name] for name in ("log", "undo", "redo", "text.larger", "text.smaller", "quit")]

    def _make_halves(self) -> None:
        self._area = QWidget()
        self._area.setObjectName("pagesArea")
        self._column = QVBoxLayout(self._area)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.pages, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.sidebar)
        self._splitter.addWidget(self._area)
        self._splitter.setCollapsible(1, False)
        self._splitter.setStretchFactor(1, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)

    def _mark_scheme(self) -> None:
        for scheme in Scheme:
            action = self._actions[f"scheme.{scheme}"]
            action.setCheckable(True)
            action.setChecked(scheme is self._theme.scheme)

    def _connect(self) -> None:
        self.sidebar.page_chosen.connect(self.open_page)
        self.sidebar.rep_chosen.connect(self.open_rep)
        self.sidebar.rep_named.connect(self._on_rep_named)
        self.sidebar.remove_sample.clicked.connect(self.remove_sample)
        self.sidebar.menu_button.clicked.connect(self.open_menu)
        self.pages.moved.connect(self.sidebar.show_place)
        self.messages.undo_wanted.connect(self.undo)
        self.messages.redo_wanted.connect(self.redo)
        self._palette.opened.connect(self._feed_palette)
        self._palette.paused.connect(self._search_thoroughly)

    def _restore(self) -> None:
        splitter = self._settings.value("window/splitter")
        if not (isinstance(splitter, QByteArray) and self._splitter.restoreState(splitter)):
            side = self.sidebar.sizeHint().width()
            self._splitter.setSizes([side, side * 5])
        self.pages.promise(self._kept_place())
        self.sidebar.show_place(self._kept_place())

    def _kept_place(self) -> Place:
        item = kept_number(self._settings.value("window/item"))
        page = str(self._settings.value("window/page", _TODAY))
        return Place(page if self.pages.knows(page) else _TODAY, item)

    def _first_place(self, team: "Team") -> Place:
        if _is_blank(team):
            return Place(_WELCOME)
        if self._settings.value("window/journal") != str(self._opened.journal.path):
            return Place(_TODAY)  # what was kept is a place in another journal
        kept = self._kept_place()
        if kept.page == _CONVERSATION:
            return kept
        if kept.page != _REP:
            return Place(kept.page)
        return kept if kept.item in _everyone(team) else Place(_TODAY)

    def _show_team(self) -> "Team":
        from coachjournal.queries.team import team

        shown = self._opened.journal.ask(team)
        self.sidebar.show_team(shown, self._opened.locale.number)
        self._actions["sample.load"].setVisible(not shown.has_sample)
        self._actions["sample.remove"].setVisible(shown.has_sample)
        if shown.saved_at is not None:
            self._show_saved(self._opened.locale.day_and_time(shown.saved_at))
        return shown

    def _show_saved(self, when: str) -> None:
        self.sidebar.show_saved(f"Last saved {when}")

    def _on_changed(self, change: Change) -> None:
        self.messages.changed(change)
        self._show_saved(self._opened.locale.day_and_time(self._opened.journal.clock.now()))
        self._directory_stale = self._directory_stale or bool(change.topics & _FOUND_BY_NAME)
        if change.topics & _SHOWN_IN_TEAM:
            team, here = self._show_team(), self.pages.place
            if (here.page == _REP and here.item not in _everyone(team)) or (
                here.page == _WELCOME and not _is_blank(team)
            ):
                self.open_page(_TODAY)

    def _on_undone(self, change: Change | None) -> None:
        if change is None:
            self.messages.note("There is nothing to undo.")
        else:
            self.messages.undone(change)

    def _on_redone(self, change: Change | None) -> None:
        if change is None:
            self.messages.note("There is nothing to do again.")
        else:
            self.messages.redone(change)

    def _on_rep_named(self, name: str) -> None:
        from coachjournal.commands.rep import add_rep

        try:
            rep_id = self._opened.journal.do(add_rep, name=name)
        except Rejected as refusal:
            self.sidebar.complain(refusal.sentence)
        else:
            self.sidebar.rep_added()
            self.open_rep(rep_id)

    def _feed_palette(self) -> None:
        """Read reps and deals anew if they changed; the palette is open meanwhile."""
        from ui.finding import Finding

        finding = Finding(self._opened)
        self._palette.look_in(finding)
        if self._directory_stale:
            self._directory_stale = False
            self._opened.worker.run(lambda _task: finding.names(), self._palette.feed)

    def _search_thoroughly(self, words: str) -> None:
        """Rank all there is, in the lane; the palette drops an answer that comes late."""
        from ui.finding import Finding

        finding, show = Finding(self._opened), partial(self._palette.show_written, words)
        self._opened.worker.run(lambda _task: finding.written(words, through_all=True), show)

    def _ask_for_file(self, title: str, *, new: bool) -> None:
        dialog = QFileDialog(self, title)
        dialog.setObjectName("chooseJournal")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if new else QFileDialog.AcceptMode.AcceptOpen)
        dialog.setNameFilter(_FILES)
        dialog.setDefaultSuffix("coach")
        dialog.fileSelected.connect(lambda file: self.journal_wanted.emit(Path(file)))
        dialog.open()


def _next_call(screen: "Screen | None") -> bool:
    from ui.screens.conversation import ConversationScreen

    return isinstance(screen, ConversationScreen) and screen.next_call()


def _is_blank(team: "Team") -> bool:
    return team.is_empty and not team.open_deals


def _everyone(team: "Team") -> set[int]:
    return {member.rep_id for member in (*team.reps, *team.archived)}
