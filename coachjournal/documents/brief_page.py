"""What stands on the page of one brief: as many rows as there is room for, and how many more there are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from coachjournal.commands.records import shortened
from coachjournal.documents.brief_room import Room
from coachjournal.documents.brief_words import (
    NO_BRIGHT_SPOT,
    NO_SIGNAL,
    about,
    brief_figures,
    deal_words,
    heading,
    kept_words,
    range_of,
    signal_words,
    why_words,
)
from coachjournal.documents.clean_text import clean_name
from coachjournal.documents.localised import Localised
from coachjournal.documents.printable import Printable
from coachjournal.queries.agenda import ToRaise
from coachjournal.queries.brief import Brief, BriefDeal
from coachjournal.queries.rep_page import ConversationRow, GoalRow, RepCommitment
from coachjournal.queries.signals import OpenSignal
from coachjournal.rules.conversation import Side
from coachjournal.rules.words import counted

T = TypeVar("T")
Row = Mapping[str, Printable]

_NAME = 100
"""Letters of a heading: a name of eighty, and the words before it."""


@dataclass(frozen=True, slots=True)
class BriefPage:
    """Puts a brief into the words that its template places."""

    brief: Brief
    room: Room
    local: Localised

    def content(self) -> Row:
        brief, room = self.brief, self.room
        return {
            "heading": shortened(clean_name(heading(brief)), _NAME),
            "who": self._short(about(brief)),
            "when": [*self._when()],
            "items": {**self._items(), "lines": room.lines},
            "commitments": {"kept": self._short(kept_words(brief)), "parts": self._commitments()},
            "bright": self._bright(),
            "goals": self._section(brief.goals, room.goals, self._goal, "none yet"),
            "numbers": [
                {"label": line.label, "value": line.value, "rest": line.rest}
                for line in brief_figures(brief, self.local)
            ],
            "deals": self._deals(),
            "signals": self._section(brief.to_ask, room.signals, self._signal, NO_SIGNAL),
            "questions": self._section(brief.questions if brief.is_first else (), room.questions, self._question, ""),
            "notes": self._section(brief.notes, room.notes, self._note, "none yet"),
        }

    def _day(self, day: date | None) -> str:
        return self.local.day_in(self.brief.made_on.year, day)

    def _short(self, text: str) -> str:
        return shortened(text, self.room.letters)

    def _section(self, all_of_it: Sequence[T], most: int, row: Callable[[T], Row], none: str) -> dict[str, Printable]:
        shown = [row(each) for each in all_of_it[:most]]
        return {"rows": shown, "more": _more(len(all_of_it) - len(shown)), "none": none}

    def _when(self) -> list[str]:
        """When it is, and what was before."""
        brief, meeting, day = self.brief, self.brief.meeting, self.local.day
        at = f", {self.local.time(meeting.starts_at)}" if meeting and meeting.starts_at else ""
        latest = brief.last_coaching.kind.label if brief.last_coaching else ""
        before = ((brief.last_one_on_one, "Last one-on-one"), (brief.last_coaching, latest))
        return [
            *([f"{self.local.full_day(meeting.on)}{at}"] if meeting else []),
            *(f"{what} {day(talk.on)}" for talk, what in before if talk is not None),
        ]

    def _items(self) -> dict[str, Printable]:
        names = self._short(clean_name(self.brief.rep.first_name))
        section = self._section(self.brief.to_raise, self.room.items, self._item, "")
        return {**section, "title": f"{names} first"}

    def _item(self, item: ToRaise) -> Row:
        return {"text": self._short(item.text), "whose": "" if item.side is Side.REP else "yours"}

    def _commitments(self) -> list[Printable]:
        first_name = self._short(clean_name(self.brief.rep.first_name))
        parts = ((Side.REP, first_name, self.room.theirs), (Side.MANAGER, "You", self.room.mine))
        return [
            {"whose": whose, **self._section(self.brief.commitments_of(side), most, self._commitment, "none open")}
            for side, whose, most in parts
        ]

    def _commitment(self, commitment: RepCommitment) -> Row:
        due_on = commitment.due_on
        late = due_on is not None and due_on < self.brief.made_on
        due = f"{'was due' if late else 'by'} {self._day(due_on)}" if due_on else ""
        return {"text": self._short(commitment.text), "due": due}

    def _goal(self, goal: GoalRow) -> Row:
        first, now, target = (
            self.local.value(value, goal.measure, goal.unit) for value in (goal.baseline, goal.now, goal.target)
        )
        course = f"{first} → {now} of {target} by {self._day(goal.due_on)}, {goal.standing.value}"
        return {"title": self._short(goal.title), "course": course, **_line_of(goal)}

    def _deals(self) -> dict[str, Printable]:
        """Of how many open deals they were chosen is said in their heading."""
        brief = self.brief
        section = self._section(brief.deals, self.room.deals, self._deal, "none open")
        shown = min(len(brief.deals), self.room.deals)
        aside = f"{shown} of {counted(brief.open_deals, 'open one')}" if brief.open_deals > shown else ""
        return {**section, "aside": aside, "more": ""}

    def _deal(self, deal: BriefDeal) -> Row:
        line = deal.line
        return {
            "name": self._short(", ".join(filter(None, deal_words(line)))),
            "amount": self.local.short_money(line.money) if line.money else "",
            "stage": self._short(line.stage),
            "close": self._day(line.close_on),
            "why": ", ".join(why_words(deal)),
        }

    def _signal(self, signal: OpenSignal) -> Row:
        question, said = signal_words(signal, self.local)
        told = shortened(said, self.room.letters * 3 // 2)  # two sentences of ours, with a name inside
        return {"question": self._short(question), "told": told, "state": self._state(signal)}

    def _state(self, signal: OpenSignal) -> str:
        held = [step.held_on for step in signal.steps if step.held_on]
        return f"coaching since {self._day(min(held))}" if held else ""

    def _question(self, question: str) -> Row:
        return {"text": self._short(question)}

    def _note(self, talk: ConversationRow) -> Row:
        return {"on": self._seen_in(talk.kind.label, talk.on), "text": self._short(talk.first_line)}

    def _bright(self) -> Row:
        spot = self.brief.bright_spot
        if spot is None:
            return {"words": NO_BRIGHT_SPOT, "on": ""}
        if spot.signal is None:
            return {"words": self._short(spot.words), "on": self._day(spot.on)}
        return {"words": self._short(signal_words(spot.signal, self.local)[1]), "on": ""}

    def _seen_in(self, what: str, on: date) -> str:
        return f"{what}, {self._day(on)}"


def _more(number: int) -> str:
    return f"and {number} more in the journal" if number > 0 else ""


def _line_of(goal: GoalRow) -> Row:
    """Points from the left and from below, 0 to 1, and the height of the target."""
    least, most = range_of(goal)
    first, last = (goal.values[0][0], goal.values[-1][0]) if goal.values else (date.min, date.min)
    span = (last - first).days or 1

    def height(value: float) -> float:
        return (value - least) / (most - least) if most > least else 0.5

    points = [[(on - first).days / span, height(value)] for on, value in goal.values]
    return {"points": points, "target": height(goal.target)}
