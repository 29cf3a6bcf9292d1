"""Commitments: who does what by when."""

from enum import StrEnum


class CommitmentStatus(StrEnum):
    """The life of a commitment. `MOVED` means: replaced by one with a later date."""

    OPEN = "open"
    KEPT = "kept"
    NOT_KEPT = "not_kept"
    MOVED = "moved"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        """The status as it is written in the window and in documents."""
        return self.value.replace("_", " ").capitalize()
