"""The list of everything the window can do, with its keys and its place in the menu."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from coachjournal.rules.conversation import ConversationKind
from ui.actions import Command
from ui.tokens import Scheme
from ui.widgets.buttons import spoken_key
from ui.widgets.found import Found

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_NOT_OFFERED = frozenset({"palette", "menu"})
JOURNAL, LOOK, HELP, END = "Journal", "Look", "Help", "End"


def window_commands(window: "MainWindow") -> tuple[Command, ...]:
    """In the order in which the menu and the sheet of keys show them."""
    return (*_going(window), *_writing(window), *_files(window), *_looks(window), *_help(window))


def offered(commands: Iterable[Command]) -> tuple[Found, ...]:
    """The commands as the palette offers them."""
    return tuple(
        Found(command.title, spoken_key(command.keys[0]) if command.keys else "", command.do, command.also)
        for command in commands
        if command.name not in _NOT_OFFERED
    )


def _going(window: "MainWindow") -> tuple[Command, ...]:
    pages = tuple(
        Command(f"page.{page.name}", page.title, partial(window.ways.open_page, page.name), (f"Ctrl+{number}",))
        for number, page in enumerate(window.listed_pages, 1)
    )
    return (
        *pages,
        Command("rep.previous", "Previous rep", lambda: window.ways.step_rep(-1), ("Alt+Up",)),
        Command("rep.next", "Next rep", lambda: window.ways.step_rep(1), ("Alt+Down",)),
        Command("back", "Back", window.ways.go_back, ("Alt+Left",)),
        Command("palette", "Search or jump to…", window.ways.open_palette, ("Ctrl+K",)),
        Command(
            "search", "Search all notes", window.ways.search_journal, ("Ctrl+Shift+F",), also="find words journal text"
        ),
    )


def _writing(window: "MainWindow") -> tuple[Command, ...]:
    starts = tuple(
        Command(f"start.{kind}", f"Start {kind.spoken}", partial(window.ways.start, kind), also="begin write")
        for kind in ConversationKind
    )
    return (
        Command("log", "New conversation", window.ways.log_conversation, ("Ctrl+N",)),
        *starts,
        Command(
            "raise",
            "Raise next time…",
            window.ways.raise_next_time,
            ("Ctrl+Shift+R",),
            JOURNAL,
            also="agenda one-on-one item",
        ),
        Command("meet", "Plan a meeting…", window.ways.meet, also="one-on-one series every week appointment diary"),
        Command("coaching.plan", "Plan coaching…", window.ways.plan_coaching, also="coach signal action practice peer"),
        Command(
            "rideAlong.plan", "Plan a ride-along…", window.ways.plan_ride_along, also="field visit joint calls day"
        ),
        Command(
            "rideAlong.next",
            "Ride-along: the next call",
            window.ways.go_on_ride_along,
            ("Ctrl+Shift+A",),
            also="field visit",
        ),
        Command("rep.add", "Add rep", window.name_rep, ("Ctrl+Shift+N",)),
        Command("undo", "Undo", window.undo, ("Ctrl+Z",)),
        Command("redo", "Redo", window.redo, ("Ctrl+Shift+Z", "Ctrl+Y")),
    )


def _files(window: "MainWindow") -> tuple[Command, ...]:
    return (
        Command(
            "briefs.save", "All of today’s briefs as PDF…", window.ways.save_briefs, also="print one-on-one prepare"
        ),
        Command("import.deals", "Import deals…", window.ways.import_deals, ("Ctrl+I",), JOURNAL),
        Command(
            "settings",
            "Settings",
            partial(window.ways.open_page, "settings"),
            ("Ctrl+,",),
            JOURNAL,
            also="preferences options questions skills kinds templates spelling language aims currency",
        ),
        Command("details", "Your details…", window.edit_details),
        Command("sample.load", "Load the sample team", window.ways.load_sample, (), JOURNAL),
        Command("sample.remove", "Remove the sample team", window.remove_sample, (), JOURNAL),
        Command(
            "journal.open", "Open another journal…", window.open_journal, ("Ctrl+O",), JOURNAL, needs_journal=False
        ),
        Command("journal.new", "New journal…", window.new_journal, (), JOURNAL, needs_journal=False),
    )


def _looks(window: "MainWindow") -> tuple[Command, ...]:
    schemes = tuple(
        Command(
            f"scheme.{scheme}",
            f"Look: {look}",
            partial(window.choose_scheme, scheme),
            menu=LOOK,
            needs_journal=False,
            also="theme mode appearance colours",
        )
        for scheme, look in ((Scheme.SYSTEM, "as the system"), (Scheme.LIGHT, "light"), (Scheme.DARK, "dark"))
    )
    return (
        *schemes,
        Command(
            "text.larger", "Larger text", lambda: window.step_text(1), ("Ctrl++", "Ctrl+="), LOOK, needs_journal=False
        ),
        Command("text.smaller", "Smaller text", lambda: window.step_text(-1), ("Ctrl+-",), LOOK, needs_journal=False),
        Command("sidebar", "Show or hide the side", window.toggle_sidebar, ("Ctrl+B",), LOOK, needs_journal=False),
    )


def _help(window: "MainWindow") -> tuple[Command, ...]:
    return (
        Command("keys", "Keys", window.show_keys, ("F1",), HELP, needs_journal=False),
        Command("about", "About Coach Journal", window.show_about, (), HELP, needs_journal=False),
        Command("menu", "Menu", window.open_menu, ("F10",), needs_journal=False),
        Command("quit", "Quit", window.quit, ("Ctrl+Q",), END, needs_journal=False),
    )
