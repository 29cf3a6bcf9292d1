"""The left sheet of the morning: whom the manager meets, and what was promised."""

from PySide6.QtWidgets import QWidget

from coachjournal.queries.today import TodayPage
from ui.context import Context
from ui.screens.today_commitments import CommitmentsPart
from ui.screens.today_meetings import MeetingsPart
from ui.screens.today_part import FittedSheet


class PeopleSheet(FittedSheet):
    """Two lists; the commitments give way."""

    def __init__(self, context: Context) -> None:
        super().__init__(name="today.people")
        self.setAccessibleName("One-on-ones and commitments")
        self._meetings = MeetingsPart(context, self.walk)
        self._commitments = CommitmentsPart(context, self.walk)
        self.add(self._meetings)
        self.rows.addSpacing(4)
        self.add(self._commitments)
        self.rows.addStretch(1)

    def begin(self) -> bool:
        """The page comes into sight; whether something is to be shown anew."""
        return self._commitments.begin()

    def show_page(self, page: TodayPage) -> None:
        self._meetings.show_page(page)
        self._commitments.show_page(page)

    def show_room(self, room: int) -> QWidget:
        self._commitments.show_room(room)
        return self._commitments
