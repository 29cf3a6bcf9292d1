from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import named, press, type_into
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.rep_picker import RepPicker
from ui.widgets.time_field import parse_time

TODAY = date(2026, 11, 23)
REPS = ((1, "Dana Reyes"), (2, "Amir Khan"), (3, "Daniel Ñíguez"))


@pytest.fixture
def day(qtbot: QtBot) -> DateField:
    field = DateField(date(2026, 11, 1), today=TODAY, locale=QLocale("en_GB"), optional=True)
    qtbot.addWidget(field)
    return field


@pytest.fixture
def picker(qtbot: QtBot) -> Iterator[RepPicker]:
    around = QWidget()
    row = QHBoxLayout(around)
    field = RepPicker(REPS)
    row.addWidget(field)
    row.addWidget(QPushButton("Next"))
    qtbot.addWidget(around)
    around.show()
    field.setFocus()
    yield field
    around.close()


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("T", TODAY),
        ("+", date(2026, 11, 2)),
        ("-", date(2026, 10, 31)),
        ("PgUp", date(2026, 11, 8)),
        ("PgDown", date(2026, 10, 25)),
        ("Del", None),
    ],
)
def test_one_key_moves_the_day(day: DateField, keys: str, expected: date | None) -> None:
    press(day, keys)
    assert day.day == expected


def test_an_empty_day_says_so_and_a_step_begins_from_today(day: DateField) -> None:
    day.set_day(None)
    assert day.text() == "no date"
    press(day, "+")
    assert day.day == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("sv_SE", "2025-04-03"),
        ("nl_NL", "3-4-2025"),
        ("de_DE", "03.04.2025"),
        ("en_GB", "03-04-2025"),
        ("en_GB", "3/4/2025"),
    ],
)
def test_a_day_can_be_typed_with_what_stands_between_its_parts(qtbot: QtBot, name: str, typed: str) -> None:
    field = DateField(TODAY, today=TODAY, locale=QLocale(name))
    qtbot.addWidget(field)
    field.setFocus()
    field.show()
    qtbot.waitUntil(field.hasFocus)
    type_into(field, typed)
    assert field.day == date(2025, 4, 3)


def test_the_last_day_there_is_stays_the_last(day: DateField) -> None:
    day.set_day(date.max)
    press(day, "PgUp")
    assert day.day == date.max


@pytest.mark.parametrize(("name", "shown"), [("en_GB", "23/11/2026"), ("de_DE", "23.11.2026"), ("en_US", "11/23/2026")])
def test_the_day_is_written_as_the_locale_writes_it(qtbot: QtBot, name: str, shown: str) -> None:
    field = DateField(TODAY, today=TODAY, locale=QLocale(name))
    qtbot.addWidget(field)
    assert field.text() == shown


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("9", time(9)), ("930", time(9, 30)), ("14.05", time(14, 5)), ("2 pm", time(14)), ("9:30AM", time(9, 30))),
        *(("12 am", time(0)), ("12pm", time(12)), ("13 pm", None), ("0 am", None), ("9:75", None)),
    ],
)
def test_a_time_is_typed_as_people_type_it(typed: str, meant: time | None) -> None:
    assert parse_time(typed) == meant


def test_two_letters_and_enter_choose_a_rep(picker: RepPicker, qtbot: QtBot) -> None:
    type_into(picker, "am")
    with qtbot.waitSignal(picker.chosen) as chosen:
        press(picker, "Return")
    assert chosen.args == [2]
    assert picker.text() == "Amir Khan"


def test_accents_need_not_be_typed(picker: RepPicker) -> None:
    type_into(picker, "nig")
    press(picker, "Return")
    assert picker.rep_id == 3


def test_leaving_the_field_takes_the_first_match(picker: RepPicker) -> None:
    type_into(picker, "dan")
    picker.take_first()
    assert picker.rep_id == 1


def test_a_name_that_is_nobodys_is_no_rep(picker: RepPicker) -> None:
    type_into(picker, "zzz")
    press(picker, "Return")
    assert picker.rep_id is None


def test_a_changed_name_is_no_longer_the_rep_it_was(picker: RepPicker) -> None:
    picker.choose(1)
    type_into(picker, "x")
    assert picker.rep_id is None


def test_a_complaint_stands_beside_its_field_and_goes_again(qtbot: QtBot) -> None:
    field = Field("Name", QLineEdit(), name="rep.name")
    qtbot.addWidget(field)
    field.show()
    field.complain("A rep needs a name.")
    problem = named(field, "rep.name.problem", QLabel)
    assert problem.isVisible()
    assert field.entry.accessibleDescription() == "A rep needs a name."
    field.settle()
    assert not problem.isVisible()
    assert field.entry.accessibleName() == "Name"


def test_a_field_keeps_what_is_told_about_it_after_a_complaint(qtbot: QtBot) -> None:
    field = Field("Your name", QLineEdit(), name="details.name", aside="as it stands in plans")
    qtbot.addWidget(field)
    field.complain("Too long.")
    field.settle()
    assert field.entry.accessibleDescription() == "as it stands in plans"


def test_a_label_shows_markup_from_people_as_they_typed_it(qtbot: QtBot) -> None:
    field = Field("Comments by <b>R&D</b>", QLineEdit(), name="plan.comments")
    qtbot.addWidget(field)
    label = field.findChildren(QLabel)[0]
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "Comments by <b>R&&D</b>"
