"""How a list goes on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.list_item import list_item


@pytest.mark.parametrize(
    ("line", "next_lead"),
    [
        ("- a", "- "),
        ("\t* a", "\t* "),
        ("    9) a", "    10) "),
        ("-  a", "-  "),
        ("- [x] a", "- [ ] "),
        ("1. [ ] a", "2. [ ] "),
        ("> a", "> "),
        ("> > a", "> > "),
        (">a", ">"),
        ("%%- a", "- "),
    ],
)
def test_the_next_item_begins_like_this_one(line: str, next_lead: str) -> None:
    item = list_item(line)
    assert item is not None
    assert item.next_lead == next_lead
    assert line[item.text :].startswith("a")


@pytest.mark.parametrize("line", ["", "a", "-", "-a", "1.a", "1234567890. a", "**a**", "---", "[ ] a", "+"])
def test_other_lines_are_no_items(line: str) -> None:
    assert list_item(line) is None


@given(st.text())
def test_places_lie_in_the_line(line: str) -> None:
    item = list_item(line)
    if item is not None:
        assert 0 <= item.mark < item.mark_end <= item.text <= len(line)
        assert item.box is None or line[item.box + 2] == "]"
