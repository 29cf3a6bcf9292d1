"""When the manager works."""

from sqlalchemy import select

from coachjournal.journal import Reading
from coachjournal.model import Setting
from coachjournal.rules.setting import SettingName
from coachjournal.rules.working_hours import WorkingHours, stored_hours

HOURS = select(Setting.value).where(Setting.name == SettingName.WORKING_HOURS)


def working_hours(tx: Reading) -> WorkingHours:
    """As the manager set them, else Monday to Friday from eight to six."""
    return stored_hours(tx.connection.execute(HOURS).scalar())
