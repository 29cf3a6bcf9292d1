"""Who is due this morning, and what was promised."""

from functools import partial

from PySide6.QtCore import Qt

from coachjournal.commands.commitment import drop_commitment, keep_commitment, miss_commitment
from coachjournal.queries.due_reps import RepStanding, Talk
from coachjournal.queries.today import DueCommitment, TodayPage
from coachjournal.rules.cadence import CadenceKind, Standing
from coachjournal.rules.commitment import DueStanding, due_standing
from coachjournal.rules.conversation import Side
from coachjournal.rules.words import gap_length
from ui.context import Context
from ui.editors.move_commitment import MoveCommitmentEditor
from ui.locale import Locale
from ui.widgets.buttons import PlainButton, spoken_key
from ui.widgets.commitment_row import DROP, KEPT, MOVE, NOT_KEPT, CommitmentRow, End
from ui.widgets.folded_rows import FoldedRows
from ui.widgets.marks import Avatar, Pill, Tone
from ui.widgets.open_row import OpenRow
from ui.widgets.sheet import Sheet
from ui.widgets.text import SectionTitle, muted, tip

_ROOM = 10
_MOST_REPS = 7
_FEWEST_COMMITMENTS = 3
"""Rows that fit a window of 860 pixels without scrolling."""


class PeopleSheet(Sheet):
    """Two lists on one sheet: reps by how they stand, commitments by their day."""

    def __init__(self, context: Context) -> None:
        super().__init__("Who is due", name="today.people")
        self._context = context
        self._reps = FoldedRows(name="today.due")
        self._commitments = FoldedRows(name="today.commitments")
        self._begin = PlainButton(
            "To the first page", partial(context.navigator.open_page, "welcome"), name="today.begin"
        )
        self.add(self._reps)
        self.rows.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.addSpacing(4)
        self.add(SectionTitle("Commitments", "due or overdue"))
        self.add(self._commitments)
        self.rows.addStretch(1)

    def show_page(self, page: TodayPage) -> None:
        seen = min(len(page.due), _MOST_REPS)
        meets = any(rep.planned for rep in page.due)
        self.heading.say("Who is due", "conversations planned for this week first" if meets else "")
        self._reps.show_rows(page.due, self._rep, room=_MOST_REPS, empty=all_in_time(page, self._context.locale))
        self._begin.setVisible(not page.team)
        self._commitments.show_rows(
            page.commitments,
            self._commitment,
            room=max(_ROOM - seen, _FEWEST_COMMITMENTS),
            empty="Nothing promised is due this week.",
        )

    def _rep(self, rep: RepStanding) -> OpenRow:
        navigator, locale = self._context.navigator, self._context.locale
        words, tone = standing_of(rep)
        open_it = partial(navigator.open_rep, rep.rep_id)
        if rep.planned is not None:
            open_it = partial(navigator.open_conversation, rep.planned.conversation_id)
        row = OpenRow(f"{rep.name}, {words}", open_it, name=f"due.{rep.rep_id}")
        row.add_mark(Avatar(rep.initials))
        row.add_lines(rep.name, _planned(rep.planned, locale), last_talk(rep, locale), Pill(words, tone))
        log = PlainButton("Log", partial(navigator.log_conversation, rep.rep_id), name=f"due.{rep.rep_id}.log")
        log.setAccessibleName(f"Log a conversation with {rep.name}")
        log.setToolTip(tip(f"Log a conversation with {rep.name}"))
        row.add_mark(log)
        return row

    def _commitment(self, commitment: DueCommitment) -> CommitmentRow:
        row = CommitmentRow(
            commitment.text,
            muted(_owner(commitment, self._context.locale)),
            pills=[_due(commitment, self._context.locale)],
            name=f"commitment.{commitment.commitment_id}",
        )
        row.ended.connect(partial(self._on_ended, commitment))
        return row

    def _on_ended(self, commitment: DueCommitment, end: End) -> None:
        key = commitment.commitment_id
        if end is MOVE:
            MoveCommitmentEditor(self._context, key, commitment.text, commitment.due_on).open()
        else:
            self._context.do(_COMMANDS[end], commitment_id=key)


_COMMANDS = {KEPT: keep_commitment, NOT_KEPT: miss_commitment, DROP: drop_commitment}


def standing_of(rep: RepStanding) -> tuple[str, Tone]:
    """How a rep stands, in words and as a tone: "12 days without coaching", red."""
    if rep.told is None:
        if rep.planned is None:
            return "not coached yet", Tone.PLAIN
        return Standing.ON_TIME.label, Tone.PEOPLE
    tone = Tone.RED if rep.told.standing is Standing.OVERDUE else Tone.AMBER
    return f"{gap_length(rep.told.days)} without {rep.told.kind.missing}", tone


def last_talk(rep: RepStanding, locale: Locale) -> str:
    """The last conversation and its first line; its day only where the pill beside it does not say it already."""
    if rep.last is None:
        return "No conversation yet"
    told_beside = rep.told is not None and rep.told.kind is CadenceKind.ANY_COACHING
    when = "" if told_beside else f" {locale.near_day(rep.last.on)}"
    told = f"{rep.last.kind.label}{when}"
    return f"{told}: {rep.last.first_line}" if rep.last.first_line else told


def all_in_time(page: TodayPage, locale: Locale) -> str:
    """A quiet morning: nobody is due, and who will be next."""
    if not page.team:
        return f"Your team stands here. A name is enough to begin: {spoken_key('Ctrl+Shift+N')}."
    following = page.next_due
    if following is None or following.due_on is None:
        return "Nobody is due."
    return f"Everybody has been coached in time. Next is {following.name}, {locale.near_day(following.due_on)}."


def _planned(planned: Talk | None, locale: Locale) -> str:
    if planned is None:
        return ""
    time = f" {locale.time(planned.starts_at)}" if planned.starts_at else ""
    return f"{planned.kind.label.lower()} {locale.due(planned.on)}{time}"


def _owner(commitment: DueCommitment, locale: Locale) -> str:
    """Whose it is and where it was made: "Dana, from ride-along 12 Nov"."""
    first_name = commitment.rep.split()[0]
    who = first_name if commitment.owner is Side.REP else f"you, for {first_name}"
    if commitment.kind is None or commitment.held_on is None:
        return who
    return f"{who}, from {commitment.kind.label.lower()} {locale.day(commitment.held_on)}"


def _due(commitment: DueCommitment, locale: Locale) -> Pill:
    tone = {DueStanding.LATE: Tone.RED, DueStanding.TODAY: Tone.AMBER}
    standing = due_standing(commitment.due_on, locale.clock.today())
    return Pill(locale.due(commitment.due_on), tone.get(standing, Tone.PLAIN))
