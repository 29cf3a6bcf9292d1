"""The ratings of one skill, the latest first; Enter opens the conversation in which one was made."""

from coachjournal.queries.skill_profile import RatingPoint, SkillStanding
from coachjournal.rules.conversation import Side
from coachjournal.rules.skill_gap import gap_words
from coachjournal.rules.words import counted
from ui.context import Context
from ui.locale import Locale
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.rows_window import RowsWindow

_CHARACTERS_WIDE, _LINES_HIGH = 84, 24


class SkillRatings(RowsWindow):
    """What was said of a skill, when, by whom and where."""

    def __init__(self, context: Context, rep: str, skill: SkillStanding) -> None:
        super().__init__(context.window, f"{skill.skill}, {rep}", name="skillRatings")
        self._context = context
        rows = RowsModel(rating_columns(context.locale, rep), lambda rating: rating.rating_id, self)
        rows.show_rows(reversed(skill.ratings))
        apart = "" if skill.apart is None else f" {gap_words(skill.skill, rep, skill.apart)}"
        self.say(f"{counted(len(skill.ratings), 'rating')}.{apart}", "muted")
        table = self.add_table(rows, context.settings)
        table.opened.connect(self._open)
        table.setToolTip("Enter opens the conversation")
        table.selectRow(0)
        self.add_buttons()
        self.make_room(characters=_CHARACTERS_WIDE, lines=_LINES_HIGH)

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
