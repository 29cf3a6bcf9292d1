"""The process dies in the middle of a word: what was finished is there, and nearly all of what was not."""

import random
import signal
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from PySide6.QtWidgets import QApplication

from coachjournal.clock import FixedClock
from coachjournal.commands.rep import add_rep
from coachjournal.journal import open_journal
from tests.journeys.busy_manager import WORDS
from tests.journeys.conftest import Start
from tests.journeys.processes import ROOT, offscreen
from ui.widgets.note_edit import NoteEdit

KILLS = 6
LONGEST_LIFE = 0.8
"""Seconds from the first conversation to the kill: with fast hands some ten more are logged in them."""
FAST, UNHURRIED = 2, 50
"""Milliseconds between two keys."""


@pytest.fixture
def team(journal_file: Path, clock: FixedClock) -> Path:
    """A journal with Dana."""
    journal = open_journal(journal_file, clock=clock)
    journal.do(add_rep, name="Dana Reyes")
    journal.close()
    return journal_file


def log_until_killed(journal: Path, folder: Path, seconds: float, pace: int = FAST) -> list[int]:
    """Let somebody log conversations and kill them at work; answers the numbers of those they finished."""
    program = ROOT / "tests" / "journeys" / "busy_manager.py"
    command = [sys.executable, str(program), str(journal), str(folder / "window.ini"), str(pace)]
    with subprocess.Popen(command, env=offscreen(folder), text=True, stdout=subprocess.PIPE) as busy:
        assert busy.stdout is not None
        first = busy.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            busy.wait(timeout=seconds)
        busy.send_signal(signal.SIGKILL)
        rest, _ = busy.communicate()
    return [int(number) for number in (first + rest).split()]


def logged(journal: Path) -> list[str]:
    """The words of all conversations, from a file that must be sound."""
    with closing(sqlite.connect(journal)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        return [text for (text,) in raw.execute("SELECT text FROM conversation ORDER BY id")]


@pytest.mark.slow
def test_whoever_is_killed_while_typing_finds_every_conversation_they_finished(team: Path, tmp_path: Path) -> None:
    chance = random.Random(9)
    for _ in range(KILLS):
        before = len(logged(team))
        finished = log_until_killed(team, tmp_path, chance.uniform(0, LONGEST_LIFE))
        words = [WORDS.format(number) for number in finished]
        found = logged(team)[before:]
        assert found[: len(words)] == words
        assert len(found) <= len(words) + 1, "at most one that was finished but not said so any more"


@pytest.mark.slow
def test_after_a_kill_the_window_opens_as_ever_and_the_words_go_on_where_they_were(
    start: Start, team: Path, tmp_path: Path
) -> None:
    finished = log_until_killed(team, tmp_path, seconds=2, pace=UNHURRIED)
    day = start(team)
    day.until_at("today")
    day.press("Ctrl+N")
    words = day.see_as(NoteEdit, "quickLog.text").source
    assert len(words) > len("Talk 2 was")
    assert WORDS.format(len(finished) + 1).startswith(words)


def test_words_not_finished_when_the_computer_is_shut_down_are_there_the_next_time(start: Start, team: Path) -> None:
    day = start(team)
    day.until_at("today")
    day.press("Ctrl+N", "D", "A", "Return")
    day.write("She asked before she")
    QApplication.closeAllWindows()
    day.end()
    again = start(team)
    again.until_at("today")
    again.press("Ctrl+N")
    assert again.see_as(NoteEdit, "quickLog.text").source == "She asked before she"


def test_words_written_on_a_page_are_kept_when_the_window_closes(start: Start, team: Path) -> None:
    day = start(team)
    day.until_at("today")
    day.press("Ctrl+N", "D", "A", "Return")
    day.write("Began with the agenda.")
    day.press("Ctrl+Return")
    day.press("Ctrl+2")
    day.until_at("journal")
    day.press("Return")
    day.until(lambda: day.place.page == "conversation")
    day.press("Ctrl+End")
    day.write(" Then asked.")
    day.press("Ctrl+Q")
    day.end()
    assert logged(team) == ["Began with the agenda. Then asked."]
