"""What a brief tells of a deal and in figures: why a deal is listed, and which numbers there are."""

from enum import StrEnum


class Why(StrEnum):
    """Why a deal is on the brief; each value is written as it is."""

    SLIPPED = "slipped"
    PAST_ITS_DAY = "past its day"
    STALLED = "stalled"
    STEP_LATE = "step is late"
    NO_STEP = "no next step"
    DUE_THIS_MONTH = "due this month"
    TALKED_ABOUT = "talked about last time"
    LARGEST = "largest"


class BriefFigure(StrEnum):
    """The numbers of a brief, in their order."""

    QUOTA = "quota"
    WIN_RATE = "win_rate"
    COVERAGE = "coverage"
    CYCLE = "cycle"
    AVERAGE_SIZE = "average_size"
