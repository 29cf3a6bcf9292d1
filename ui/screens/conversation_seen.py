"""What was seen in a conversation that is no ride-along, and the skill that was practised or listened for."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from coachjournal.commands.conversation import edit_conversation
from coachjournal.queries.conversation_page import ConversationPage
from coachjournal.queries.ride_along import skills
from coachjournal.queries.seen import SeenHere, SeenInTalk, TriedSkill, seen_in_talk
from coachjournal.rules.conversation import ConversationKind
from ui.context import Context
from ui.editors.observation import ObservationEditor
from ui.widgets.buttons import QuietButton
from ui.widgets.choices import Chip
from ui.widgets.marks import Pill, Tone
from ui.widgets.open_row import OpenRow
from ui.widgets.rows import LinedRows
from ui.widgets.sheet import Sheet
from ui.widgets.text import ElidedLabel

_ABOUT_A_SKILL = frozenset({ConversationKind.PRACTICE, ConversationKind.CALL_REVIEW})
_SEES = _ABOUT_A_SKILL | {ConversationKind.IN_PASSING}
"""Kinds in which something is seen as a rule; in others the sheet comes with the first observation."""


class SeenSheet(Sheet):
    """A row opens an observation to be worded anew."""

    def __init__(self, context: Context) -> None:
        super().__init__("Seen", name="conversation.seen")
        self._context = context
        self._page: ConversationPage | None = None
        self._skill = Chip("", name="conversation.seen.skill", checkable=False)
        self._skill.clicked.connect(lambda _checked: self._offer_skills())
        self._times = ElidedLabel("", "muted")
        self._times.setObjectName("conversation.seen.times")
        self._rows = LinedRows(name="conversation.seen.rows")
        self._add = QuietButton("Add what was seen", self.write, name="conversation.seen.add")
        about = QHBoxLayout()
        about.setSpacing(8)
        about.addWidget(self._skill)
        about.addWidget(self._times, 1)
        self.rows.addLayout(about)
        self.add(self._rows)
        self.rows.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_page(self, page: ConversationPage) -> None:
        self._page = page
        head = page.head
        seen = self._context.journal.ask(seen_in_talk, conversation_id=head.conversation_id)
        self.setVisible(head.kind in _SEES or bool(seen.observations))
        self.heading.say("Seen", f"what {head.first_name} did, and what came of it")
        self._rows.show_rows(map(self._row, seen.observations))
        self._rows.setVisible(bool(seen.observations))
        self._show_skill(seen, head.kind)

    def write(self) -> None:
        """Write down one thing seen."""
        if self._page is not None:
            ObservationEditor(self._context, self._page.head).open()

    def finish(self) -> bool:
        """Nothing is written here; the editor keeps what is."""
        return True

    def _show_skill(self, seen: SeenInTalk, kind: ConversationKind) -> None:
        about = kind in _ABOUT_A_SKILL
        self._skill.setVisible(about)
        self._times.setVisible(about)
        words = seen.skill.name if seen.skill else "which skill?"
        self._skill.setText(words.replace("&", "&&"))
        self._skill.setAccessibleName(f"Skill: {words}")
        self._skill.setProperty("tone", "people" if seen.skill else "new")
        self._skill.style().polish(self._skill)
        self._times.setText(_times_words(seen.skill, kind, self._context) if seen.skill else "")

    def _row(self, seen: SeenHere) -> QWidget:
        words = " ".join(part for part in (seen.situation, seen.impact) if part)
        row = OpenRow(
            f"{seen.behaviour} {words}", partial(self._open, seen), name=f"conversation.seen{seen.observation_id}"
        )
        row.add_lines(seen.behaviour, "", words, Pill("private", Tone.AMBER) if seen.private else None)
        return row

    def _open(self, seen: SeenHere) -> None:
        if self._page is not None:
            ObservationEditor(self._context, self._page.head, seen).open()

    def _offer_skills(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("conversation.seen.skill.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choices: Iterable[tuple[int | None, str]] = (*self._context.journal.ask(skills), (None, "No skill"))
        for skill_id, name in choices:
            menu.addAction(name.replace("&", "&&"), partial(self._choose, skill_id))
        menu.popup(self._skill.mapToGlobal(QPoint(0, self._skill.height())))

    def _choose(self, skill_id: int | None) -> None:
        if self._page is not None:
            self._context.do(
                edit_conversation, conversation_id=self._page.head.conversation_id, focus_skill_id=skill_id
            )


def _times_words(skill: TriedSkill, kind: ConversationKind, context: Context) -> str:
    """How often it was tried: "first practice of it", "practice 3 of it since 4 Mar"."""
    name = kind.label.lower()
    if skill.times <= 1:
        return f"the first {name} of it"
    return f"{name} {context.locale.number(skill.times)} of it since {context.locale.day(skill.since)}"
