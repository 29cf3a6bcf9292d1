"""Reminders while the window is open: a quiet line in it, and where it is wanted a notification of the system."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer

from coachjournal.changes import Change
from coachjournal.errors import StorageUnavailable
from coachjournal.queries.reminders import Agenda, agenda
from coachjournal.rules.reminders import About, Reminder, is_over, reminders
from ui.context import Context
from ui.system_notice import SystemNotice
from ui.widgets.reminder_line import ReminderLine

_LOOKS_MS = 20_000
"""Three times a minute: early enough for a meeting, and too seldom to cost anything."""
_SAID_KEY = "reminders/said"
_TOPICS = frozenset(
    {"conversation", "meeting_series", "series_exception", "absence", "rep", "commitment", "coaching_action", "setting"}
)


class Reminders(QObject):
    """Looks at the clock now and then. What is due is asked of the journal only when that, or the day, has changed."""

    def __init__(
        self, context: Context, line: ReminderLine, in_sight: Callable[[], str], notice: SystemNotice | None = None
    ) -> None:
        """`in_sight` is the name of the page one looks at: what stands on it need not be said."""
        super().__init__(line)
        self._context, self._line, self._in_sight = context, line, in_sight
        self.notice = notice or SystemNotice(self._come_forward)
        self._agenda: Agenda | None = None
        self._asked = self._asks_again = False
        self._waiting: list[Reminder] = []
        self._shown: Reminder | None = None
        self._said = str(context.settings.value(_SAID_KEY, "")).split()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_MS)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        line.put_away.connect(self._show_next)
        context.bus.changed.connect(self._on_changed)
        self._timer.start()
        self._ask()

    def look(self) -> None:
        """Say what is to be said now. The clock may have jumped since the last look, to another day or back."""
        if self._agenda is None or self._agenda.day != self._context.journal.clock.today():
            self._ask()
            return
        now = self._now()
        if self._shown is not None and is_over(self._shown, now):
            self._line.hide()
        found = reminders(
            now,
            self._agenda.hours,
            self._agenda.choice,
            ahead=self._agenda.meetings,
            due=self._agenda.due,
            said=self._said,
        )
        if found and self._agenda.choice.wanted:
            self._say(self._agenda, found)

    def stop(self) -> None:
        """The journal is about to be closed."""
        self._timer.stop()
        self._waiting.clear()
        self.notice.close()

    # ------------------------------------------------------------------------------------------- asking

    def _ask(self) -> None:
        """In the lane; once more afterwards, should something change meanwhile."""
        if self._asked:
            self._asks_again = True
            return
        self._asked = True
        journal = self._context.journal
        self._context.worker.run(lambda _task: journal.ask(agenda), self._on_agenda, self._on_failed)

    def _on_agenda(self, found: Agenda) -> None:
        again, self._asked, self._asks_again = self._asks_again, False, False
        if not self._timer.isActive():
            return
        if again:
            self._ask()
        elif found.day == self._context.journal.clock.today():
            self._agenda = found
            self._drop_what_is_off(found)
            self.look()

    def _drop_what_is_off(self, found: Agenda) -> None:
        """A meeting that was called off, moved or undone is not told of any more, nor its line left standing."""
        ahead = {meeting.key for meeting in found.meetings}
        self._waiting = [each for each in self._waiting if each.meeting is None or each.key in ahead]
        if self._shown is not None and self._shown.meeting is not None and self._shown.key not in ahead:
            self._line.hide()

    def _on_failed(self, error: Exception) -> None:
        """A file that is gone is told of by the pages; here it is tried again at the next look."""
        self._asked = self._asks_again = False
        if not isinstance(error, StorageUnavailable):
            raise error

    def _on_changed(self, change: Change) -> None:
        if change.topics & _TOPICS:
            self._agenda = None
            self._ask()

    # ------------------------------------------------------------------------------------------- saying

    def _say(self, of: Agenda, found: tuple[Reminder, ...]) -> None:
        today = f"{of.day}"
        self._said = [key for key in self._said if key.startswith(today)] + [each.key for each in found]
        self._context.settings.setValue(_SAID_KEY, " ".join(self._said))
        new = [each for each in found if each.meeting is not None or self._in_sight() != "today"]
        if of.choice.in_system and not self._line.window().isActiveWindow():
            for each in new:
                self.notice.say(each.short(self._at(each)))
        if of.choice.in_window:
            self._waiting += new
            if self._shown is None:
                self._show_next()

    def _show_next(self) -> None:
        """One line at a time; what is over by now is not worth one."""
        now, self._shown = self._now(), None
        self._waiting = [each for each in self._waiting if not is_over(each, now)]
        if self._waiting:
            self._shown = self._waiting.pop(0)
            step, do = self._step(self._shown)
            self._line.say(self._shown.words(self._at(self._shown)), step, do)

    def _step(self, reminder: Reminder) -> tuple[str, Callable[[], object]]:
        navigator, meeting = self._context.navigator, reminder.meeting
        if meeting is not None and meeting.has_brief:
            return "Open brief", lambda: navigator.open_brief(meeting.rep_id)
        if meeting is not None and meeting.conversation_id is not None:
            key = meeting.conversation_id
            return "Open it", lambda: navigator.open_conversation(key)
        if meeting is not None:
            return f"Open {meeting.first_name}", lambda: navigator.open_rep(meeting.rep_id)
        if reminder.about is About.LOOK_AGAIN:
            return "Open Signals", navigator.open_signals
        return "Open Today", lambda: navigator.open_page("today")

    def _at(self, reminder: Reminder) -> str:
        return self._context.locale.time(reminder.meeting.starts_at) if reminder.meeting is not None else ""

    def _now(self) -> datetime:
        clock = self._context.journal.clock
        return clock.local(clock.now())

    def _come_forward(self) -> None:
        window = self._line.window()
        window.show()
        window.raise_()
        window.activateWindow()
