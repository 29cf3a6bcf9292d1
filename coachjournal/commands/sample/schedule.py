"""When the sample's manager talks with whom: the rhythm of the year, who was forgotten, and what is booked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random
from typing import NamedTuple

from coachjournal.commands.sample.cast import Seller, resource
from coachjournal.commands.sample.scene import Scene
from coachjournal.commands.sample.scripts import Script, told_script
from coachjournal.commands.sample.shapes import StoryRow
from coachjournal.rules.conversation import ConversationKind

PRESSURE = ((44, 1.15), (29, 0.85), (13, 2.2), (6, 1.15), (0, 0.95))
"""From so many weeks ago on the days between two conversations are stretched by this: a reorganisation and a new CRM
took the manager's time for a quarter."""

FORGOTTEN = "Tom Moyo"
NO_RIDES_LATELY = timedelta(days=45)
NO_RIDE_WITH = "Dana Reyes"


class Gap(NamedTuple):
    """The last conversation was so many days ago; then there was none for so many days."""

    since: int
    days: int


GAPS = {"forgotten": Gap(157, 57), "no_ride": Gap(186, 63)}
"""Eight weeks without a word, and nine without a ride-along."""

QUIET_LATELY = {"Dana Reyes": 9, "Tom Moyo": 13, "Will Novak": 7}
"""Days since the last conversation of those who are due by now."""

LATEST = {"Amir Khan": 2, "Lena Sato": 1, "Julia Prieto": 3, "Femi Adeyemi": 4}

HOUR_OF = {
    ConversationKind.ONE_ON_ONE: (9, 10, 11, 13, 14, 15, 16),
    ConversationKind.RIDE_ALONG: (9,),
    ConversationKind.DEAL_REVIEW: (11, 14, 15),
    ConversationKind.CALL_REVIEW: (10, 13, 16),
    ConversationKind.PIPELINE_REVIEW: (14,),
    ConversationKind.PRACTICE: (11, 16),
    ConversationKind.IN_PASSING: (8, 12, 13, 17),
}
MINUTES = {
    ConversationKind.ONE_ON_ONE: (30, 45, 45, 45, 60),
    ConversationKind.RIDE_ALONG: (210, 240, 240, 270, 300),
    ConversationKind.DEAL_REVIEW: (30, 45, 45, 60),
    ConversationKind.CALL_REVIEW: (30, 30, 45),
    ConversationKind.PIPELINE_REVIEW: (45, 60),
    ConversationKind.PRACTICE: (30, 45),
    ConversationKind.IN_PASSING: (5, 5, 10, 10, 15),
}
ROOM = timedelta(days=3)
"""How far a conversation may be put off when the day is full."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A conversation that is booked; `script` holds its own words where it is part of a rep's story."""

    seller: Seller
    kind: ConversationKind
    day: date
    at: time
    minutes: int
    travel: int
    script: Script | None = None


def book_conversations(scene: Scene) -> list[Appointment]:
    """All conversations in order of time; those of the stories have the first choice of the hour."""
    wishes = [wish for seller in scene.cast for wish in _told(scene, seller)]
    told = {(wish.seller.name, wish.kind, wish.day) for wish in wishes}
    for seller in scene.cast:
        dice = scene.dice("talks", seller.name)
        wishes += [wish for wish in _wishes(scene, seller, dice) if (seller.name, wish.kind, wish.day) not in told]
    booked = [appointment for wish in wishes if (appointment := _book(scene, wish)) is not None]
    return sorted(booked, key=lambda each: (each.day, each.at))


def _told(scene: Scene, seller: Seller) -> Iterator[Appointment]:
    for story in resource("stories", list[StoryRow]):
        if story["rep"] == seller.name:
            day, kind = _story_day(scene, story), ConversationKind(story["kind"])
            hour, minute = story.get("at", "11:00").split(":")
            travel = 90 if kind is ConversationKind.RIDE_ALONG else 0
            yield Appointment(
                seller, kind, day, time(int(hour), int(minute)), story["minutes"], travel, told_script(story)
            )


def _story_day(scene: Scene, story: StoryRow) -> date:
    """The working day so many days ago; a gap ends on the first working day after it."""
    if "after_gap" in story:
        gap = GAPS[story["after_gap"]]
        return scene.days.after(scene.days.ago(gap.since) + timedelta(days=gap.days + 1))
    return scene.days.ago(story["days_ago"])


def _wishes(scene: Scene, seller: Seller, dice: Random) -> Iterator[Appointment]:
    first = max(scene.days.start, scene.joined(seller))
    for kind, usual in seller.rhythm.items():
        day = first + timedelta(days=round(usual * dice.uniform(0.1, 0.9)))
        while day < scene.today:
            working = scene.days.after(day)
            if working < scene.today and not _silent(scene, seller, kind, working):
                yield _wish(seller, kind, working, dice)
            day += timedelta(days=max(1, round(usual * _pressure(scene, day) * dice.uniform(0.8, 1.2))))


def _wish(seller: Seller, kind: ConversationKind, day: date, dice: Random) -> Appointment:
    at = time(dice.choice(HOUR_OF[kind]), dice.choice((0, 0, 15, 30)))
    travel = dice.choice((30, 60, 60, 90, 120)) if kind is ConversationKind.RIDE_ALONG else 0
    return Appointment(seller, kind, day, at, dice.choice(MINUTES[kind]), travel)


def _pressure(scene: Scene, day: date) -> float:
    weeks_ago = (scene.today - day).days / 7
    return next(stretch for weeks, stretch in PRESSURE if weeks_ago >= weeks)


def _silent(scene: Scene, seller: Seller, kind: ConversationKind, day: date) -> bool:
    """Whether the story wants no conversation of this kind around this day."""
    if day > scene.days.ago(QUIET_LATELY.get(seller.name, LATEST.get(seller.name, 0))) - ROOM:
        return True
    if seller.name == FORGOTTEN:
        no_more_rides = kind is ConversationKind.RIDE_ALONG and day > scene.today - NO_RIDES_LATELY
        return no_more_rides or _within(scene, day, GAPS["forgotten"])
    if seller.name == NO_RIDE_WITH and kind is ConversationKind.RIDE_ALONG:
        return _within(scene, day, GAPS["no_ride"])
    return False


def _within(scene: Scene, day: date, gap: Gap) -> bool:
    """Whether the day, or the days it may be put off to, falls into the gap."""
    first = scene.days.ago(gap.since)
    return first - ROOM <= day <= scene.days.after(first + timedelta(days=gap.days + 1))


def _book(scene: Scene, wish: Appointment) -> Appointment | None:
    wanted = wish.at.hour * 60 + wish.at.minute
    day = wish.day
    while day <= wish.day + ROOM and day < scene.today:
        if scene.days.works_on(day):
            minutes = -(-wish.minutes // 15) * 15
            at = scene.diary.book(day, minutes, wanted, travel=wish.travel)
            if at is not None:
                return Appointment(wish.seller, wish.kind, day, at, wish.minutes, wish.travel, wish.script)
        day += timedelta(days=1)
    return None
