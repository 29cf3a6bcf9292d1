"""The left sheet of the morning: whom the manager meets, and what was promised."""

from PySide6.QtWidgets import QWidget

from coachjournal.queries.today import TodayPage
from ui.context import Context
from ui.screens.today_commitments import CommitmentsPart
from ui.screens.today_meetings import MeetingsPart
from ui.screens.today_part import FittedSheet

_MOST_MEETINGS, _FEWEST_MEETINGS = 7, 4
"""A one-on-one a week with each of seven reps; at least a morning's."""
_MOST_COMMITMENTS, _FEWEST_COMMITMENTS = 12, 3


class PeopleSheet(FittedSheet):
    """Two lists; the commitments give way, and at last the meetings."""

    most, fewest = _MOST_MEETINGS + _MOST_COMMITMENTS, _FEWEST_MEETINGS + _FEWEST_COMMITMENTS

    def __init__(self, context: Context) -> None:
        super().__init__(name="today.people")
        self.setAccessibleName("One-on-ones and commitments")
        self._meetings = MeetingsPart(context, self.walk)
        self._commitments = CommitmentsPart(context, self.walk)
        self.add(self._meetings)
        self.rows.addSpacing(4)
        self.add(self._commitments)
        self.rows.addStretch(1)

    @property
    def tells_of_ended(self) -> bool:
        """Whether commitments stand there that were ended."""
        return self._commitments.tells_of_ended

    def begin(self) -> None:
        """The page comes into sight, and is shown anew."""
        self._commitments.begin()

    def show_page(self, page: TodayPage) -> None:
        self._meetings.show_page(page)
        self._commitments.show_page(page)

    def show_room(self, room: int) -> tuple[QWidget, ...]:
        self._meetings.show_room(min(_MOST_MEETINGS, room - _FEWEST_COMMITMENTS))
        self._commitments.show_room(max(_FEWEST_COMMITMENTS, room - _MOST_MEETINGS))
        return self._meetings.rows, self._commitments
