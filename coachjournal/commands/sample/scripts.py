"""The texts of the sample: what was said in a conversation, seen and agreed."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from random import Random
from typing import Generic, TypeVar

from coachjournal.commands.sample.cast import resource
from coachjournal.commands.sample.shapes import PromiseRow, RideAlongRow, StoryRow
from coachjournal.rules.conversation import ConversationKind

T = TypeVar("T")

FILES = {
    ConversationKind.ONE_ON_ONE: "one_on_ones",
    ConversationKind.DEAL_REVIEW: "deal_reviews",
    ConversationKind.CALL_REVIEW: "call_reviews",
    ConversationKind.PIPELINE_REVIEW: "pipeline_reviews",
    ConversationKind.PRACTICE: "practices",
    ConversationKind.IN_PASSING: "in_passing",
}
"""Each a list of conversations, and each of these a list of sections."""


@dataclass(frozen=True, slots=True)
class Script:
    """One conversation in words, with gaps in braces for names. `promises` are agreed in it, and how they end."""

    sections: tuple[str, ...]
    skill: str = ""
    situation: str = ""
    behaviour: str = ""
    impact: str = ""
    reps_words: str = ""
    promises: tuple[PromiseRow, ...] = ()
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
    texts = {kind: resource(file, list[list[str]]) for kind, file in FILES.items()}
    scripts = {kind: [Script(tuple(sections)) for sections in each] for kind, each in texts.items()}
    scripts[ConversationKind.RIDE_ALONG] = [_ride_along(row) for row in resource("ride_alongs", list[RideAlongRow])]
    return {kind: Deck(each, dice) for kind, each in scripts.items()}


def newcomers_deck(dice: Random) -> Deck[Script]:
    """What somebody brings to a one-on-one in the first weeks."""
    return Deck([Script(tuple(sections)) for sections in resource("newcomer_one_on_ones", list[list[str]])], dice)


def told_script(row: StoryRow) -> Script:
    """The script of a conversation that belongs to a rep's story."""
    return Script(
        sections=tuple(row["sections"]),
        skill=row.get("skill", ""),
        situation=row.get("situation", ""),
        behaviour=row.get("behaviour", ""),
        impact=row.get("impact", ""),
        reps_words=row.get("reps_words", ""),
        promises=tuple(row.get("promises", ())),
        accounts=tuple(row.get("accounts", ())),
    )


def _ride_along(row: RideAlongRow) -> Script:
    return Script(
        sections=(row["saw"], row["thinks"], row["tries"]),
        skill=row["skill"],
        situation=row["situation"],
        behaviour=row["behaviour"],
        impact=row["impact"],
        promises=(PromiseRow(text=row["commitment"]),),
    )
