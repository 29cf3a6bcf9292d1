"""The goals of the rep: set, checked in on, ended, and asked about when they are over. Ended ones on request."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from coachjournal.queries.goal_editor import goal_details, goal_form
from coachjournal.queries.milestones import Step, milestones_by_goal
from coachjournal.queries.overdue_goals import GoalNow, overdue_goals
from coachjournal.queries.rep_page import GoalRow, RepPage, ended_goals
from coachjournal.rules.goal import GoalStanding
from ui.context import Context
from ui.editors.check_in import CheckInEditor
from ui.editors.end_goal import EndGoal
from ui.editors.goal import GoalEditor
from ui.screens.rep_columns import goal_columns
from ui.screens.rep_list import ALL, RepList
from ui.screens.today_words import question_of
from ui.widgets.open_row import OpenRow
from ui.widgets.row_keys import RowKeys
from ui.widgets.rows import LinedRows
from ui.widgets.sheet import EmptyState
from ui.widgets.table import INDENT

_ENDED = {GoalStanding.ACHIEVED, GoalStanding.EXTENDED, GoalStanding.ABANDONED}


class Goals(RepList[GoalRow]):
    """Enter opens a goal, C checks in, E ends it."""

    def __init__(self, context: Context) -> None:
        empty = EmptyState(
            "A goal is a skill or a number that should move, from where it stands to where it should be, by a day.",
            "Set the first goal",
            self.new_goal,
        )
        self._steps: Mapping[int, tuple[Step, ...]] = {}
        super().__init__(
            context,
            goal_columns(context.locale, lambda goal: self._steps.get(goal.goal_id, ())),
            lambda goal: goal.goal_id,
            empty,
            name="goals",
            label="Goals",
        )
        self._asked = LinedRows(name="repPage.goals.asked")
        self._asked.setContentsMargins(INDENT, 0, INDENT, 4)
        self._asked.hide()
        self.column.insertWidget(0, self._asked)
        self.table.opened.connect(self.change)
        self.table.setToolTip("Enter opens a goal, C checks in, E ends it")
        RowKeys(self.table, {"C": self.check_in, "E": self.end_current})
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer)

    def ask(self, page: RepPage) -> tuple[GoalRow, ...]:
        self._steps = self.context.journal.ask(milestones_by_goal, rep_id=page.rep.rep_id)
        asked = [self._question(goal) for goal in self.context.journal.ask(overdue_goals, rep_id=page.rep.rep_id)]
        self._asked.show_rows(asked)
        self._asked.setVisible(bool(asked))
        ended = self.context.journal.ask(ended_goals, rep_id=page.rep.rep_id) if self.most == ALL else ()
        return page.goals + ended

    def more(self, page: RepPage) -> str:
        return f"{page.ended_goals} ended" if page.ended_goals and self.most != ALL else ""

    def new_goal(self) -> None:
        if self.page is not None:
            GoalEditor(self.context, rep_id=self.page.rep.rep_id).open()

    def change(self, goal: GoalRow) -> None:
        if self.page is not None:
            GoalEditor(self.context, rep_id=self.page.rep.rep_id, goal_id=goal.goal_id).open()

    def check_in(self) -> None:
        """Check in on the goal that is chosen, else on the one that is due first."""
        goal = self._chosen_or_first()
        if goal is not None:
            CheckInEditor(self.context, goal.goal_id).open()

    def end(self, goal: GoalRow) -> None:
        if self.page is not None and goal.standing not in _ENDED:
            form = self.context.journal.ask(goal_form, rep_id=self.page.rep.rep_id, goal_id=goal.goal_id)
            if form.goal is not None:
                EndGoal(self.context, form.goal).open()

    def end_current(self) -> None:
        goal = self.table.current_row()
        if goal is not None:
            self.end(goal)

    def _question(self, goal: GoalNow) -> OpenRow:
        """What became of a goal that is over, or has reached its target: nothing expires in silence."""
        question = question_of(goal, self.context.locale)
        row = OpenRow(f"{goal.title}: {question}", partial(self._ask_about, goal), name=f"repPage.goal.{goal.goal_id}")
        row.add_lines(goal.title, question, "")
        return row

    def _ask_about(self, goal: GoalNow) -> None:
        EndGoal(self.context, self.context.journal.ask(goal_details, goal.goal_id)).open()

    def _chosen_or_first(self) -> GoalRow | None:
        chosen = self.table.current_row()
        if chosen is not None and chosen.standing not in _ENDED:
            return chosen
        return self.page.goals[0] if self.page is not None and self.page.goals else None

    def _offer(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if not index.isValid():
            return
        goal = self.rows.row_at(index)
        menu = QMenu(self.table)
        menu.setObjectName("goal.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Change…\tEnter", lambda: self.change(goal))
        if goal.standing not in _ENDED:
            menu.addAction("Check in\tC", lambda: CheckInEditor(self.context, goal.goal_id).open())
            menu.addAction("End…\tE", lambda: self.end(goal))
        menu.popup(self.table.viewport().mapToGlobal(at))
