"""Who is away when: reps one by one, and days on which the manager or everybody is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import bindparam, select

from coachjournal.journal import Reading
from coachjournal.model import Absence as AbsenceRecord
from coachjournal.rules.absence import joined
from coachjournal.rules.period import Period

SINCE = (
    select(
        *(AbsenceRecord.id, AbsenceRecord.rep_id, AbsenceRecord.starts_on, AbsenceRecord.ends_on, AbsenceRecord.reason)
    )
    .where(AbsenceRecord.ends_on > bindparam("since"))
    .order_by(AbsenceRecord.starts_on, AbsenceRecord.id)
)


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which a rep is away, or with no rep the manager or everybody."""

    absence_id: int
    rep_id: int | None
    period: Period
    reason: str


@dataclass(frozen=True)
class Absences:
    """All of them from a day on, in order."""

    all: tuple[Absence, ...]

    def of(self, rep_id: int) -> tuple[Period, ...]:
        """The days on which one cannot meet this rep, as `rules.absence.joined` gives them."""
        return self._joined.get(rep_id, self._of_everybody)

    def on(self, rep_id: int, day: date) -> Absence | None:
        """Why one cannot meet this rep that day, if so; what holds for everybody comes first."""
        here = [each for each in self.all if each.rep_id in {None, rep_id} and day in each.period]
        return min(here, key=lambda each: each.rep_id is not None, default=None)

    @cached_property
    def _joined(self) -> dict[int, tuple[Period, ...]]:
        return {
            rep_id: _periods(each for each in self.all if each.rep_id in {None, rep_id})
            for rep_id in {each.rep_id for each in self.all if each.rep_id is not None}
        }

    @cached_property
    def _of_everybody(self) -> tuple[Period, ...]:
        return _periods(each for each in self.all if each.rep_id is None)


def absences(tx: Reading, *, since: date = date.min) -> Absences:
    """Those that end on this day or later."""
    rows = tx.connection.execute(SINCE, {"since": since})
    return Absences(tuple(Absence(row.id, row.rep_id, Period(row.starts_on, row.ends_on), row.reason) for row in rows))


def _periods(chosen: Iterable[Absence]) -> tuple[Period, ...]:
    return joined(each.period for each in chosen)
