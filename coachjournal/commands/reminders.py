"""What the manager is reminded of, and where."""

from dataclasses import asdict

from coachjournal.commands.setting import put
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.rules.reminders import LEAST_MINUTES, MOST_MINUTES, ReminderChoice
from coachjournal.rules.setting import SettingName


def choose_reminders(tx: Writing, *, in_window: bool, minutes_before: int, in_system: bool) -> None:
    """Be reminded so long before a meeting: in the window, as a notification of the system, both or not at all."""
    if not LEAST_MINUTES <= minutes_before <= MOST_MINUTES:
        sentence = f"A reminder comes {LEAST_MINUTES} to {MOST_MINUTES} minutes before a meeting."
        raise Rejected(sentence, field="minutes_before")
    choice = ReminderChoice(in_window, minutes_before, in_system)
    put(tx, SettingName.REMINDERS, asdict(choice))
    tx.say("Changed your reminders." if choice.wanted else "Reminders are off.")
