"""What spelling has to know of this journal: its names, the user's own words, and what they write in."""

import json
import re
from dataclasses import dataclass

from sqlalchemy import select, union

from coachjournal.journal import Reading
from coachjournal.model import Account, Deal, Rep, Setting, Skill
from coachjournal.rules.setting import SettingName

NAMES = union(select(Rep.name), select(Rep.territory), select(Account.name), select(Deal.name), select(Skill.name))
CHOSEN = select(Setting.name, Setting.value).where(Setting.name.in_((SettingName.SPELLING, SettingName.OWN_WORDS)))
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class KnownWords:
    """`names` are single words as they are written; `choice` is a language, off, or "" where nobody chose."""

    names: frozenset[str]
    own: tuple[str, ...]
    choice: str


def known_words(tx: Reading) -> KnownWords:
    """All names of the team, accounts, deals and skills, word by word, and what was chosen for spelling."""
    chosen = {name: json.loads(value) for name, value in tx.connection.execute(CHOSEN)}
    names = tx.connection.execute(NAMES).scalars()
    return KnownWords(
        names=frozenset(word for name in names if name for word in _WORD.findall(name)),
        own=tuple(chosen.get(SettingName.OWN_WORDS, ())),
        choice=chosen.get(SettingName.SPELLING, ""),
    )
