"""What stands in the quick log, as values that can be kept and shown again."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from coachjournal.commands.draft import Promise
from coachjournal.rules.conversation import ConversationKind, Idea


@dataclass(frozen=True, slots=True)
class LogDraft:
    """The fields of the quick log; None in `held_on` is today, in `minutes` what the kind usually takes."""

    rep_id: int | None = None
    name: str = ""
    """What was typed for a name and is nobody's on the team."""
    kind: ConversationKind = ConversationKind.IN_PASSING
    text: str = ""
    held_on: date | None = None
    at: str = ""
    """The time of day as it was typed."""
    minutes: int | None = None
    idea: Idea | None = None
    private: bool = False
    promises: tuple[Promise, ...] = ()
    corrected: dict[str, Any] = field(default_factory=dict)
    """What was said about lines that promise something, see `Understood.corrections`."""

    @property
    def worth_keeping(self) -> bool:
        """Whether there are words that could be lost."""
        return bool(self.text.strip() or self.promises)

    def as_fields(self) -> dict[str, Any]:
        """Plain values, as a draft is kept."""
        return {
            "rep_id": self.rep_id,
            "name": self.name,
            "kind": self.kind.value,
            "text": self.text,
            "held_on": self.held_on and self.held_on.isoformat(),
            "at": self.at,
            "minutes": self.minutes,
            "idea": self.idea and self.idea.value,
            "private": self.private,
            "promises": [promise.kept for promise in self.promises],
            "corrected": self.corrected,
        }

    @classmethod
    def of_fields(cls, fields: dict[str, Any]) -> "LogDraft":
        """The opposite of `as_fields`."""
        return cls(
            rep_id=fields["rep_id"],
            name=fields.get("name", ""),  # drafts of an earlier version have none
            kind=ConversationKind(fields["kind"]),
            text=fields["text"],
            held_on=_day(fields["held_on"]),
            at=fields["at"],
            minutes=fields["minutes"],
            idea=fields["idea"] and Idea(fields["idea"]),
            private=fields["private"],
            promises=tuple(map(Promise.of_kept, fields["promises"])),
            corrected=fields.get("corrected", {}),
        )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
