from datetime import date

from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from coachjournal.journal import Journal
from coachjournal.queries.signals import quiet_signals
from tests.ui.hands import named, opened, press, type_into
from tests.ui.signals import let_commitments_slip
from ui.context import Context
from ui.editors.put_off import PutOff
from ui.widgets.choices import Chip
from ui.widgets.date_field import DateField
from ui.widgets.text import Text


def test_a_figure_says_why_and_it_returns_in_a_month(
    context: Context, journal: Journal, dana: int, qtbot: QtBot
) -> None:
    editor = opened(PutOff(context, let_commitments_slip(journal, dana)), qtbot)
    press(_focused(), "2")
    press(editor, "Ctrl+Return")
    (quiet,) = journal.ask(quiet_signals)
    assert (quiet.reason, quiet.returns_on) == ("Too little to tell yet", date(2026, 12, 23))


def test_own_words_and_another_day_do_as_well(context: Context, journal: Journal, dana: int, qtbot: QtBot) -> None:
    editor = opened(PutOff(context, let_commitments_slip(journal, dana)), qtbot)
    press(_focused(), "1")
    line = named(editor, "putOff.reason", QLineEdit)
    line.clear()
    type_into(line, "Parental leave until then")
    type_into(named(editor, "putOff.returns_on", DateField), "in two weeks")
    press(editor, "Ctrl+Return")
    (quiet,) = journal.ask(quiet_signals)
    assert (quiet.reason, quiet.returns_on) == ("Parental leave until then", date(2026, 12, 7))


def test_without_a_reason_nothing_is_put_off(context: Context, journal: Journal, dana: int, qtbot: QtBot) -> None:
    context.window.resize(900, 900)
    editor = opened(PutOff(context, let_commitments_slip(journal, dana)), qtbot)
    before = editor.height()
    press(editor, "Ctrl+Return")
    assert named(editor, "putOff.reason.problem", Text).text() != ""
    assert editor.height() > before, "what is wrong pushes no field out of sight"
    assert journal.ask(quiet_signals) == ()


def _focused() -> Chip:
    chip = QApplication.focusWidget()
    assert isinstance(chip, Chip)
    return chip
