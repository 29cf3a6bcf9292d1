"""A signal wherever it is listed: its row, and what its keys and buttons do."""

from contextlib import suppress
from dataclasses import replace
from functools import partial

from coachjournal.commands.sighting import note_sightings
from coachjournal.commands.signal import recognise
from coachjournal.errors import StorageUnavailable
from coachjournal.queries.signals import OpenSignal, to_note
from coachjournal.rules.coaching import SignalState
from coachjournal.rules.signals.words import told
from coachjournal.rules.words import capital
from ui.context import Context
from ui.editors.look_again import LookAgain
from ui.editors.put_off import PutOff
from ui.screens.signals_words import signal_line
from ui.widgets.signal_row import COACH, LOOK_AGAIN, NOT_NOW, RECOGNISE, Act, SignalRow


def signal_row(context: Context, signal: OpenSignal, *, primary: bool = False, named: bool = True) -> SignalRow:
    """The row of a signal; Enter opens it on its page. `primary` fills its button, once a page.

    On the rep's own page it is not `named`.
    """
    line = signal_line(signal, context.locale)
    if not named:
        line = replace(line, rep="", headline=capital(line.headline))
    open_it = partial(context.navigator.open_signal, signal)
    row = SignalRow(line, open_it, name=name_of(signal), primary=primary)
    row.acted.connect(partial(act_on, context, signal))
    return row


def note_seen(context: Context, signals: tuple[OpenSignal, ...]) -> None:
    """Remember since when each has been so; where the file takes nothing now, the next look does."""
    findings = to_note(signals, context.locale.clock.today())
    if findings:
        with suppress(StorageUnavailable):
            context.journal.do(note_sightings, findings=findings)


def name_of(signal: OpenSignal) -> str:
    """What its row is called, today and tomorrow: "signal.low_win_rate.7". Each time that was closed is one apart."""
    subject, closed = signal.subject, signal.signal_id if signal.state is SignalState.CLOSED else None
    parts = (subject.deal_id, subject.skill_id, subject.stage_id, subject.goal_id, closed)
    about = "".join(f".{key}" for key in parts if key is not None)
    return f"signal.{signal.rule}.{subject.rep_id}{about}"


def act_on(context: Context, signal: OpenSignal, act: Act) -> None:
    """Do what a row asked for."""
    if act == COACH:
        context.navigator.coach(signal)
    elif act == NOT_NOW:
        PutOff(context, signal).open()
    elif act == LOOK_AGAIN:
        LookAgain(context, signal).open()
    elif act == RECOGNISE:
        _recognise(context, signal)


def _recognise(context: Context, signal: OpenSignal) -> None:
    """Note it as told today, and offer words to begin with."""
    words, messages = told(signal.last, context.locale), context.messages

    def say(_action_id: int) -> None:
        messages.note(f"Recognised {signal.rep}. Ask: {words.question}", ("Undo", messages.undo_wanted.emit))

    context.do(recognise, say, finding=signal.last, text=words.headline)
