"""The texts of the sample: what was said in a conversation, seen and agreed."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, Generic, TypeVar

from coachjournal.commands.sample.cast import resource
from coachjournal.rules.conversation import ConversationKind

T = TypeVar("T")

FILES = {
    ConversationKind.ONE_ON_ONE: "one_on_ones",
    ConversationKind.RIDE_ALONG: "ride_alongs",
    ConversationKind.DEAL_REVIEW: "deal_reviews",
    ConversationKind.CALL_REVIEW: "call_reviews",
    ConversationKind.PIPELINE_REVIEW: "pipeline_reviews",
    ConversationKind.PRACTICE: "practices",
    ConversationKind.IN_PASSING: "in_passing",
}


@dataclass(frozen=True, slots=True)
class Script:
    """One conversation in words, with gaps in braces for names. `promises` are agreed in it, and how they end."""

    sections: tuple[str, ...]
    skill: str = ""
    situation: str = ""
    behaviour: str = ""
    impact: str = ""
    reps_words: str = ""
    promises: tuple[Mapping[str, Any], ...] = ()
    accounts: tuple[str, ...] = ()


@dataclass(slots=True)
class Deck(Generic[T]):
    """Texts to draw from: nobody gets one twice before all were theirs once, and rarely used ones come first."""

    texts: list[T]
    dice: Random
    used: Counter[int] = field(default_factory=Counter)
    had: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def draw(self, rep: str) -> T:
        fresh = [number for number in range(len(self.texts)) if number not in self.had[rep]]
        if not fresh:
            self.had[rep].clear()
            fresh = list(range(len(self.texts)))
        number = min(fresh, key=lambda number: (self.used[number], self.dice.random()))
        self.used[number] += 1
        self.had[rep].add(number)
        return self.texts[number]


def decks(dice: Random) -> dict[ConversationKind, Deck[Script]]:
    """One deck for each kind of conversation."""
    return {kind: Deck([script_of(raw) for raw in resource(file)], dice) for kind, file in FILES.items()}


def script_of(raw: Any) -> Script:
    """A script from a file: a line, some sections, or a record."""
    if isinstance(raw, str):
        return Script((raw,))
    if isinstance(raw, list):
        return Script(tuple(raw))
    if "saw" in raw:
        raw = {
            **{name: raw[name] for name in ("skill", "situation", "behaviour", "impact")},
            "sections": (raw["saw"], raw["thinks"], raw["tries"]),
            "promises": [{"text": raw["commitment"]}],
        }
    known = {name: raw[name] for name in Script.__slots__ if name in raw}
    return Script(**{name: tuple(value) if isinstance(value, list) else value for name, value in known.items()})
