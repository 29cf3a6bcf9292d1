"""Write what the sample's deal reviews found out: more is known with every review of a deal."""

from collections import Counter
from random import Random

from sqlalchemy import insert, select

from coachjournal.commands.sample.cast import resource
from coachjournal.commands.sample.scene import Scene
from coachjournal.model import Answer, ConversationDeal, Question
from coachjournal.rules.answer import Certainty
from coachjournal.rules.conversation import ConversationKind

ASKED = 0.8
"""The share of its questions that a review gets through."""
KNOWN = (0.3, 0.55, 0.75)
"""The share of what is known in the first review of a deal, the second, and those after it."""
GUESSED = 0.65
"""The share of guesses in what is not known."""
TEXTS = dict[str, dict[str, list[str]]]


def write_answers(scene: Scene) -> None:
    """Where questions were worded anew or taken out, those that are left are answered."""
    dice, texts = scene.dice("answers"), resource("answers", TEXTS)
    questions = scene.tx.session.execute(
        select(Question.id, Question.shipped).where(Question.shipped.in_(texts), Question.archived_on.is_(None))
    ).all()
    named = scene.tx.session.execute(select(ConversationDeal.conversation_id, ConversationDeal.deal_id))
    deals = {row.conversation_id: row.deal_id for row in named}
    reviews: Counter[int] = Counter()
    rows = []
    for held in scene.held:
        if held.kind is not ConversationKind.DEAL_REVIEW or held.conversation_id not in deals:
            continue
        deal_id = deals[held.conversation_id]
        where = {"conversation_id": held.conversation_id, "deal_id": deal_id, "answered_on": held.on}
        for question_id, shipped in questions:
            if dice.random() < ASKED:
                certainty = _certainty(dice, reviews[deal_id])
                said = texts[shipped].get(certainty)
                text = dice.choice(said) if said else ""
                rows.append({**where, "question_id": question_id, "certainty": certainty, "text": text})
        reviews[deal_id] += 1
    if rows:
        scene.tx.connection.execute(insert(Answer), rows)


def _certainty(dice: Random, reviews_before: int) -> Certainty:
    if dice.random() < KNOWN[min(reviews_before, len(KNOWN) - 1)]:
        return Certainty.KNOWN
    return Certainty.GUESS if dice.random() < GUESSED else Certainty.UNKNOWN
