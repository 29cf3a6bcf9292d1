"""A signal wherever it is listed: its row, and what its keys and buttons do."""

from functools import partial

from coachjournal.commands.signal import recognise
from coachjournal.queries.signals import OpenSignal
from coachjournal.rules.signals.words import told
from ui.context import Context
from ui.editors.look_again import LookAgain
from ui.editors.put_off import PutOff
from ui.screens.signals_words import signal_line
from ui.widgets.signal_row import COACH, LOOK_AGAIN, NOT_NOW, RECOGNISE, Act, SignalRow


def signal_row(context: Context, signal: OpenSignal, *, primary: bool = False) -> SignalRow:
    """The row of a signal; Enter opens it on its page. `primary` fills its button, once a page."""
    line = signal_line(signal, context.locale)
    open_it = partial(context.navigator.open_signal, signal)
    row = SignalRow(line, open_it, name=name_of(signal), primary=primary)
    row.acted.connect(partial(act_on, context, signal))
    return row


def name_of(signal: OpenSignal) -> str:
    """What its row is called, today and tomorrow: "signal.low_win_rate.7"."""
    subject = signal.subject
    parts = (subject.deal_id, subject.skill_id, subject.stage_id, subject.goal_id)
    about = "".join(f".{key}" for key in parts if key is not None)
    return f"signal.{signal.rule}.{subject.rep_id}{about}"


def act_on(context: Context, signal: OpenSignal, act: Act) -> None:
    """Do one of the ACTS."""
    if act == COACH:
        context.navigator.coach(signal)
    elif act == NOT_NOW:
        PutOff(context, signal).open()
    elif act == LOOK_AGAIN:
        LookAgain(context, signal).open()
    elif act == RECOGNISE:
        words = told(signal.last, context.locale).proposes
        context.do(recognise, finding=signal.last, text=words[0].words if words else "")
