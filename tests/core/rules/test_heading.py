"""What counts as a heading, for everything that reads a note."""

import pytest

from coachjournal.rules.heading import heading_mark, heading_words


@pytest.mark.parametrize(
    ("line", "mark", "words"),
    [("## What I saw", 3, "What I saw"), ("   # Plan #", 5, "Plan"), ("######\tLast", 7, "Last"), ("## ", 3, "")],
)
def test_number_signs_and_a_blank_make_a_heading(line: str, mark: int, words: str) -> None:
    assert (heading_mark(line), heading_words(line)) == (mark, words)


@pytest.mark.parametrize("line", ["", "What I saw", "#pricing", "##", "    # code", "####### seven", "- # item"])
def test_anything_else_is_none(line: str) -> None:
    assert (heading_mark(line), heading_words(line)) == (0, None)
