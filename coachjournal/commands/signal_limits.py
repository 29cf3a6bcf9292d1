"""The numbers of the rules: from where on one holds, below which sample it says nothing, and which are switched off."""

import json
from collections.abc import Mapping

from coachjournal.commands.setting import VALUE, put
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.rules.setting import SettingName
from coachjournal.rules.signals.finding import Rule
from coachjournal.rules.signals.limits import SHIPPED, Limit, Limits, stored_limits
from coachjournal.rules.signals.words import title


def set_limit(tx: Writing, *, limit: Limit, value: float) -> None:
    """Choose a number of a rule; the one that was shipped is as if nobody had chosen."""
    refusal = limit.shape.refusal_of(value)
    if refusal is not None:
        raise Rejected(refusal, field=limit.value)
    now = _limits(tx)
    chosen = {each: number for each, number in now.chosen.items() if each is not limit}
    if value != limit.shape.default:
        chosen[limit] = value
    _keep(tx, chosen, now.off)
    tx.say(f"Changed when “{title(limit.rule)}” is told.")


def switch_rule(tx: Writing, *, rule: Rule, on: bool) -> None:
    """Let a rule speak, or be silent; what was decided about its signals stays."""
    now = _limits(tx)
    _keep(tx, now.chosen, now.off - {rule} if on else now.off | {rule})
    tx.say(f"“{title(rule)}” is {'on' if on else 'off'}.")


def put_back_rule(tx: Writing, *, rule: Rule) -> None:
    """One rule as it was shipped."""
    now = _limits(tx)
    chosen = {limit: number for limit, number in now.chosen.items() if limit.rule is not rule}
    _keep(tx, chosen, now.off - {rule})
    tx.say(f"Put “{title(rule)}” back as it shipped.")


def put_back_rules(tx: Writing) -> None:
    """Every rule as it was shipped."""
    _keep(tx, SHIPPED.chosen, SHIPPED.off)
    tx.say("Put all signals back as they shipped.")


def _limits(tx: Writing) -> Limits:
    row = tx.cursor().execute(VALUE, (SettingName.SIGNALS.value,)).fetchone()
    return stored_limits(row and row[0])


def _keep(tx: Writing, chosen: Mapping[Limit, float], off: frozenset[Rule]) -> None:
    put(tx, SettingName.SIGNALS, json.loads(Limits(chosen, off).stored()))
