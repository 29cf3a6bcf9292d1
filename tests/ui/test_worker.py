import gc
import threading
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.widgets.working import Working
from ui.worker import Task, Worker


def test_work_is_done_elsewhere_and_answered_here(worker: Worker, qtbot: QtBot) -> None:
    answers: list[tuple[threading.Thread, threading.Thread]] = []
    worker.run(
        lambda _task: threading.current_thread(), lambda there: answers.append((there, threading.current_thread()))
    )
    qtbot.waitUntil(lambda: bool(answers))
    there, here = answers[0]
    assert here is threading.main_thread()
    assert there is not here


def answer(number: int, _task: Task) -> int:
    return number


def test_work_is_done_in_the_order_it_was_asked_for(worker: Worker, qtbot: QtBot) -> None:
    done: list[int] = []
    for number in range(20):
        worker.run(partial(answer, number), done.append)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert done == list(range(20))


def test_a_failure_goes_to_whoever_asked(worker: Worker, qtbot: QtBot) -> None:
    failures: list[Exception] = []
    worker.run(lambda _task: 1 / 0, lambda _answer: None, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], ZeroDivisionError)


def test_a_failure_nobody_asked_about_is_raised_in_the_main_thread(worker: Worker, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        worker.run(lambda _task: 1 / 0, lambda _answer: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_cancelled_work_stops_at_its_next_word_and_answers_nothing_else(worker: Worker, qtbot: QtBot) -> None:
    heard: list[str] = []
    begun = threading.Event()

    def endless(task: Task) -> None:
        while True:
            begun.set()
            task.progress(0.5)

    task = worker.run(endless, lambda _: heard.append("done"), cancelled=lambda: heard.append("cancelled"))
    assert begun.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["cancelled"]


def test_an_answer_to_something_gone_is_dropped(worker: Worker, qtbot: QtBot) -> None:
    class Asker(QObject):
        def on_answer(self, *_answer: object) -> None:
            pytest.fail("the asker is gone")

    asker = Asker()
    later: list[int] = []
    worker.run(lambda _task: 1, asker.on_answer)
    worker.run(lambda _task: 1, partial(asker.on_answer, "asked"))
    worker.run(lambda _task: 2, later.append)
    asker.deleteLater()
    qtbot.waitUntil(lambda: later == [2])


def test_a_lane_that_is_closed_answers_nobody(qtbot: QtBot) -> None:
    closed, other = Worker(), Worker()
    told: list[str] = []
    closed.run(lambda _task: "too late", told.append)
    closed.close()
    other.run(lambda _task: "in time", told.append)
    qtbot.waitUntil(lambda: "in time" in told)
    other.close()
    assert told == ["in time"]


def test_closing_waits_for_the_lane_and_leaves_no_thread() -> None:
    lane = Worker()
    begun = threading.Event()

    def long(task: Task) -> None:
        begun.set()
        while True:
            task.progress(0.1)

    lane.run(long, lambda _answer: None)
    assert begun.wait(5)
    lane.close()
    assert "lane" not in {thread.name for thread in threading.enumerate()}


def test_short_work_shows_no_bar(worker: Worker, qtbot: QtBot) -> None:
    bar = Working(worker, name="bar")
    qtbot.addWidget(bar)
    answers: list[int] = []
    bar.follow("Counting…", lambda _task: 1, answers.append)
    qtbot.waitUntil(lambda: answers == [1])
    assert not bar.isVisible()
    assert not bar.busy


def test_long_work_shows_a_bar_and_can_be_cancelled_with_it(worker: Worker, qtbot: QtBot) -> None:
    bar = Working(worker, name="bar")
    qtbot.addWidget(bar)
    heard: list[str] = []

    def endless(task: Task) -> None:
        while True:
            task.progress(0.5, "Half way")

    bar.follow("Counting…", endless, lambda _: heard.append("done"), cancelled=lambda: heard.append("cancelled"))
    qtbot.waitUntil(bar.isVisible)
    bar.cancel()
    qtbot.waitUntil(lambda: heard == ["cancelled"])
    assert not bar.isVisible()


def test_what_listened_is_let_go_of_on_the_main_thread_whatever_came_of_the_work(worker: Worker, qtbot: QtBot) -> None:
    died_in: list[threading.Thread] = []
    ended: list[object] = []

    class Listener:
        def __init__(self, work: Callable[[Task], object]) -> None:
            self._work = work

        def work(self, task: Task) -> object:
            return self._work(task)

        def hear(self, told: object = None) -> None:
            ended.append(told)

        def __del__(self) -> None:
            died_in.append(threading.current_thread())

    def stop(task: Task) -> None:
        task.cancel()
        task.progress(0.5)

    for work in (lambda _task: 1, lambda _task: 1 / 0, stop) * 20:
        listener = Listener(work)
        worker.run(listener.work, listener.hear, listener.hear, cancelled=listener.hear)
    del listener
    qtbot.waitUntil(lambda: len(ended) == 60)
    ended.clear()  # errors hold the frames they were raised in
    gc.collect()
    assert len(died_in) == 60
    assert set(died_in) == {threading.main_thread()}
