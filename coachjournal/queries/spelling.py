"""What spelling has to know of this journal: its names, the user's own words, and what they write in."""

import json
import re
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Account, Deal, Rep, Setting, Skill
from coachjournal.rules.setting import SettingName

_AT_ONCE = 2_000
"""Names read in some ten milliseconds; nothing else can be read meanwhile, and a journal may have 100,000 deals."""
_WORD = re.compile(r"[^\W\d_]{2,}")

NAMES = tuple(
    select(record.id, record.name).where(record.id > bindparam("after")).order_by(record.id).limit(_AT_ONCE)
    for record in (Rep, Account, Deal, Skill)
)
CHOSEN = select(Setting.name, Setting.value).where(Setting.name.in_((SettingName.SPELLING, SettingName.OWN_WORDS)))


@dataclass(frozen=True, slots=True)
class KnownWords:
    """`choice` is a language, off, or "" where nobody chose."""

    own: tuple[str, ...]
    choice: str


@dataclass(frozen=True, slots=True)
class Names:
    """Some of the journal's names, word by word as they are written, and where to go on; None after the last."""

    words: frozenset[str]
    go_on: tuple[int, int] | None


def known_words(tx: Reading) -> KnownWords:
    """What was chosen for spelling."""
    chosen = {name: json.loads(value) for name, value in tx.connection.execute(CHOSEN)}
    return KnownWords(own=tuple(chosen.get(SettingName.OWN_WORDS, ())), choice=chosen.get(SettingName.SPELLING, ""))


def some_names(tx: Reading, *, place: tuple[int, int] = (0, 0)) -> Names:
    """The names of the team, of accounts, deals and skills, from a place on that an answer before this one gave."""
    kind, after = place
    rows = tx.connection.execute(NAMES[kind], {"after": after}).all()
    words = frozenset(word for row in rows for word in _WORD.findall(row.name))
    if len(rows) == _AT_ONCE:
        return Names(words, (kind, rows[-1].id))
    return Names(words, (kind + 1, 0) if kind + 1 < len(NAMES) else None)
