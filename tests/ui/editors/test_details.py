from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from coachjournal.journal import Journal
from coachjournal.queries.settings import settings
from tests.ui.hands import named, opened, press
from ui.context import Context
from ui.editors.details import DetailsEditor


def test_details_are_written_together_and_undone_together(journal: Journal, context: Context, qtbot: QtBot) -> None:
    before = journal.ask(settings)
    editor = opened(DetailsEditor(context), qtbot)
    named(editor, "details.name", QLineEdit).setText("Markus Lind")
    named(editor, "details.currency", QLineEdit).setText("nok")
    week_start = named(editor, "details.week_start", QComboBox)
    week_start.setCurrentIndex(week_start.findText("Sunday"))
    press(editor, "Ctrl+Return")
    now = journal.ask(settings)
    assert (now.manager_name, now.currency, now.week_start) == ("Markus Lind", "NOK", 6)
    journal.undo()
    assert journal.ask(settings) == before


def test_what_is_no_currency_is_refused_beside_its_field(journal: Journal, context: Context, qtbot: QtBot) -> None:
    editor = opened(DetailsEditor(context), qtbot)
    named(editor, "details.name", QLineEdit).setText("Markus Lind")
    named(editor, "details.currency", QLineEdit).setText("Euro")
    press(editor, "Ctrl+Return")
    assert "three letters" in named(editor, "details.currency.problem", QLabel).text()
    assert journal.ask(settings).manager_name == ""
