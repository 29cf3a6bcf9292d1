"""No text breaks a document: it is printed as it is, or replaced visibly and reported."""

import json
import sys
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachjournal.documents.development_plan import plan_pdf, typeset_plan
from coachjournal.documents.no_glyph import NO_GLYPH
from tests.core.documents.examples import empty_plan, ordinary_plan
from tests.core.documents.reading_back import ReadBack

NAUGHTY = Path(__file__).parents[4] / "shared/data/torture/blns/blns.base64.json"


def printed(text: str) -> ReadBack:
    return ReadBack(plan_pdf(replace(empty_plan(), support=text, direction=text, comments=text)))


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd")',
        "= heading",
        "*bold* _slant_ `code` $x^2$ @label <label> // note /* more */",
        r"\ back \u{41} ~ -- --- ... #let x = 1 ]] } #",
        "- item\n+ item\n/ term: words",
        "https://example.com/#fragment",
    ],
)
def test_what_looks_like_markup_is_printed_as_written(text: str) -> None:
    document = printed(text)
    assert " ".join(text.split()) in document.text
    assert document.tags().count("H1") == 10


@pytest.mark.parametrize(
    "text",
    [
        "שלום לכולם",
        "مرحبا",
        "日本語のメモ",
        "😀 👩\u200d🚀 🇵🇹",
        "\x00\x07\x1b[31m",
        "Z̴̡͈͎̣͓a̶l̷g̵o̸",
        "क्षत्रिय",
        "\u0600\u06dd",
        "a\u0e47 ด้้้้้็็็็",
        "👨\u200d🦰",
    ],
)
def test_any_script_makes_a_document_and_what_no_font_has_is_reported(text: str) -> None:
    plan = replace(empty_plan(), support=text, rep=text + " Reyes")
    document = typeset_plan(plan)
    assert document.pages == 1
    if document.missing:
        assert NO_GLYPH in ReadBack(document.pdf).text
        assert set("".join(document.missing)) <= set(text)


def test_a_character_that_no_font_has_is_replaced_by_a_visible_sign() -> None:
    document = typeset_plan(replace(empty_plan(), support="before \U0001f9ff\U00016fe4 after"))
    assert "\U00016fe4" in document.missing
    assert NO_GLYPH in ReadBack(document.pdf).text


def test_a_word_longer_than_a_line_stays_on_the_page() -> None:
    document = printed("x" * 3000)
    assert document.text.count("x") > 8990
    assert len(document.pages) > 1


def test_a_text_longer_than_a_page_loses_nothing() -> None:
    words = " ".join(f"word{n}" for n in range(3000))
    plan = ordinary_plan()
    plan = replace(plan, actions=(replace(plan.actions[0], what=words),))
    text = ReadBack(plan_pdf(plan)).text
    assert all(f"word{n}" in text for n in range(3000))


def test_lines_stay_lines() -> None:
    (page,) = printed("first\nsecond\r\nthird").pages
    assert {"first", "second", "third"} <= {line.strip() for line in page.splitlines()}


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the shared data is not on this machine")
def test_every_naughty_string_can_be_printed() -> None:
    strings = [b64decode(item).decode(errors="replace") for item in json.loads(NAUGHTY.read_text())]
    plan = ordinary_plan()
    for start in range(0, len(strings), 100):
        some = strings[start : start + 100]
        actions = tuple(replace(plan.actions[0], what=text, kind=text) for text in some)
        goal = replace(plan.goals[0], title=some[0], why=some[-1])
        assert typeset_plan(replace(plan, rep=some[1], actions=actions, goals=(goal,))).pages


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=80))
def test_whatever_is_typed_a_document_comes_out(text: str) -> None:
    assert typeset_plan(replace(empty_plan(), rep=text, support=text, direction=text)).pages >= 1


def test_typst_is_not_loaded_before_something_is_printed() -> None:
    slow = "{'typst', 'matplotlib', 'fontTools'}"
    code = f"import sys, coachjournal.documents.development_plan; print({slow} & {{*sys.modules}})"
    assert run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "set()"
