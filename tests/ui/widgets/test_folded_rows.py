"""A list of which the first rows are seen."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.widgets.folded_rows import FoldedRows

THINGS = ("Map the buyers", "Call Ingrid", "Send the offer")


@pytest.fixture
def rows(qtbot: QtBot) -> FoldedRows:
    """Room for two of three."""
    rows = FoldedRows(name="promises")
    qtbot.addWidget(rows)
    rows.show()
    rows.show_rows(THINGS, _row, room=2, empty="Nothing.")
    return rows


def test_more_room_adds_rows_below_those_that_stay(rows: FoldedRows) -> None:
    first, second = _seen(rows)
    rows.show_first(3)
    assert _seen(rows)[:2] == [first, second]
    assert _words(rows) == list(THINGS)
    assert not rows.more.isVisible()


def test_less_room_takes_the_last_rows_away(rows: FoldedRows) -> None:
    first, _ = _seen(rows)
    rows.show_first(1)
    assert _seen(rows) == [first]
    assert rows.more.text() == "2 more"


def test_the_keys_stay_in_the_list_when_their_row_goes(rows: FoldedRows, qtbot: QtBot) -> None:
    rows.activateWindow()
    qtbot.waitUntil(rows.isActiveWindow)
    first, second = _seen(rows)
    second.setFocus()
    rows.show_first(1)
    assert first.hasFocus()


def test_more_shows_the_rest_and_room_no_longer_matters(rows: FoldedRows) -> None:
    rows.more.click()
    rows.show_first(1)
    assert _words(rows) == list(THINGS)


def _row(thing: str) -> QPushButton:
    row = QPushButton(thing)
    row.setObjectName(thing)
    return row


def _seen(rows: FoldedRows) -> list[QPushButton]:
    return [row for row in rows.findChildren(QPushButton) if row.isVisible() and row is not rows.more]


def _words(rows: FoldedRows) -> list[str]:
    return [row.text() for row in _seen(rows)]
