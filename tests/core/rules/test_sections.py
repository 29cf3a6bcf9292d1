"""The parts of a note under its headings."""

from coachjournal.rules.sections import section_of, with_line

NOTE = "## What I saw\nThe agenda.\n\n## What Dana will try\nMap the committee.\n"


def test_a_section_goes_up_to_the_next_heading() -> None:
    assert section_of(NOTE, "What I saw") == "The agenda."
    assert section_of(NOTE, "what dana will try") == "Map the committee."
    assert section_of(NOTE, "What Dana thinks") == section_of(NOTE, "") == ""


def test_a_line_is_added_where_its_section_ends() -> None:
    assert with_line(NOTE, "What I saw", "- Silence") == NOTE.replace("agenda.\n", "agenda.\n- Silence\n")
    assert with_line(NOTE, "What Dana will try", "Count to ten.") == NOTE + "Count to ten.\n"


def test_a_heading_that_is_missing_is_set_at_the_end() -> None:
    assert with_line("The agenda.\n", "What Dana will try", "Wait.") == "The agenda.\n\n## What Dana will try\nWait.\n"
    assert with_line("", "What Dana will try", "Wait.") == "## What Dana will try\nWait.\n"
    assert with_line("The agenda.\n", "", "Wait.") == "The agenda.\nWait.\n"
