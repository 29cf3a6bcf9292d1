"""Choices that belong to the journal: who the manager is, and the aims they set themselves."""

import json

from sqlalchemy.dialects.sqlite import insert

from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Setting
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.setting import SettingName, stored_minutes

VALUE = "SELECT value FROM setting WHERE name = ?"
"""Each conversation that is logged asks this, so the driver is asked: that takes a tenth of the time."""


def usual_minutes(tx: Writing, kind: ConversationKind) -> int:
    """How long a conversation of this kind takes where nobody says otherwise."""
    return chosen_minutes(tx).get(kind, kind.usual_minutes)


def chosen_minutes(tx: Writing) -> dict[ConversationKind, int]:
    """What the manager said of how long conversations usually take."""
    row = tx.cursor().execute(VALUE, (SettingName.USUAL_MINUTES.value,)).fetchone()
    return stored_minutes(row and row[0])


def set_manager(tx: Writing, *, name: str, role: str = "") -> None:
    """Say whose journal this is; documents are signed with it."""
    put(tx, SettingName.MANAGER_NAME, name.strip())
    put(tx, SettingName.MANAGER_ROLE, role.strip())
    tx.say("Changed your name.")


def set_aims(tx: Writing, *, coaching_floor: float, desk_ceiling: float) -> None:
    """Set the weekly aims: at least this share with people, at most that share at the desk; both 0 to 1."""
    for field, share in (("coaching_floor", coaching_floor), ("desk_ceiling", desk_ceiling)):
        if not 0 <= share <= 1:
            raise Rejected("An aim is a share of the week, between 0 and 100 %.", field=field)
    put(tx, SettingName.COACHING_FLOOR, coaching_floor)
    put(tx, SettingName.DESK_CEILING, desk_ceiling)
    tx.say("Changed your aims.")


def set_currency(tx: Writing, *, currency: str) -> None:
    """Set the currency of amounts that come without one, as an ISO 4217 code."""
    if len(currency) != 3 or not (currency.isascii() and currency.isalpha()):  # noqa: PLR2004 - ISO codes have three letters
        raise Rejected("A currency is three letters, like EUR.", field="currency")
    put(tx, SettingName.CURRENCY, currency.upper())
    tx.say(f"Amounts without a currency are now {currency.upper()}.")


def write_details(tx: Writing, *, name: str, role: str, currency: str, week_start: int) -> None:
    """Say who the manager is, and what holds where nothing else is said; a week starts on Monday = 0 to Sunday = 6."""
    if not 0 <= week_start <= 6:  # noqa: PLR2004 - seven days
        raise Rejected("A week starts on one of its seven days.", field="week_start")
    set_manager(tx, name=name, role=role)
    set_currency(tx, currency=currency.strip())
    put(tx, SettingName.WEEK_START, week_start)
    tx.say("Changed your details.")


def put(tx: Writing, name: SettingName, value: object) -> None:
    """Write a setting, which is anything that JSON can hold, whatever stood there."""
    row = insert(Setting).values(name=name, value=json.dumps(value))
    row = row.on_conflict_do_update(index_elements=[Setting.name], set_={"value": row.excluded.value})
    tx.connection.execute(row)
