"""Coach this: what will be done about a signal, on which day, and when the number is looked at again."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox

from coachjournal.commands.coaching_action import ActionFields, begin_action, plan_action
from coachjournal.commands.signal import coach_signal
from coachjournal.errors import Rejected
from coachjournal.queries.reps import reps
from coachjournal.queries.signals import OpenSignal, open_signals
from coachjournal.rules.coaching import ActionKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.names import first_name
from coachjournal.rules.signals.words import Proposal, told
from ui.context import Context
from ui.editors.coach_when import CoachWhen
from ui.editors.editor import Editor
from ui.widgets.buttons import PlainButton
from ui.widgets.growing_line import GrowingLine
from ui.widgets.layouts import put_away
from ui.widgets.name_choice import NameChoice
from ui.widgets.numbered_chips import NumberedChips
from ui.widgets.rep_picker import RepPicker
from ui.widgets.text import Passage, Text, bold

NO_REP = "Say whom: two letters of the name will do."
_KINDS = {
    ActionKind.CONVERSATION: "Conversation",
    ActionKind.PRACTICE: "Practice",
    ActionKind.RIDE_ALONG: "Ride-along",
    ActionKind.PEER: "Connect to a peer",
    ActionKind.RECOGNISE: "Recognise later",
}
"""What can be done, in the order of the keys 1 to 5."""
_IN_TALKS = tuple(
    kind for kind in ConversationKind if kind not in {ConversationKind.RIDE_ALONG, ConversationKind.PRACTICE}
)
"""A ride-along and a practice are chips of their own."""
_SEEN = 24
"""Characters of a name, and of what its owner is good at, that are seen."""


class CoachThis(Editor):
    """1 to 5 choose what will be done; the rule's proposal is chosen already. Without a signal it is with any rep."""

    def __init__(self, context: Context, *, signal: OpenSignal | None = None, rep_id: int | None = None) -> None:
        team = {rep.rep_id: rep.rep for rep in context.journal.ask(reps) if rep.active or rep.rep_id == rep_id}
        rep_id = signal.subject.rep_id if signal else rep_id
        title = f"Coach {first_name(team[rep_id])}" if rep_id in team else "Plan coaching"
        keeps = signal.draft_key if signal else f"rep.{rep_id or ''}"
        super().__init__(context, title, name="coachThis", finish="Plan it", keeps=keeps)
        self._signal, self._team, self._rep_id, self._starts = signal, team, rep_id, False
        self._proposes = told(signal.last, context.locale).proposes if signal else ()
        self._peers_shown = False
        self._proposed_words = ""
        self._make_fields()
        self._lay_out()
        self._connect()
        self._first = self._proposes[0].kind if self._proposes else ActionKind.CONVERSATION
        self.choose(self._first)
        (self._kinds if self._rep_id is not None else self._rep).setFocus()

    def choose(self, kind: ActionKind) -> None:
        """Show what this kind needs, and what the rule proposes of it."""
        self._kinds.choose(kind)
        self._on_kind()

    def start(self) -> None:
        """Plan it for today, and begin it at once."""
        self._starts = True
        self.finish()
        self._starts = False

    def reject(self) -> None:
        """What was only looked at, as the proposal of another kind, is no draft."""
        if self._words.words == self._proposed_words:
            self.choose(self._first)
        super().reject()

    def save(self) -> None:
        action_id = self._plan()
        if self._starts:
            self.context.navigator.open_conversation(self.context.journal.do(begin_action, action_id=action_id))

    # ------------------------------------------------------------------------------------------- building

    def _make_fields(self) -> None:
        self._rep = RepPicker(self._team.items(), self._rep_id)
        self._kinds = NumberedChips(_KINDS.items(), name="coachThis.kind", label="What will be done")
        self._talk = QComboBox()
        for kind in _IN_TALKS:
            self._talk.addItem(kind.label, kind)
        self._peer = NameChoice(characters=_SEEN, name="coachThis.peer", label="Who shows how")
        self._words = GrowingLine()
        self._words.setPlaceholderText("What you will talk about, or try")
        self._when = CoachWhen(self.context, self._signal.rule if self._signal else None)

    def _lay_out(self) -> None:
        if self._signal is not None:
            words = told(self._signal.last, self.context.locale)
            self.form.addWidget(Passage(bold(self._signal.rep), words.headline))
            if words.detail:
                self.form.addWidget(Text(words.detail, "small", wrap=True))
        elif self._rep_id is None:
            self.add("rep_id", "With", self._rep)
        if self._rep_id is not None:
            put_away(self._rep, self)
        self.form.addWidget(self._kinds)
        self._talk_field = self.add("conversation_kind", "As", self._talk)
        self._peer_field = self.add("peer_id", "Who shows how", self._peer)
        self.add("text", "About", self._words)
        self._when.lay_out(self)
        self._start = PlainButton("Start now", self.start, name="coachThis.start", hint="Ctrl+Shift+Return")
        self.buttons.insertWidget(self.buttons.count() - 1, self._start)

    def _connect(self) -> None:
        self._kinds.chosen.connect(lambda _kind: self._on_kind())
        self._talk.activated.connect(lambda _at: self._offer_slots())
        self._rep.chosen.connect(lambda _rep_id: self._on_rep())
        self._words.entered.connect(self._when.day.setFocus)
        for keys in ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"):
            QShortcut(QKeySequence(keys), self, self.start)

    # ------------------------------------------------------------------------------------------- the kind

    @property
    def _kind(self) -> ActionKind:
        return ActionKind(self._kinds.choice)

    @property
    def _diary_kind(self) -> ConversationKind | None:
        """What it is in the diary; None for what is held without a conversation."""
        return self._talk.currentData() if self._kind is ActionKind.CONVERSATION else self._kind.conversation_kind

    def _on_kind(self) -> None:
        kind, proposal = self._kind, self._proposal()
        if proposal is not None and proposal.conversation_kind is not None:
            self._talk.setCurrentIndex(max(self._talk.findData(proposal.conversation_kind), 0))
        if self._words.words == self._proposed_words:  # what somebody wrote stays
            self._proposed_words = proposal.words if proposal else ""
            self._words.show_words(self._proposed_words)
        self._talk_field.setVisible(kind is ActionKind.CONVERSATION)
        self._peer_field.setVisible(kind is ActionKind.PEER)
        if kind is ActionKind.PEER:
            self._show_peers()
        self._start.setVisible(self._diary_kind is not None)
        self._offer_slots()
        self.make_room()

    def _on_rep(self) -> None:
        self._kinds.setFocus()
        self._offer_slots()

    def _offer_slots(self) -> None:
        self._when.offer_slots(self._diary_kind, self._rep_id or self._rep.rep_id)

    def _proposal(self) -> Proposal | None:
        return next((each for each in self._proposes if each.kind is self._kind), None)

    def _show_peers(self) -> None:
        """Those first of whom the journal knows a strength."""
        if self._peers_shown:
            return
        self._peers_shown = True
        signals = self.context.journal.ask(open_signals)
        strong = {each.subject.rep_id: each for each in signals if each.rule.is_strength}
        for rep_id in sorted(self._team, key=lambda rep_id: rep_id not in strong):
            if rep_id != self._rep_id:
                self._peer.add_name(self._peer_words(rep_id, strong.get(rep_id)), rep_id)

    def _peer_words(self, rep_id: int, strength: OpenSignal | None) -> str:
        name = self._team[rep_id]
        return name if strength is None else f"{name}: {told(strength.last, self.context.locale).headline}"

    # ------------------------------------------------------------------------------------------- planning

    def _plan(self) -> int:
        do, kind, day = self.context.journal.do, self._kind, self._when.day.chosen_day
        fields = ActionFields() if self._starts else self._when.fields(timed=self._diary_kind is not None)
        if self._starts:
            day = self.context.journal.clock.today()
        fields["conversation_kind"], fields["text"] = self._diary_kind, self._words.words
        fields["peer_id"] = self._peer.currentData() if kind is ActionKind.PEER else None
        if self._signal is not None:
            return do(coach_signal, finding=self._signal.last, kind=kind, planned_on=day, **fields)
        return do(plan_action, rep_id=self._named_rep(), kind=kind, planned_on=day, **fields)

    def _named_rep(self) -> int:
        if self._rep_id is not None:
            return self._rep_id
        self._rep.complete()
        if self._rep.rep_id is None:
            raise Rejected(NO_REP, field="rep_id")
        return self._rep.rep_id
