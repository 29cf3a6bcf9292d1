"""Write what was promised in the sample's conversations, and what came of it."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from coachjournal.commands.commitment import (
    drop_commitment,
    keep_commitment,
    make_commitment,
    miss_commitment,
    move_commitment,
)
from coachjournal.commands.sample.cast import Seller, resource
from coachjournal.commands.sample.scene import Held, Scene, evenly
from coachjournal.commands.sample.scripts import Deck, Script
from coachjournal.commands.sample.shapes import PromiseRow
from coachjournal.rules.conversation import ConversationKind, Side

HOW_MANY = {
    ConversationKind.ONE_ON_ONE: (0, 0, 1, 1, 2),
    ConversationKind.RIDE_ALONG: (0, 0, 1),
    ConversationKind.DEAL_REVIEW: (0, 1, 1),
    ConversationKind.PIPELINE_REVIEW: (1,),
}
"""Promises beside those in the script."""
MANAGERS_SHARE = 0.14
ENDED = {"kept": keep_commitment, "not_kept": miss_commitment, "dropped": drop_commitment}
ONE_DAY = timedelta(days=1)
SOON = timedelta(days=5)
DONE_EARLY = 0.8
"""Most of what is due in the coming days is done already, so that the first page shows what counts."""


@dataclass(frozen=True, slots=True)
class Promises:
    """Decks of promises, one for each side."""

    scene: Scene
    dice: Random
    decks: dict[Side, Deck[str]]
    settled: Counter[str] = field(default_factory=Counter)
    """How many of each rep's were kept or not."""

    @classmethod
    def of(cls, scene: Scene) -> "Promises":
        dice = scene.dice("promises")
        texts = resource("commitments", dict[str, list[str]])
        return cls(scene, dice, {side: Deck(texts[side], dice) for side in Side})

    def after(self, seller: Seller, held: Held, script: Script, words: dict[str, str]) -> None:
        """Write what was promised in a conversation; `words` fill the gaps."""
        promises = list(script.promises)
        if not any("due_in" in promise for promise in promises):
            promises += [self._draw(seller) for _ in range(self.dice.choice(HOW_MANY.get(held.kind, (0,))))]
        for promise in promises:
            self._make(seller, held, promise, words)

    def _draw(self, seller: Seller) -> PromiseRow:
        owner = Side.MANAGER if self.dice.random() < MANAGERS_SHARE else Side.REP
        return PromiseRow(text=self.decks[owner].draw(seller.name), owner=owner)

    def _make(self, seller: Seller, held: Held, promise: PromiseRow, words: dict[str, str]) -> None:
        due_on = self._due_on(held.on, promise)
        commitment_id = make_commitment(
            self.scene.tx,
            rep_id=self.scene.reps[seller.name],
            text=promise["text"].format(**words),
            owner=Side(promise.get("owner", Side.REP)),
            made_on=held.on,
            due_on=due_on,
            conversation_id=held.conversation_id,
        )
        if promise.get("status") == "open":
            return
        if self.scene.today < due_on <= self.scene.today + SOON and held.on < self.scene.days.ago(1):
            if "due_in" not in promise and self.dice.random() < DONE_EARLY:
                keep_commitment(self.scene.tx, commitment_id=commitment_id, on=self.scene.days.ago(1))
        elif due_on < self.scene.today:
            fate = promise.get("status") or self._fate(seller)
            if fate == "moved":
                self._move(seller, commitment_id, held.on, due_on)
            else:
                self._end(commitment_id, held.on, due_on, fate)

    def _due_on(self, made_on: date, promise: PromiseRow) -> date:
        """As told, counted from today; else a working day one or two weeks on."""
        if "due_in" in promise:
            return self.scene.today + timedelta(days=promise["due_in"])
        due_on = self.scene.days.before(made_on + timedelta(days=self.dice.choice((4, 6, 7, 7, 9, 11, 14))))
        return self._not_today(max(due_on, made_on + ONE_DAY))

    def _move(self, seller: Seller, commitment_id: int, made_on: date, due_on: date) -> None:
        """Put it off for some days, and settle it then."""
        later = self._not_today(self.scene.days.after(due_on + timedelta(days=self.dice.choice((3, 5, 7)))))
        moved_on = max(self.scene.days.before(due_on), made_on)
        new_id = move_commitment(self.scene.tx, commitment_id=commitment_id, due_on=later, on=moved_on)
        if later < self.scene.today:
            self._end(new_id, moved_on, later, self._kept_or_not(seller))

    def _end(self, commitment_id: int, made_on: date, due_on: date, fate: str) -> None:
        early = self.dice.randint(0, 2) if fate == "kept" else 0
        ended_on = max(due_on - timedelta(days=early), made_on)
        ENDED[fate](self.scene.tx, commitment_id=commitment_id, on=ended_on)

    def _not_today(self, day: date) -> date:
        """One thing is due today, and the stories name it."""
        return day if day != self.scene.today else self.scene.days.after(day + ONE_DAY)

    def _fate(self, seller: Seller) -> str:
        fates = [*seller.keeps, "dropped"]
        fate = self.dice.choices(fates, [*seller.keeps.values(), 1 - sum(seller.keeps.values())])[0]
        return fate if fate in {"moved", "dropped"} else self._kept_or_not(seller)

    def _kept_or_not(self, seller: Seller) -> str:
        """Evenly: by chance alone the last five would now and then look like a bad month."""
        kept, missed = seller.keeps["kept"], seller.keeps["not_kept"]
        number = self.settled[seller.name]
        self.settled[seller.name] += 1
        return "not_kept" if evenly(missed / (kept + missed), number) else "kept"
