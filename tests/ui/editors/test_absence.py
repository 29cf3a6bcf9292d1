from datetime import date

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from coachjournal.journal import Journal
from coachjournal.queries.absences import Absence, absences
from coachjournal.queries.cadences import cadences
from coachjournal.rules.cadence import Cadence, CadenceKind
from coachjournal.rules.period import Period
from tests.ui.hands import click, named, opened, press, type_into
from ui.context import Context
from ui.editors.absence import AbsenceEditor
from ui.editors.rep_cadences import RepCadences
from ui.widgets.date_field import DateField

ONE = CadenceKind.ONE_ON_ONE


def all_absences(journal: Journal) -> tuple[Absence, ...]:
    return journal.ask(absences).all


def own(journal: Journal, rep_id: int) -> dict[CadenceKind, Cadence]:
    return {kind: cadence for (kind, of), cadence in journal.ask(cadences).chosen.items() if of == rep_id}


def test_both_days_are_away(journal: Journal, context: Context, dana: int, qtbot: QtBot) -> None:
    editor = opened(AbsenceEditor(context, dana, "Dana"), qtbot)
    named(editor, "absenceEditor.first_day", DateField).set_day(date(2026, 12, 14))
    assert named(editor, "absenceEditor.last_day", DateField).day == date(2026, 12, 14)
    named(editor, "absenceEditor.last_day", DateField).set_day(date(2026, 12, 18))
    type_into(named(editor, "absenceEditor.reason", QLineEdit), "training")
    press(editor, "Ctrl+Return")
    (absence,) = all_absences(journal)
    assert (absence.rep_id, absence.reason) == (dana, "training")
    assert absence.period == Period(date(2026, 12, 14), date(2026, 12, 19))


def test_an_absence_is_changed_or_removed(journal: Journal, context: Context, qtbot: QtBot) -> None:
    press(opened(AbsenceEditor(context, None, ""), qtbot), "Ctrl+Return")
    change = opened(AbsenceEditor(context, None, "", all_absences(journal)[0]), qtbot)
    type_into(named(change, "absenceEditor.reason", QLineEdit), "Christmas")
    press(change, "Ctrl+Return")
    assert all_absences(journal)[0].reason == "Christmas"
    change = opened(AbsenceEditor(context, None, "", all_absences(journal)[0]), qtbot)
    click(named(change, "absenceEditor.remove", QPushButton))
    assert all_absences(journal) == ()


def test_a_last_day_before_the_first_is_refused_beside_it(journal: Journal, context: Context, qtbot: QtBot) -> None:
    editor = opened(AbsenceEditor(context, None, ""), qtbot)
    named(editor, "absenceEditor.last_day", DateField).set_day(date(2026, 11, 1))
    press(editor, "Ctrl+Return")
    assert "before the first" in named(editor, "absenceEditor.last_day.problem", QLabel).text()
    assert all_absences(journal) == ()


def test_a_rep_has_their_own_cadence_and_gives_it_back(
    journal: Journal, context: Context, dana: int, qtbot: QtBot
) -> None:
    editor = opened(RepCadences(context, dana, "Dana"), qtbot)
    named(editor, "repCadences.fields.one_on_one.target", QSpinBox).setValue(14)
    named(editor, "repCadences.fields.one_on_one.limit", QSpinBox).setValue(21)
    press(editor, "Ctrl+Return")
    assert own(journal, dana) == {ONE: Cadence(14, 21)}
    editor = opened(RepCadences(context, dana, "Dana"), qtbot)
    click(named(editor, "repCadences.fields.one_on_one.putBack", QPushButton))
    press(editor, "Ctrl+Return")
    assert own(journal, dana) == {}


def test_a_cadence_that_cannot_be_is_said_and_nothing_is_kept(
    journal: Journal, context: Context, dana: int, qtbot: QtBot
) -> None:
    editor = opened(RepCadences(context, dana, "Dana"), qtbot)
    named(editor, "repCadences.fields.plan.target", QSpinBox).setValue(500)
    named(editor, "repCadences.fields.one_on_one.target", QSpinBox).setValue(9)
    press(editor, "Ctrl+Return")
    assert "overdue before it is due" in named(editor, "repCadences.problem", QLabel).text()
    assert own(journal, dana) == {}
