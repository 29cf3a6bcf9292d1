"""What the numbers say about a rep, and the coaching planned and held, on the rep's page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from coachjournal.commands.coaching_action import plan_action
from coachjournal.commands.rep import add_rep
from coachjournal.commands.signal import coach_signal
from coachjournal.journal import Journal
from coachjournal.queries.coaching import coaching_steps
from coachjournal.queries.signals import OpenSignal
from coachjournal.rules.coaching import ActionKind
from tests.ui.hands import click, named, press, words_of
from tests.ui.signals import let_commitments_slip
from tests.ui.went import Went
from ui.context import Context
from ui.screens.rep import RepScreen
from ui.screens.rep_signals import RepSignals
from ui.widgets.buttons import PlainButton
from ui.widgets.choices import Tabs
from ui.widgets.signal_row import SignalRow
from ui.widgets.step_row import StepRow

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def slips(journal: Journal, dana: int) -> OpenSignal:
    return let_commitments_slip(journal, dana)


@pytest.fixture
def screen(context: Context, went: Went, dana: int, slips: OpenSignal, qtbot: QtBot) -> Iterator[RepScreen]:
    assert slips.subject.rep_id == dana
    shown = RepScreen(replace(context, navigator=went))
    qtbot.addWidget(shown)
    shown.resize(1150, 860)
    shown.show()
    shown.open_item(dana)
    qtbot.waitUntil(lambda: shown.page is not None)
    yield shown
    shown.hide()


def test_the_tab_counts_the_signals_without_being_looked_at(screen: RepScreen, qtbot: QtBot) -> None:
    tabs = named(screen, "repPage.lists.tabs", Tabs)
    place = [tabs.tabText(at).startswith("Signals") for at in range(tabs.count())].index(True)
    qtbot.waitUntil(lambda: tabs.tabText(place) == "Signals 1")


def test_a_key_on_a_signal_coaches_it_and_none_of_the_page(screen: RepScreen, went: Went, dana: int) -> None:
    screen.show_list("signals")
    row = named(screen, f"signal.commitments_slip.{dana}", SignalRow)
    assert "Dana" not in row.accessibleName()
    row.setFocus()
    press(row, "C")
    press(row, "Return")
    assert went.to == [("coach commitments_slip", dana), ("signal commitments_slip", dana)]


def test_what_is_planned_is_begun_by_one_key_and_held_by_another(
    screen: RepScreen, went: Went, journal: Journal, dana: int, slips: OpenSignal
) -> None:
    journal.do(coach_signal, finding=slips.last, kind=ActionKind.CONVERSATION, planned_on=TUESDAY)
    journal.do(plan_action, rep_id=dana, kind=ActionKind.PRACTICE, planned_on=TUESDAY, text="Closing")
    screen.show_list("signals")
    first = named(screen, "step.1", StepRow)
    first.setFocus()
    press(first, "S")
    assert went.to == [("conversation", journal.ask(coaching_steps)[0].conversation_id)]
    second = named(screen, "step.2", StepRow)
    assert second.accessibleName() == "Practice, planned tomorrow, Closing"
    second.setFocus()
    press(second, "H")
    assert [step.held_on for step in journal.ask(coaching_steps) if step.action_id == 2] == [date(2026, 11, 23)]


def test_k_plans_coaching_from_anywhere_on_the_page(screen: RepScreen, went: Went, dana: int) -> None:
    press(screen, "K")
    screen.show_list("signals")
    click(named(screen, "repPage.planCoaching", PlainButton))
    assert went.to == [("plan coaching", dana)] * 2


def test_without_signals_it_says_so(screen: RepScreen, journal: Journal) -> None:
    screen.open_item(journal.do(add_rep, name="Amir Khan"))
    screen.show_list("signals")
    signals = named(screen, "repPage.signals", RepSignals)
    assert "The numbers say nothing about Amir now" in words_of(signals)
