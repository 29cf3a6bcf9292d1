"""What a finding says: calm sentences, small numbers as they are, a question for the rep, and what can be done."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.money import Money
from coachjournal.rules.signals.finding import Finding, Rule


class Speaker(Protocol):
    """Writes values as the reader's country does: the window's locale, or a document's."""

    def share(self, share: float, /) -> str:
        """A share from 0 to 1: "27%"."""

    def number(self, value: float, /) -> str:
        """A plain number: "2.4"."""

    def money(self, money: Money, /) -> str:
        """An amount with its currency."""

    def day(self, day: date, /) -> str:
        """A day: "12 Nov"."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What can be done about a finding; `conversation_kind` is what it would be in the diary, where that is known."""

    kind: ActionKind
    conversation_kind: ConversationKind | None
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words. The name of the rep stands before the headline: "Tom Moyo" "win rate 14%, team 31%"."""

    headline: str
    detail: str
    """One or two sentences; may be empty."""
    question: str
    """What to ask the rep, for the brief."""
    proposes: tuple[Proposal, ...]
    """The one that fits best first."""


def title(rule: Rule) -> str:
    """What a rule is called: "Low win rate"."""
    return rule.value.replace("_", " ").capitalize()


def told(finding: Finding, speaker: Speaker) -> Told:
    """The finding as it is read."""
    headline = f"{title(finding.rule).lower()} {speaker.number(finding.number.value)}"
    first = Proposal(ActionKind.CONVERSATION, ConversationKind.ONE_ON_ONE, "Talk about it in the one-on-one")
    return Told(headline, "", "What do you see here?", (first,))
