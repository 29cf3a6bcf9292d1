"""Whatever is typed, dropped or pasted into the two fields that search: it is looked for, and nothing breaks."""

import json
from base64 import b64decode
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QListView
from pytestqt.qtbot import QtBot

from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import Journal
from tests.ui.hands import named, press
from ui.main_window import MainWindow
from ui.pages import Place
from ui.screens.journal import JournalScreen
from ui.widgets.palette import Palette

DATA = Path(__file__).resolve().parents[3] / "shared/data"
QUERIES, NAUGHTY = DATA / "torture/sqlite-fts5/fts5_queries_dev.json", DATA / "torture/blns/blns.base64.json"
MIDDLES = {
    "udhr/cmn_hans.txt": "理性和良心",
    "udhr/jpn.txt": "平等である",
    "udhr/tha.txt": "เสมอภาคกัน",
    "udhr/arb.txt": "الكرامة",
    "udhr/hin.txt": "गौरव",
    "udhr/ell_monotonic.txt": "αξιοπρεπει",
}
"""Words from the middle of notes in scripts with and without spaces."""


def everything() -> list[str]:
    """All that others found to break a search, and all of FTS5's own cases."""
    if not QUERIES.exists() or not NAUGHTY.exists():
        pytest.skip("the shared test data is not here")
    cases = [case if isinstance(case, str) else case["query"] for case in json.loads(QUERIES.read_text("utf-8"))]
    naughty = [b64decode(each).decode("utf-8", "replace") for each in json.loads(NAUGHTY.read_text("utf-8"))]
    return [*cases, *naughty]


@pytest.fixture
def line(attached: MainWindow, journal: Journal) -> QLineEdit:
    dana = journal.do(add_rep, name="Dana Reyes")
    journal.do(log_conversation, rep_id=dana, text='Opened with the agenda: one two three. <b>OR</b> NEAR(1) "x"')
    press(attached, "Ctrl+K")
    return named(attached, "palette.line", QLineEdit)


def test_the_palette_takes_all_that_can_be_typed(attached: MainWindow, line: QLineEdit) -> None:
    found = named(attached, "palette.list", QListView)
    for typed in everything():
        line.setText(typed)
        attached.grab()
        assert line.isVisible()
        assert found.isVisible() == bool(found.model().rowCount())
        assert 0 < named(attached, "palette", Palette).height() <= attached.height()
    line.setText("agenda")
    assert found.model().rowCount() > 1


def test_the_journal_takes_all_that_can_be_typed(attached: MainWindow, line: QLineEdit, qtbot: QtBot) -> None:
    press(line, "Esc")
    press(attached, "Ctrl+Shift+F")
    qtbot.waitUntil(lambda: attached.pages.place == Place("journal"), timeout=20_000)
    screen = attached.pages.currentWidget()
    assert isinstance(screen, JournalScreen)
    width = attached.minimumSizeHint().width()
    for typed in everything():
        screen.filters.look_for(typed)
        qtbot.waitUntil(lambda: not screen.is_looking, timeout=20_000)
        screen.preview.show_conversation(screen.list.current_id())
        attached.grab()
    assert attached.minimumSizeHint().width() <= width
    screen.filters.look_for("agenda")
    qtbot.waitUntil(lambda: screen.list.rows.conversations == 1)


@pytest.mark.parametrize("file", MIDDLES)
def test_a_note_in_any_script_is_found_by_a_word_from_its_middle(
    attached: MainWindow, journal: Journal, line: QLineEdit, qtbot: QtBot, file: str
) -> None:
    note = DATA / "notes" / file
    if not note.exists():
        pytest.skip("the shared test data is not here")
    text = note.read_text(encoding="utf-8")
    talk = journal.do(log_conversation, rep_id=1, text=text)
    for letter in MIDDLES[file]:
        line.insert(letter)  # as an input method does
    press(line, "Return")
    qtbot.waitUntil(lambda: attached.pages.place == Place("conversation", talk), timeout=20_000)
