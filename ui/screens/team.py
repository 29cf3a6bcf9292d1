"""The Team page: who reached their quota, who was coached on what, and what is under way. Never a ranking."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy

from coachjournal.queries.signals import OpenSignal, open_signals
from coachjournal.queries.team_page import TeamPage, team_page
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import quarter_of
from ui.context import Context
from ui.screens.screen import Screen
from ui.screens.team_lines import (
    Line,
    Who,
    goal_lines,
    kind_lines,
    next_step_line,
    quota_lines,
    signal_lines,
    skill_lines,
)
from ui.screens.team_rows import RowsBehind
from ui.screens.team_tab import TeamTab, TeamTable
from ui.screens.team_words import (
    SPANS,
    Span,
    goal_words,
    kind_words,
    next_step_words,
    participation_words,
    quarter_name,
    skill_words,
    span_until,
    without_quota_words,
)
from ui.widgets.buttons import PlainButton
from ui.widgets.choices import ChipGroup, TabbedSheet
from ui.widgets.mix_bar import MixBar, Part
from ui.widgets.sheet import EmptyState, Sheet
from ui.widgets.stacking import Stacking
from ui.widgets.text import Figure, Text
from ui.worker import Task

_BESIDE_FROM = 80
"""Characters of width from which the figure stands beside what it is made of."""
_NOBODY = "Your team stands here, once there is somebody: who reached their quota, and who was coached on what."
_ONE_DAY = timedelta(days=1)
SKILLS, KINDS, GOALS, STEPS = "skills", "conversations", "goals", "steps"
_SPAN_KEY, _TAB_KEY = "team/span", "team/tab"


class TeamScreen(Screen):
    """[ and ] turn to another quarter; arrows go through the cells, Enter opens what one was counted from."""

    title = "Team"
    topics = frozenset(
        {"rep", "quota", "deal", "conversation", "time_entry", "skill", "mention", "observation", "rating"}
        | {"goal", "check_in", "commitment", "signal", "coaching_action", "absence", "setting", "draft"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._day: date | None = None
        """A day of the quarter in sight; None is this quarter, also when midnight turns it."""
        self._page: TeamPage | None = None
        self._signals: tuple[OpenSignal, ...] | None = None
        """None until the lane has answered."""
        self._looking: Task | None = None
        self._make_quota()
        self._make_tabs()
        self._add_actions()
        self._nobody = Sheet(name="team.nobody")
        self._nobody.add(EmptyState(_NOBODY))
        for widget in (self._nobody, self._quota):
            self.body.addWidget(widget)
        self.body.addWidget(self._tabs, 1)

    def load(self) -> None:
        today = self.context.journal.clock.today()
        quarter = quarter_of(self._day or today)
        until = min(today, quarter.last_day)
        page = self.context.journal.ask(team_page, quarter=quarter, span=span_until(self._span, until))
        self._find_signals()
        self._next.setEnabled(today not in quarter)
        self._now.setEnabled(today not in quarter)
        if page != self._page:
            self._page = page
            self._show(page, today)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._parts[self._tabs.tabs.choice].table.setFocus()

    def event(self, event: QEvent) -> bool:
        """Look again on coming back to the window: another day may have begun."""
        if event.type() == QEvent.Type.WindowActivate:
            self.refresh()
        return super().event(event)

    # ------------------------------------------------------------------------------------------- showing

    def _show(self, page: TeamPage, today: date) -> None:
        locale = self.context.locale
        self.header.say(self.title, quarter_name(page.quarter))
        for widget in (self._quota, self._tabs):
            widget.setVisible(bool(page.reps))
        self._nobody.setVisible(not page.reps)
        self._figure.say(*participation_words(page, today))
        self._without.setText(without_quota_words(page))
        self._without.setVisible(bool(self._without.text()))
        self._attained.show_lines(page, quota_lines(page, locale))
        self._attained.setVisible(bool(page.participation.of))
        self._skills.say(skill_words(page, locale))
        self._skills.table.show_lines(page, skill_lines(page, locale))
        self._kinds.say(kind_words(page, locale))
        self._kinds.table.show_lines(page, kind_lines(page, locale))
        self._mix.show_parts(_mix(page))
        self._goals.say(goal_words(page))
        self._goals.table.show_lines(page, goal_lines(page))
        self._show_steps(page)

    def _show_steps(self, page: TeamPage) -> None:
        self._steps.say(next_step_words(page))
        self._steps.table.show_lines(page, (next_step_line(page), *signal_lines(page, self._signals)))

    def _find_signals(self) -> None:
        """All rules over all deals may take a moment, so they are asked in the lane."""
        journal = self.context.journal
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self.context.worker.run(lambda _task: journal.ask(open_signals), self._on_signals)

    def _on_signals(self, signals: tuple[OpenSignal, ...]) -> None:
        self._looking = None
        self._signals = signals
        if self._page is not None:
            self._show_steps(self._page)

    # ------------------------------------------------------------------------------------------- doing

    def _open(self, line: Line, rep: Who) -> None:
        if line.behind is None:
            self.context.navigator.open_signals(rep.rep_id if rep else None)
        else:
            RowsBehind(self.context, line.behind(rep)).open()

    def _open_kind(self, place: int) -> None:
        if self._page is not None:
            self._open(kind_lines(self._page, self.context.locale)[place], None)

    def _step(self, quarters: int) -> None:
        today = self.context.journal.clock.today()
        quarter = quarter_of(self._day or today)
        day = quarter.end if quarters > 0 else quarter.start - _ONE_DAY
        self._go(day if day < quarter_of(today).start else None)

    def _go(self, day: date | None) -> None:
        self._day = day
        self.refresh()

    @property
    def _span(self) -> Span:
        kept = str(self.context.settings.value(_SPAN_KEY, Span.HALF))
        return Span(kept) if kept in set(Span) else Span.HALF

    def _choose_span(self, span: str) -> None:
        self.context.settings.setValue(_SPAN_KEY, span)
        self.refresh()

    def _on_tab(self, tab: str) -> None:
        """Only what lies back is of a span; goals and next steps are as they stand today."""
        self.context.settings.setValue(_TAB_KEY, tab)
        self._spans.setVisible(tab in {SKILLS, KINDS})

    # ------------------------------------------------------------------------------------------- building

    def _make_quota(self) -> None:
        self._quota = Sheet(name="team.quota")
        self._figure = Figure()
        self._figure.setObjectName("team.participation")
        self._without = Text("", "muted", wrap=True)
        self._without.setObjectName("team.withoutQuota")
        self._attained = self._table("attained", "Quota by rep", with_team=False)
        self._attained.verticalHeader().hide()
        self._attained.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._quota.add(Stacking((self._figure, 24), (self._attained, 76), beside_from=_BESIDE_FROM, spacing=24))
        self._quota.add(self._without)

    def _make_tabs(self) -> None:
        self._tabs = TabbedSheet(name="team.tabs", label="Parts of the page")
        self._spans = ChipGroup(tuple(SPANS.items()), name="team.span", label="How far back")
        self._spans.choose(self._span)
        self._spans.chosen.connect(self._choose_span)
        self._tabs.add_action(self._spans)
        self._mix = MixBar(self._open_kind, name="team.mix")
        self._skills = TeamTab(self._table(SKILLS, "Coverage map: skills by rep"))
        self._kinds = TeamTab(self._table(KINDS, "Kinds of conversation by rep"), self._mix)
        self._goals = TeamTab(self._table(GOALS, "Goals by rep"))
        self._steps = TeamTab(self._table(STEPS, "Next steps and signals by rep"))
        self._tabs.add_tab(SKILLS, "Skills", self._skills)
        self._tabs.add_tab(KINDS, "Conversations", self._kinds)
        self._tabs.add_tab(GOALS, "Goals", self._goals)
        self._tabs.add_tab(STEPS, "Next steps", self._steps)
        self._parts = {SKILLS: self._skills, KINDS: self._kinds, GOALS: self._goals, STEPS: self._steps}
        self._tabs.tabs.chosen.connect(self._on_tab)
        kept = str(self.context.settings.value(_TAB_KEY, SKILLS))
        self._tabs.tabs.choose(kept if kept in self._parts else SKILLS)

    def _table(self, name: str, label: str, *, with_team: bool = True) -> TeamTable:
        open_rep = self.context.navigator.open_rep
        return TeamTable(self._open, open_rep, name=f"team.{name}", label=label, with_team=with_team)

    def _add_actions(self) -> None:
        before = PlainButton("Quarter before", partial(self._step, -1), name="team.before", key="[")
        self._now = PlainButton("This quarter", partial(self._go, None), name="team.now")
        self._next = PlainButton("Quarter after", partial(self._step, 1), name="team.after", key="]")
        for button in (before, self._now, self._next):
            self.header.add_action(button)


def _mix(page: TeamPage) -> tuple[Part, ...]:
    shown = {rep.rep_id for rep in page.reps}
    return tuple(
        Part(kind.label, sum(count for (rep_id, each), count in page.kinds.items() if each is kind and rep_id in shown))
        for kind in ConversationKind
    )
