"""Plans and briefs out of the window, into real files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from coachjournal.commands.conversation import plan_conversation
from coachjournal.commands.plan import start_plan, write_plan
from coachjournal.commands.rep import add_rep
from coachjournal.rules.period import Period, quarter_of
from tests.ui.hands import click, named, press
from ui.context import Context
from ui.exporting import export_briefs_today, export_plan, plan_file_name, saved_words, write_briefs_to, write_plan_to

QUARTER = quarter_of(date(2026, 11, 23))


class OpenedFiles(QObject):
    """Stands where the desktop would open files."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.files.append(url.toLocalFile())


@pytest.fixture
def opened() -> Iterator[OpenedFiles]:
    files = OpenedFiles()
    method: Any = "open"  # the stub asks for bytes, the binding for a word
    QDesktopServices.setUrlHandler("file", files, method)
    yield files
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def dana(context: Context) -> int:
    return context.journal.do(add_rep, name="Dana Reyes")


def test_the_plan_is_saved_where_the_user_says_and_can_be_opened(
    context: Context, dana: int, qtbot: QtBot, tmp_path: Path, opened: OpenedFiles
) -> None:
    plan = context.journal.do(start_plan, rep_id=dana, period=QUARTER)
    context.journal.do(write_plan, plan_id=plan, direction="I want to lead the renewal.")
    context.settings.setValue("folders/documents", str(tmp_path))
    export_plan(context, dana)
    dialog = named(context.window, "saveDialog", QFileDialog)
    assert named(dialog, "fileNameEdit", QLineEdit).text() == "Development plan Dana Reyes 2026-Q4.pdf"
    press(named(dialog, "fileNameEdit", QLineEdit), "Return")
    file = tmp_path / "Development plan Dana Reyes 2026-Q4.pdf"
    qtbot.waitUntil(lambda: context.messages.bar.words.startswith("Saved"), timeout=20_000)
    pages = PdfReader(file).pages
    words = f"Saved {file.name} ({len(pages)} pages)." if len(pages) > 1 else f"Saved {file.name} (1 page)."
    assert context.messages.bar.words == words
    assert "I want to lead the renewal." in " ".join(pages[0].extract_text().split())
    for button in ("undoBar.step0", "undoBar.step1"):
        step = named(context.window, button, QPushButton)
        click(step)
    assert opened.files == [str(file), str(tmp_path)]


def test_a_folder_that_is_gone_is_told(context: Context, dana: int, qtbot: QtBot, tmp_path: Path) -> None:
    write_plan_to(context, dana, tmp_path / "gone" / "plan.pdf")
    qtbot.waitUntil(lambda: "could not be written" in context.messages.bar.words, timeout=20_000)


def planned(context: Context, *reps: int) -> None:
    for rep_id in reps:
        context.journal.do(plan_conversation, rep_id=rep_id, held_on=context.journal.clock.today())


def test_todays_briefs_are_saved_as_one_file(context: Context, dana: int, qtbot: QtBot, tmp_path: Path) -> None:
    planned(context, dana, context.journal.do(add_rep, name="Amir Khan"))
    context.settings.setValue("folders/documents", str(tmp_path))
    export_briefs_today(context)
    press(named(context.window, "fileNameEdit", QLineEdit), "Return")
    qtbot.waitUntil(lambda: context.messages.bar.words.startswith("Saved"), timeout=20_000)
    assert context.messages.bar.words == "Saved One-on-ones 2026-11-23.pdf (2 pages)."
    assert len(PdfReader(tmp_path / "One-on-ones 2026-11-23.pdf").pages) == 2


def test_where_nobody_is_due_today_nothing_is_asked(context: Context, dana: int) -> None:
    assert dana
    export_briefs_today(context)
    assert context.messages.bar.words == "No one-on-one is planned for today."
    assert context.window.findChild(QFileDialog, "saveDialog") is None


def test_who_cancels_finds_no_file(context: Context, dana: int, qtbot: QtBot, tmp_path: Path) -> None:
    planned(context, dana)
    busy = Event()
    context.worker.run(lambda _task: busy.wait(20), lambda _answer: None)
    write_briefs_to(context, None, tmp_path / "briefs.pdf")
    click(named(context.window, "undoBar.step0", QPushButton))
    busy.set()
    qtbot.waitUntil(lambda: context.messages.bar.words == "Nothing was saved.", timeout=20_000)
    assert not (tmp_path / "briefs.pdf").exists()


@pytest.mark.parametrize(
    ("rep", "period", "name"),
    [
        ("Dana Reyes", QUARTER, "Development plan Dana Reyes 2026-Q4"),
        ("A/B: “C”?", Period(date(2026, 11, 1), date(2026, 12, 1)), "Development plan A B “C” 2026-11"),
        ("小林", Period(date(2026, 1, 1), date(2027, 1, 1)), "Development plan 小林 2026"),
        ("..", Period(date(2026, 1, 5), date(2026, 2, 5)), "Development plan 2026-01-05 to 2026-02-04"),
    ],
)
def test_the_file_is_named_after_the_rep_and_the_period(rep: str, period: Period, name: str) -> None:
    assert plan_file_name(rep, period) == name


def test_what_could_not_be_shown_is_told() -> None:
    assert saved_words(Path("plan.pdf"), 2, ("𓀀",)) == "Saved plan.pdf (2 pages). 1 character could not be shown: 𓀀"
