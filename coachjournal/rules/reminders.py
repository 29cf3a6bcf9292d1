"""Reminders: what is to be said at an instant. Nothing is said twice, and nothing outside working hours."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.words import counted
from coachjournal.rules.working_hours import WorkingHours

LEAST_MINUTES, MOST_MINUTES = 1, 120
"""How long before a meeting one can be reminded."""

LATE = timedelta(minutes=5)
"""A meeting that began so long ago is still told of: the computer may have slept, or it is the first of the day."""


@dataclass(frozen=True, slots=True)
class ReminderChoice:
    """What the manager wants to hear of, and where."""

    in_window: bool = True
    minutes_before: int = 15
    in_system: bool = False

    @property
    def wanted(self) -> bool:
        return self.in_window or self.in_system


@dataclass(frozen=True, slots=True)
class MeetingAhead:
    """A meeting of today; `starts_at` is in the manager's own zone."""

    rep_id: int
    first_name: str
    kind: ConversationKind
    starts_at: datetime
    conversation_id: int | None
    """None for one of a series that has no conversation yet."""

    @property
    def has_brief(self) -> bool:
        return self.kind is ConversationKind.ONE_ON_ONE

    @property
    def key(self) -> str:
        """Moved to another time it is another one."""
        return f"{self.starts_at:%Y-%m-%dT%H:%M}/{self.rep_id}"


@dataclass(frozen=True, slots=True)
class DueToday:
    """How many commitments of the manager's own are due by today, and numbers to be looked at again."""

    commitments: int = 0
    to_look_at_again: int = 0


class About(StrEnum):
    """What a reminder is about, and so what it opens."""

    MEETING = "meeting"
    COMMITMENTS = "commitments"
    LOOK_AGAIN = "look_again"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to say. `key` tells whether it was said before; it begins with the day."""

    key: str
    about: About
    count: int = 0
    meeting: MeetingAhead | None = None

    def words(self, at: str) -> str:
        """For the window; `at` is the meeting's time of day as it is written here."""
        if self.meeting is not None:
            return _of_meeting(self.meeting, at)
        if self.about is About.COMMITMENTS:
            return f"{_of_yours(self.count)} due today."
        return f"{counted(self.count, 'number')} to look at again today, after coaching."

    def short(self, at: str) -> str:
        """For the system, where anybody may read it: a first name and a time at most."""
        return f"{self.meeting.first_name} at {at}" if self.meeting is not None else "Something is due today"


def reminders(
    now: datetime,
    hours: WorkingHours,
    choice: ReminderChoice,
    *,
    ahead: Iterable[MeetingAhead],
    due: DueToday,
    said: Collection[str],
) -> tuple[Reminder, ...]:
    """What is to be said now, in the manager's own zone: meetings that are about to begin, then what is due today."""
    if not hours.contains(now):
        return ()
    soon = timedelta(minutes=choice.minutes_before)
    told = [
        Reminder(meeting.key, About.MEETING, meeting=meeting)
        for meeting in sorted(ahead, key=lambda each: each.starts_at)
        if -LATE < meeting.starts_at - now <= soon
    ]
    told += [
        Reminder(f"{now.date()}/{about}", about, count)
        for about, count in ((About.COMMITMENTS, due.commitments), (About.LOOK_AGAIN, due.to_look_at_again))
        if count
    ]
    return tuple(each for each in told if each.key not in said)


def is_over(reminder: Reminder, now: datetime) -> bool:
    """Whether there is no use in saying it any more."""
    if reminder.meeting is not None:
        return now - reminder.meeting.starts_at >= LATE
    return not reminder.key.startswith(f"{now.date()}/")


def stored_choice(stored: str | None) -> ReminderChoice:
    """The choice as the file has it; what holds where nobody chose."""
    return ReminderChoice() if stored is None else ReminderChoice(**json.loads(stored))


def _of_meeting(meeting: MeetingAhead, at: str) -> str:
    if meeting.has_brief:
        return f"{meeting.first_name} at {at}. The brief is ready."
    return f"{meeting.kind.label} with {meeting.first_name} at {at}."


def _of_yours(count: int) -> str:
    return "A commitment of yours is" if count == 1 else f"{count} commitments of yours are"
