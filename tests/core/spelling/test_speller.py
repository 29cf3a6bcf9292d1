import threading
from collections.abc import Iterator
from queue import SimpleQueue

import pytest

from coachjournal.spelling.language import Language
from coachjournal.spelling.speller import Checked, Speller, Suggested

SECONDS = 20

Answers = SimpleQueue[Checked | Suggested]


@pytest.fixture
def answers() -> Answers:
    return SimpleQueue()


@pytest.fixture
def speller(answers: Answers) -> Iterator[Speller]:
    made = Speller(answers.put)
    yield made
    made.close()
    assert "speller" not in {thread.name for thread in threading.enumerate()}


def test_words_are_told_right_or_wrong(speller: Speller, answers: Answers) -> None:
    speller.check(Language.BRITISH, ["receive", "recieve"])
    told = dict[str, bool]()
    while len(told) < 2:
        answer = answers.get(timeout=SECONDS)
        assert isinstance(answer, Checked)
        told |= answer.words
    assert told == {"receive": True, "recieve": False}


def test_suggestions_are_told_with_the_word_they_are_for(speller: Speller, answers: Answers) -> None:
    speller.suggest(Language.BRITISH, "recieve")
    answer = answers.get(timeout=SECONDS)
    assert isinstance(answer, Suggested)
    assert (answer.word, answer.instead[0]) == ("recieve", "receive")


def test_many_words_are_told_part_by_part_and_the_first_ones_first(speller: Speller, answers: Answers) -> None:
    words = [f"{first}{last}ing" for first in "abcdefghij" for last in map(str.lower, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
    speller.check(Language.BRITISH, words)
    told: list[str] = []
    parts = 0
    while len(told) < len(words):
        answer = answers.get(timeout=SECONDS)
        assert isinstance(answer, Checked)
        told += answer.words
        parts += 1
    assert told == words
    assert parts > 1


def test_no_thread_begins_before_something_is_asked(speller: Speller) -> None:
    assert "speller" not in {thread.name for thread in threading.enumerate()}
    speller.close()


def test_closing_does_not_wait_for_what_is_left(answers: Answers) -> None:
    speller = Speller(answers.put)
    for number in range(1000):
        speller.suggest(Language.BRITISH, f"comunicationissuesand{'x' * (number % 7)}")
    speller.close()
    assert answers.qsize() < 100
    assert "speller" not in {thread.name for thread in threading.enumerate()}
