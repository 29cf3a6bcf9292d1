"""Fill the rest of the manager's calendar: what no conversation accounts for."""

from dataclasses import dataclass, field
from datetime import date, time
from itertools import pairwise
from random import Random

from coachjournal.commands.sample.cast import resource
from coachjournal.commands.sample.scene import Scene
from coachjournal.commands.sample.shapes import HoursRow, MeetingRow
from coachjournal.commands.time_entry import add_time
from coachjournal.rules.time_entry import TimeCategory, TimeGroup

COACHING_SHARE = (
    *((62, 0.33), (52, 0.40), (45, 0.46), (36, 0.49), (30, 0.45), (26, 0.27)),
    *((20, 0.21), (14, 0.22), (11, 0.30), (7, 0.36), (4, 0.43), (0, 0.40)),
)
"""Weeks ago, and the share of the week that went to people: good, then a reorganisation, then better again."""
SQUEEZED = range(12, 28)
"""Weeks ago in which the new CRM and the forecast ate the calendar."""
LEAST_HOURS, MOST_HOURS = 43, 46.5
MORNINGS, DAYS_END = 9 * 60, 17 * 60
CUSTOMERS, LEARNING = 0.14, 0.03
"""Shares of the meetings that are not with people; the desk gets the rest."""
SQUEEZED_OUT, TWICE, MAIL_FIRST = 0.6, 0.1, 0.7
"""How often, in a squeeze, a meeting is about it; the same is held twice in a week; a morning begins with mail."""
SHORT_WEEK = 2
TRIES = 150


def write_hours(scene: Scene) -> None:
    """Week after week, up to yesterday."""
    dice = scene.dice("hours")
    for number, days in enumerate(scene.days.weeks()):
        if days:
            _Week(scene, dice, days, number).fill()


@dataclass(slots=True)
class _Week:
    """One week of the manager's calendar; minutes so far, with travel apart."""

    scene: Scene
    dice: Random
    days: list[date]
    number: int
    people: int = 0
    others: int = 0
    travel: int = 0
    seen: set[str] = field(default_factory=set)

    def fill(self) -> None:
        """First what is talked, then what is fixed, then what fits."""
        for held in self.scene.held:
            if held.on in self.days:
                self.people += held.minutes
                self.travel += held.travel
        rows = resource("hours", HoursRow)
        self._mail()
        for meeting in self.scene.fixed_meetings:
            if meeting.day in self.days:
                self._write(*meeting)
        self._journey(rows["travel"])
        aim = self.dice.uniform(LEAST_HOURS, MOST_HOURS) * 60 * len(self.days) / 5
        for _ in range(TRIES):
            if self.people + self.others + self.travel >= aim:
                return
            self._add(self.dice.choice(self._what_is_next(rows)))

    @property
    def weeks_ago(self) -> float:
        return (self.scene.today - self.days[0]).days / 7

    def _what_is_next(self, rows: HoursRow) -> list[MeetingRow]:
        share = self.people / max(1, self.people + self.others)
        if share < _aimed_share(self.weeks_ago):
            return rows["people"]
        kind = self.dice.random()
        if kind < CUSTOMERS:
            return rows["customers"]
        if kind < CUSTOMERS + LEARNING and "learning" not in self.seen:
            self.seen.add("learning")
            return [(title, 45, TimeCategory.OWN_LEARNING) for title in rows["learning"]]
        squeezed = int(self.weeks_ago) in SQUEEZED and self.dice.random() < SQUEEZED_OUT
        return rows["squeeze"] if squeezed else rows["desk"]

    def _add(self, meeting: MeetingRow) -> None:
        """On the emptiest day; hardly any meeting twice in a week."""
        title, minutes, category = meeting
        if title in self.seen and self.dice.random() > TWICE:
            return
        day = min(self.days, key=self.scene.diary.minutes_taken)
        at = self.scene.diary.book(day, minutes, self.dice.randrange(MORNINGS, DAYS_END, 15))
        if at is not None:
            self._write(title, day, at, minutes, TimeCategory(category))

    def _mail(self) -> None:
        """Half an hour most mornings."""
        for day in self.days:
            if self.dice.random() < MAIL_FIRST:
                at = self.scene.diary.book(day, 30, 8 * 60)
                if at is not None:
                    self._write("Mail", day, at, 30, TimeCategory.ADMINISTRATION)

    def _journey(self, titles: list[str]) -> None:
        """Every other week to another office, where no ride-along led away already."""
        if self.travel == 0 and self.number % 2 and len(self.days) > SHORT_WEEK:
            day = self.days[self.dice.randrange(len(self.days))]
            at = self.scene.diary.book(day, 120, 8 * 60)
            if at is not None:
                self._write(self.dice.choice(titles), day, at, 120, TimeCategory.TRAVEL)

    def _write(self, title: str, day: date, at: time, minutes: int, category: TimeCategory) -> None:
        add_time(
            self.scene.tx,
            starts_at=self.scene.instant(day, at),
            day=day,
            minutes=minutes,
            category=category,
            title=title,
        )
        self.seen.add(title)
        if category is TimeCategory.TRAVEL:
            self.travel += minutes
        elif category.group is TimeGroup.PEOPLE:
            self.people += minutes
        else:
            self.others += minutes


def _aimed_share(weeks_ago: float) -> float:
    """Between the weeks that are given, in a straight line."""
    for (earlier, before), (later, after) in pairwise(COACHING_SHARE):
        if weeks_ago >= later:
            return after + (before - after) * min(1.0, (weeks_ago - later) / (earlier - later))
    return COACHING_SHARE[-1][1]
