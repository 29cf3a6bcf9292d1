"""What a finding says: calm sentences, small numbers as they are, a question for the rep, and what can be done."""

from dataclasses import dataclass

from coachjournal.rules.signals.asking import Proposal, proposals, question
from coachjournal.rules.signals.finding import Finding, Rule
from coachjournal.rules.signals.sentences import Speaker, detail, headline

__all__ = ["Proposal", "Speaker", "Told", "title", "told"]


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words. The rep's name stands before the headline: "Tom Moyo" "win rate 14%, team median 31%"."""

    headline: str
    detail: str
    """One or two sentences; may be empty."""
    question: str
    """What to ask the rep, for the brief."""
    proposes: tuple[Proposal, ...]
    """The one that fits best first."""


_TITLES = {
    Rule.NO_DECISION: "No-decision losses",
    Rule.SLIPPED: "Slipped close dates",
    Rule.SHRINKING: "Shrinking deals",
    Rule.COMMITMENTS_SLIP: "Commitments not kept",
    Rule.OWN_TOO_MUCH: "You own too much",
    Rule.SKILL_UP: "A skill went up",
    Rule.ABOVE_TEAM: "Above the team",
}


def title(rule: Rule) -> str:
    """What a rule is called: "Low win rate"."""
    return _TITLES.get(rule) or rule.value.replace("_", " ").capitalize()


def told(finding: Finding, speaker: Speaker) -> Told:
    """The finding as it is read."""
    return Told(headline(finding, speaker), detail(finding, speaker), question(finding), proposals(finding))
