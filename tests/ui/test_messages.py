import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.changes import Change
from coachjournal.errors import Rejected, StorageUnavailable
from tests.ui.hands import click, named
from ui.messages import Messages

FULL = StorageUnavailable("The disk is full.")


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    area = QWidget()
    qtbot.addWidget(area)
    area.resize(800, 600)
    area.show()
    return area


@pytest.fixture
def messages(host: QWidget) -> Iterator[Messages]:
    before = sys.excepthook
    speaker = Messages(host)
    speaker.banner.setParent(host)
    yield speaker
    sys.excepthook = before


def raised(error: Exception) -> Exception:
    """The error as it looks once it was raised."""
    try:
        raise error
    except type(error) as caught:
        return caught


def test_the_bar_stands_at_the_foot_and_stays_there(messages: Messages, host: QWidget) -> None:
    messages.changed(Change(frozenset({"rep"}), "Added Dana Reyes."))
    assert messages.bar.isVisible()
    host.resize(500, 400)
    assert messages.bar.geometry().bottom() <= 400
    assert abs(messages.bar.geometry().center().x() - 250) <= 1


def test_what_cannot_be_undone_offers_no_undo(messages: Messages, host: QWidget) -> None:
    messages.changed(Change(frozenset({"rep"}), "Undone: Added Dana Reyes.", undoable=False))
    assert not named(host, "undoBar.undo", QPushButton).isVisible()


def test_the_bar_has_room_for_what_it_says_and_offers(messages: Messages, host: QWidget, qtbot: QtBot) -> None:
    messages.note("Kept.")
    messages.note("Saved plan.pdf.", ("Open", lambda: None), ("Show in folder", lambda: None))
    qtbot.waitUntil(named(host, "undoBar.step1", QPushButton).isVisible)
    for part in (named(host, "undoBar.words", QLabel), named(host, "undoBar.step0", QPushButton)):
        assert part.width() >= part.sizeHint().width()


def test_trouble_with_the_file_says_what_is_safe_and_tries_again(messages: Messages, host: QWidget) -> None:
    tries: list[str] = []
    messages.storage_unavailable(FULL, retry=lambda: tries.append("again"))
    assert messages.banner.words == FULL.sentence
    click(named(host, "banner.step", QPushButton))
    assert tries == ["again"]
    assert not messages.banner.isVisible()


@pytest.mark.parametrize("error", [Rejected("A rep needs a name."), FULL])
def test_an_error_a_person_can_act_on_is_never_called_a_bug(
    messages: Messages, host: QWidget, error: Exception
) -> None:
    messages.catch_everything()
    sys.excepthook(type(error), raised(error), None)
    assert str(error) in messages.bar.words + messages.banner.words
    assert host.findChild(QDialog, "bug") is None
    assert not named(host, "banner.step", QPushButton).isVisible(), "nobody knows what to try again"


def test_a_bug_shows_its_details_only_when_asked_and_can_be_copied(
    messages: Messages, host: QWidget, caplog: pytest.LogCaptureFixture
) -> None:
    messages.catch_everything()
    sys.excepthook(ZeroDivisionError, raised(ZeroDivisionError("division by zero")), None)
    dialog = named(host, "bug", QDialog)
    details = named(dialog, "bug.details", QPlainTextEdit)
    assert not details.isVisible()
    click(named(dialog, "bug.fold", QPushButton))
    assert details.isVisible()
    click(named(dialog, "bug.copy", QPushButton))
    assert "ZeroDivisionError: division by zero" in QGuiApplication.clipboard().text()
    click(named(dialog, "bug.close", QPushButton))
    assert "ZeroDivisionError" in caplog.text


def test_words_from_people_are_never_read_as_markup(messages: Messages, host: QWidget) -> None:
    messages.note("<b>Dana</b> & <img src=x>")
    label = named(host, "undoBar.words", QLabel)
    assert label.text() == "<b>Dana</b> & <img src=x>"
    assert label.textFormat().name == "PlainText"
