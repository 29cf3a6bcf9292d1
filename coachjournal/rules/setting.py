"""The journal's own settings: their names, and what holds until somebody chooses."""

import json
from enum import StrEnum

from coachjournal.rules.conversation import ConversationKind


class SettingName(StrEnum):
    """A choice that belongs to the journal and lives in its file."""

    MANAGER_NAME = "manager_name"
    MANAGER_ROLE = "manager_role"
    COACHING_FLOOR = "coaching_floor"
    DESK_CEILING = "desk_ceiling"
    CURRENCY = "currency"
    WEEK_START = "week_start"
    SPELLING = "spelling"
    OWN_WORDS = "own_words"
    USUAL_MINUTES = "usual_minutes"
    SIGNALS = "signals"
    WORKING_HOURS = "working_hours"
    REMINDERS = "reminders"


# Without a choice, spelling follows the system's locale; own words are a list: see queries/spelling.py.
DEFAULTS: dict[SettingName, str | float] = {
    SettingName.MANAGER_NAME: "",
    SettingName.MANAGER_ROLE: "Sales manager",
    SettingName.COACHING_FLOOR: 0.5,
    SettingName.DESK_CEILING: 0.3,
    SettingName.CURRENCY: "EUR",
    SettingName.WEEK_START: 0,  # Monday, as `date.weekday` counts
}


def stored_minutes(stored: str | None) -> dict[ConversationKind, int]:
    """How long conversations usually take, for the kinds of which the manager said so."""
    minutes: dict[str, int] = {} if stored is None else json.loads(stored)
    return {ConversationKind(kind): each for kind, each in minutes.items()}
