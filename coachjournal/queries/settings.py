"""The journal's settings, with what holds where nobody chose."""

import json
from dataclasses import dataclass

from sqlalchemy import select

from coachjournal.journal import Reading
from coachjournal.model import Setting
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.setting import DEFAULTS, SettingName, stored_minutes

STORED = select(Setting.name, Setting.value)

MINUTES = select(Setting.value).where(Setting.name == SettingName.USUAL_MINUTES)


@dataclass(frozen=True, slots=True)
class Settings:
    """Aims are shares of the week, 0 to 1; `week_start` counts from Monday = 0."""

    manager_name: str
    manager_role: str
    coaching_floor: float
    desk_ceiling: float
    currency: str
    week_start: int


def settings(tx: Reading) -> Settings:
    """All settings at once."""
    values = dict(DEFAULTS)
    values |= {SettingName(name): json.loads(value) for name, value in tx.connection.execute(STORED)}
    return Settings(
        manager_name=str(values[SettingName.MANAGER_NAME]),
        manager_role=str(values[SettingName.MANAGER_ROLE]),
        coaching_floor=float(values[SettingName.COACHING_FLOOR]),
        desk_ceiling=float(values[SettingName.DESK_CEILING]),
        currency=str(values[SettingName.CURRENCY]),
        week_start=int(values[SettingName.WEEK_START]),
    )


def usual_minutes(tx: Reading) -> dict[ConversationKind, int]:
    """How long each kind of conversation takes where nobody says otherwise."""
    chosen = stored_minutes(tx.connection.execute(MINUTES).scalar())
    return {kind: chosen.get(kind, kind.usual_minutes) for kind in ConversationKind}
