"""The window: the side, the pages behind it, and what can be done from everywhere."""

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from coachjournal.changes import Change
from coachjournal.errors import Rejected
from ui.actions import make_actions
from ui.bringing_in import bring_in
from ui.choosing_journal import choose_journal
from ui.context import Context
from ui.drafts_left import tell_of_drafts
from ui.dropping import DroppedFiles
from ui.field_keys import FieldKeys
from ui.kept import kept_number
from ui.messages import Messages
from ui.navigation import Pages
from ui.own_windows import OwnWindows
from ui.pages import PAGES, Page, Place
from ui.palette_feed import PaletteFeed
from ui.sidebar import Sidebar
from ui.signals_count import SignalsCount
from ui.theme import TEXT_SCALES, Theme
from ui.tokens import Scheme
from ui.ways import CONVERSATION, REP, TODAY, Ways
from ui.widgets.palette import Palette
from ui.widgets.reminder_line import ReminderLine
from ui.window_commands import offered, window_commands

if TYPE_CHECKING:  # asked for only once the journal is open
    from coachjournal.queries.team import Team
    from ui.reminders import Reminders

_SHOWN_IN_TEAM = frozenset({"rep", "conversation", "deal", "cadence", "absence"})
_WELCOME = "welcome"
_EVERYWHERE = ("log", "undo", "redo", "text.larger", "text.smaller", "quit")
"""What can be done from every window of the app."""


