"""Lines that promise something, and lines that only look like it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.conversation import Side
from coachjournal.rules.spoken_commitments import Listener
from tests.core.rules.naughty import NAUGHTY

TUESDAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)
DANA = Listener("Dana Reyes", TUESDAY)
JOSE = Listener("José Müller", TUESDAY, "de_DE")


@pytest.mark.parametrize(
    ("line", "text", "owner", "due_on"),
    [
        ("Dana to send the agenda by Friday", "Send the agenda", Side.REP, FRIDAY),
        ("- dana to send the agenda by Friday.", "Send the agenda", Side.REP, FRIDAY),
        ("2. rep to call **Ingrid** on Friday", "Call Ingrid", Side.REP, FRIDAY),
        ("@dana-reyes to map the committee", "Map the committee", Side.REP, None),
        ("**Dana** to map it by the end of the month", "Map it", Side.REP, date(2026, 11, 30)),
        ("me: call procurement by 27/11", "Call procurement", Side.MANAGER, FRIDAY),
        ("- [ ] Me: call procurement", "Call procurement", Side.MANAGER, None),
        ("Dana: send it by Friday", "Send it", Side.REP, FRIDAY),
        ("Dana to read chapter 3/4", "Read chapter 3/4", Side.REP, None),
    ],
)
def test_a_line_that_names_its_owner_is_a_commitment(line: str, text: str, owner: Side, due_on: date | None) -> None:
    found = DANA.understood(line)
    assert found is not None
    assert (found.text, found.owner, found.due_on) == (text, owner, due_on)


@pytest.mark.parametrize(
    "line",
    [
        "Dana: I answered a question nobody asked.",
        "Amir to send the agenda by Friday",
        "She wants to send it by Friday",
        "# Dana to do",
        "- [x] Dana to send the agenda by Friday",
        "We asked Dana to send it by Friday, she did",
        "Dana to",
        "time: 10 to 12",
    ],
)
def test_other_lines_are_text(line: str) -> None:
    assert DANA.understood(line) is None


def test_accents_do_not_matter_and_the_words_are_those_of_the_users_language() -> None:
    found = JOSE.understood("Jose: Agenda schicken bis zum 27.11.")
    assert found is not None
    assert (found.text, found.due_on) == ("Agenda schicken", FRIDAY)
    mine = JOSE.understood("ich: Einkauf anrufen bis morgen")
    assert mine is not None
    assert mine.owner is Side.MANAGER


def test_it_tells_where_the_day_stands() -> None:
    line = "😀 Dana"
    assert DANA.understood(line) is None
    found = DANA.understood("Dana to send 😀 by Friday.")
    assert found is not None
    assert found.day_at is not None
    assert found.line[slice(*found.day_at)] == "by Friday"


def test_any_line_becomes_one_when_asked_for() -> None:
    made = DANA.made_of("  - Ask for the cost first, by Friday")
    assert made is not None
    assert (made.text, made.owner, made.due_on) == ("Ask for the cost first", Side.REP, FRIDAY)
    mine = DANA.made_of("me: call procurement")
    assert mine is not None
    assert mine.owner is Side.MANAGER
    assert DANA.made_of("  ") is None


def test_what_stood_there_when_it_was_saved_is_not_proposed_again() -> None:
    saved = "Dana to send the agenda"
    text = f"{saved}\nDana to map the committee by Friday\nDana to call Ingrid"
    new = DANA.new_in(text, saved, ["call Ingrid."])
    assert [each.text for each in new] == ["Map the committee"]


def test_what_is_private_is_no_promise() -> None:
    assert DANA.all_in("%%Dana to find another job by Friday%%\nDana to call Ingrid") == DANA.all_in(
        "Dana to call Ingrid"
    )


@given(st.text(), st.text())
def test_whatever_is_typed_raises_nothing(rep: str, text: str) -> None:
    listener = Listener(rep, TUESDAY)
    for found in listener.all_in(text):
        assert found.text.strip()
    listener.made_of(text)


@pytest.mark.skipif(not NAUGHTY, reason="the shared data are absent")
def test_naughty_strings_raise_nothing() -> None:
    for said in NAUGHTY:
        for line in (said, f"Dana to {said}", f"me: {said} by {said}"):
            DANA.all_in(line)
            DANA.made_of(line)
