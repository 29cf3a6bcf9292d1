"""The outlines of a timeline's data in its own units: days on x, minutes or shares on y. Made once for a rep."""

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from coachjournal.charts.coaching_timeline.bands import BANDS, minutes_by_band
from coachjournal.queries.coaching_timeline import Gap, RepWeek, WholeWeek

Floats = NDArray[np.float64]

_WEEK = 7.0
_CORNERS = np.array([Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY], dtype=np.uint8)


def stacked_weeks(weeks: Sequence[RepWeek], air: float) -> tuple[Path, ...]:
    """One path per band; each bar leaves out `air` days of its week so that bars stand apart."""
    starts = _ordinals(week.start for week in weeks)
    minutes = np.array([minutes_by_band(week) for week in weeks], dtype=float).reshape(-1, len(BANDS))
    tops = minutes.cumsum(axis=1)
    return tuple(
        _bars(starts[on] + air / 2, _WEEK - air, (tops - minutes)[on, band], tops[on, band])
        for band, on in enumerate(minutes.T > 0)
    )


def split_weeks(weeks: Sequence[WholeWeek]) -> tuple[Path, Path]:
    """The weeks' share with people, and above it all else; a week without hours stays blank."""
    told = [week for week in weeks if week.people + week.rest > 0]
    starts = _ordinals(week.start for week in told)
    share = np.array([week.people / (week.people + week.rest) for week in told], dtype=float)
    zeros, ones = np.zeros_like(share), np.ones_like(share)
    return _bars(starts, _WEEK, zeros, share), _bars(starts, _WEEK, share, ones)


def gap_bands(gaps: Sequence[Gap]) -> Path:
    """The gaps as full-height bands, for a strip whose y goes from 0 to 1."""
    starts = _ordinals(gap.start for gap in gaps)
    lengths = np.array([(gap.end - gap.start).days for gap in gaps], dtype=float)
    return _bars(starts, lengths, np.zeros_like(starts), np.ones_like(starts))


def _ordinals(days: Iterable[date]) -> Floats:
    return np.array([day.toordinal() for day in days], dtype=float)


def _bars(left: Floats, width: Floats | float, bottom: Floats, top: Floats) -> Path:
    right = left + width
    x = np.stack([left, left, right, right, left], axis=1)
    y = np.stack([bottom, top, top, bottom, bottom], axis=1)
    return Path(np.stack([x, y], axis=2).reshape(-1, 2), np.tile(_CORNERS, len(left)))
