"""Whose idea the next step was: the rep's, one of both, mine. One key from anywhere on the page."""

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut

from coachjournal.commands.conversation import edit_conversation
from coachjournal.queries.conversation_page import ConversationHead
from coachjournal.rules.conversation import Idea
from ui.context import Context
from ui.screens.side_sheet import SideSheet
from ui.widgets.buttons import spoken_key
from ui.widgets.choices import ChipGroup
from ui.widgets.row_walk import RowWalk

_KEYS = {Idea.REP: "Alt+Shift+R", Idea.TOGETHER: "Alt+Shift+T", Idea.MANAGER: "Alt+Shift+M"}


class IdeaSheet(SideSheet):
    """The same key once more says that it is not said."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "Whose idea was it", "the next step", name="conversation.ideas")
        self._chips = ChipGroup(
            ((Idea.REP, "The rep"), (Idea.TOGETHER, "Together"), (Idea.MANAGER, "Mine")),
            name="conversation.ideas.whose",
            label="Whose idea the next step was",
            wraps=True,
        )
        self._chips.setToolTip(", ".join(spoken_key(key) for key in _KEYS.values()))
        self._chips.chosen.connect(lambda idea: self._say(Idea(idea)))
        self.add(self._chips)
        for idea, key in _KEYS.items():
            QShortcut(QKeySequence(key), self, partial(self._on_key, idea))

    def show_head(self, head: ConversationHead) -> None:
        self._chips.rename(Idea.REP, head.first_name)
        if head.idea is None:
            self._chips.choose_none()
        else:
            self._chips.choose(head.idea)

    def _on_key(self, idea: Idea) -> None:
        self._say(None if self.head.idea is idea else idea)

    def _say(self, idea: Idea | None) -> None:
        self.context.do(edit_conversation, conversation_id=self.head.conversation_id, idea=idea)
