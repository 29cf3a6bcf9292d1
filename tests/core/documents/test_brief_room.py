"""How a brief gives way until it fits: in a stated order, to the most that does."""

from dataclasses import fields
from itertools import pairwise

import pytest

from coachjournal.documents.brief_room import GIVES_WAY, LEAST, Room, first_that_fits, rooms


def rows(room: Room) -> int:
    return sum(getattr(room, section) for section in GIVES_WAY)


def test_each_room_is_a_row_or_some_letters_smaller_than_the_one_before() -> None:
    tried = tuple(rooms())
    for larger, smaller in pairwise(tried):
        given_up = (rows(larger) - rows(smaller), larger.letters > smaller.letters)
        assert given_up in {(1, False), (0, True)}


def test_every_section_gives_way_and_keeps_at_least_a_row() -> None:
    assert {*GIVES_WAY, "letters"} == {field.name for field in fields(Room)}
    assert all(getattr(LEAST, section) >= 1 for section in GIVES_WAY)
    assert rows(tuple(rooms())[-1]) == rows(LEAST)


@pytest.mark.parametrize("number", range(len(tuple(rooms()))))
def test_the_largest_that_fits_is_found(number: int) -> None:
    tried = tuple(rooms())
    fitting = set(tried[number:])
    assert first_that_fits(lambda room: room in fitting) == tried[number]


def test_where_none_fits_it_is_the_smallest() -> None:
    assert first_that_fits(lambda _room: False) == tuple(rooms())[-1]
