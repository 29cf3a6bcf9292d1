"""The quick log: Ctrl+N, two letters of the rep, Enter, the words, Ctrl+Enter."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout

from coachjournal.commands.begun import begin_conversation
from coachjournal.commands.draft import finish_log
from coachjournal.errors import Rejected
from coachjournal.queries.conversation_page import purposes
from coachjournal.queries.drafts import kept_draft
from coachjournal.queries.reps import reps
from coachjournal.rules.conversation import ConversationKind, Idea
from coachjournal.rules.names import first_name
from coachjournal.rules.spoken_commitments import SpokenCommitment, is_among
from coachjournal.rules.tokens import length_in
from ui.context import Context
from ui.draft_keeper import DraftKeeper
from ui.editors.editor import UNKEPT, Editor
from ui.editors.log_details import LogDetails
from ui.editors.log_draft import LogDraft
from ui.editors.newcomer import Newcomer
from ui.note_tokens import NoteTokens
from ui.spelling.note_spelling import NoteSpelling
from ui.unsaved import Unsaved
from ui.widgets.buttons import QuietButton, spoken_key
from ui.widgets.commitment_lines import CommitmentLines
from ui.widgets.note_pad import NotePad
from ui.widgets.picked_up import PickedUp
from ui.widgets.rep_picker import RepPicker
from ui.widgets.saved_mark import SavedMark
from ui.widgets.understood import Understood

SLOT, SECOND = "quick_log", "quick_log.second"
"""Two drafts, so that a talk in between does not cost the words that were laid aside for it."""
NO_REP = "Say who it was with: two letters of the name will do."
NO_TEAM = "Say who it was with: nobody is on your team yet, and a name is enough."
_LINES, _CHARACTERS = 9, 94
_MARGIN = 48
"""Pixels of the window that are seen beside this one at least."""


class QuickLog(Editor):
    """A word in passing today, unless told otherwise. What is typed is kept while it is typed; Esc leaves a draft."""

    def __init__(
        self,
        context: Context,
        rep_id: int | None = None,
        kind: ConversationKind = ConversationKind.IN_PASSING,
        text: str = "",
    ) -> None:
        super().__init__(context, "New conversation", name="quickLog", finish="Log it")
        self._team = _team(context, rep_id)
        self._purposes = context.journal.ask(purposes)
        self._other = LogDraft(rep_id, kind=kind, text=text)
        self._on_page = False
        self._make_fields()
        self._lay_out()
        self._keeper = DraftKeeper(context.journal, self._worth_keeping, self)
        NoteSpelling(context, self._text, lambda: self._keeper.slot)
        self._connect()
        self._start()
        wanted, room = self.fontMetrics().averageCharWidth() * _CHARACTERS, context.window.width() - _MARGIN
        self.setMinimumWidth(min(wanted, room))
        self.make_room()

    def save(self) -> None:
        self._understand()
        self._rep.complete()
        rep_id, draft = self._rep.rep_id, self._draft()
        if rep_id is None:
            raise Rejected(self._who_is_missing(), field="rep_id")
        fields, do = self._details.fields() | {"text": draft.text}, self.context.journal.do
        if draft.worth_keeping or not self._on_page:
            promises = (*draft.promises, *self._understood.promises)
            logged = do(finish_log, slot=self._keeper.slot, rep_id=rep_id, promises=promises, **fields)
        else:
            fields["text"] = ""  # blanks alone are nothing written
            logged = do(begin_conversation, rep_id=rep_id, **fields)
        self._keeper.settle()
        if self._on_page:
            QTimer.singleShot(0, partial(self.context.navigator.open_conversation, logged))

    def write_on_page(self) -> None:
        """Log it as it stands, and go on with it where there is room."""
        self._on_page = True
        self.finish()
        self._on_page = False

    def reject(self) -> None:
        """Esc goes back and keeps what was typed; where it cannot be kept, only a second Esc leaves it behind."""
        kept = self._keeper.flush()
        if not kept and self.problem.text() != UNKEPT:
            self.problem.setText(UNKEPT)
            return
        if kept and self._draft().worth_keeping:
            self.context.messages.note(f"Kept as a draft. {spoken_key('Ctrl+N')} goes on with it.")
        super().reject()

    # ------------------------------------------------------------------------------------------- building

    def _make_fields(self) -> None:
        clock = self.context.journal.clock
        self._rep = RepPicker(self._team.items())
        if not self._team:
            self._rep.setPlaceholderText("Their name")
        self._details = LogDetails(self.context, self)
        self._pad = NotePad(name="quickLog.text", label="What was said")
        self._text = self._pad.text
        self._text.setMinimumHeight(self.fontMetrics().height() * _LINES)
        self._tokens = NoteTokens(self.context, self._text, opens=False)
        self._understood = Understood(
            today=clock.today, write_day=self.context.locale.weekday_and_day, name="quickLog.understood"
        )
        self._commitments = CommitmentLines(
            today=clock.today,
            locale=self.context.locale.qt,
            listener=self._tokens.listener,
            name="quickLog.commitment",
        )
        self._saved = SavedMark(name="quickLog.saved")
        self._picked_up = PickedUp("Start afresh", name="quickLog.pickedUp")
        self._unsaved = Unsaved(self.context, lambda: self._text.source, name="quickLog.unsaved")

    def _lay_out(self) -> None:
        self.form.addWidget(self._unsaved)
        self.form.addWidget(self._picked_up)
        who = self.add("rep_id", "With", self._rep)
        self._newcomer = Newcomer(self.context, who, self._on_added_rep, name="quickLog.addRep")
        self.form.addWidget(self._newcomer)
        self.form.addWidget(self._details.kinds)
        self.form.addWidget(self._pad, 1)
        self.setTabOrder(self._rep, self._text)  # the words come after the name; the kinds have keys of their own
        when = self.add_row()
        self.add("held_on", "On", self._details.day, beside=when)
        self.add("starts_at", "At", self._details.at, beside=when)
        self.add("minutes", "Took", self._details.minutes, beside=when)
        self.add("idea", "Whose idea the next step was", self._details.idea, beside=when)
        self.form.addWidget(self._understood)
        self.form.addLayout(self._commitments)
        self.form.addWidget(self._details.private)
        foot = QHBoxLayout()
        foot.addWidget(
            QuietButton("Add a commitment", self._commitments.begin, name="quickLog.addCommitment", key="Alt+C")
        )
        foot.addWidget(
            QuietButton("Write on a page", self.write_on_page, name="quickLog.onPage", key="Ctrl+Shift+Return")
        )
        self._plan = QuietButton("Plan it for a day ahead…", self._on_plan, name="quickLog.plan", key="Alt+P")
        foot.addWidget(self._plan)
        foot.addWidget(self._saved, 1)
        self.form.addLayout(foot)

    def _connect(self) -> None:
        touch = self._keeper.touch
        self._rep.chosen.connect(self._on_rep)
        self._rep.unmatched.connect(self._on_unmatched)
        self._rep.textEdited.connect(self._on_name)
        self._details.kind_chosen.connect(self._on_kind)
        self._details.edited.connect(touch)
        self._details.private.toggled.connect(self._text.tint)
        self._text.edited.connect(touch)
        self._tokens.understood.connect(self._understand)
        self._tokens.wanted.connect(self._on_wanted)
        self._understood.changed.connect(touch)
        self._text.said.connect(self.context.messages.note)
        self._pad.hear_keys(self)
        self._commitments.edited.connect(touch)
        self._commitments.grown.connect(self.make_room)
        self._picked_up.turned.connect(self._on_turned)
        self._keeper.kept.connect(self._on_kept)
        self._keeper.troubled.connect(self._saved.troubled)
        self._keeper.troubled.connect(self._unsaved.tell)
        self._keeper.troubled.connect(lambda _sentence: self.make_room())

    def _start(self) -> None:
        kept = {slot: self.context.journal.ask(kept_draft, slot=slot) for slot in (SLOT, SECOND)}
        slot, self._other_slot = (SECOND, SLOT) if kept[SECOND] and not kept[SLOT] else (SLOT, SECOND)
        here, there = kept[slot], kept[self._other_slot]
        self._other_in_file = there is not None
        self._keeper.keep_in(slot, in_file=here is not None)
        shown = LogDraft.of_fields(here.fields) if here else self._other
        if there:
            self._other = LogDraft.of_fields(there.fields)
        if here:
            self._picked_up.offer(self.context.locale.day_and_time(here.kept_at))
        self._show(shown)

    # ------------------------------------------------------------------------------------------- what stands here

    def _draft(self) -> LogDraft:
        return replace(
            self._details.draft,
            rep_id=self._rep.rep_id,
            name="" if self._rep.rep_id is not None else self._rep.text().strip(),
            text=self._text.source,
            promises=self._commitments.promises,
            corrected=self._understood.corrections,
        )

    def _worth_keeping(self) -> dict[str, Any] | None:
        draft = self._draft()
        return draft.as_fields() if draft.worth_keeping else None

    def _show(self, draft: LogDraft) -> None:
        self._newcomer.settle()
        self._rep.choose(draft.rep_id)
        self._details.show(draft)
        self._text.show_source(draft.text)
        self._understood.begin(draft.corrected)
        self._commitments.show_promises(draft.promises)
        self._name_rep()
        (self._rep if self._rep.rep_id is None else self._text).setFocus()
        if draft.rep_id is None and draft.name:
            self._rep.setText(draft.name)
            self._rep.complete()

    # ------------------------------------------------------------------------------------------- what happens

    def _on_rep(self, _rep_id: int) -> None:
        self._newcomer.settle()
        self._name_rep()
        self._keeper.touch()
        self._text.setFocus()

    def _on_name(self) -> None:
        self._newcomer.settle()
        self._keeper.touch()

    def _on_unmatched(self, typed: str) -> None:
        """On to the words all the same: nothing that is typed now may go astray."""
        self._newcomer.unknown(typed)
        self.make_room()
        if self._rep.hasFocus():
            self._text.setFocus()

    def _on_added_rep(self, rep_id: int) -> None:
        self._team = _team(self.context, rep_id)
        self._rep.offer(self._team.items())
        self._rep.choose(rep_id)
        self._on_rep(rep_id)

    def _who_is_missing(self) -> str:
        if self._rep.text().strip():
            return self._newcomer.unknown(self._rep.text())
        return NO_REP if self._team else NO_TEAM

    @property
    def _first_name(self) -> str:
        """What the rep is called here; "" while nobody is named."""
        rep_id = self._rep.rep_id
        return first_name(self._team[rep_id]) if rep_id in self._team else ""

    def _name_rep(self) -> None:
        rep_id, name = self._rep.rep_id, self._first_name
        self._details.idea.rename(Idea.REP.value, name or "The rep")
        self._commitments.call(name)
        self._tokens.be_about(rep_id, self._team.get(rep_id or 0, ""))
        self._understand()

    def _on_kind(self) -> None:
        self._say_kind()
        self._keeper.touch()

    def _say_kind(self) -> None:
        kind = self._details.kind
        self._plan.setVisible(kind is ConversationKind.RIDE_ALONG)
        self._text.setPlaceholderText(self._purposes.get(kind, ""))
        self._details.suggest_minutes(length_in(self._text.source))

    def _on_plan(self) -> None:
        """For a day to come; what was typed here stays a draft."""
        rep_id = self._rep.rep_id
        self.reject()
        self.context.navigator.plan_ride_along(rep_id)

    def _understand(self) -> None:
        """Show what the words say by now: a rep where nobody is named yet, how long it took, what was promised."""
        named = next((rep for rep in self._tokens.reps_named() if rep in self._team), None)
        if named is not None and not self._rep.text().strip():
            self._rep.choose(named)
            self._name_rep()
        self._say_kind()
        spoken = self._tokens.listener().new_in(self._text.source, "", self._promised())
        self._understood.show_spoken(spoken, self._first_name)
        self.make_room()

    def _on_wanted(self, spoken: SpokenCommitment) -> None:
        if not is_among(spoken.text, self._promised()):
            self._commitments.add(self._understood.promise_of(spoken))
            self._understand()
            self._keeper.touch()

    def _promised(self) -> list[str]:
        return [promise.text for promise in self._commitments.promises]

    def _on_turned(self, _aside: bool) -> None:
        """To the other draft, or an empty one; each is kept in its own slot."""
        self._keeper.flush()
        slot, in_file = self._keeper.slot, self._keeper.in_file
        self._keeper.keep_in(self._other_slot, in_file=self._other_in_file)
        self._other_slot, self._other_in_file = slot, in_file
        shown, self._other = self._other, self._draft()
        self._show(shown)

    def _on_kept(self) -> None:
        self._saved.saved(self.context.locale.second(self.context.journal.clock.now()))
        self._unsaved.settle()


def _team(context: Context, rep_id: int | None) -> dict[int, str]:
    """Names by id: everybody active, and the rep the log is opened for."""
    return {rep.rep_id: rep.rep for rep in context.journal.ask(reps) if rep.active or rep.rep_id == rep_id}
