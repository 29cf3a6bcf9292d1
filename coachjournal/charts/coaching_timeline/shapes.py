"""The outlines of a timeline's data in its own units: days on x, minutes or shares on y. Made once for a rep."""

from collections.abc import Iterable, Sequence

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from coachjournal.charts.coaching_timeline.bands import BANDS, minutes_by_band
from coachjournal.charts.coaching_timeline.lanes import Form, PlacedLane
from coachjournal.queries.coaching_timeline import Gap, RepHours, WholeHours
from coachjournal.rules.period import Period

Floats = NDArray[np.float64]
_Box = tuple[float, float, float, float]
"""Left and right in days, bottom and top in pixels."""

_TICK, _TICK_PART = 1.3, 0.5
_LANE_AIR = 1.5

_CORNERS = np.array([Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY], dtype=np.uint8)


def stacked_hours(bars: Sequence[RepHours], air: float) -> tuple[Path, ...]:
    """One path per band; each bar leaves out `air` days of its period so that bars stand apart."""
    starts, lengths = _starts(bar.period for bar in bars), _lengths(bar.period for bar in bars)
    minutes = np.array([minutes_by_band(bar) for bar in bars], dtype=float).reshape(-1, len(BANDS))
    tops = minutes.cumsum(axis=1)
    return tuple(
        _bars(starts[on] + air / 2, lengths[on] - air, (tops - minutes)[on, band], tops[on, band])
        for band, on in enumerate(minutes.T > 0)
    )


def split_hours(bars: Sequence[WholeHours]) -> tuple[Path, Path]:
    """The share with people, and above it all else; a period without hours stays blank."""
    told = [bar for bar in bars if bar.people + bar.rest > 0]
    starts, lengths = _starts(bar.period for bar in told), _lengths(bar.period for bar in told)
    share = np.array([bar.people / (bar.people + bar.rest) for bar in told], dtype=float)
    zeros, ones = np.zeros_like(share), np.ones_like(share)
    return _bars(starts, lengths, zeros, share), _bars(starts, lengths, share, ones)


def gap_bands(gaps: Sequence[Gap]) -> Path:
    """The gaps as full-height bands, for a strip whose y goes from 0 to 1."""
    spans = [Period(gap.start, gap.end) for gap in gaps]
    starts = _starts(spans)
    return _bars(starts, _lengths(spans), np.zeros_like(starts), np.ones_like(starts))


def gap_edges(gaps: Sequence[Gap], top: float, thick: float) -> Path:
    """The gaps as thin lines below `top`, in pixels downwards."""
    spans = [Period(gap.start, gap.end) for gap in gaps]
    tops = np.full(len(spans), top)
    return _bars(_starts(spans), _lengths(spans), tops + thick, tops)


def crowded_lanes(lanes: Sequence[PlacedLane], pixels_a_day: float) -> Path:
    """Ticks, and columns as high as the counts, of the lanes that have no room for shapes; y in pixels downwards."""
    boxes = [box for lane in lanes for box in (*_ticks(lane, pixels_a_day), *_columns(lane))]
    left, right, bottom, top = np.array(boxes, dtype=float).reshape(-1, 4).T
    return _bars(left, right - left, bottom, top)


def _ticks(lane: PlacedLane, pixels_a_day: float) -> list[_Box]:
    if lane.form is not Form.TICKS:
        return []
    half, tall = _TICK / 2 / pixels_a_day, lane.box.height * _TICK_PART / 2
    days = [mark.on.toordinal() + 0.5 for mark in lane.marks]
    return [(day - half, day + half, lane.middle + tall, lane.middle - tall) for day in days]


def _columns(lane: PlacedLane) -> list[_Box]:
    foot, tall = lane.box.bottom - _LANE_AIR, lane.box.height - 2 * _LANE_AIR
    return [
        (
            count.period.start.toordinal(),
            count.period.end.toordinal(),
            foot,
            foot - max(1.0, tall * count.count / lane.most),
        )
        for count in lane.counts
    ]


def _starts(periods: Iterable[Period]) -> Floats:
    return np.array([period.start.toordinal() for period in periods], dtype=float)


def _lengths(periods: Iterable[Period]) -> Floats:
    return np.array([period.days for period in periods], dtype=float)


def _bars(left: Floats, width: Floats | float, bottom: Floats, top: Floats) -> Path:
    right = left + width
    x = np.stack([left, left, right, right, left], axis=1)
    y = np.stack([bottom, top, top, bottom, bottom], axis=1)
    return Path(np.stack([x, y], axis=2).reshape(-1, 2), np.tile(_CORNERS, len(left)))
