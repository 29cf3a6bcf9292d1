"""Which rows the table shows: the whole week, or those that a number was made from."""

from dataclasses import dataclass

from coachjournal.queries.time_page import TimePage, Work
from coachjournal.rules.time_entry import TimeCategory, TimeGroup


@dataclass(frozen=True, slots=True)
class Slice:
    """At most one of these is set: a group or a category of the week, or a rep's time of late."""

    group: TimeGroup | None = None
    category: TimeCategory | None = None
    rep_id: int | None = None

    @property
    def is_week(self) -> bool:
        return self.group is None and self.category is None and self.rep_id is None

    def rows(self, page: TimePage) -> tuple[Work, ...]:
        if self.rep_id is not None:
            return tuple(piece for piece in page.work if piece.rep_id == self.rep_id and piece.day in page.of_late)
        return tuple(piece for piece in page.work_of_week if self._wants(piece))

    def words(self, page: TimePage) -> str:
        """What is shown: "Travel", "Dana Reyes, 30 days"; "" for the week."""
        if self.rep_id is not None:
            name = next((rep.name for rep in page.by_rep if rep.rep_id == self.rep_id), "")
            return f"{name}, {page.of_late.days} days"
        named = self.category or self.group
        return named.label if named else ""

    def _wants(self, piece: Work) -> bool:
        return (self.category is None or piece.category is self.category) and (
            self.group is None or piece.category.group is self.group
        )


WEEK = Slice()
