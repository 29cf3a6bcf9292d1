"""How many signals are open stands in the side, and keeps up."""

from datetime import date

from pytestqt.qtbot import QtBot

from coachjournal.commands.rep import add_rep
from coachjournal.commands.signal import put_off_signal
from coachjournal.journal import Journal
from coachjournal.queries.signals import open_signals
from tests.ui.hands import named
from ui.main_window import MainWindow
from ui.sidebar import NavButton


def test_the_side_counts_what_is_open(attached: MainWindow, journal: Journal, qtbot: QtBot) -> None:
    button = named(attached, "page.signals", NavButton)
    journal.do(add_rep, name="Dana Reyes", started_on=date(2026, 6, 1))
    told = journal.ask(open_signals)
    assert told
    qtbot.waitUntil(lambda: button.count == str(len(told)))
    assert button.accessibleName() == f"Signals, {len(told)} open"
    for signal in told:
        journal.do(put_off_signal, finding=signal.last, reason="Away", returns_on=date(2026, 12, 24))
    qtbot.waitUntil(lambda: button.count == "")
