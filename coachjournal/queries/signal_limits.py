"""The numbers of the rules, as the manager chose them or as they were shipped."""

from sqlalchemy import select

from coachjournal.journal import Reading
from coachjournal.model import Setting
from coachjournal.rules.setting import SettingName
from coachjournal.rules.signals.limits import Limits, stored_limits

STORED = select(Setting.value).where(Setting.name == SettingName.SIGNALS)


def signal_limits(tx: Reading) -> Limits:
    """Whatever stands in the file: what is not understood is as if nobody had chosen it."""
    return stored_limits(tx.connection.execute(STORED).scalar())
