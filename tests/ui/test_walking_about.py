"""Going through every page and opening every editor, over and over, leaves nothing behind."""

import gc
import sys
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachjournal.commands.sample import load_sample_team
from coachjournal.journal import Journal
from coachjournal.queries.rep_page import active_goals
from coachjournal.queries.reps import reps
from coachjournal.queries.signals import open_signals
from ui.context import Context
from ui.editors.check_in import CheckInEditor
from ui.editors.coach_this import CoachThis
from ui.editors.editor import Editor
from ui.editors.goal import GoalEditor
from ui.editors.look_again import LookAgain
from ui.editors.meeting import MeetingEditor
from ui.editors.put_off import PutOff
from ui.editors.self_rating import SelfRating
from ui.main_window import MainWindow
from ui.pages import Place
from ui.worker import Task

WARM_ROUNDS, ROUNDS = 4, 8
TABS = ("goals", "skills", "conversations", "deals", "commitments", "meetings", "signals")


class Walk:
    """A round leads to every page, with two reps in turn, and opens each editor once."""

    def __init__(self, window: MainWindow, context: Context, qtbot: QtBot) -> None:
        self._window, self._context, self._qtbot = window, context, qtbot
        self._reps = tuple(rep.rep_id for rep in context.journal.ask(reps))[:2]

    def go(self, rounds: int) -> None:
        for number in range(rounds):
            self._pages(self._reps[number % 2])
            for make in self._editors(self._reps[number % 2]):
                editor = make()
                editor.open()
                editor.leave()
            self._settle()

    def _settle(self) -> None:
        """Until the lane has answered everything, and what was let go is gone."""
        answers: list[None] = []
        self._context.worker.run(_nothing, answers.append)
        self._qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _pages(self, rep_id: int) -> None:
        ways = self._window.ways
        for page in self._window.listed_pages:
            self._arrive(partial(ways.open_page, page.name), Place(page.name))
        self._arrive(partial(ways.open_brief, rep_id), Place("brief", rep_id))
        for tab in TABS:
            self._arrive(partial(ways.open_rep, rep_id, tab), Place("rep", rep_id))

    def _arrive(self, go: Callable[[], object], place: Place) -> None:
        go()
        self._qtbot.waitUntil(lambda: self._window.pages.place == place, timeout=20_000)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _editors(self, rep_id: int) -> Iterator[Callable[[], Editor]]:
        ask, context = self._context.journal.ask, self._context
        goal_id = ask(active_goals, rep_id=rep_id)[0].goal_id
        signal = ask(open_signals)[0]
        yield partial(GoalEditor, context, rep_id=rep_id, goal_id=goal_id)
        yield partial(CheckInEditor, context, goal_id)
        yield partial(MeetingEditor, context, rep_id)
        yield partial(SelfRating, context, rep_id)
        yield partial(CoachThis, context, signal=signal)
        yield partial(PutOff, context, signal)
        yield partial(LookAgain, context, signal)


def _nothing(_task: Task) -> None:
    """Comes to its turn when all that was asked before is answered."""


def held() -> tuple[int, int, int]:
    """Widgets that are there, objects that Python looks after, and references to None."""
    gc.collect()
    return len(QApplication.allWidgets()), len(gc.get_objects()), sys.getrefcount(None)


@pytest.mark.slow
def test_pages_and_editors_leave_nothing_behind(
    attached: MainWindow, context: Context, journal: Journal, qtbot: QtBot
) -> None:
    journal.do(load_sample_team)
    walk = Walk(attached, context, qtbot)
    walk.go(WARM_ROUNDS)
    widgets, things, nones = held()
    walk.go(ROUNDS)
    widgets_after, things_after, nones_after = held()
    assert abs(widgets_after - widgets) < 10
    assert things_after - things < 500
    assert nones_after > nones - 500  # Qt gains one now and then, which costs nothing; lost ones end the process
