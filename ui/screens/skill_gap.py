"""How both sides see the skills, beside each other, once both have said it in the same quarter."""

from coachjournal.queries.skill_profile import RatingPoint, SkillProfile, SkillStanding
from coachjournal.rules.skill_gap import gap_words
from coachjournal.rules.words import counted
from ui.context import Context
from ui.locale import Locale
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.rows_window import RowsWindow

_CHARACTERS_WIDE, _LINES_HIGH = 88, 30
_TALKS = 3
"""Differences that are put into words: more than three are not talked about in one sitting."""


class SkillGap(RowsWindow):
    """The furthest apart first, and words to begin the talk with."""

    def __init__(self, context: Context, profile: SkillProfile) -> None:
        super().__init__(context.window, f"How you both see {profile.first_name}’s skills", name="skillGap")
        skills = profile.compared(context.journal.clock.today())
        rows = RowsModel(gap_columns(context.locale, profile.first_name), lambda skill: skill.skill_id, self)
        rows.show_rows(skills)
        for words in gap_talk(profile, skills):
            self.say(words, name="skillGap.words")
        self.add_table(rows, context.settings)
        self.add_buttons()
        self.make_room(characters=_CHARACTERS_WIDE, lines=_LINES_HIGH)


def gap_talk(profile: SkillProfile, skills: tuple[SkillStanding, ...]) -> tuple[str, ...]:
    """A sentence on each of the widest differences, and how many there are where both see the same."""
    apart = [skill for skill in skills if skill.apart]
    talks = tuple(gap_words(skill.skill, profile.first_name, skill.apart or 0) for skill in apart[:_TALKS])
    alike = len(skills) - len(apart)
    return (*talks, f"You see {counted(alike, 'skill')} alike.") if alike else talks


def gap_columns(locale: Locale, rep: str) -> tuple[Column[SkillStanding], ...]:
    return (
        Column(title="Skill", text=lambda skill: skill.skill, bold=True, width=26, least=18),
        Column(title=f"{rep} says", text=lambda skill: seen_at(skill.by_rep, locale), width=9),
        Column(
            title="You say",
            text=lambda skill: seen_at(skill.by_manager, locale),
            width=9,
        ),
        Column(title="Target", text=lambda skill: level_words(skill.target, locale), width=8, gives_way=1),
        Column(title="To target", text=lambda skill: level_words(skill.gap, locale), width=9, gives_way=2),
        Column(title="Apart", text=lambda skill: apart_words(skill.apart, locale), sort_by=_how_far, width=8),
    )


def seen_at(rating: RatingPoint | None, locale: Locale) -> str:
    """The level of a rating; "" where there is none."""
    return level_words(rating.level if rating else None, locale)


def level_words(level: float | None, locale: Locale) -> str:
    """A level as it is written; "" where there is none."""
    return "" if level is None else locale.number(level, decimals=1)


def apart_words(apart: float | None, locale: Locale) -> str:
    """Without a sign, which one would have to learn to read: the columns beside it say who is higher."""
    if apart is None:
        return ""
    return locale.number(abs(apart), decimals=1) if apart else "alike"


def _how_far(skill: SkillStanding) -> float | None:
    return None if skill.apart is None else abs(skill.apart)
