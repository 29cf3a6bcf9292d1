"""The skills of the rep as both sides see them, today and over time."""

from datetime import date

from PySide6.QtGui import QKeySequence, QShortcut

from coachjournal.queries.rep_page import RepPage
from coachjournal.queries.skill_profile import RatingPoint, SkillStanding, skill_profile
from coachjournal.rules.conversation import Side
from coachjournal.rules.goal import RANGES, Measure
from ui.context import Context
from ui.editors.self_rating import SelfRating
from ui.locale import Locale
from ui.screens.rep_list import RepList
from ui.screens.skill_gap import SkillGap, level_words, seen_at
from ui.screens.skill_ratings import SkillRatings
from ui.widgets.buttons import PlainButton, QuietButton
from ui.widgets.rows_model import Column
from ui.widgets.sheet import EmptyState
from ui.widgets.sparkline import Spark, Trace

_LEAST_LEVEL, _MOST_LEVEL = RANGES[Measure.LEVEL]


class Skills(RepList[SkillStanding]):
    """Enter shows the ratings of a skill. While it is in sight R is the rep's turn to rate, Y yours."""

    def __init__(self, context: Context) -> None:
        empty = EmptyState(
            "How you both see the skills, 1 to 5, stands here. Each of you says it without seeing the other’s. "
            "Let the rep begin.",
        )
        super().__init__(
            context, skill_columns(context.locale), lambda skill: skill.skill_id, empty, name="skills", label="Skills"
        )
        self.table.opened.connect(self._open)
        self.table.setToolTip("Enter shows the ratings, R the rep’s turn, Y your turn")
        QShortcut(QKeySequence("R"), self, self._let_rep_rate)
        QShortcut(QKeySequence("Y"), self, self._rate)
        self._rep = PlainButton("The rep’s turn", self._let_rep_rate, name="repPage.skills.rep", hint="R")
        self._you = PlainButton("Your turn", self._rate, name="repPage.skills.you", hint="Y")
        self._gap = QuietButton("", self._compare, name="repPage.skills.gap")
        self.buttons = (self._rep, self._you, self._gap)

    def ask(self, page: RepPage) -> tuple[SkillStanding, ...]:
        profile = self.context.journal.ask(skill_profile, rep_id=page.rep.rep_id)
        self._rep.say(f"{page.rep.first_name}’s turn")
        both = profile.compared(self.context.journal.clock.today())
        self._gap.say("How you differ" if both else "")
        self._gap.setVisible(bool(both))
        return profile.skills

    def more(self, _page: RepPage) -> str:
        """All of them are shown."""
        return ""

    def _let_rep_rate(self) -> None:
        if self.page is not None:
            SelfRating(self.context, self.page.rep.rep_id).open()

    def _rate(self) -> None:
        if self.page is not None:
            SelfRating(self.context, self.page.rep.rep_id, Side.MANAGER).open()

    def _compare(self) -> None:
        if self.page is not None:
            SkillGap(self.context, self.context.journal.ask(skill_profile, rep_id=self.page.rep.rep_id)).open()

    def _open(self, skill: SkillStanding) -> None:
        if self.page is not None:
            SkillRatings(self.context, self.page.rep.first_name, skill).open()


def skill_columns(locale: Locale) -> tuple[Column[SkillStanding], ...]:
    return (
        Column(title="Skill", text=lambda skill: skill.skill, bold=True, width=26, least=18),
        Column(title="The rep says", text=lambda skill: seen_at(skill.by_rep, locale), width=12),
        Column(title="You say", text=lambda skill: seen_at(skill.by_manager, locale), width=8),
        Column(title="Target", text=lambda skill: level_words(skill.target, locale), width=8, gives_way=3),
        Column(title="To target", text=lambda skill: level_words(skill.gap, locale), width=9, gives_way=2),
        Column(
            title="Last seen",
            text=lambda skill: locale.day(skill.ratings[-1].on),
            sort_by=lambda skill: skill.ratings[-1].on,
            width=11,
            gives_way=1,
        ),
        Column(
            title="Over time",
            text=lambda skill: course_words(skill, locale),
            sort_by=lambda skill: len(skill.ratings),
            spark=skill_spark,
            width=18,
        ),
    )


def skill_spark(skill: SkillStanding) -> Spark:
    """The manager's ratings as a line, the rep's as a dotted one; one alone is a dot."""
    traces = (Trace(_points(skill, Side.MANAGER)), Trace(_points(skill, Side.REP), lighter=True))
    return Spark(tuple(trace for trace in traces if trace.points), _LEAST_LEVEL, _MOST_LEVEL, skill.target)


def course_words(skill: SkillStanding, locale: Locale) -> str:
    """What the small line shows, in words: "you 2.5 to 3.5 in 4 ratings, the rep 3.0 once"."""
    sides = (("you", Side.MANAGER), ("the rep", Side.REP))
    told = ((who, [rating for rating in skill.ratings if rating.side is side]) for who, side in sides)
    return ", ".join(f"{who} {_course(ratings, locale)}" for who, ratings in told if ratings)


def _course(ratings: list[RatingPoint], locale: Locale) -> str:
    first, last = (locale.number(rating.level, decimals=1) for rating in (ratings[0], ratings[-1]))
    return f"{first} once" if len(ratings) == 1 else f"{first} to {last} in {len(ratings)} ratings"


def _points(skill: SkillStanding, side: Side) -> tuple[tuple[date, float], ...]:
    return tuple((rating.on, rating.level) for rating in skill.ratings if rating.side is side)
