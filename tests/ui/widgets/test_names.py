"""A long list of names is found as a short one is, only sooner."""

from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.names import fold
from ui.widgets.matching import Named, best
from ui.widgets.names import Names

PEOPLE = ("Dana Reyes", "Amir Khan", "Adán Ñíguez", "Dave Dannt", "Jean-Luc Roy", "O'Dana", "")
ANY_NAMES = st.lists(st.text(max_size=8) | st.sampled_from(PEOPLE), max_size=12)
ANY_LETTERS = st.text(max_size=4) | st.sampled_from(["dan", "re da", "jl", "a", "an", "  ", "da da"])


@given(ANY_NAMES, ANY_LETTERS)
def test_it_finds_the_same_in_the_same_order(names: list[str], typed: str) -> None:
    named = [Named.by(name, number) for number, name in enumerate(names)]
    looked_through = best(typed, named, 99) if fold(typed).strip() else ()
    assert tuple(thing for _, thing in Names(named).best(typed, 99)) == looked_through


def test_the_rank_tells_a_beginning_from_the_rest() -> None:
    found = Names(Named.by(name, name) for name in PEOPLE).best("da", 9)
    assert found == [(0, "Dana Reyes"), (0, "Dave Dannt"), (1, "O'Dana"), (3, "Adán Ñíguez")]


def test_no_more_are_told_than_asked_for() -> None:
    assert Names(Named.by(name, name) for name in PEOPLE).best("a", 1) == [(0, "Amir Khan")]


def test_letters_looked_for_in_vain_hide_no_other_name() -> None:
    names = Names([Named.by("Dana Reyes", "Dana"), Named.by("Omar Haddad", "Omar")])
    for typed, found in (("dx", []), ("dxa", []), ("da", ["Dana"]), ("oma", ["Omar"]), ("dx", []), ("d", ["Dana"])):
        assert [name for rank, name in names.best(typed, 10) if rank < 3] == found
