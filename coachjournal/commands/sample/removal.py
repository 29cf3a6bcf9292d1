"""Take the sample team out again, and nothing that belongs to the user."""

import json

from sqlalchemy import delete, select, update

from coachjournal.commands.sample.cast import MANAGER
from coachjournal.journal import Writing
from coachjournal.model import Account, Conversation, Deal, FieldCall, ImportRun, Rep, Setting, TimeEntry
from coachjournal.rules.setting import SettingName

MADE = (TimeEntry, Rep, Deal, Conversation)
"""In this order: with a rep goes all that was written about them, by whomever; deals and talks may have moved on."""

MANAGER_SETTINGS = (SettingName.MANAGER_NAME, SettingName.MANAGER_ROLE)
MANAGER_NAME = select(Setting.value).where(Setting.name == SettingName.MANAGER_NAME)


def name_manager(tx: Writing, run: ImportRun) -> None:
    """Sign as the sample's manager where nobody signs yet; the run remembers it as a change."""
    if not tx.connection.scalar(MANAGER_NAME):
        for name, value in zip(MANAGER_SETTINGS, (MANAGER, "Sales manager"), strict=True):
            tx.session.add(Setting(name=name, value=json.dumps(value)))
        run.changed = 1


def take_out(tx: Writing, run: ImportRun) -> None:
    """Delete what the run made. Customers that the user's own deals name stay, as the user's."""
    for record in MADE:
        tx.connection.execute(delete(record).where(record.import_run_id == run.id))
    named = [select(record.account_id).where(record.account_id.is_not(None)) for record in (Deal, FieldCall)]
    tx.connection.execute(
        delete(Account).where(Account.import_run_id == run.id, *(Account.id.not_in(each) for each in named))
    )
    tx.connection.execute(update(Account).where(Account.import_run_id == run.id).values(import_run_id=None))
    if run.changed and tx.connection.scalar(MANAGER_NAME) == json.dumps(MANAGER):
        tx.connection.execute(delete(Setting).where(Setting.name.in_(MANAGER_SETTINGS)))
    tx.session.delete(run)
