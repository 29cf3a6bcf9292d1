"""The same journal started twice: the window that is there comes to the front, the second process ends."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.conftest import Start
from tests.journeys.day import Day
from tests.journeys.processes import ROOT, offscreen, without_offscreen_words


def start_again(day: Day, journal: Path, folder: Path) -> tuple[int, str, str]:
    """A real second process; answers its status and all it said."""
    command = [sys.executable, str(ROOT / "main.py"), "--journal", str(journal)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=offscreen(folder), cwd=folder, text=True, stdout=pipe, stderr=pipe) as second:
        try:
            day.until(lambda: second.poll() is not None)
        finally:
            second.kill()
        out, errors = second.communicate()
    return second.returncode, out, without_offscreen_words(errors)


@pytest.mark.parametrize("spelt", ["as before", "from its folder", "by a link"])
def test_a_second_start_raises_the_first_window_and_ends_well(
    start: Start, journal_file: Path, tmp_path: Path, spelt: str
) -> None:
    day = start(journal_file)
    day.until_at("welcome")
    link = tmp_path / "desktop.coach"
    link.symlink_to(journal_file)
    journal = {"as before": journal_file, "from its folder": Path(journal_file.name), "by a link": link}[spelt]
    frame = day.window.window()
    frame.showMinimized()
    assert start_again(day, journal, tmp_path) == (0, "", "")
    day.until(lambda: not frame.windowState() & Qt.WindowState.WindowMinimized)
