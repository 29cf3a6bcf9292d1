"""Fill the gaps of the sample's texts, so that they fit the rep, the day and the customer."""

from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from random import Random

from coachjournal.commands.sample.cast import Seller
from coachjournal.commands.sample.scene import Opportunity, Scene
from coachjournal.rules.conversation import ConversationKind

COSTS = (18, 24, 30, 36, 40, 55, 60, 75, 90, 120)


@dataclass(frozen=True, slots=True)
class Scenery:
    """What a text is about on its day: two deals, and the words for its gaps."""

    customers: tuple[Opportunity, Opportunity]
    words: dict[str, str]


def scenery(scene: Scene, seller: Seller, day: date, named: tuple[str, ...], dice: Random) -> Scenery:
    """Two deals that the rep worked on that day, at different customers wherever there are two; named ones first."""
    current = _current(scene, seller, day)
    first = dice.choice([each for each in current if each.account in named] or current)
    second = dice.choice([each for each in current if each.account != first.account] or current)
    peers = [each.first_name for each in scene.cast if each is not seller and scene.joined(each) <= day]
    they, them, their = seller.pronouns
    words = {
        "rep": seller.first_name,
        "she": they,
        "She": they.capitalize(),
        "obj": them,
        "their": their,
        "theirs": their if their == "his" else f"{their}s",
        "peer": dice.choice(peers),
        "cost": f"€{dice.choice(COSTS)}k",
        "account": first.account,
        "person": first.person,
        "account2": second.account,
        "person2": second.person,
    }
    return Scenery((first, second), words)


def note(scene: Scene, kind: ConversationKind, sections: tuple[str, ...], words: dict[str, str]) -> str:
    """The sections under the headings of the template, as Markdown."""
    headings = scene.headings.get(kind, [])[: len(sections)] if len(sections) > 1 else []
    parts = []
    for heading, section in zip_longest(headings, sections, fillvalue=""):
        text = section.format(**words).strip()
        parts.append(f"## {heading.replace('{rep}', words['rep'])}\n{text}" if heading else text)
    return "\n\n".join(parts)


def _current(scene: Scene, seller: Seller, day: date) -> list[Opportunity]:
    """The deals that were open on the day, or else all that the rep has had so far."""
    known = [each for each in scene.opportunities[seller.name] if each.created_on <= day]
    still_open = [each for each in known if each.closed_on is None or each.closed_on > day]
    several = len({each.account for each in still_open}) > 1
    return still_open if several else known or scene.opportunities[seller.name]
