"""Keeping what is typed, also while the file cannot be written."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
import sqlcipher3.dbapi2 as sqlite
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from coachjournal.journal import Journal, Writing
from coachjournal.queries.drafts import kept_draft
from ui.draft_keeper import DraftKeeper


class Page(QObject):
    """Something with words on it."""

    words = ""

    def fields(self) -> dict[str, str] | None:
        return {"text": self.words} if self.words else None


@pytest.fixture
def page() -> Iterator[Page]:
    written = Page()
    yield written
    written.deleteLater()


@pytest.fixture
def keeper(journal: Journal, page: Page, qapp: object) -> Iterator[DraftKeeper]:
    assert qapp
    kept = DraftKeeper(journal, page.fields, page)
    kept.keep_in("page", in_file=False)
    yield kept
    kept.settle()


def text(journal: Journal) -> str | None:
    draft = journal.ask(kept_draft, slot="page")
    return None if draft is None else draft.fields["text"]


@contextmanager
def in_use_by_another_program(journal: Journal) -> Iterator[None]:
    def do_not_wait(tx: Writing) -> None:
        tx.cursor().execute("PRAGMA busy_timeout = 0")

    journal.do(do_not_wait)
    with closing(sqlite.connect(journal.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def test_typing_without_a_pause_is_kept_all_the_same(
    keeper: DraftKeeper, page: Page, journal: Journal, qtbot: QtBot
) -> None:
    for letter in "asked":
        page.words += letter
        keeper.touch()
        qtbot.wait(300)
    assert text(journal) in {"aske", "asked"}


def test_words_taken_away_take_the_draft_away(keeper: DraftKeeper, page: Page, journal: Journal) -> None:
    page.words = "asked"
    keeper.touch()
    keeper.flush()
    page.words = ""
    keeper.touch()
    keeper.flush()
    assert text(journal) is None


def test_a_file_that_cannot_be_written_is_told_and_tried_again_until_it_can(
    keeper: DraftKeeper, page: Page, journal: Journal, qtbot: QtBot
) -> None:
    page.words = "asked"
    with in_use_by_another_program(journal), qtbot.waitSignal(keeper.troubled) as trouble:
        keeper.touch()
    assert trouble.args == [
        "Another program is using the journal file just now. Nothing was lost; try again in a moment."
    ]
    with qtbot.waitSignal(keeper.kept):
        pass
    assert text(journal) == "asked"
