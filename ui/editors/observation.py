"""Writing down one thing seen: the situation, what the rep did, what came of it."""

from PySide6.QtWidgets import QCheckBox

from coachjournal.commands.observation import delete_observation, edit_observation, write_observation
from coachjournal.queries.conversation_page import ConversationHead
from coachjournal.queries.seen import SeenHere
from coachjournal.rules.observation import only_judges
from ui.context import Context
from ui.editors.editor import Editor
from ui.theme import icon, tokens
from ui.widgets.buttons import QuietButton
from ui.widgets.growing_line import GrowingLine
from ui.widgets.text import Text

JUDGES = "That says what you think of it. What would a camera have shown?"


class ObservationEditor(Editor):
    """In a conversation of any kind; a stroke or Enter goes on from field to field."""

    def __init__(self, context: Context, head: ConversationHead, seen: SeenHere | None = None) -> None:
        keeps = str(seen.observation_id) if seen else f"new{head.conversation_id}"
        super().__init__(context, "One thing seen", name="observationEditor", keeps=keeps)
        self._head, self._seen = head, seen
        self._situation, self._behaviour, self._impact = GrowingLine(slash=True), GrowingLine(slash=True), GrowingLine()
        self._hint = Text("", "hint", wrap=True)
        self._hint.setObjectName("observationEditor.hint")
        self._private = QCheckBox("Keep it private")
        self._private.setObjectName("observationEditor.private")
        self._private.setIcon(icon("lock", tokens().muted))
        self.add("situation", "Situation: when, who was there", self._situation)
        self.add("behaviour", f"What {head.first_name} did or said", self._behaviour)
        self.form.addWidget(self._hint)
        self.add("impact", "What came of it", self._impact)
        self.form.addWidget(self._private)
        if seen is not None:
            self._show(seen)
            self.form.addWidget(QuietButton("Delete", self._delete, name="observationEditor.delete"))
        self._situation.entered.connect(self._behaviour.setFocus)
        self._behaviour.entered.connect(self._impact.setFocus)
        self._impact.entered.connect(self.finish)
        self._behaviour.textChanged.connect(self._judge)
        self._judge()
        self._situation.setFocus()

    def save(self) -> None:
        situation, behaviour, impact = self._situation.words, self._behaviour.words, self._impact.words
        private = self._private.isChecked()
        if self._seen is None:
            self.context.journal.do(
                write_observation,
                rep_id=self._head.rep_id,
                conversation_id=self._head.conversation_id,
                seen_on=min(self._head.held_on, self.context.journal.clock.today()),
                situation=situation,
                behaviour=behaviour,
                impact=impact,
                private=private,
            )
        else:
            self.context.journal.do(
                edit_observation,
                observation_id=self._seen.observation_id,
                situation=situation.strip(),
                behaviour=behaviour,
                impact=impact.strip(),
                private=private,
            )

    def _show(self, seen: SeenHere) -> None:
        self._situation.show_words(seen.situation)
        self._behaviour.show_words(seen.behaviour)
        self._impact.show_words(seen.impact)
        self._private.setChecked(seen.private)

    def _judge(self) -> None:
        """Adjectives are pointed out, and nothing more."""
        judges = only_judges(self._behaviour.words, [self._head.rep])
        self._hint.setText(JUDGES if judges else "")
        self._hint.setVisible(judges)

    def _delete(self) -> None:
        if self._seen is not None:
            self.context.do(delete_observation, observation_id=self._seen.observation_id)
            self.leave()
