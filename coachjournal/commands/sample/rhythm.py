"""Write the rhythm of the sample: when one meets whom, who needs it less often, and who will be away."""

from datetime import timedelta

from coachjournal.commands.absence import add_absence
from coachjournal.commands.cadence import set_cadence
from coachjournal.commands.sample.cast import Seller
from coachjournal.commands.sample.scene import Scene
from coachjournal.commands.series import set_series
from coachjournal.rules.cadence import CadenceKind
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.series import Rhythm

SINCE = 8
"""Weeks since when the present rhythm holds: a number that both rhythms divide."""
WEEKLY_UP_TO = 8
"""Days between two one-on-ones of those whom the manager meets every week."""
MINUTES = 45
AWAY = "Amir Khan"
AWAY_FROM, AWAY_FOR = timedelta(days=14), timedelta(days=3)
SELDOM = (16, 24)
"""Days until it is due and overdue for those who meet every two weeks: two weeks, and a day or two to move it."""


def write_rhythm(scene: Scene) -> None:
    """One-on-ones for everybody, a cadence of their own for those who are met less often, and one trip."""
    for seller in scene.cast:
        _meet(scene, seller)
    away = scene.days.after(scene.today + AWAY_FROM)
    add_absence(
        scene.tx, rep_id=scene.reps[AWAY], first_day=away, last_day=away + AWAY_FOR, reason="trade fair in Milan"
    )


def _meet(scene: Scene, seller: Seller) -> None:
    weekday, at = seller.meets
    rep_id, weekly = scene.reps[seller.name], seller.rhythm[ConversationKind.ONE_ON_ONE] <= WEEKLY_UP_TO
    following = scene.today + timedelta(days=(weekday - scene.today.weekday()) % 7)
    first = following - timedelta(weeks=SINCE)
    while first < scene.joined(seller):
        first += timedelta(weeks=1 if weekly else 2)
    set_series(
        scene.tx,
        rep_id=rep_id,
        starts_on=first,
        at=at,
        minutes=MINUTES,
        rhythm=Rhythm.WEEKLY if weekly else Rhythm.TWO_WEEKLY,
    )
    if not weekly:
        target, limit = SELDOM
        set_cadence(scene.tx, kind=CadenceKind.ONE_ON_ONE, rep_id=rep_id, target_days=target, limit_days=limit)
