from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from coachjournal.commands.absence import add_absence
from coachjournal.queries.cadences import cadences
from coachjournal.rules.cadence import DEFAULT_CADENCES, Cadence, CadenceKind
from tests.ui.hands import click, named, type_into, words_of
from ui.context import Context
from ui.editors.absence import AbsenceEditor
from ui.screens.settings_rhythm import RhythmSection
from ui.widgets.open_row import OpenRow

ONE = CadenceKind.ONE_ON_ONE


@pytest.fixture
def section(context: Context, qtbot: QtBot) -> RhythmSection:
    shown = RhythmSection(context)
    qtbot.addWidget(shown)
    context.bus.changed.connect(lambda _change: shown.show_page())
    shown.show_page()
    shown.show()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def box(section: RhythmSection, name: str) -> QSpinBox:
    return named(section, f"settings.rhythm.cadences.{name}", QSpinBox)


def write(section: RhythmSection, name: str, days: str) -> None:
    """Write over the days, and leave the field."""
    field = box(section, name)
    field.setFocus()
    field.selectAll()
    type_into(field, days)
    section.setFocus()
    field.clearFocus()


def of_team(context: Context, kind: CadenceKind) -> Cadence:
    return context.journal.ask(cadences).of(0, kind)


def test_every_cadence_says_what_starts_its_count_anew(section: RhythmSection) -> None:
    for kind in CadenceKind:
        assert kind.resets in words_of(section)


def test_a_cadence_is_kept_as_its_field_is_left_and_put_back(section: RhythmSection, context: Context) -> None:
    back = named(section, "settings.rhythm.cadences.one_on_one.putBack", QPushButton)
    assert not back.isEnabled()
    write(section, "one_on_one.target", "10")
    assert of_team(context, ONE) == Cadence(10, 14)
    click(back)
    assert of_team(context, ONE) == DEFAULT_CADENCES[ONE]
    assert box(section, "one_on_one.target").value() == 7


def test_what_cannot_be_is_said_until_it_can(section: RhythmSection, context: Context) -> None:
    write(section, "one_on_one.target", "20")
    problem = named(section, "settings.rhythm.problem", QLabel)
    assert "cannot be overdue before it is due" in problem.text()
    assert of_team(context, ONE) == DEFAULT_CADENCES[ONE]
    write(section, "one_on_one.limit", "30")
    assert (of_team(context, ONE), problem.text()) == (Cadence(20, 30), "")


def test_days_away_of_everybody_stand_here_and_open(section: RhythmSection, context: Context, qtbot: QtBot) -> None:
    assert "None yet" in words_of(section)
    first_day, last_day = date(2026, 12, 24), date(2026, 12, 26)
    context.journal.do(add_absence, first_day=first_day, last_day=last_day, reason="Christmas")
    assert "24 Dec to 26 Dec, Christmas" in words_of(section)
    named(section, "settings.rhythm.away.0", OpenRow).click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), AbsenceEditor))
