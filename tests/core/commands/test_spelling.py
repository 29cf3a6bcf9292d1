from pathlib import Path

import pytest

from coachjournal.clock import FixedClock
from coachjournal.commands.rep import add_rep
from coachjournal.commands.spelling import add_own_word, choose_spelling, put_back_spelling, remove_own_word
from coachjournal.errors import Rejected
from coachjournal.journal import Journal, open_journal
from coachjournal.model import Account
from coachjournal.queries.settings import settings
from coachjournal.queries.spelling import known_words, some_names


def own_words(journal: Journal) -> tuple[str, ...]:
    return journal.ask(known_words).own


def all_names(journal: Journal) -> set[str]:
    part = journal.ask(some_names)
    words = set(part.words)
    while part.go_on:
        part = journal.ask(some_names, place=part.go_on)
        words |= part.words
    return words


def test_many_names_are_read_part_by_part_and_none_is_left_out(journal: Journal) -> None:
    names = [
        f"Account {chr(97 + number // 26 // 26)}{chr(97 + number // 26 % 26)}{chr(97 + number % 26)}zz"
        for number in range(4100)
    ]
    journal.do(lambda tx: tx.session.add_all(Account(name=name) for name in names))
    assert len(all_names(journal) & {name.split()[1] for name in names}) == 4100


def test_names_of_the_team_are_known_word_by_word(journal: Journal) -> None:
    journal.do(add_rep, name="Xiomara Quelch-Ödegaard")
    assert {"Xiomara", "Quelch", "Ödegaard", "Prospecting"} <= all_names(journal)


def test_an_own_word_survives_a_restart(journal_file: Path, journal: Journal, clock: FixedClock) -> None:
    journal.do(add_own_word, word=" handraiser ")
    journal.close()
    again = open_journal(journal_file, clock=clock)
    assert own_words(again) == ("handraiser",)
    again.close()


def test_adding_and_removing_a_word_can_be_undone_and_done_again(journal: Journal) -> None:
    journal.do(add_own_word, word="handraiser")
    journal.do(add_own_word, word="logo’d")
    journal.undo()
    assert own_words(journal) == ("handraiser",)
    journal.redo()
    assert own_words(journal) == ("handraiser", "logo’d")
    journal.do(remove_own_word, word="handraiser")
    assert own_words(journal) == ("logo’d",)
    journal.undo()
    assert own_words(journal) == ("handraiser", "logo’d")


@pytest.mark.parametrize("word", ["", "  ", "two words", "x" * 61, "Handraiser’s"])
def test_no_word_several_words_and_a_word_known_already_are_refused(journal: Journal, word: str) -> None:
    journal.do(add_own_word, word="handraiser")
    with pytest.raises(Rejected) as refusal:
        journal.do(add_own_word, word=word)
    assert refusal.value.field == "word"
    assert own_words(journal) == ("handraiser",)


def test_a_language_is_chosen_and_put_back_without_losing_own_words(journal: Journal) -> None:
    journal.do(add_own_word, word="handraiser")
    journal.do(choose_spelling, choice="en_US")
    assert journal.ask(known_words).choice == "en_US"
    journal.do(put_back_spelling)
    assert (journal.ask(known_words).choice, own_words(journal)) == ("", ("handraiser",))
    journal.undo()
    assert journal.ask(known_words).choice == "en_US"


def test_other_settings_are_read_as_before(journal: Journal) -> None:
    journal.do(add_own_word, word="handraiser")
    assert journal.ask(settings).currency == "EUR"
