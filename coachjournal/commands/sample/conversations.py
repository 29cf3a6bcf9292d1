"""Write the sample's conversations, with what was seen and agreed in them."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random

from coachjournal.commands.conversation import log_conversation, plan_conversation
from coachjournal.commands.field_call import IN_ORDER, Customer, add_field_call
from coachjournal.commands.observation import write_observation
from coachjournal.commands.ride_along import plan_ride_along
from coachjournal.commands.sample.cast import Seller, resource
from coachjournal.commands.sample.commitments import Promises
from coachjournal.commands.sample.scene import Held, Opportunity, Scene
from coachjournal.commands.sample.schedule import Appointment, book_conversations
from coachjournal.commands.sample.scripts import Deck, Script, decks, newcomers_deck
from coachjournal.commands.sample.shapes import FieldCallRow
from coachjournal.commands.sample.words import Scenery, note, scenery
from coachjournal.rules.conversation import CallRole, ConversationKind, Idea

PLANNED = frozenset({"Dana Reyes", "Lena Sato", "Tom Moyo", "Julia Prieto"})
"""Whose next one-on-one stands in the diary."""
NEXT_RIDE_WITH = "Dana Reyes"
RIDE_AHEAD = timedelta(days=8)
"""The next ride-along lies behind the next one-on-one, in which it is talked about."""
RIDE_AT = time(9)
IDEAS = (Idea.REP, Idea.REP, Idea.TOGETHER, Idea.TOGETHER, Idea.MANAGER)
WITH_IDEA = frozenset({ConversationKind.ONE_ON_ONE, ConversationKind.RIDE_ALONG, ConversationKind.DEAL_REVIEW})
QUOTED = {ConversationKind.ONE_ON_ONE: 0.25, ConversationKind.RIDE_ALONG: 0.4, ConversationKind.CALL_REVIEW: 0.3}
ABOUT_DEALS = {ConversationKind.RIDE_ALONG: 2, ConversationKind.DEAL_REVIEW: 1, ConversationKind.PIPELINE_REVIEW: 2}
ROLES = (CallRole.OBSERVE, CallRole.OBSERVE, CallRole.OBSERVE, CallRole.JOINT, CallRole.JOINT, CallRole.DEMONSTRATE)
TOOK_OVER = 0.3
NEW_FOR = timedelta(days=70)
LEVELS = {"Dana Reyes": (2.5, 4.0), "Julia Prieto": (3.5, 4.5), "Amir Khan": (2.5, 3.5), "Lena Sato": (1.5, 2.5)}
USUAL_LEVELS = (2.0, 3.0)


def write_conversations(scene: Scene) -> None:
    """All of them in order of time, and then those that are planned."""
    dice = scene.dice("conversations")
    quotes = Deck(resource("reps_words", list[str]), dice)
    pen = _Pen(scene, dice, decks(dice), newcomers_deck(dice), quotes, Promises.of(scene))
    for appointment in book_conversations(scene):
        pen.write(appointment)
    for seller in scene.cast:
        if seller.name in PLANNED:
            _plan_next(scene, seller)
        if seller.name == NEXT_RIDE_WITH:
            _plan_ride_along(scene, seller)


@dataclass(frozen=True, slots=True)
class _Pen:
    """What the notes are written with."""

    scene: Scene
    dice: Random
    decks: dict[ConversationKind, Deck[Script]]
    newcomers: Deck[Script]
    quotes: Deck[str]
    promises: Promises

    def write(self, appointment: Appointment) -> None:
        seller = appointment.seller
        script = appointment.script or self._draw(appointment)
        around = scenery(self.scene, seller, appointment.day, script.accounts, self.dice)
        held = self._log(appointment, script, around)
        self.scene.held.append(held)
        if script.behaviour:
            first_call = self._calls(seller, held, around)
            self._observe(seller, held, script, around, first_call)
        self.promises.after(seller, held, script, around.words)

    def _draw(self, appointment: Appointment) -> Script:
        seller, kind = appointment.seller, appointment.kind
        is_new = appointment.day - self.scene.joined(seller) < NEW_FOR
        deck = self.newcomers if is_new and kind is ConversationKind.ONE_ON_ONE else self.decks[kind]
        return deck.draw(seller.name)

    def _log(self, appointment: Appointment, script: Script, around: Scenery) -> Held:
        kind, name, day = appointment.kind, appointment.seller.name, appointment.day
        quoted = script.reps_words or (self.quotes.draw(name) if self.dice.random() < QUOTED.get(kind, 0) else "")
        key = log_conversation(
            self.scene.tx,
            rep_id=self.scene.reps[name],
            kind=kind,
            held_on=day,
            starts_at=self.scene.instant(day, appointment.at),
            minutes=appointment.minutes,
            travel_minutes=appointment.travel,
            text=note(self.scene, kind, script.sections, around.words),
            reps_words=quoted,
            idea=self.dice.choice(IDEAS) if kind in WITH_IDEA else None,
            focus_skill_id=self.scene.skills.get(script.skill),
            deal_ids=[each.deal_id for each in around.customers[: ABOUT_DEALS.get(kind, 0)]],
        )
        return Held(key, name, kind, day, appointment.minutes, appointment.travel)

    def _calls(self, seller: Seller, held: Held, around: Scenery) -> int:
        """Two customer calls; answers the key of the first, which the script is about."""
        first, _ = (self._call(seller, held, customer, around.words) for customer in around.customers)
        return first

    def _call(self, seller: Seller, held: Held, customer: Opportunity, words: dict[str, str]) -> int:
        texts = resource("field_calls", FieldCallRow)
        role = self.dice.choice(ROLES)
        return add_field_call(
            self.scene.tx,
            conversation_id=held.conversation_id,
            account_id=customer.account_id,
            deal_id=customer.deal_id,
            role=role,
            minutes=self.dice.choice((40, 45, 50, 60, 75)),
            objective=self.dice.choice(texts["objective"]).format(**words),
            stretch=self.dice.choice(texts["stretch"]).format(**words),
            outcome=self.dice.choice(texts["outcome"]).format(**words),
            went_well=self.dice.choice(texts["went_well"]).format(**words),
            differently=self.dice.choice(texts["differently"]).format(**words),
            level=_level(self.scene, seller, held.on, self.dice),
            took_over=role is CallRole.JOINT and self.dice.random() < TOOK_OVER,
        )

    def _observe(self, seller: Seller, held: Held, script: Script, around: Scenery, call_id: int) -> None:
        write_observation(
            self.scene.tx,
            rep_id=self.scene.reps[seller.name],
            behaviour=script.behaviour.format(**around.words),
            situation=script.situation.format(**around.words),
            impact=script.impact.format(**around.words),
            seen_on=held.on,
            skill_id=self.scene.skills.get(script.skill),
            conversation_id=held.conversation_id,
            field_call_id=call_id,
        )


def _plan_next(scene: Scene, seller: Seller) -> None:
    weekday, at = seller.meets
    day = scene.days.after(scene.today + timedelta(days=(weekday - scene.today.weekday()) % 7))
    plan_conversation(scene.tx, rep_id=scene.reps[seller.name], held_on=day, starts_at=scene.instant(day, at))


def _plan_ride_along(scene: Scene, seller: Seller) -> None:
    """A day with two customers, prepared as far as one is the week before."""
    dice, day = scene.dice("ride-along ahead"), scene.days.after(scene.today + RIDE_AHEAD)
    around = scenery(scene, seller, scene.today, (), dice)
    ride = plan_ride_along(
        scene.tx,
        rep_id=scene.reps[seller.name],
        held_on=day,
        starts_at=scene.instant(day, RIDE_AT),
        focus_skill_id=scene.skills.get("Discovery"),
        customers=[Customer(deal_id=each.deal_id) for each in around.customers],
    )
    texts = resource("field_calls", FieldCallRow)
    for call in scene.tx.session.scalars(IN_ORDER, {"conversation_id": ride}):
        call.objective = dice.choice(texts["objective"]).format(**around.words)


def _level(scene: Scene, seller: Seller, day: date, dice: Random) -> float:
    """The level shown, in halves, on the way from the rep's first to the latest."""
    first, last = LEVELS.get(seller.name, USUAL_LEVELS)
    gone = (day - scene.days.start).days / (scene.today - scene.days.start).days
    shown = round((first + (last - first) * gone) * 2 + dice.choice((-1, 0, 0, 0, 1))) / 2
    return min(5.0, max(1.0, shown))
