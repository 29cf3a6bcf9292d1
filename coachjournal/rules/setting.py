"""The journal's own settings: their names, and what holds until somebody chooses."""

from enum import StrEnum


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


# Without a choice, spelling follows the system's locale; own words are a list: see queries/spelling.py.
DEFAULTS: dict[SettingName, str | float] = {
    SettingName.MANAGER_NAME: "",
    SettingName.MANAGER_ROLE: "Sales manager",
    SettingName.COACHING_FLOOR: 0.5,
    SettingName.DESK_CEILING: 0.3,
    SettingName.CURRENCY: "EUR",
    SettingName.WEEK_START: 0,  # Monday, as `date.weekday` counts
}
