"""A window is killed fifty times in the middle of a word: two seconds of typing are the most that is lost."""

import json
import random
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pytest
import sqlcipher3.dbapi2 as sqlite

from coachjournal.commands.begun import begin_conversation
from coachjournal.commands.rep import add_rep
from coachjournal.journal import open_journal
from coachjournal.rules.conversation import ConversationKind
from tests.journeys.conftest import Start
from tests.journeys.processes import ROOT, offscreen
from ui.widgets.note_edit import NoteEdit
from ui.widgets.picked_up import PickedUp

KILLS = 50
SHORTEST, LONGEST = 0.3, 2.5
"""Seconds of typing before a kill."""
MOST_LOST = 2.0
"""Seconds."""
PLACES = {"log": "quick_log", "1": "conversation:1"}
"""Where somebody types, and the draft that keeps it: the quick log, and a page that was just begun."""


@dataclass(frozen=True)
class Kill:
    """Characters in the note when typing began, and those kept; how old the first key is that was lost."""

    began_with: int
    kept: int
    lost_seconds: float


class Typing:
    """One journal, in which somebody types at one place, is killed, and begins again."""

    def __init__(self, folder: Path, place: str) -> None:
        self.journal = folder / "journal.coach"
        self._folder, self._place = folder, place
        self._chance = random.Random(place)

    def kill(self) -> Kill:
        command = [
            *(sys.executable, str(ROOT / "tests" / "journeys" / "typing_without_end.py"), str(self.journal)),
            *(str(self._folder / "window.ini"), self._place),
        ]
        with subprocess.Popen(command, env=offscreen(self._folder), text=True, stdout=subprocess.PIPE) as typing:
            assert typing.stdout is not None
            first = typing.stdout.readline()
            with suppress(subprocess.TimeoutExpired):
                typing.wait(timeout=self._chance.uniform(SHORTEST, LONGEST))
            typing.send_signal(signal.SIGKILL)
            killed_at = monotonic()
            rest, _ = typing.communicate()
        assert typing.returncode == -signal.SIGKILL
        told = [line.split("\t") for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
        kept = len(self.kept())
        lost = [float(at) for at, length in told if int(length) > kept]
        return Kill(int(told[0][1]) - 1, kept, killed_at - lost[0] if lost else 0)

    def kept(self) -> str:
        """The text of the draft, from a file that must be sound."""
        with closing(sqlite.connect(self.journal)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
            row = raw.execute("SELECT fields FROM draft WHERE slot = ?", (PLACES[self._place],)).fetchone()
        return "" if row is None else str(json.loads(row[0])["text"])


@pytest.fixture(scope="module")
def typings(new_journal_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Typing]:
    made = {}
    for place in PLACES:
        made[place] = Typing(tmp_path_factory.mktemp(place), place)
        shutil.copy(new_journal_file, made[place].journal)
        journal = open_journal(made[place].journal)
        dana = journal.do(add_rep, name="Dana Reyes")
        journal.do(begin_conversation, rep_id=dana, kind=ConversationKind.RIDE_ALONG)
        journal.close()
    return made


@pytest.fixture(scope="module")
def kills(typings: dict[str, Typing]) -> dict[str, list[Kill]]:
    """The two places side by side."""

    def kill_again_and_again(typing: Typing) -> list[Kill]:
        return [typing.kill() for _ in range(KILLS // len(PLACES))]

    with ThreadPoolExecutor(len(PLACES)) as both:
        return dict(zip(typings, both.map(kill_again_and_again, typings.values()), strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_never_more_than_two_seconds_of_typing_are_lost(kills: dict[str, list[Kill]], place: str) -> None:
    assert len(kills[place]) * len(PLACES) == KILLS
    assert max(kill.lost_seconds for kill in kills[place]) <= MOST_LOST


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_after_every_kill_one_goes_on_with_what_was_kept(kills: dict[str, list[Kill]], place: str) -> None:
    for before, after in zip(kills[place], kills[place][1:], strict=False):
        if before.kept:
            assert after.began_with == before.kept


@pytest.mark.slow
def test_at_the_next_start_the_draft_is_offered(
    kills: dict[str, list[Kill]], typings: dict[str, Typing], start: Start
) -> None:
    assert kills
    kept = typings["log"].kept()
    day = start(typings["log"].journal)
    day.until_at("today")
    assert day.in_sight("quick_log")
    day.press("Ctrl+N")
    assert day.see_as(NoteEdit, "quickLog.text").source == kept
    assert day.see_as(PickedUp, "quickLog.pickedUp").words.startswith("Picked up where you left off")
    day.press("Esc")
