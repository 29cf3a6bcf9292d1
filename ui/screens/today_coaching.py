"""What the numbers say, and who to coach: signals, coaching whose day has come, who waits, what asks for a word."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.queries.goal_editor import goal_details
from coachjournal.queries.overdue_goals import GoalNow
from coachjournal.queries.today import TodayPage
from coachjournal.queries.unfinished import UnfinishedDraft
from ui.context import Context
from ui.editors.end_goal import EndGoal
from ui.screens.coaching_steps import step_row
from ui.screens.drafts import DraftRows
from ui.screens.signal_steps import signal_row
from ui.screens.today_not_coached import NotCoachedPart
from ui.screens.today_part import FittedSheet, Part
from ui.screens.today_words import question_of
from ui.widgets.buttons import QuietButton
from ui.widgets.open_row import OpenRow
from ui.widgets.text import SectionTitle

_ROOMS = ((2, 1), (3, 1), (3, 2), (4, 2), (5, 2))
"""How many signals, and how many of coaching, goals and drafts each, from the least room to the most."""


class CoachingSheet(FittedSheet):
    """Five parts below each other; each but the first is hidden while it has nothing to say. The signals give way."""

    most, fewest = len(_ROOMS) - 1, 0
    row = 70

    def __init__(self, context: Context) -> None:
        super().__init__(name="today.coaching")
        self.setAccessibleName("What the numbers say, and who to coach")
        self._context, walk = context, self.walk
        self._told = self._number = 0
        """Signals that are told here at most, and all that wait."""
        self._left: tuple[UnfinishedDraft, ...] = ()
        self._drafts_shown: int | None = None
        """How many of them had room when they were last shown."""
        self._signals = Part("What the numbers say", "and who to coach", walk, name="today.signals", unfolds=False)
        self._all = QuietButton("", context.navigator.open_signals, name="today.allSignals")
        self._signals.add_action(self._all)
        self._steps = Part("Coaching", "planned for today", walk, name="today.steps")
        self._not_coached = NotCoachedPart(context, walk)
        self._goals = Part("Goals", "that ask for a word", walk, name="today.goals")
        self._draft_title = SectionTitle("Drafts", "picked up where you left off")
        self.drafts = DraftRows(context, name="today.drafts")
        for part in (self._signals, self._steps, self._not_coached, self._goals):
            self.add(part)
        drafts = QVBoxLayout()
        drafts.setSpacing(6)
        for widget in (self._draft_title, self.drafts):
            drafts.addWidget(widget)
        self.rows.addLayout(drafts)
        self.rows.addStretch(1)

    def show_page(self, page: TodayPage) -> None:
        self._told, self._number = len(page.told_signals), sum(signal.is_waiting for signal in page.signals)
        self._signals.tell(page.told_signals, partial(signal_row, self._context), empty=self._nothing(page))
        self._steps.tell(page.coaching, partial(step_row, self._context, with_rep=True))
        self._goals.tell(page.goals, self._goal)
        self._left, self._drafts_shown = page.drafts, None
        self._not_coached.show_page(page)

    def show_room(self, room: int) -> tuple[QWidget, ...]:
        signals, others = _ROOMS[room]
        self._signals.show_room(signals)
        self._all.say(f"All {self._number}")
        self._all.setAccessibleName(f"All {self._number} signals")
        self._all.setVisible(self._number > min(signals, self._told))
        self._steps.show_room(others)
        self._goals.show_room(others)
        self._show_drafts(others)
        return self._signals, self._steps, self._goals, self.drafts

    def _show_drafts(self, room: int) -> None:
        if room == self._drafts_shown:
            return
        self._drafts_shown = room
        self.drafts.show_drafts(self._left, room=room)
        for row in self.drafts.findChildren(OpenRow):
            self.walk.stop(row)
        for widget in (self._draft_title, self.drafts):
            widget.setVisible(bool(self._left))

    def _nothing(self, page: TodayPage) -> str:
        """What stands there instead of signals."""
        if not page.team:
            return "What deals, commitments and ratings tell about a rep stands here."
        return "Nothing else stands out today." if self._number else "Nothing stands out in the numbers today."

    def _goal(self, goal: GoalNow) -> OpenRow:
        question = question_of(goal, self._context.locale)
        row = OpenRow(f"{goal.rep}, {goal.title}: {question}", partial(self._ask, goal), name=f"goal.{goal.goal_id}")
        row.add_lines(goal.rep, goal.title, question)
        return row

    def _ask(self, goal: GoalNow) -> None:
        EndGoal(self._context, self._context.journal.ask(goal_details, goal.goal_id)).open()
