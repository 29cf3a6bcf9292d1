"""Moving a single meeting of a series, or a conversation that was planned: another day, another time."""

from coachjournal.commands.conversation import edit_conversation
from coachjournal.commands.meeting import IN_THE_PAST, move_meeting
from coachjournal.errors import Rejected
from coachjournal.queries.meetings import Meeting
from ui.context import Context
from ui.editors.editor import Editor
from ui.locale import system_zone
from ui.rhythm_words import meeting_what, meeting_when
from ui.widgets.date_field import DateField
from ui.widgets.text import Text
from ui.widgets.time_field import TimeField


class MoveMeetingEditor(Editor):
    """The others of the series stay where they are."""

    def __init__(self, context: Context, meeting: Meeting) -> None:
        super().__init__(context, f"Move a meeting with {meeting.rep}", name="moveMeeting", finish="Move")
        self._meeting = meeting
        today = context.journal.clock.today()
        self.form.addWidget(Text(f"{meeting_what(meeting)}, {meeting_when(meeting, context.locale)}", "muted"))
        self._day = DateField(max(meeting.on, today), today=today, locale=context.locale.qt)
        self._at = TimeField(meeting.starts_at.astimezone().time() if meeting.starts_at else None)
        row = self.add_row()
        self.add("on", "To", self._day, beside=row)
        self.add("at", "At", self._at, beside=row)
        self._day.setFocus()

    def save(self) -> None:
        day, at, meeting = self._day.chosen_day, self._at.time("at"), self._meeting
        starts_at = None if at is None else self.context.journal.clock.instant(day, at)
        if meeting.series_id is not None and meeting.original_on is not None:
            series_id, original_on = meeting.series_id, meeting.original_on
            self.context.journal.do(
                move_meeting, series_id=series_id, original_on=original_on, on=day, starts_at=starts_at
            )
            return
        if day < self.context.journal.clock.today():
            raise Rejected(IN_THE_PAST, field="on")
        self.context.journal.do(
            edit_conversation,
            conversation_id=meeting.conversation_id or 0,
            held_on=day,
            starts_at=starts_at,
            zone="" if at is None else system_zone(),
        )
