"""What an observation says: an act, or only a judgement."""

import pytest

from coachjournal.rules.observation import only_judges

JUDGEMENTS = (
    "Great, confident, professional",
    "was good",
    "Dana was good",
    "Very good rapport with the customer",
    "Did a great job!",
    "She came across as confident and very professional.",
    "Handled the meeting professionally",
    "Nervous",
    "Showed real enthusiasm, excellent energy",
    "a bit hesitant, not convincing",
    "Poor body language",
    "Dana’s presentation was superb",
    "Strong presence in the room",
    "He was too pushy with the client",
    "ok",
)

DESCRIPTIONS = (
    "Asked for the next figure as soon as Marta had given the first one.",
    "Asked, leaned back and said nothing for eleven seconds.",
    "Good silence after the question.",
    "Opened the laptop when the price was asked for.",
    "Was confident enough to stop the demo and ask who pays",
    "Summed up halfway and asked what was wrong with it.",
    "Great question: “what happens if nothing changes?”",
    "Interrupted Ingrid twice in minute four",
    "well, she left before the end",
    "3 open questions, then the product",
    "Hand on the table, eyes on the buyer, nothing said",
    "Let him finish",
    "Wrote down 40 k€ and went on to the next question.",
    "Nervous laugh, then the price",
    "",
    "She had the agenda with her",
    "Found a better time with the customer",
    "Made clear what the demo was for",
    "Prepared the meeting with the buyer",
    "Showed the client a better way",
    "Gave the customer time to think",
)

OTHER_LANGUAGES = (
    "War gut und sehr sicher",
    "Très professionnelle",
    "Muy bien, segura",
    "とても良かった",
    "Była pewna siebie",
)


@pytest.mark.parametrize("text", JUDGEMENTS)
def test_words_that_only_judge_are_found(text: str) -> None:
    assert only_judges(text, ["Dana Reyes"])


@pytest.mark.parametrize("text", DESCRIPTIONS)
def test_a_description_is_never_called_a_judgement(text: str) -> None:
    assert not only_judges(text, ["Dana Reyes"])


@pytest.mark.parametrize("text", OTHER_LANGUAGES)
def test_of_other_languages_nothing_is_said(text: str) -> None:
    assert not only_judges(text, ["Dana Reyes"])


def test_a_name_alone_judges_nothing() -> None:
    assert not only_judges("Dana Reyes", ["Dana Reyes"])
