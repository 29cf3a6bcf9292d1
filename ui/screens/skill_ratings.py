"""The ratings of one skill, the latest first; Enter opens the conversation in which one was made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from coachjournal.queries.skill_profile import RatingPoint, SkillStanding
from coachjournal.rules.conversation import Side
from coachjournal.rules.skill_gap import gap_words
from coachjournal.rules.words import counted
from ui.context import Context
from ui.locale import Locale
from ui.widgets.buttons import PrimaryButton
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.table import Table
from ui.widgets.text import Text

_CHARACTERS_WIDE, _LINES_HIGH = 84, 24
_MARGIN = 48


class SkillRatings(QDialog):
    """What was said of a skill, when, by whom and where."""

    def __init__(self, context: Context, rep: str, skill: SkillStanding) -> None:
        super().__init__(context.window)
        self._context = context
        title = f"{skill.skill}, {rep}"
        self.setObjectName("skillRatings")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        rows = RowsModel(rating_columns(context.locale, rep), lambda rating: rating.rating_id, self)
        rows.show_rows(reversed(skill.ratings))
        table = Table(rows, context.settings, name="skillRatings.table", label=title)
        table.opened.connect(self._open)
        table.setToolTip("Enter opens the conversation")
        apart = "" if skill.apart is None else f" {gap_words(skill.skill, rep, skill.apart)}"
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Text(title, "title"))
        column.addWidget(Text(f"{counted(len(skill.ratings), 'rating')}.{apart}", "muted", wrap=True))
        column.addWidget(table, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(PrimaryButton("Close", self.accept, name="skillRatings.close", hint="Esc"))
        column.addLayout(buttons)
        metrics, window = self.fontMetrics(), context.window
        self.resize(
            min(metrics.averageCharWidth() * _CHARACTERS_WIDE, window.width() - _MARGIN),
            min(metrics.height() * _LINES_HIGH, window.height() - _MARGIN),
        )
        table.selectRow(0)
        table.setFocus()

    def _open(self, rating: RatingPoint) -> None:
        if rating.conversation_id is not None:
            self.accept()
            self._context.navigator.open_conversation(rating.conversation_id)


def rating_columns(locale: Locale, rep: str) -> tuple[Column[RatingPoint], ...]:
    return (
        Column(title="Day", text=lambda rating: locale.day(rating.on), sort_by=lambda rating: rating.on, width=12),
        Column(title="Who", text=lambda rating: rep if rating.side is Side.REP else "You", width=12),
        Column(title="Level", text=lambda rating: locale.number(rating.level, decimals=1), bold=True, width=8),
        Column(title="Seen in", text=lambda rating: rating.kind.label if rating.kind else "", width=16),
        Column(title="Note", text=lambda rating: rating.note, width=24),
    )
