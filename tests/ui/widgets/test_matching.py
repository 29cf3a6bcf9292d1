from hypothesis import given
from hypothesis import strategies as st

from coachjournal.rules.names import fold
from ui.widgets.matching import Named, best

PEOPLE = [Named.by(name, name) for name in ("Dana Reyes", "Amir Khan", "Adán Ñíguez", "Dave Dannt", "Jean-Luc Roy")]


def test_the_beginning_of_the_name_comes_first_then_its_words() -> None:
    assert best("dan", PEOPLE, 5) == ("Dana Reyes", "Dave Dannt", "Adán Ñíguez")


def test_accents_and_case_do_not_matter() -> None:
    assert best("NIG", PEOPLE, 5) == ("Adán Ñíguez",)


def test_initials_find_a_person() -> None:
    assert best("ak", PEOPLE, 1) == ("Amir Khan",)
    assert best("jlr", PEOPLE, 1) == ("Jean-Luc Roy",)


def test_several_words_may_each_be_begun() -> None:
    assert best("re da", PEOPLE, 1) == ("Dana Reyes",)


def test_nothing_typed_shows_everything_in_its_order_up_to_the_limit() -> None:
    assert best("  ", PEOPLE, 2) == ("Dana Reyes", "Amir Khan")


@given(st.text(min_size=1).filter(lambda name: fold(name).strip()))
def test_every_name_is_found_by_itself(name: str) -> None:
    assert best(name, [Named.by(name, name)], 1) == (name,)
