"""Write what was promised in the sample's conversations, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from coachjournal.commands.commitment import (
    drop_commitment,
    keep_commitment,
    make_commitment,
    miss_commitment,
    move_commitment,
)
from coachjournal.commands.sample.cast import Seller, resource
from coachjournal.commands.sample.scene import Scene
from coachjournal.commands.sample.scripts import Deck, Script
from coachjournal.rules.conversation import ConversationKind, Side

HOW_MANY = {
    ConversationKind.ONE_ON_ONE: (0, 1, 1, 2),
    ConversationKind.RIDE_ALONG: (0, 1),
    ConversationKind.DEAL_REVIEW: (0, 1, 1),
    ConversationKind.PIPELINE_REVIEW: (1,),
}
"""Promises beside those in the script."""
MANAGERS_SHARE = 0.14
ENDED = {"kept": keep_commitment, "not_kept": miss_commitment, "dropped": drop_commitment}


@dataclass(slots=True)
class Promises:
    """Decks of promises for both sides."""

    scene: Scene
    dice: Random
    decks: dict[Side, Deck[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.decks = {side: Deck(resource("commitments")[side], self.dice) for side in Side}

    def after(self, seller: Seller, kind: ConversationKind, day: date, script: Script, told: Mapping[str, Any]) -> None:
        """Write what was promised in a conversation; `told` holds its key and the words for its gaps."""
        for promise in script.promises:
            self._make(seller, day, promise, told)
        if not any("due_in" in promise for promise in script.promises):
            for _ in range(self.dice.choice(HOW_MANY.get(kind, (0,)))):
                owner = Side.MANAGER if self.dice.random() < MANAGERS_SHARE else Side.REP
                self._make(seller, day, {"text": self.decks[owner].draw(seller.name), "owner": owner}, told)

    def _make(self, seller: Seller, day: date, promise: Mapping[str, Any], told: Mapping[str, Any]) -> None:
        due_on = self._due_on(day, promise)
        commitment_id = make_commitment(
            self.scene.tx,
            rep_id=self.scene.reps[seller.name],
            text=promise["text"].format(**told["words"]),
            owner=Side(promise.get("owner", Side.REP)),
            made_on=day,
            due_on=due_on,
            conversation_id=told["conversation_id"],
        )
        if promise.get("status") != "open":
            self._settle(seller, commitment_id, day, due_on, promise.get("status"))

    def _due_on(self, day: date, promise: Mapping[str, Any]) -> date:
        """As told, counted from today; else a working day one or two weeks on, and never today: that day is taken."""
        if "due_in" in promise:
            return self.scene.today + timedelta(days=promise["due_in"])
        due_on = self.scene.days.before(day + timedelta(days=self.dice.choice((4, 6, 7, 7, 9, 11, 14))))
        due_on = max(due_on, day + timedelta(days=1))
        return due_on if due_on != self.scene.today else self.scene.days.after(due_on + timedelta(days=1))

    def _settle(self, seller: Seller, commitment_id: int, made_on: date, due_on: date, status: str | None) -> None:
        """End what is past its day, the way this rep's promises end; what was moved is settled on its later day."""
        if due_on > self.scene.today:
            return
        status = status or self._fate(seller)
        if status == "moved":
            later = self.scene.days.after(due_on + timedelta(days=self.dice.choice((3, 5, 7))))
            later = later if later != self.scene.today else self.scene.days.after(later + timedelta(days=1))
            moved_on = self.scene.days.before(due_on)
            new = move_commitment(self.scene.tx, commitment_id=commitment_id, due_on=later, on=max(moved_on, made_on))
            self._settle(
                seller, new, due_on, later, "kept" if self.dice.random() < seller.keeps["kept"] else "not_kept"
            )
            return
        early = self.dice.randint(0, 2) if status == "kept" else 0
        ended_on = min(max(due_on - timedelta(days=early), made_on), self.scene.today - timedelta(days=1))
        ENDED[status](self.scene.tx, commitment_id=commitment_id, on=ended_on)

    def _fate(self, seller: Seller) -> str:
        fates = [*seller.keeps, "dropped"]
        return self.dice.choices(fates, [*seller.keeps.values(), 1 - sum(seller.keeps.values())])[0]
