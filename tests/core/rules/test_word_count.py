"""Words are counted as a person counts them."""

import pytest

from coachjournal.rules.word_count import word_count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("She held the silence.", 4),
        ("one-on-one isn’t it", 3),
        ("- [ ] map it\n- [x] done", 3),
        ("## What I saw\nHer words", 2),
        ("#halvorsen renewed", 2),
        ("%%\nfor me\n%%", 2),
        ("said%%aside%%", 2),
        ("— … 😀 *", 0),
        ("她说价格", 4),
        ("ひらがなとカタカナ", 9),
        ("한국어 문장", 2),
        ("हिन्दी में", 2),
        ("Acme 价格 2026", 4),
    ],
)
def test_marks_headings_and_boxes_are_no_words(text: str, words: int) -> None:
    assert word_count(text) == words
