"""The skill of this conversation as both see it: the rep says first, and only then does the manager's level show."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from coachjournal.commands.rating import rate_during, take_back_rating
from coachjournal.queries.conversation_page import ConversationHead
from coachjournal.queries.skill_in_talk import LevelSeen, SkillInTalk, skill_in_talk
from coachjournal.rules.conversation import Side
from ui.context import Context
from ui.screens.side_sheet import SideSheet, side_by_side
from ui.widgets.buttons import QuietButton
from ui.widgets.level_keys import LEVELS, LevelKeys
from ui.widgets.open_row import OpenRow
from ui.widgets.row_keys import RowKeys
from ui.widgets.row_walk import RowWalk
from ui.widgets.rows import LinedRows
from ui.widgets.text import ElidedLabel, Text

_HINT = "1 to 5 notes the level, + and − a half, Del takes it back"
_UNSEEN = 3
"""Where + and − begin while no level was ever noted: in the middle."""


class SkillSheet(SideSheet):
    """Not there where neither the conversation nor a goal is about a skill."""

    def __init__(self, context: Context, walk: RowWalk) -> None:
        super().__init__(context, walk, "Skill", name="conversation.skill")
        self._skipped = False
        self._skill: SkillInTalk | None = None
        self._rows = LinedRows(name="conversation.skill.rows")
        self._skip = QuietButton("Skip what they say", self._on_skip, name="conversation.skill.skip", hint="S")
        self.add(self._rows)
        self.rows.addWidget(self._skip, 0, Qt.AlignmentFlag.AlignLeft)

    def begin(self) -> None:
        self._skipped = False

    def show_head(self, head: ConversationHead) -> None:
        self._skill = skill = self.context.journal.ask(
            skill_in_talk, rep_id=head.rep_id, conversation_id=head.conversation_id, held_on=head.held_on
        )
        self.setVisible(skill is not None)
        if skill is None:
            return
        self.heading.say(skill.name, f"{head.first_name} first, then you")
        rows = [self._row(skill, Side.REP, f"{head.first_name} sees it at", skill.by_rep)]
        if self._is_open(skill):
            rows.append(self._row(skill, Side.MANAGER, "You see it at", skill.by_manager))
        self._rows.show_rows(rows)
        self._skip.setVisible(not self._is_open(skill))

    def _is_open(self, skill: SkillInTalk) -> bool:
        """Whether the manager's level may be seen: the rep's is there, or was skipped."""
        return self._skipped or skill.by_rep.level is not None

    def _row(self, skill: SkillInTalk, side: Side, label: str, seen: LevelSeen) -> QWidget:
        note, clear = partial(self._note, skill.skill_id, side), partial(self._take_back, skill.skill_id, side)
        name = f"conversation.skill.{side.value}"
        row = LevelRow(self.context, label, seen, offer=partial(self._offer, skill, note), name=name)
        start = next((level for level in (seen.level, seen.before) if level is not None), _UNSEEN)
        LevelKeys(row, now=start, note=note, clear=clear)
        if side is Side.REP and not self._is_open(skill):
            RowKeys(row, {"S": self._on_skip})
        self.walk.stop(row)
        return row

    def _offer(self, skill: SkillInTalk, note: Callable[[float], object], row: QWidget) -> None:
        """The levels with what each looks like, for who does not know them by heart."""
        menu = QMenu(row)
        menu.setObjectName("conversation.skill.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for level, looks_like in zip(LEVELS, skill.levels, strict=True):
            words = f"{level}  {looks_like}".strip().replace("&", "&&")
            menu.addAction(words, partial(note, level))
        menu.popup(row.mapToGlobal(QPoint(0, row.height())))

    def _note(self, skill_id: int, side: Side, level: float) -> None:
        conversation_id = self.head.conversation_id
        self.context.do(rate_during, conversation_id=conversation_id, skill_id=skill_id, level=level, side=side)

    def _take_back(self, skill_id: int, side: Side) -> None:
        conversation_id = self.head.conversation_id
        self.context.do(take_back_rating, conversation_id=conversation_id, skill_id=skill_id, side=side)

    def _on_skip(self) -> None:
        self._skipped = True
        self.show_head(self.head)
        row = self._rows.findChild(QWidget, f"conversation.skill.{Side.MANAGER.value}")
        if row is not None:
            row.show()
            row.setFocus()


class LevelRow(OpenRow):
    """Whose level, which, and what it was before."""

    def __init__(
        self, context: Context, label: str, seen: LevelSeen, *, offer: Callable[[QWidget], object], name: str
    ) -> None:
        level = "not said" if seen.level is None else context.locale.number(seen.level)
        before = _before(seen, context)
        super().__init__(f"{label}: {level}, {before}".rstrip(", "), lambda: offer(self), name=name)
        self.setToolTip(_HINT)
        self.setAccessibleDescription(_HINT)
        lines = QVBoxLayout()
        lines.setContentsMargins(0, 4, 0, 4)
        lines.setSpacing(0)
        lines.addLayout(side_by_side(ElidedLabel(label), Text(level, "bold" if seen.level is not None else "muted")))
        if before:
            lines.addWidget(ElidedLabel(before, "small"))
        self.row.addLayout(lines, 1)


def _before(seen: LevelSeen, context: Context) -> str:
    if seen.before is None or seen.before_on is None:
        return ""
    return f"was {context.locale.number(seen.before)} on {context.locale.day(seen.before_on)}"
