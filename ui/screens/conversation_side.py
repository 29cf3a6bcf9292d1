"""What lies beside a note while it is written: last time, the goals, the skill, what to raise, questions, deals."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.queries.conversation_page import ConversationPage
from ui.context import Context
from ui.screens.side_agenda import AgendaSheet
from ui.screens.side_coaching import CoachingSheet
from ui.screens.side_deals import DealsSheet
from ui.screens.side_goals import GoalsSheet
from ui.screens.side_idea import IdeaSheet
from ui.screens.side_last_time import LastTimeSheet
from ui.screens.side_questions import QuestionsSheet
from ui.screens.side_sheet import SideSheet
from ui.screens.side_skill import SkillSheet
from ui.widgets.row_walk import RowWalk


class ConversationSide(QWidget):
    """Sheets below each other; one with nothing to say is not there. Up and Down go through the rows of all of them.

    `asked` carries a question that is to stand in the note.
    """

    asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        walk = RowWalk(self)
        questions = QuestionsSheet(context, walk)
        questions.asked.connect(self.asked)
        self._sheets: tuple[SideSheet, ...] = (
            LastTimeSheet(context, walk),
            GoalsSheet(context, walk),
            CoachingSheet(context, walk),
            SkillSheet(context, walk),
            questions,
            AgendaSheet(context, walk),
            DealsSheet(context, walk),
            IdeaSheet(context, walk),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for sheet in self._sheets:
            column.addWidget(sheet)
        column.addStretch(1)

    def show_page(self, page: ConversationPage) -> None:
        for sheet in self._sheets:
            sheet.show_page(page)

    def finish(self) -> bool:
        """Keep what is being written in a line, as the page is left; whether the file has it now, be it as a draft."""
        kept = [sheet.finish() for sheet in self._sheets]
        return all(kept)