class MainWindow(QWidget):
    """All that is inside the frame, shown before the journal is open; `attach` then brings it to life."""

    journal_wanted = Signal(object)
    """The user wants the journal at this Path here instead."""

    def __init__(self, theme: Theme, settings: QSettings, pages: tuple[Page, ...] = PAGES) -> None:
        super().__init__()
        self._theme, self._settings = theme, settings
        self._context: Context | None = None
        self.setObjectName("window")
        self.listed_pages = tuple(page for page in pages if page.title)
        self.sidebar = Sidebar(pages)
        self.pages = Pages(pages)
        self._make_halves()
        self.messages = Messages(self._area)
        self._column.insertWidget(0, self.messages.banner)
        self._reminder = ReminderLine(name="reminder")
        self._column.insertWidget(1, self._reminder)
        self._reminders: Reminders | None = None
        self._palette = Palette(self)
        self._own_windows = OwnWindows(self.pages)
        self.ways = Ways(self.pages, self.sidebar, self._own_windows, self._palette)
        self._commands = window_commands(self)
        self._actions = make_actions(self, self._commands)
        self._palette.offer(offered(self._commands))
        self._own_windows.offer(self._actions[name] for name in _EVERYWHERE)
        self._field_keys = FieldKeys(self)
        self._connect()
        self._mark_scheme()
        self._restore()

    # --------------------------------------------------------------------------------------------- life

    def attach(self, context: Context) -> None:
        """The journal is open: show the team and the page the user left."""
        self._context = context
        context.bus.changed.connect(self._on_changed)
        self.pages.attach(context)
        self.ways.attach(context)
        PaletteFeed(self._palette, context)
        for action in self._actions.values():
            action.setEnabled(True)
        DroppedFiles(self, self.ways.import_deals)
        SignalsCount(self.sidebar, context)
        self.pages.moved.connect(partial(self._remind, context), Qt.ConnectionType.SingleShotConnection)
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
        if self._reminders is not None:
            self._reminders.stop()
        self._settings.setValue("window/splitter", self._splitter.saveState())
        if self._context is not None and self.pages.place.page not in {"", _WELCOME}:
            self._settings.setValue("window/journal", str(self._context.journal.path))
            self._settings.setValue("window/page", self.pages.place.page)
            self._settings.setValue("window/item", self.pages.place.item)

    # ------------------------------------------------------------------------------------------ the journal

    def name_rep(self) -> None:
        """Let the user type a new rep's name in the side."""
        if not self.sidebar.isVisible() or not self._splitter.sizes()[0]:
            self.toggle_sidebar()
        self.sidebar.add_rep()

    def undo(self) -> None:
        if self.messages.take_back():
            return
        self._opened.worker.run(lambda _task: self._opened.journal.undo(), self.messages.undone)

    def redo(self) -> None:
        self._opened.worker.run(lambda _task: self._opened.journal.redo(), self.messages.redone)

    def remove_sample(self) -> None:
        from coachjournal.commands.sample import remove_sample_team

        self._opened.worker.run(
            lambda _task: self._opened.journal.do(remove_sample_team),
            lambda _answer: self.pages.go(self._first_place(self._show_team())),
        )

    # ------------------------------------------------------------------------------------------ the window

    def open_journal(self) -> None:
        choose_journal(self, "Open another journal", self.journal_wanted.emit, new=False)

    def new_journal(self) -> None:
        choose_journal(self, "New journal", self.journal_wanted.emit, new=True)

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

    def _remind(self, context: Context, _place: Place) -> None:
        """Once the first page is in sight there is time for it."""

        def begin() -> None:
            from ui.reminders import Reminders

            self._reminders = Reminders(context, self._reminder, lambda: self.pages.place.page)

        bring_in(context.worker, ("ui.reminders",), begin)

    def _mark_scheme(self) -> None:
        for scheme in Scheme:
            action = self._actions[f"scheme.{scheme}"]
            action.setCheckable(True)
            action.setChecked(scheme is self._theme.scheme)

    def _connect(self) -> None:
        self.sidebar.page_chosen.connect(self.ways.open_page)
        self.sidebar.rep_chosen.connect(self.ways.open_rep)
        self.sidebar.rep_named.connect(self._on_rep_named)
        self.sidebar.remove_sample.clicked.connect(self.remove_sample)
        self.sidebar.menu_button.clicked.connect(self.open_menu)
        self.pages.moved.connect(self.sidebar.show_place)
        self.messages.undo_wanted.connect(self.undo)
        self.messages.redo_wanted.connect(self.redo)

    def _restore(self) -> None:
        splitter = self._settings.value("window/splitter")
        if not (isinstance(splitter, QByteArray) and self._splitter.restoreState(splitter)):
            side = self.sidebar.sizeHint().width()
            self._splitter.setSizes([side, side * 5])
        self.pages.promise(self._kept_place())
        self.sidebar.show_place(self._kept_place())

    def _kept_place(self) -> Place:
        item = kept_number(self._settings.value("window/item"))
        page = str(self._settings.value("window/page", TODAY))
        return Place(page if self.pages.knows(page) else TODAY, item)

    def _first_place(self, team: "Team") -> Place:
        if _is_blank(team):
            return Place(_WELCOME)
        if self._settings.value("window/journal") != str(self._opened.journal.path):
            return Place(TODAY)  # what was kept is a place in another journal
        kept = self._kept_place()
        if kept.page == CONVERSATION:
            return kept
        if kept.page != REP:
            return Place(kept.page)
        return kept if kept.item in _everyone(team) else Place(TODAY)

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
        if change.topics & _SHOWN_IN_TEAM:
            team, here = self._show_team(), self.pages.place
            if (here.page == REP and here.item not in _everyone(team)) or (
                here.page == _WELCOME and not _is_blank(team)
            ):
                self.ways.open_page(TODAY)

    def _on_rep_named(self, name: str) -> None:
        from coachjournal.commands.rep import add_rep

        try:
            rep_id = self._opened.journal.do(add_rep, name=name)
        except Rejected as refusal:
            self.sidebar.complain(refusal.sentence)
        else:
            self.sidebar.rep_added()
            self.ways.open_rep(rep_id)


def _is_blank(team: "Team") -> bool:
    return team.is_empty and not team.open_deals


def _everyone(team: "Team") -> set[int]:
    return {member.rep_id for member in (*team.reps, *team.archived)}
