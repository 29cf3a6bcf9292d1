import re

from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.template import headings_of, next_place, place_to_go_on, to_write_under, without_empty

HEADINGS = headings_of("What I saw\nWhat {rep} thinks\n\n  What {rep} will try ", "Dana")
SAW, THINKS, TRIES = HEADINGS

written_lines = st.text(st.characters(exclude_characters="\n\r")).filter(lambda line: line not in HEADINGS)
notes = st.lists(st.sampled_from(HEADINGS) | st.just("") | written_lines).map("\n".join)


def words_of(text: str) -> list[str]:
    """All that is written in a note but the headings of the template and the room around."""
    return re.findall(r"\S+", "\n".join(line for line in text.split("\n") if line not in HEADINGS))


def test_headings_name_the_rep() -> None:
    assert HEADINGS == ("## What I saw", "## What Dana thinks", "## What Dana will try")


def test_a_note_nobody_wrote_on_is_empty() -> None:
    assert without_empty(to_write_under(HEADINGS), HEADINGS) == ""
    assert to_write_under(()) == ""


def test_headings_left_empty_vanish_and_the_others_stay_as_they_were_written() -> None:
    text = f"{SAW}\nThe agenda.\n\n{THINKS}\n\n\n{TRIES}\nOne question.\n"
    assert without_empty(text, HEADINGS) == f"{SAW}\nThe agenda.\n\n{TRIES}\nOne question.\n"
    assert without_empty(f"{SAW}\n  \n\n{THINKS}\nShe saw it.\n\n{TRIES}\n", HEADINGS) == f"{THINKS}\nShe saw it."


def test_one_goes_on_where_the_words_end_and_not_below_headings_that_are_still_empty() -> None:
    assert place_to_go_on([SAW, "The agenda.", "", THINKS, "", TRIES, ""], HEADINGS) == 1
    assert place_to_go_on([SAW, "", "", THINKS, ""], HEADINGS) == 1
    assert place_to_go_on(["The agenda.", "Silence.", ""], ()) == 1
    assert place_to_go_on([""], ()) == 0


def test_what_stands_above_the_headings_stays() -> None:
    assert without_empty(f"First.\n{to_write_under(HEADINGS)}", HEADINGS) == "First."


def test_a_heading_of_ones_own_stays_though_nothing_stands_under_it() -> None:
    own = f"{SAW} \n\n# Mine\n\n### What I saw\n"
    assert without_empty(own, HEADINGS) == own
    assert without_empty(f"{SAW}\n\n### My own\n", HEADINGS) == f"{SAW}\n\n### My own\n"


@given(notes)
def test_no_written_character_is_ever_removed(text: str) -> None:
    assert words_of(without_empty(text, HEADINGS)) == words_of(text)


@given(notes)
def test_removing_once_is_enough(text: str) -> None:
    once = without_empty(text, HEADINGS)
    assert without_empty(once, HEADINGS) == once


@given(notes)
def test_a_note_is_returned_byte_for_byte_unless_a_heading_goes(text: str) -> None:
    kept = without_empty(text, HEADINGS)
    assert kept == text or sum(map(kept.split("\n").count, HEADINGS)) < sum(map(text.split("\n").count, HEADINGS))


def test_tab_goes_from_place_to_place_and_on_where_there_is_none() -> None:
    lines = f"{SAW}\nThe agenda.\nThen more.\n\n{THINKS}\n\n\n{TRIES}\n".split("\n")
    assert next_place(lines, 1, 1) == 5
    assert next_place(lines, 5, 1) == 8
    assert next_place(lines, 8, 1) is None
    assert next_place(lines, 8, -1) == 5
    assert next_place(lines, 5, -1) == 2
    assert next_place(lines, 0, -1) is None
    assert next_place(["Above", SAW], 0, 1) == 1
