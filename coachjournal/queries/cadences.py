"""How often each rep should be coached: their own cadence, else the team's, else the one that was shipped."""

from dataclasses import dataclass

from sqlalchemy import select

from coachjournal.journal import Reading
from coachjournal.model import Cadence as CadenceRecord
from coachjournal.rules.cadence import DEFAULT_CADENCES, Cadence, CadenceKind

SET = select(CadenceRecord.kind, CadenceRecord.rep_id, CadenceRecord.target_days, CadenceRecord.limit_days)


@dataclass(frozen=True, slots=True)
class Cadences:
    """Every cadence that somebody set, by kind and rep; a rep of None is the team."""

    chosen: dict[tuple[CadenceKind, int | None], Cadence]

    def of(self, rep_id: int, kind: CadenceKind) -> Cadence:
        """The one that holds for this rep."""
        return self.chosen.get((kind, rep_id)) or self.chosen.get((kind, None)) or DEFAULT_CADENCES[kind]


def cadences(tx: Reading) -> Cadences:
    """All of them: a handful of rows."""
    rows = tx.connection.execute(SET)
    return Cadences({(kind, rep_id): Cadence(target, limit) for kind, rep_id, target, limit in rows})
