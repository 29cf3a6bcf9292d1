"""Write the rhythm of the sample: when one meets whom, who will be away, and who needs it less often."""

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
SEASONED = "Julia Prieto"
"""The most experienced: every two weeks is enough."""
SELDOM = (14, 21)


def write_rhythm(scene: Scene) -> None:
    """One-on-ones for everybody; one trip, one cadence of somebody's own."""
    for seller in scene.cast:
        _meet(scene, seller)
    away = scene.days.after(scene.today + AWAY_FROM)
    add_absence(
        scene.tx, rep_id=scene.reps[AWAY], first_day=away, last_day=away + AWAY_FOR, reason="trade fair in Milan"
    )
    target, limit = SELDOM
    kind = CadenceKind.ONE_ON_ONE
    set_cadence(scene.tx, kind=kind, rep_id=scene.reps[SEASONED], target_days=target, limit_days=limit)


def _meet(scene: Scene, seller: Seller) -> None:
    weekday, at = seller.meets
    weekly = seller.rhythm[ConversationKind.ONE_ON_ONE] <= WEEKLY_UP_TO
    following = scene.today + timedelta(days=(weekday - scene.today.weekday()) % 7)
    first = following - timedelta(weeks=SINCE)
    while first < scene.joined(seller):
        first += timedelta(weeks=1 if weekly else 2)
    set_series(
        scene.tx,
        rep_id=scene.reps[seller.name],
        starts_on=first,
        at=at,
        minutes=MINUTES,
        rhythm=Rhythm.WEEKLY if weekly else Rhythm.TWO_WEEKLY,
    )
