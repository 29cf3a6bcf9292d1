"""The sheets of a brief: what the rep brings, what was promised, what to ask, what was said, what went well."""

from dataclasses import replace
from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from coachjournal.documents.brief_words import NO_BRIGHT_SPOT, NO_SIGNAL, kept_words, signal_words
from coachjournal.queries.brief import Brief
from coachjournal.queries.rep_page import ConversationRow, RepCommitment
from coachjournal.queries.signals import OpenSignal
from coachjournal.rules.words import capital
from ui.context import Context
from ui.screens.agenda_rows import Agenda
from ui.screens.brief_words import bright_words
from ui.screens.rep_commitments import CommitmentSteps, commitment_row
from ui.screens.rep_words import in_sentence
from ui.screens.signal_steps import act_on, name_of
from ui.screens.signals_words import signal_line
from ui.widgets.figure_row import FigureRow
from ui.widgets.folded_rows import FoldedRows
from ui.widgets.open_row import OpenRow
from ui.widgets.row_walk import RowWalk
from ui.widgets.rows import LinedRows
from ui.widgets.sheet import Sheet
from ui.widgets.signal_row import SignalRow
from ui.widgets.text import Text

_COMMITMENTS, _SIGNALS = 8, 5
"""Rows at first: as many as one can talk about in an hour."""


class BriefSheet(Sheet):
    """One part of the brief; `walk` stops at its rows."""

    def __init__(self, context: Context, walk: RowWalk, title: str, *, name: str) -> None:
        super().__init__(title, name=f"brief.{name}")
        self.context, self.walk = context, walk

    def begin(self) -> None:
        """The brief of another rep is shown: fold again what was unfolded."""

    def show_brief(self, brief: Brief) -> None:
        """Show its part."""
        raise NotImplementedError

    def walked(self, row: QWidget) -> QWidget:
        """The row, at which the arrows stop."""
        self.walk.stop(row)
        return row


class ItemsSheet(BriefSheet):
    """The rep’s own items first, and room for more."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "First", name="items")
        self._agenda = Agenda(context, name="brief.items", stop=walk.stop)
        walk.stop(self._agenda.add.line)
        self.add(self._agenda)

    def show_brief(self, brief: Brief) -> None:
        first_name = brief.rep.first_name
        self.heading.say(f"{first_name} first", "what is private is not shown here")
        self._agenda.show_items(brief.to_raise, rep_id=brief.rep.rep_id, rep=first_name)

    def finish(self) -> bool:
        """Add what stands in the line."""
        return self._agenda.finish()

    def hideEvent(self, event: QHideEvent) -> None:
        """The page is left: what stands in the line is added."""
        if not event.spontaneous():
            self.finish()
        super().hideEvent(event)


class QuestionsSheet(BriefSheet):
    """What to ask in a first one-on-one; not there once something is written about the rep."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "To ask the first time", name="questions")
        self._rows = LinedRows(name="brief.questions.rows")
        self.add(self._rows)

    def show_brief(self, brief: Brief) -> None:
        self._rows.show_rows(Text(question, wrap=True) for question in brief.questions)
        self.setVisible(brief.is_first and bool(brief.questions))


class CommitmentsSheet(BriefSheet):
    """The rep's, then the manager's, ended where they stand."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "Commitments", name="commitments")
        self._steps = CommitmentSteps(context)
        self._rows = FoldedRows(name="brief.commitments.rows")
        self.add(self._rows)
        walk.stop(self._rows.more)

    def begin(self) -> None:
        self._rows.fold()

    def show_brief(self, brief: Brief) -> None:
        self._steps.rep = brief.rep.first_name
        self.heading.say("Commitments", kept_words(brief))
        self._rows.show_rows(brief.commitments, self._row, room=_COMMITMENTS, empty="None is open.")

    def _row(self, commitment: RepCommitment) -> QWidget:
        row = commitment_row(self.context, self._steps, commitment)
        self.walk.stop(row.box)
        return row


class SignalsSheet(BriefSheet):
    """What to ask, with what the numbers say below it, to be read. A click opens one, C coaches it, N puts it off."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "What the numbers say, and what to ask", name="signals")
        self._rows = FoldedRows(name="brief.signals.rows")
        self.add(self._rows)
        walk.stop(self._rows.more)

    def begin(self) -> None:
        self._rows.fold()

    def show_brief(self, brief: Brief) -> None:
        self._rows.show_rows(brief.signals, self._row, room=_SIGNALS, empty=NO_SIGNAL)

    def _row(self, signal: OpenSignal) -> QWidget:
        question, said = signal_words(signal, self.context.locale)
        asking = replace(signal_line(signal, self.context.locale), rep=question, headline="", detail=said)
        open_it = partial(self.context.navigator.open_signal, signal)
        row = SignalRow(asking, open_it, name=f"brief.{name_of(signal)}", buttons=False)
        row.acted.connect(partial(act_on, self.context, signal))
        return self.walked(row)


class NotesSheet(BriefSheet):
    """A line of each of the last three notes, and of the last talks when nothing was written; each opens its own."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "Before", name="notes")
        self._rows = LinedRows(name="brief.notes.rows")
        self.add(self._rows)

    def show_brief(self, brief: Brief) -> None:
        lately = ((brief.last_one_on_one, "Last one-on-one"), (brief.last_coaching, "Last coaching"))
        told = [self._when(talk, label) for talk, label in lately if talk is not None and talk not in brief.notes]
        rows = [*told, *(self._note(talk) for talk in brief.notes)]
        self._rows.show_rows(rows or [Text("This is the first conversation.", "muted")])

    def _when(self, talk: ConversationRow, label: str) -> QWidget:
        words = f"{in_sentence(talk.kind)}, {self.context.locale.near_day(talk.on)}"
        open_it = partial(self.context.navigator.open_conversation, talk.conversation_id)
        name = f"brief.last.{talk.conversation_id}"
        return self.walked(FigureRow(label, "", words, name=name, tip="Open it", on_open=open_it))

    def _note(self, talk: ConversationRow) -> QWidget:
        when = f"{in_sentence(talk.kind)}, {self.context.locale.near_day(talk.on)}"
        open_it = partial(self.context.navigator.open_conversation, talk.conversation_id)
        row = OpenRow(f"{when}: {talk.first_line}", open_it, name=f"brief.note.{talk.conversation_id}")
        row.add_lines(capital(when), "", talk.first_line)
        return self.walked(row)


class BrightSheet(BriefSheet):
    """One thing to recognise; opens the deal, the conversation or the signal it comes from."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "A bright spot", name="bright")
        self._rows = LinedRows(name="brief.bright.rows")
        self.add(self._rows)

    def show_brief(self, brief: Brief) -> None:
        self._rows.show_rows([self._row(brief)])

    def _row(self, brief: Brief) -> QWidget:
        spot, navigator = brief.bright_spot, self.context.navigator
        if spot is None:
            return Text(NO_BRIGHT_SPOT, "muted", wrap=True)
        if spot.signal is not None:
            open_it = partial(navigator.open_signal, spot.signal)
        elif spot.deal_id is not None:
            open_it = partial(navigator.open_deal, spot.deal_id)
        elif spot.conversation_id is not None:
            open_it = partial(navigator.open_conversation, spot.conversation_id)
        else:
            open_it = partial(navigator.open_rep, brief.rep.rep_id, "commitments")
        words, below = bright_words(spot, self.context.locale)
        row = OpenRow(f"{words}, {below}".rstrip(", "), open_it, name="brief.bright.row")
        row.add_lines(words, "", below)
        return self.walked(row)
