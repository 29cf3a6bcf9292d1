"""Fill the gaps of the sample's texts, so that they fit the rep, the day and the customer."""

from datetime import date
from itertools import zip_longest
from random import Random

from coachjournal.commands.sample.cast import Seller
from coachjournal.commands.sample.scene import Opportunity, Scene
from coachjournal.rules.conversation import ConversationKind

COSTS = (18, 24, 30, 36, 40, 55, 60, 75, 90, 120)


def slots(scene: Scene, seller: Seller, day: date, customers: tuple[Opportunity, Opportunity]) -> dict[str, str]:
    """What fills the gaps of a text: names, pronouns, and two customers."""
    they, them, their = seller.pronouns
    first, second = customers
    dice = scene.dice("slots", seller.name, str(day))
    peers = [each.first_name for each in scene.cast if each is not seller and scene.joined(each) <= day]
    return {
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


def note(scene: Scene, kind: ConversationKind, sections: tuple[str, ...], words: dict[str, str]) -> str:
    """The sections under the headings of the template, as Markdown."""
    headings = scene.headings.get(kind, [])[: len(sections)] if len(sections) > 1 else []
    parts = []
    for heading, section in zip_longest(headings, sections, fillvalue=""):
        text = section.format(**words).strip()
        parts.append(f"## {heading.replace('{rep}', words['rep'])}\n\n{text}" if heading else text)
    return "\n\n".join(parts)


def customers_of(
    scene: Scene, seller: Seller, day: date, named: tuple[str, ...], dice: Random
) -> tuple[Opportunity, Opportunity]:
    """Two deals that the rep worked on that day, at different customers wherever there are two; named ones first."""
    current = _current(scene, seller, day)
    wanted = [each for each in current if each.account in named] or current
    first = dice.choice(wanted)
    others = [each for each in current if each.account != first.account]
    return first, dice.choice(others or current)


def _current(scene: Scene, seller: Seller, day: date) -> list[Opportunity]:
    """The deals that were open on the day, or else all that the rep has had so far."""
    known = [each for each in scene.opportunities[seller.name] if each.created_on <= day]
    still_open = [each for each in known if each.closed_on is None or each.closed_on > day]
    several = len({each.account for each in still_open}) > 1
    return still_open if several else known or scene.opportunities[seller.name]
