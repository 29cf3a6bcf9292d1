"""What lies unfinished, a row each: Enter goes on with it, Del throws it away, Ctrl+Z then brings it back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from coachjournal.commands.begun import leave_begun
from coachjournal.commands.draft import put_back_drafts, throw_away_drafts
from coachjournal.queries.unfinished import UnfinishedDraft
from coachjournal.rules.conversation import ConversationKind, Side
from coachjournal.rules.words import counted
from ui.context import Context
from ui.widgets.buttons import QuietButton
from ui.widgets.folded_rows import FoldedRows
from ui.widgets.open_row import OpenRow
from ui.widgets.row_keys import RowKeys
from ui.widgets.text import Text

_TO_ROW = 6
"""Pixels that put the words of the strip in line with those of its first row."""
_EDITORS = {
    "goalEditor": "Goal",
    "goalEditor.new": "New goal",
    "checkInEditor": "Check-in",
    "checkInEditor.new": "Check-in",
    "commitmentEditor": "Commitment",
    "repEditor": "Details",
    "repEditor.new": "New rep",
    "dealEditor": "Deal",
    "dealEditor.new": "New deal",
    "timeEntry": "Hours",
    "planAction": "Action of a plan",
    "raiseNextTime.item": "To raise next time",
    "raiseNextTime.rep": "To raise next time",
    "selfRating.rep": "Self-rating of skills",
    "selfRating.manager": "Your rating of skills",
    "toRaise": "To raise next time",
    "coachThis.signal": "Coaching",
    "coachThis.rep": "Coaching",
    "lookAgain.signal": "Looking again",
    "putOff.signal": "Not now",
    "details.mine": "Your details",
}
_SIGNALS = ("coachThis.signal", "coachThis.rep", "lookAgain.signal", "putOff.signal")
_LISTED_UNDER = {"toRaise": "agenda", **dict.fromkeys(_SIGNALS, "signals")}
"""On which list of the rep's page it is gone on with."""


class DraftRows(FoldedRows):
    """Tells by `changed` that a draft went or came back: drafts are no part of what the journal tells of."""

    changed = Signal()

    def __init__(self, context: Context, *, name: str) -> None:
        super().__init__(name=name)
        self._context = context

    def show_drafts(self, drafts: Sequence[UnfinishedDraft], *, room: int) -> None:
        self.show_rows(drafts, self._row, room=room, empty="")

    def _row(self, draft: UnfinishedDraft) -> OpenRow:
        title, aside = draft_title(draft), f"{self._age(draft)}, {draft_size(draft)}"
        row = OpenRow(f"Continue: {title}, {aside}", partial(continue_draft, draft, self._context), name=draft.slot)
        row.add_lines(title, aside, "")
        throw = QuietButton("Throw away", partial(self._throw_away, draft), name=f"{draft.slot}.throw", hint="Del")
        row.add_mark(throw)
        RowKeys(row, {"Del": partial(self._throw_away, draft)})
        return row

    def _age(self, draft: UnfinishedDraft) -> str:
        return self._context.locale.near_day(draft.kept_at.astimezone().date())

    def _throw_away(self, draft: UnfinishedDraft) -> None:
        if draft.is_begun and draft.key is not None:
            self._context.do(leave_begun, lambda _gone: self.changed.emit(), conversation_id=draft.key)
        else:
            self._context.do(throw_away_drafts, partial(self._on_thrown, draft), slots=draft.slots)

    def _on_thrown(self, draft: UnfinishedDraft, kept: tuple[tuple[str, str], ...]) -> None:
        self.changed.emit()
        self._context.messages.thrown_away(f"Thrown away: {draft_title(draft)}.", partial(self._put_back, kept))

    def _put_back(self, kept: tuple[tuple[str, str], ...]) -> None:
        self._context.do(put_back_drafts, lambda _nothing: self.changed.emit(), drafts=kept)


class DraftStrip(QFrame):
    """The rows across the top of a page."""

    def __init__(self, rows: DraftRows) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(12)
        words = Text("Picked up where you left off", "muted")
        words.setContentsMargins(0, _TO_ROW, 0, 0)
        row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(rows, 1)
        self.hide()


def draft_title(draft: UnfinishedDraft) -> str:
    """What was being written: "Ride-along with Will Novak", "New conversation", "Goal, Dana Reyes"."""
    if draft.editor:
        return ", ".join(part for part in (_EDITORS.get(draft.editor, "Something else"), draft.rep) if part)
    kind = draft.kind.label if draft.kind else "New conversation"
    title = f"{kind} with {draft.rep}" if draft.rep else kind
    return f"{title}, no longer in the journal" if draft.is_gone else title


def draft_size(draft: UnfinishedDraft) -> str:
    return "begun, nothing written" if draft.is_begun else counted(draft.words, "word")


def continue_draft(draft: UnfinishedDraft, context: Context) -> None:
    """Open what the draft belongs to; words whose conversation is gone can be logged anew."""
    if draft.editor:
        _open_editor(draft, context)
    elif draft.is_gone:
        _log_anew(draft, context)
    elif draft.key is not None:
        context.navigator.open_conversation(draft.key)
    else:
        context.navigator.log_conversation()


def _open_editor(draft: UnfinishedDraft, context: Context) -> None:
    """The editor itself where it can be made of what is known here, else the page it is opened from."""
    from ui.editors.check_in import CheckInEditor
    from ui.editors.deal import DealEditor
    from ui.editors.details import DetailsEditor
    from ui.editors.goal import GoalEditor
    from ui.editors.rep import RepEditor
    from ui.editors.self_rating import SelfRating

    match draft.editor, draft.key, draft.rep_id:
        case (("goalEditor" | "goalEditor.new"), key, int(rep_id)):
            GoalEditor(context, rep_id=rep_id, goal_id=key if draft.editor == "goalEditor" else None).open()
        case "checkInEditor.new", int(key), _:
            CheckInEditor(context, key).open()
        case (("selfRating.rep" | "selfRating.manager"), int(key), _):
            SelfRating(context, key, Side(draft.editor.removeprefix("selfRating."))).open()
        case (("repEditor" | "repEditor.new"), key, _):
            RepEditor(context, rep_id=key).open()
        case (("dealEditor" | "dealEditor.new"), key, _):
            DealEditor(context, key).open()
        case "details.mine", _, _:
            DetailsEditor(context).open()
        case "timeEntry", _, _:
            context.navigator.open_page("time")
        case _, _, int(rep_id):
            context.navigator.open_rep(rep_id, _LISTED_UNDER.get(draft.editor, ""))
        case _:
            context.messages.note("It is there when you open this again.")


def _log_anew(draft: UnfinishedDraft, context: Context) -> None:
    from ui.editors.quick_log import QuickLog

    kind = draft.kind or ConversationKind.IN_PASSING
    QuickLog(context, draft.rep_id, kind, draft.text).open()
