"""The rhythm of the team and of one rep: cadences, who is away, and when one meets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from coachjournal.journal import Reading
from coachjournal.queries.absences import Absence, absences
from coachjournal.queries.cadences import Cadences, cadences
from coachjournal.queries.due_reps import Missing, missing_of
from coachjournal.queries.meetings import SERIES, Meeting, all_meetings, series_of
from coachjournal.queries.rows import AnyRow
from coachjournal.rules.cadence import DEFAULT_CADENCES, Cadence, CadenceKind, Standing
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period
from coachjournal.rules.series import Series, next_day

COMING = 5
"""How many meetings ahead are told: what a month or two hold."""
AHEAD = timedelta(days=170)
"""Within this time a monthly meeting comes five times."""
BEHIND = timedelta(days=7)
"""So long a meeting that was not held is told of."""
LATELY = timedelta(days=180)
"""So far back absences are listed: what still matters to a count."""
EVER = date.max


@dataclass(frozen=True, slots=True)
class SetCadence:
    """A cadence that holds, and whether somebody chose it instead of the one `beneath` it."""

    kind: CadenceKind
    cadence: Cadence
    own: bool
    beneath: Cadence


@dataclass(frozen=True, slots=True)
class SetSeries:
    """A series that goes on; `next_on` is its next day by the rhythm."""

    series_id: int
    kind: ConversationKind
    series: Series
    next_on: date


@dataclass(frozen=True, slots=True)
class TeamRhythm:
    """What holds for everybody."""

    cadences: tuple[SetCadence, ...]
    absences: tuple[Absence, ...]


@dataclass(frozen=True, slots=True)
class RepRhythm:
    """What holds with one rep."""

    meetings: tuple[Meeting, ...]
    """What was not held in the last week, and the next ones; skipped ones among them."""
    series: tuple[SetSeries, ...]
    absences: tuple[Absence, ...]
    cadences: tuple[SetCadence, ...]
    waiting: tuple[Missing, ...]
    """What is due or overdue, of all cadences."""


def team_rhythm(tx: Reading) -> TeamRhythm:
    """Cadences in the order of their kinds, and the days on which the manager or everybody is away."""
    return TeamRhythm(_of_team(cadences(tx)), _told(absences(tx, since=tx.today - LATELY).all, None))


def rep_rhythm(tx: Reading, *, rep_id: int) -> RepRhythm:
    """Of a rep who is archived, or is not there, there are no meetings."""
    kept = cadences(tx)
    return RepRhythm(
        meetings=coming_meetings(tx, rep_id=rep_id),
        series=tuple(_series(tx, rep_id)),
        absences=_told(absences(tx, since=tx.today - LATELY).all, rep_id),
        cadences=tuple(_of_rep(kept, rep_id, of_team) for of_team in _of_team(kept)),
        waiting=tuple(each for each in missing_of(tx, rep_id=rep_id) if each.standing is not Standing.ON_TIME),
    )


def coming_meetings(tx: Reading, *, rep_id: int) -> tuple[Meeting, ...]:
    """What was missed in the last week, and the next five that are not held yet."""
    found = all_meetings(tx, Period(tx.today - BEHIND, tx.today + AHEAD), rep_id=rep_id)
    behind = tuple(meeting for meeting in found if meeting.missed)
    ahead = tuple(meeting for meeting in found if meeting.on >= tx.today and not meeting.held)
    return (*behind, *ahead[:COMING])


def next_meeting(tx: Reading, *, rep_id: int) -> Meeting | None:
    """The next one that will be, as far as one knows."""
    found = all_meetings(tx, Period(tx.today, tx.today + AHEAD), rep_id=rep_id)
    return next((meeting for meeting in found if not (meeting.held or meeting.skipped or meeting.away)), None)


def _series(tx: Reading, rep_id: int) -> Iterator[SetSeries]:
    """Those that go on, the one that is next first."""
    rows = tx.connection.execute(SERIES, {"rep_id": rep_id, "start": tx.today, "end": EVER, "moved": []})
    going_on = [(following, row) for row in rows if (following := next_day(series_of(row), tx.today)) is not None]
    return (_as_set(row, following) for following, row in sorted(going_on, key=lambda each: each[0]))


def _as_set(row: AnyRow, following: date) -> SetSeries:
    return SetSeries(row.id, row.kind, series_of(row), following)


def _of_team(kept: Cadences) -> tuple[SetCadence, ...]:
    """A new journal holds those that were shipped, so only another one is somebody's own."""
    chosen = {kind: kept.chosen.get((kind, None), shipped) for kind, shipped in DEFAULT_CADENCES.items()}
    return tuple(
        SetCadence(kind, chosen[kind], chosen[kind] != DEFAULT_CADENCES[kind], DEFAULT_CADENCES[kind])
        for kind in CadenceKind
    )


def _of_rep(kept: Cadences, rep_id: int, of_team: SetCadence) -> SetCadence:
    own = kept.chosen.get((of_team.kind, rep_id))
    return SetCadence(of_team.kind, own or of_team.cadence, own is not None, of_team.cadence)


def _told(found: Iterable[Absence], rep_id: int | None) -> tuple[Absence, ...]:
    return tuple(absence for absence in found if absence.rep_id == rep_id)
