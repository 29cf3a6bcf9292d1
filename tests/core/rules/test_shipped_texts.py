"""The texts that a new journal starts with fit the words of the code."""

import json
from typing import Any

import pytest

from coachjournal.places import RESOURCES
from coachjournal.rules.conversation import ConversationKind


def shipped(name: str) -> list[dict[str, Any]]:
    texts: list[dict[str, Any]] = json.loads((RESOURCES / f"{name}.json").read_text(encoding="utf-8"))
    return texts


def test_twelve_skills_say_what_can_be_seen_at_three_levels() -> None:
    skills = shipped("skills")
    assert len({skill["name"] for skill in skills}) == 12
    assert all(skill[level].endswith(".") for skill in skills for level in ("level_1", "level_3", "level_5"))


def test_every_kind_of_conversation_has_a_template_with_one_purpose_line() -> None:
    templates = shipped("templates")
    assert [template["kind"] for template in templates] == list(ConversationKind)
    assert all(template["purpose"].endswith(".") for template in templates)


@pytest.mark.parametrize("questions", shipped("question_sets"), ids=lambda questions: questions["name"])
def test_a_question_set_is_for_a_kind_of_conversation_or_for_any(questions: dict[str, Any]) -> None:
    assert questions["used_for"] == "any" or questions["used_for"] in list(ConversationKind)
    assert all("?" in question["text"] for question in questions["questions"])


def test_answers_about_a_deal_go_stale_after_thirty_days() -> None:
    (deal,) = (questions for questions in shipped("question_sets") if questions["name"] == "Deal")
    assert {question["stale_days"] for question in deal["questions"]} == {30}
