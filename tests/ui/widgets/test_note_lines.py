"""A note looks as its words mean: Markdown, and private parts exactly as they are kept apart."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.private_text import private_spans
from ui.widgets.ink import Look
from ui.widgets.markdown_ink import MarkdownInk
from ui.widgets.note_lines import GOES_ON, WHOLE_LINE, private_marks


def looks_of(line: str) -> dict[Look, list[str]]:
    seen: dict[Look, list[str]] = {}
    for mark in MarkdownInk().marks(line):
        seen.setdefault(mark.look, []).append(line[mark.start : mark.start + mark.length])
    return seen


@pytest.mark.parametrize(
    ("line", "look", "words"),
    [
        ("## What I saw", Look.HEADING, ["What I saw"]),
        ("#halvorsen", Look.HEADING, []),
        ("a **b c** d", Look.STRONG, ["b c"]),
        ("a **b *c* d** e", Look.STRONG, ["b *c* d"]),
        ("2 ** 3 ** 4", Look.STRONG, []),
        ("a *b* and _c_", Look.EMPHASIS, ["b", "c"]),
        ("snake_case_name 2*3*4", Look.EMPHASIS, ["3"]),
        (r"\*a\* b", Look.EMPHASIS, []),
        ("`a **b**` c", Look.CODE, ["a **b**"]),
        ("`a **b**` c", Look.STRONG, []),
        ("~~gone~~", Look.STRUCK, ["gone"]),
        ("[the plan](https://a.b/c)", Look.LINK, ["the plan", "https://a.b/c"]),
        ("see https://a.b/c.", Look.LINK, ["https://a.b/c"]),
        ("> her words", Look.QUOTE, [" her words"]),
        ("- a", Look.BULLET, ["-"]),
        ("-a", Look.BULLET, []),
        ("12. a", Look.BULLET, ["12."]),
        ("- [ ] a", Look.BOX, ["[ ]"]),
        ("- [X] a b", Look.TICKED_BOX, ["[X]"]),
        ("- [X] a b", Look.DONE, ["a b"]),
        ("[ ] a", Look.BOX, []),
        ("%%- [ ] a", Look.BOX, ["[ ]"]),
    ],
)
def test_markdown_looks_as_it_is_meant(line: str, look: Look, words: list[str]) -> None:
    assert looks_of(line).get(look, []) == words


@given(st.text(st.sampled_from("ab %\n"), max_size=60))
def test_private_is_what_the_rules_keep_apart_and_nothing_else(text: str) -> None:
    shown = [False] * len(text)
    state, at = 0, 0
    for line in text.split("\n"):
        marks, state = private_marks(line, inside=bool(state & GOES_ON))
        for mark in marks:
            if mark.look in {Look.PRIVATE, Look.LOCK}:
                shown[at + mark.start : at + mark.start + mark.length] = [True] * mark.length
        public = [letter for place, letter in enumerate(line, at) if not shown[place] and letter.strip()]
        if state & WHOLE_LINE:
            assert not public
        at += len(line) + 1
    kept_apart = [False] * len(text)
    for begin, end in private_spans(text):
        kept_apart[begin:end] = [True] * (end - begin)
    ends = {place for place, letter in enumerate(text) if letter == "\n"}
    assert [each for place, each in enumerate(shown) if place not in ends] == [
        each for place, each in enumerate(kept_apart) if place not in ends
    ]


@pytest.mark.parametrize("filler", ["*", "**a ", "_a ", "`", "[", "~~", "[a](", "*a _b ", "- ", "> ", "https://"])
def test_no_line_takes_long_to_look_at(filler: str) -> None:
    line = filler * (20_000 // len(filler))
    begun = perf_counter()
    list(MarkdownInk().marks(line))
    assert perf_counter() - begun < 0.25
