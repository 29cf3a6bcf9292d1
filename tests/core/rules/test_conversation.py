import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.conversation import ConversationKind, first_line
from coachjournal.rules.time_entry import TimeGroup


@pytest.mark.parametrize("kind", ConversationKind)
def test_every_conversation_is_time_with_my_people(kind: ConversationKind) -> None:
    assert kind.category.group is TimeGroup.PEOPLE
    assert kind.usual_minutes > 0
    assert kind.label


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        ("\n\n  \n", ""),
        ("Opened with the agenda.\nThen more.", "Opened with the agenda."),
        ("## What I saw\n\nOpened **Halvorsen** with _care_.", "Opened Halvorsen with care."),
        ("# What I saw\n", "What I saw"),
        ("- [x] Send the `agenda`", "Send the agenda"),
        ("> 1. Quoted", "Quoted"),
        ("---\nAfter the rule", "After the rule"),
        ("See [the offer](https://example.org/a_b) first", "See the offer first"),
        ("![](x.png)\nText", "Text"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("***\nBoth *a **b** c*", "Both a b c"),
        ("2026 was good", "2026 was good"),
        ("#hashtag first", "#hashtag first"),
    ],
)
def test_the_first_line_of_a_note_has_no_marks(text: str, line: str) -> None:
    assert first_line(text) == line


@given(st.text(alphabet="ab #*_`[]()!>-\n1.~", max_size=200))
def test_the_first_line_is_one_line_for_any_text(text: str) -> None:
    line = first_line(text)
    assert "\n" not in line
    assert line == line.strip()


def test_a_line_of_a_million_characters_is_cut() -> None:
    assert len(first_line("*" * 10 + "a" * 1_000_000)) <= 500
