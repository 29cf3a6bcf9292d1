"""What all parts of the sample share: the days, the cast on stage, and dice that always fall the same."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from math import floor
from random import Random
from typing import NamedTuple

from sqlalchemy import select

from coachjournal.commands.rep import add_rep
from coachjournal.commands.sample.cast import Seller, sellers
from coachjournal.commands.sample.diary import Diary
from coachjournal.commands.sample.fixed_meetings import FixedMeeting
from coachjournal.commands.sample.working_days import WorkingDays
from coachjournal.errors import Rejected
from coachjournal.journal import Writing
from coachjournal.model import Rep, Skill, Stage, Template
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.deal import Outcome

SEED = 20241


class Opportunity(NamedTuple):
    """A deal that was written, as far as conversations refer to it."""

    deal_id: int
    account_id: int | None
    account: str
    person: str
    created_on: date
    closed_on: date | None
    outcome: Outcome


class Held(NamedTuple):
    """A conversation that was written."""

    conversation_id: int
    rep: str
    kind: ConversationKind
    on: date
    minutes: int
    travel: int


@dataclass(slots=True)
class Scene:
    """The stage: what was written so far, for the parts that come later."""

    tx: Writing
    days: WorkingDays
    cast: tuple[Seller, ...]
    reps: dict[str, int]
    stages: dict[Outcome, list[int]]
    skills: dict[str, int]
    headings: dict[ConversationKind, list[str]]
    records: list[object]
    """Held on to, so that the session finds them without asking the file."""
    diary: Diary = field(default_factory=Diary)
    opportunities: dict[str, list[Opportunity]] = field(default_factory=dict)
    held: list[Held] = field(default_factory=list)
    fixed_meetings: list[FixedMeeting] = field(default_factory=list)

    @property
    def today(self) -> date:
        return self.days.today

    def dice(self, *about: str) -> Random:
        """Dice of their own for each part, so that a change in one leaves the others as they were."""
        return Random(f"{SEED} {' '.join(about)}")

    def joined(self, seller: Seller) -> date:
        """The first working day of a rep on this team."""
        return self.days.ago(seller.days_here)

    def instant(self, day: date, at: time) -> datetime:
        return self.tx.clock.instant(day, at)


def evenly(share: float, number: int) -> int:
    """How many of a share fall to the one with this number, so that they lie as far apart as they can."""
    return floor((number + 1) * share + 0.4) - floor(number * share + 0.4)


def set_scene(tx: Writing) -> Scene:
    """Put the seven on the team. Rejected where stages are missing that their deals go through."""
    days, cast = WorkingDays(tx.today), sellers()
    stages = list(tx.session.scalars(select(Stage).order_by(Stage.position)))
    keys = {outcome: [stage.id for stage in stages if stage.outcome is outcome] for outcome in Outcome}
    if not all(keys.values()):
        raise Rejected("The sample team needs stages for open, won and lost deals. Nothing was changed.")
    skills = list(tx.session.scalars(select(Skill)))
    headings = {
        template.kind: template.headings.splitlines() for template in tx.session.scalars(select(Template)).all()
    }
    reps = {seller.name: _hire(tx, seller, days) for seller in cast}
    people = [tx.session.get(Rep, rep_id) for rep_id in reps.values()]
    return Scene(
        tx, days, cast, reps, keys, {skill.name: skill.id for skill in skills}, headings, [*stages, *skills, *people]
    )


def _hire(tx: Writing, seller: Seller, days: WorkingDays) -> int:
    return add_rep(
        tx,
        name=seller.name,
        role=seller.role,
        territory=seller.territory,
        email=seller.email,
        started_on=days.ago(seller.days_here),
    )
