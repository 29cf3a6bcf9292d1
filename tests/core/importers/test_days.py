from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from coachjournal.importers.days import DateOrder, DateOrders, orders_seen, read_day

DMY, MDY, ISO = (DateOrders(order) for order in (DateOrder.DMY, DateOrder.MDY, DateOrder.ISO))


@pytest.mark.parametrize(
    "text",
    [
        "2024-04-03",
        "2024/04/03",
        "2024.4.3",
        "20240403",
        "Apr 3, 2024",
        "April 3rd, 2024",
        "Wed, Apr 3, 2024",
        "3 April 2024",
        "03-Apr-24",
        "2024-04-03 15:15:00.000000 UTC",
        "2024-04-03T15:15:00+02:00",
        "Apr 3, 2024, 3:15 PM",
        " 2024-04-03 ",
        "45385",
        "45385.0",
        "45385.75",
    ],
)
def test_a_day_reads_the_same_however_it_is_written(text: str) -> None:
    assert read_day(text, ISO) == "2024-04-03"


def test_numbers_alone_are_read_in_the_order_of_the_file() -> None:
    assert read_day("03/04/2024", DMY) == "2024-04-03"
    assert read_day("03/04/2024 0:00", MDY) == "2024-03-04"
    assert read_day("3.4.24", DMY) == "2024-04-03"


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2024",
        "2024-13-01",
        "0-500",
        "next week",
        "12",
        "1/2",
        "Foo 3, 2024",
        "99999",
        "0001-01-01",
        "2024-04-03x",
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text, DMY) is None


def test_one_number_above_twelve_settles_the_whole_file() -> None:
    assert orders_seen(["03/04/2024", "27/01/2024"]) == DateOrders(DateOrder.DMY, {"/": DateOrder.DMY})
    assert orders_seen(["03/04/2024", "01/27/2024", "2024-01-01"]) == DateOrders(DateOrder.MDY, {"/": DateOrder.MDY})


def test_an_order_that_nothing_settles_is_asked_for() -> None:
    assert "3 April or 4 March" in str(orders_seen(["03/04/2024", "05/06/2024"]))
    assert "some the month first" in str(orders_seen(["27/01/2024", "01/27/2024"]))


def test_days_that_read_the_same_both_ways_need_no_answer() -> None:
    assert orders_seen(["03/03/2024", "2024-01-27", ""]) == DateOrders(DateOrder.ISO)
    assert read_day("03/03/2024", ISO) == "2024-03-03"


def test_two_separators_may_have_two_orders() -> None:
    orders = orders_seen(["27/01/2024", "01-27-2024", "05/06/2024", "05-06-2024"])
    assert isinstance(orders, DateOrders)
    assert orders.told == "mixed"
    assert read_day("05/06/2024", orders) == "2024-06-05"
    assert read_day("05-06-2024", orders) == "2024-05-06"


@given(
    some.dates(date(1970, 1, 1), date(2099, 12, 31)),
    some.sampled_from(["%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %b %Y"]),
)
def test_every_day_survives_being_written(day: date, form: str) -> None:
    assert read_day(day.strftime(form), DMY) == day.isoformat()


@given(some.text())
def test_no_text_upsets_the_reader(text: str) -> None:
    read_day(text, DMY)
    orders_seen([text])
