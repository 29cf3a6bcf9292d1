"""When the sample's manager talks with whom: the rhythm of the year, who was forgotten, and what is booked."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from random import Random
from typing import NamedTuple

from coachjournal.commands.sample.cast import Seller, resource
from coachjournal.commands.sample.diary import QUARTER
from coachjournal.commands.sample.fixed_meetings import book_fixed_meetings
from coachjournal.commands.sample.scene import Scene
from coachjournal.commands.sample.scripts import Script, told_script
from coachjournal.commands.sample.shapes import StoryRow
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import week_of

PRESSURE = ((44, 1.15), (29, 0.85), (13, 1.9), (6, 1.15), (0, 0.95))
"""From so many weeks ago on the days between two conversations are stretched by this: a reorganisation and a new CRM
took the manager's time for a quarter."""

FORGOTTEN = "Tom Moyo"
NO_RIDES_LATELY = timedelta(days=45)
NO_RIDE_WITH = "Dana Reyes"
RODE_WITH = {"Amir Khan": 21, "Femi Adeyemi": 29, "Julia Prieto": 37}
"""Days since a ride-along that was not given up for anything, with those whose stories tell of none lately."""


class Gap(NamedTuple):
    """The last conversation was so many days ago; then there was none for so many days."""

    since: int
    days: int


GAPS = {"forgotten": Gap(157, 57), "no_ride": Gap(186, 63)}
"""Eight weeks without a word, and nine without a ride-along."""

QUIET_LATELY = {"Dana Reyes": 9, "Tom Moyo": 13}
"""Days since the last conversation of those who are due by now."""

LATEST = {"Amir Khan": 3, "Lena Sato": 1, "Julia Prieto": 3, "Femi Adeyemi": 2, "Will Novak": 2}

HOUR_OF = {
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
MOST_A_DAY = 215
"""Minutes of conversations that fit in a day beside everything else, taken over the week."""
ROOM = timedelta(days=3)
"""How far a conversation may be put off when the day is full."""
TOLD_WITHIN = 8
"""Days within which one of a story finds its place."""


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
    first_after_gap: bool = False


def book_conversations(scene: Scene) -> list[Appointment]:
    """All conversations in order of time. Those of the stories come first, then the fixed meetings, then the others."""
    told = [each for seller in scene.cast for wish in _told(scene, seller) if (each := _book(scene, wish)) is not None]
    scene.fixed_meetings = book_fixed_meetings(scene.days, scene.diary)
    wishes = [wish for seller in scene.cast for wish in _wishes(scene, seller, scene.dice("talks", seller.name))]
    talked: Counter[date] = Counter()
    for each in told:
        talked[week_of(each.day).start] += each.minutes
    booked = told.copy()
    for wish in sorted(wishes, key=lambda each: each.day):
        monday = week_of(wish.day).start
        if talked[monday] + wish.minutes > _room_in_week(scene, monday) or _was_just_held(booked, wish):
            continue
        appointment = _book(scene, wish)
        if appointment is not None:
            booked.append(appointment)
            talked[week_of(appointment.day).start] += wish.minutes
    return sorted(booked, key=lambda each: (each.day, each.at))


def _was_just_held(booked: list[Appointment], wish: Appointment) -> bool:
    """Whether the same two meet for the same within the same days."""
    return any(
        each.seller is wish.seller and each.kind is wish.kind and abs(each.day - wish.day) <= ROOM for each in booked
    )


def _room_in_week(scene: Scene, monday: date) -> int:
    return MOST_A_DAY * sum(scene.days.works_on(monday + timedelta(days=number)) for number in range(7))


def _told(scene: Scene, seller: Seller) -> Iterator[Appointment]:
    for story in resource("stories", list[StoryRow]):
        if story["rep"] == seller.name:
            day, kind = _story_day(scene, seller, story), ConversationKind(story["kind"])
            at = time.fromisoformat(story["at"])
            travel = 90 if kind is ConversationKind.RIDE_ALONG else 0
            yield Appointment(seller, kind, day, at, story["minutes"], travel, told_script(story), "after_gap" in story)
    if seller.name in RODE_WITH:
        yield Appointment(seller, ConversationKind.RIDE_ALONG, scene.days.ago(RODE_WITH[seller.name]), time(9), 240, 90)


def _story_day(scene: Scene, seller: Seller, story: StoryRow) -> date:
    """The working day so many days ago; a gap ends on the first working day after it."""
    if "their_day" in story:
        return scene.days.ago((scene.today.weekday() - seller.meets[0] - 1) % 7 + 1)
    if "after_gap" in story:
        gap = GAPS[story["after_gap"]]
        return scene.days.after(scene.days.ago(gap.since) + timedelta(days=gap.days + 1))
    return scene.days.ago(story["days_ago"])


def _wishes(scene: Scene, seller: Seller, dice: Random) -> Iterator[Appointment]:
    first = max(scene.days.start, scene.joined(seller))
    for kind, usual in seller.rhythm.items():
        day = first + timedelta(days=round(usual * dice.uniform(0.1, 0.9)))
        while day < scene.today:
            back = scene.days.after(day)
            if back - day > ROOM:  # the manager was away
                day = back + timedelta(days=dice.randrange(min(usual, 10)))
                continue
            own = _their_day(scene, seller, kind, back)
            if own < scene.today and not _silent(scene, seller, kind, own):
                yield _wish(seller, kind, own, dice)
            stretch = _pressure(scene, day) if kind is not ConversationKind.IN_PASSING else 1.0
            day += timedelta(days=max(1, round(usual * stretch * dice.uniform(0.8, 1.2))))


def _their_day(scene: Scene, seller: Seller, kind: ConversationKind, day: date) -> date:
    """One-on-ones have their weekday, unless the manager is away on it."""
    if kind is not ConversationKind.ONE_ON_ONE:
        return day
    own = week_of(day).start + timedelta(days=seller.meets[0])
    return own if scene.days.works_on(own) and own > scene.joined(seller) else day


def _wish(seller: Seller, kind: ConversationKind, day: date, dice: Random) -> Appointment:
    at = time(dice.choice(HOUR_OF.get(kind, (9,))), dice.choice((0, 0, 15, 30)))
    if kind is ConversationKind.ONE_ON_ONE:
        at = seller.meets[1]
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
    minutes = -(-wish.minutes // QUARTER) * QUARTER
    for day in _days_to_try(scene, wish):
        at = scene.diary.book(day, minutes, wish.at.hour * 60 + wish.at.minute, travel=wish.travel)
        if at is not None:
            return replace(wish, day=day, at=at)
    return None


def _days_to_try(scene: Scene, wish: Appointment) -> list[date]:
    """What is full is put off for some days; a story is told earlier, since others wait for its end."""
    earlier = wish.script is not None and not wish.first_after_gap
    step = -1 if earlier else 1
    days = (wish.day + timedelta(days=step * number) for number in range(TOLD_WITHIN if wish.script else ROOM.days + 1))
    return [day for day in days if day < scene.today and scene.days.works_on(day)]
