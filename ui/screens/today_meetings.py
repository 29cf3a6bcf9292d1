"""Whom the manager meets today and this week, and what matters before it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.queries.meetings import Meeting
from coachjournal.queries.today import MeetingAhead, TodayPage
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.signals.words import told
from coachjournal.rules.words import capital, initials
from ui.context import Context
from ui.screens.meeting_steps import MeetingSteps, offer_on
from ui.screens.today_part import Part
from ui.screens.today_words import nothing_planned, what_matters, when
from ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from ui.widgets.marks import Avatar
from ui.widgets.row_keys import RowKeys
from ui.widgets.row_walk import RowWalk
from ui.widgets.text import Passage, Text, bold, muted, tip
from ui.widgets.wrapped_row import TallRow


class MeetingRow(TallRow):
    """Who and when, and below it what matters, wrapping."""

    def __init__(self, rep: str, when: str, line: str, on_open: Callable[[], object], *, name: str) -> None:
        super().__init__(f"{rep}, {when}: {line}", on_open, name=name)
        self.row.setContentsMargins(0, 1, 0, 1)
        self.add_mark(Avatar(initials(rep)))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        for words in (Passage(bold(rep), muted(when)), Text(line, "small", wrap=True)):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            lines.addWidget(words)
        self.row.addLayout(lines, 1)


class MeetingsPart(QWidget):
    """Enter or "Prepare" opens the brief, S or "Start" begins; without meetings, what one could do instead."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__()
        self._context = context
        self.rows = Part("One-on-ones", "", walk, name="today.meetings")
        self._print = QuietButton("All briefs of today", context.navigator.save_briefs, name="today.briefs", key="P")
        self.rows.add_action(self._print)
        self._idea = Text("", "muted", wrap=True)
        self._idea.setObjectName("today.idea")
        self._begin = PlainButton(
            "To the first page", partial(context.navigator.open_page, "welcome"), name="today.begin"
        )
        self._plan = PlainButton("Plan coaching", self._plan_coaching, name="today.plan")
        self._waiting: int | None = None
        """Whom coaching is planned with where nothing is planned."""
        for button in (self._begin, self._plan):
            walk.stop(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.rows, self._idea):
            column.addWidget(widget)
        for button in (self._begin, self._plan):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_page(self, page: TodayPage) -> None:
        one_on_ones = all(ahead.meeting.kind is ConversationKind.ONE_ON_ONE for ahead in page.meetings)
        self.rows.heading.say("One-on-ones", "this week" if one_on_ones else "and what else is planned this week")
        first = next((ahead for ahead in page.planned if not ahead.meeting.away), None)
        self.rows.tell(
            page.meetings,
            lambda ahead: self._row(ahead, page, is_next=ahead is first),
            empty=nothing_planned(page, self._context.locale),
        )
        self._idea.setText("" if page.meetings else self._what_to_do(page))
        self._idea.setVisible(bool(self._idea.text()))
        self._begin.setVisible(not page.team)
        self._waiting = _who_waits(page)
        self._plan.setVisible(bool(page.team) and not page.meetings)
        self._print.setVisible(any(_is_one_on_one_of_today(ahead, page) for ahead in page.planned))

    def show_room(self, room: int) -> None:
        self.rows.show_room(room)

    def _row(self, ahead: MeetingAhead, page: TodayPage, *, is_next: bool) -> MeetingRow:
        meeting, locale = ahead.meeting, self._context.locale
        line, name = what_matters(ahead, locale), name_of(ahead)
        row = MeetingRow(meeting.rep, when(meeting, locale), line, partial(self._open, ahead), name=name)
        if meeting.away:
            return row
        start = partial(self._context.navigator.begin_meeting, meeting)
        self._listen(row, meeting, start)
        if meeting.on <= page.day:
            row.add_mark(self._button(QuietButton, "Start", start, ahead))
        words = "Open" if _has_page(ahead) else "Prepare"
        look = self._button(PrimaryButton if is_next else PlainButton, words, partial(self._open, ahead), ahead)
        row.add_mark(look)
        return row

    def _listen(self, row: MeetingRow, meeting: Meeting, start: Callable[[], None]) -> None:
        """Letters, and the same steps in a menu."""
        steps = {"S": ("Start", start), **MeetingSteps(self._context).by_key(meeting)}
        RowKeys(row, {key: step for key, (_words, step) in steps.items()})
        told = ", ".join(f"{key} {words.rstrip('…').lower()}" for key, (words, _step) in steps.items())
        row.setAccessibleDescription(f"Enter opens it, {told}")
        offer_on(row, steps)

    def _button(self, kind: type[PlainButton], words: str, on_click: partial[None], ahead: MeetingAhead) -> PlainButton:
        button = kind(words, on_click, name=f"{name_of(ahead)}.{words.lower()}")
        button.setAccessibleName(f"{words}: {ahead.meeting.rep}, {when(ahead.meeting, self._context.locale)}")
        button.setToolTip(tip(button.accessibleName()))
        return button

    def _open(self, ahead: MeetingAhead) -> None:
        """The brief, or the page of what is planned."""
        meeting, navigator = ahead.meeting, self._context.navigator
        if _has_page(ahead) and meeting.conversation_id is not None:
            navigator.open_conversation(meeting.conversation_id)
        else:
            navigator.open_brief(meeting.rep_id)

    def _plan_coaching(self) -> None:
        self._context.navigator.plan_coaching(self._waiting)

    def _what_to_do(self, page: TodayPage) -> str:
        """One thing for a morning without meetings."""
        if (spot := page.bright_spot) is not None:
            headline = told(spot.last, self._context.locale).headline
            return f"One thing for today: tell {spot.rep} what you saw. {capital(headline)}."
        return ""


def name_of(ahead: MeetingAhead) -> str:
    """What the row is called: "meeting.12" of a planned one, "meeting.3.2026-11-24" of a series."""
    meeting = ahead.meeting
    if meeting.conversation_id is not None:
        return f"meeting.{meeting.conversation_id}"
    return f"meeting.{meeting.series_id}.{meeting.original_on}"


def _has_page(ahead: MeetingAhead) -> bool:
    """Whether it is looked after on its own page: another talk than a one-on-one, or one that was missed."""
    meeting = ahead.meeting
    return meeting.conversation_id is not None and (meeting.missed or meeting.kind is not ConversationKind.ONE_ON_ONE)


def _who_waits(page: TodayPage) -> int | None:
    """Somebody who was not coached, else who will be due next."""
    rep = next(iter(page.not_coached), page.next_due)
    return None if rep is None else rep.rep_id


def _is_one_on_one_of_today(ahead: MeetingAhead, page: TodayPage) -> bool:
    return ahead.meeting.kind is ConversationKind.ONE_ON_ONE and ahead.meeting.on == page.day and not ahead.meeting.away
