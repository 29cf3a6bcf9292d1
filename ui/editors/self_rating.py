"""One side rates the skills, blind: nothing of what the other said is on the screen. The gap is shown afterwards."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachjournal.commands.rating import rate_skills
from coachjournal.queries.skill_profile import RatingForm, SkillToRate, rating_form, skill_profile
from coachjournal.rules.conversation import Side
from ui.context import Context
from ui.editors.editor import Editor
from ui.screens.skill_gap import SkillGap
from ui.widgets.curtain import Curtain, draw_back, draw_curtains
from ui.widgets.level_choice import LevelChoice
from ui.widgets.row_walk import RowWalk
from ui.widgets.sentence import Blank
from ui.widgets.text import Text

_PANEL_LINES, _LINES_AROUND = 7, 11
"""Lines of text for what levels look like, three texts of two lines below what the skill is; and for all the rest."""
_WIDE = 84


class SelfRating(Editor):
    """The rep's turn at the manager's screen, or the manager's own. A figure gives a level and goes on."""

    def __init__(self, context: Context, rep_id: int, side: Side = Side.REP) -> None:
        form = context.journal.ask(rating_form, rep_id=rep_id)
        super().__init__(context, _title(form, side), name="selfRating", finish="Done", keeps=f"{side.value}.{rep_id}")
        self._form, self._side = form, side
        self._curtains: tuple[Curtain, ...] = ()
        self._rows: dict[int, LevelChoice] = {}
        self.setMinimumWidth(min(self.fontMetrics().averageCharWidth() * _WIDE, context.window.width() - 2))
        self.form.setSpacing(2)
        self.rows.insertWidget(self.rows.indexOf(self._area), Text(_words(form, side), "muted", wrap=True))
        self._make_rows()
        self._looks_like = LooksLike(min_lines=_PANEL_LINES)
        self.rows.insertWidget(self.rows.indexOf(self.problem), self._looks_like)
        around = self.fontMetrics().lineSpacing() * _LINES_AROUND
        self._area.room = context.window.height() - around - self._looks_like.minimumHeight()
        self.accepted.connect(self._compare)
        self.finished.connect(self._draw_back)
        self._begin()

    def save(self) -> None:
        levels: dict[int, float] = {key: row.level for key, row in self._rows.items() if row.level is not None}
        self.context.journal.do(rate_skills, rep_id=self._form.rep_id, side=self._side, levels=levels)

    def showEvent(self, event: QShowEvent) -> None:
        """Whatever shows levels lies behind a curtain until this is over."""
        super().showEvent(event)
        if not self._curtains:
            self._curtains = draw_curtains(self)

    def _make_rows(self) -> None:
        walk = RowWalk(self)
        for skill in self._form.skills:
            row = LevelChoice(skill.name, name=f"selfRating.{skill.skill_id}")
            self._rows[skill.skill_id] = row
            blank = Blank(skill.name, row, name=row.objectName(), long=True)
            row.show_level(None)
            walk.stop(row)
            row.given.connect(lambda here=skill.skill_id: self._go_on(here))
            row.pointed.connect(lambda skill=skill: self._looks_like.show_skill(skill))
            self.know(str(skill.skill_id), blank)
            self.form.addWidget(blank)

    def _begin(self) -> None:
        if self._form.skills:
            self._looks_like.show_skill(self._form.skills[0])
            self._rows[self._form.skills[0].skill_id].setFocus()

    def _go_on(self, here: int) -> None:
        """To the next skill; the last one stays, and Ctrl+Enter is at hand."""
        keys = list(self._rows)
        following = keys[keys.index(here) + 1 :]
        if following:
            self._rows[following[0]].setFocus()
            self._area.ensureWidgetVisible(self._rows[following[0]])

    def _compare(self) -> None:
        """Once both have said how they see it this quarter, what lies between is shown."""
        profile = self.context.journal.ask(skill_profile, rep_id=self._form.rep_id)
        if profile.compared(self.context.journal.clock.today()):
            SkillGap(self.context, profile).open()

    def _draw_back(self) -> None:
        draw_back(self._curtains)


class LooksLike(QWidget):
    """What a skill looks like at levels 1, 3 and 5."""

    def __init__(self, *, min_lines: int) -> None:
        super().__init__()
        self.setObjectName("selfRating.looksLike")
        self._what = Text("", "small", wrap=True)
        self._lines = tuple(Text("", "small", wrap=True) for _ in range(3))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(4)
        for line in (self._what, *self._lines):
            column.addWidget(line)
        column.addStretch(1)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * min_lines)

    def show_skill(self, skill: SkillToRate) -> None:
        self._what.setText(skill.description)
        for level, words, line in zip(
            (1, 3, 5), (skill.level_1, skill.level_3, skill.level_5), self._lines, strict=True
        ):
            line.setText(f"{level}  {words}")
            line.setVisible(bool(words))


def _title(form: RatingForm, side: Side) -> str:
    return (
        f"{form.first_name}, where do you see yourself?" if side is Side.REP else f"Where do you see {form.first_name}?"
    )


def _words(form: RatingForm, side: Side) -> str:
    other = "your manager" if side is Side.REP else form.first_name
    return f"1 to 5 gives a level and goes on; leave out what you cannot tell. What {other} said is shown afterwards."
