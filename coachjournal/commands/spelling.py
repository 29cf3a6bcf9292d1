"""What is checked for spelling, and the words that are right because the user says so."""

import json

from sqlalchemy import delete, select

from coachjournal.commands.setting import put
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Setting
from coachjournal.rules.setting import SettingName
from coachjournal.spelling.language import OFF, Language
from coachjournal.spelling.words import base

OWN_WORDS = select(Setting.value).where(Setting.name == SettingName.OWN_WORDS)

_LONGEST = 60
"""Characters; the longest word in an English dictionary has 45."""


def add_own_word(tx: Writing, *, word: str) -> None:
    """Know a word from now on, however it is capitalised."""
    word = word.strip()
    if not word or any(letter.isspace() for letter in word):
        raise Rejected("Add one word at a time.", field="word")
    if len(word) > _LONGEST:
        raise Rejected(f"A word has at most {_LONGEST} letters.", field="word")
    own = _own_words(tx)
    if base(word) in map(base, own):
        raise Rejected(f"“{word}” is among your words already.", field="word")
    put(tx, SettingName.OWN_WORDS, [*own, word])
    tx.say(f"Added “{word}” to your words.")


def remove_own_word(tx: Writing, *, word: str) -> None:
    """Know a word no longer."""
    own = _own_words(tx)
    put(tx, SettingName.OWN_WORDS, [each for each in own if each != word])
    tx.say(f"Took “{word}” out of your words.")


def choose_spelling(tx: Writing, *, choice: str) -> None:
    """Check in this language, or nothing ("off")."""
    put(tx, SettingName.SPELLING, choice)
    tx.say("Spelling is off." if choice == OFF else f"Spelling is checked in {Language(choice).label}.")


def put_back_spelling(tx: Writing) -> None:
    """Follow the system's language again. Own words stay: they did not ship."""
    tx.connection.execute(delete(Setting).where(Setting.name == SettingName.SPELLING))
    tx.say("Spelling follows this computer’s language again.")


def _own_words(tx: Writing) -> list[str]:
    kept = tx.connection.execute(OWN_WORDS).scalar()
    words: list[str] = [] if kept is None else json.loads(kept)
    return words
