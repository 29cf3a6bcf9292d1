"""Small numbers told as they are: "3 of 7" rather than "43%"."""

from typing import NamedTuple


class OutOf(NamedTuple):
    """How many of how many."""

    part: int
    of: int

    @property
    def share(self) -> float | None:
        """The share `part` / `of`, 0 to 1; None when there is nothing to count."""
        return self.part / self.of if self.of else None

    @property
    def words(self) -> str:
        """The pair as it is written: "3 of 7"."""
        return f"{self.part} of {self.of}"
