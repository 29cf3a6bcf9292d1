"""Write the sample's conversations, with what was seen and agreed in them."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random

from coachjournal.commands.conversation import log_conversation, plan_conversation
from coachjournal.commands.field_call import add_field_call
from coachjournal.commands.observation import write_observation
from coachjournal.commands.sample.cast import Seller, resource
from coachjournal.commands.sample.commitments import Promises
from coachjournal.commands.sample.scene import Held, Opportunity, Scene
from coachjournal.commands.sample.schedule import Appointment, book_conversations
from coachjournal.commands.sample.scripts import Deck, Script, decks
from coachjournal.commands.sample.words import customers_of, note, slots
from coachjournal.rules.conversation import CallRole, ConversationKind, Idea

PLANNED = (("Dana Reyes", 0, time(14)), ("Lena Sato", 1, time(9, 30)), ("Tom Moyo", 3, time(11)))
"""Who, in how many days, at what time: the one-on-ones of this week."""
IDEAS = (Idea.REP, Idea.REP, Idea.TOGETHER, Idea.TOGETHER, Idea.MANAGER)
WITH_IDEA = frozenset({ConversationKind.ONE_ON_ONE, ConversationKind.RIDE_ALONG, ConversationKind.DEAL_REVIEW})
QUOTED = {ConversationKind.ONE_ON_ONE: 0.25, ConversationKind.RIDE_ALONG: 0.4, ConversationKind.CALL_REVIEW: 0.3}
ABOUT_DEALS = {ConversationKind.RIDE_ALONG: 2, ConversationKind.DEAL_REVIEW: 1, ConversationKind.PIPELINE_REVIEW: 2}
ROLES = (CallRole.OBSERVE, CallRole.OBSERVE, CallRole.OBSERVE, CallRole.JOINT, CallRole.JOINT, CallRole.DEMONSTRATE)


def write_conversations(scene: Scene) -> None:
    """All of them in order of time, and then those that are planned."""
    dice = scene.dice("conversations")
    pen = _Pen(scene, dice, decks(dice), Deck(resource("reps_words"), dice), Promises(scene, scene.dice("promises")))
    for appointment in book_conversations(scene):
        pen.write(appointment)
    for name, in_days, at in PLANNED:
        day = scene.days.after(scene.today + timedelta(days=in_days))
        plan_conversation(scene.tx, rep_id=scene.reps[name], held_on=day, starts_at=scene.instant(day, at))


@dataclass(slots=True)
class _Pen:
    """What the notes are written with."""

    scene: Scene
    dice: Random
    decks: dict[ConversationKind, Deck[Script]]
    quotes: Deck[str]
    promises: Promises

    def write(self, appointment: Appointment) -> None:
        seller, kind, day = appointment.seller, appointment.kind, appointment.day
        script = appointment.script or self.decks[kind].draw(seller.name)
        customers = customers_of(self.scene, seller, day, script.accounts, self.dice)
        words = slots(self.scene, seller, day, customers)
        key = self._log(appointment, script, words, customers)
        self.scene.held.append(Held(key, seller.name, kind, day))
        if script.behaviour:
            self._calls(seller, day, key, script, words, customers)
        self.promises.after(seller, kind, day, script, {"conversation_id": key, "words": words})

    def _log(
        self,
        appointment: Appointment,
        script: Script,
        words: dict[str, str],
        customers: tuple[Opportunity, Opportunity],
    ) -> int:
        kind, name = appointment.kind, appointment.seller.name
        quoted = script.reps_words or (self.quotes.draw(name) if self.dice.random() < QUOTED.get(kind, 0) else "")
        return log_conversation(
            self.scene.tx,
            rep_id=self.scene.reps[name],
            kind=kind,
            held_on=appointment.day,
            starts_at=self.scene.instant(appointment.day, appointment.at),
            minutes=appointment.minutes,
            travel_minutes=appointment.travel,
            text=note(self.scene, kind, script.sections, words),
            reps_words=quoted,
            idea=self.dice.choice(IDEAS) if kind in WITH_IDEA else None,
            focus_skill_id=self.scene.skills.get(script.skill),
            deal_ids=[each.deal_id for each in customers[: ABOUT_DEALS.get(kind, 0)]],
        )

    def _calls(
        self,
        seller: Seller,
        day: date,
        key: int,
        script: Script,
        words: dict[str, str],
        customers: tuple[Opportunity, Opportunity],
    ) -> None:
        """Two customer calls; the observation belongs to the first, which the script is about."""
        texts = resource("field_calls")
        first_id = 0
        for opportunity in customers:
            role = self.dice.choice(ROLES)
            call_id = add_field_call(
                self.scene.tx,
                conversation_id=key,
                account_id=opportunity.account_id,
                deal_id=opportunity.deal_id,
                role=role,
                minutes=self.dice.choice((40, 45, 50, 60, 75)),
                **{name: self.dice.choice(texts[name]).format(**words) for name in texts},
                level=_level(self.scene, seller, day, self.dice),
                took_over=role is CallRole.JOINT and self.dice.random() < TOOK_OVER,
            )
            first_id = first_id or call_id
        write_observation(
            self.scene.tx,
            rep_id=self.scene.reps[seller.name],
            behaviour=script.behaviour.format(**words),
            situation=script.situation.format(**words),
            impact=script.impact.format(**words),
            seen_on=day,
            skill_id=self.scene.skills.get(script.skill),
            conversation_id=key,
            field_call_id=first_id,
        )


TOOK_OVER = 0.3
LEVELS = {"Dana Reyes": (2.5, 4.0), "Julia Prieto": (3.5, 4.5), "Amir Khan": (2.5, 3.5), "Lena Sato": (1.5, 2.5)}
USUAL_LEVELS = (2.0, 3.0)


def _level(scene: Scene, seller: Seller, day: date, dice: Random) -> float:
    """The level shown, in halves, on the way from the rep's first to the latest."""
    first, last = LEVELS.get(seller.name, USUAL_LEVELS)
    gone = (day - scene.days.start).days / (scene.today - scene.days.start).days
    return min(5.0, max(1.0, round((first + (last - first) * gone) * 2 + dice.choice((-1, 0, 0, 0, 1))) / 2))
