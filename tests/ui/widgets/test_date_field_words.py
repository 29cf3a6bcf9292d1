"""A day typed in words, or with a year of two figures, into a field that shows figures."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coachjournal.rules.spoken_days import Towards
from tests.ui.hands import press, type_into
from ui.widgets.date_field import DateField

TODAY = date(2026, 11, 23)
FieldIn = Callable[..., DateField]


@pytest.fixture
def field_in(qtbot: QtBot) -> FieldIn:
    """A field in a locale, entered by the keyboard."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)

    def made(locale: str = "en_GB", *, optional: bool = False, towards: Towards = Towards.AHEAD) -> DateField:
        field = DateField(TODAY, today=TODAY, locale=QLocale(locale), optional=optional, towards=towards)
        column.addWidget(field)
        column.addWidget(QLineEdit())
        page.show()
        page.activateWindow()
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        return field

    return made


@pytest.mark.parametrize(
    ("locale", "typed", "expected"),
    [
        ("en_GB", "friday", date(2026, 11, 27)),
        ("en_GB", "tomorrow", date(2026, 11, 24)),
        ("en_GB", "tue", date(2026, 11, 24)),
        ("en_GB", "in two weeks", date(2026, 12, 7)),
        ("en_GB", "20 dec", date(2026, 12, 20)),
        ("en_GB", "20/12/26", date(2026, 12, 20)),
        ("en_GB", "1-2-27", date(2027, 2, 1)),
        ("en_US", "1/2/27", date(2027, 1, 2)),
        ("sv_SE", "27-02-01", date(2027, 2, 1)),
        ("de_DE", "ubermorgen", date(2026, 11, 25)),
        ("de_DE", "1.2.27", date(2027, 2, 1)),
        ("fr_FR", "apres-demain", date(2026, 11, 25)),
    ],
)
def test_a_day_is_understood_and_then_shown_in_figures(
    field_in: FieldIn, locale: str, typed: str, expected: date
) -> None:
    field = field_in(locale)
    type_into(field, typed)
    assert field.day == expected
    press(field, "Tab")
    assert not field.hasFocus()
    assert field.day == expected
    assert field.text() == field.textFromDateTime(field.dateTime())


def test_what_is_no_day_leaves_the_day_as_it_was(field_in: FieldIn) -> None:
    field = field_in()
    type_into(field, "frigate")
    assert field.text() == "frigate"
    press(field, "Return")
    assert (field.day, field.text()) == (TODAY, "23/11/2026")


def test_escape_and_backspace_lead_back(field_in: FieldIn) -> None:
    field = field_in()
    type_into(field, "fri")
    press(field, "Esc")
    assert (field.day, field.text()) == (TODAY, "23/11/2026")
    type_into(field, "f")
    press(field, "Backspace")
    assert (field.day, field.text()) == (TODAY, "23/11/2026")
    type_into(field, "frix")
    press(field, "Backspace")
    press(field, "Return")
    assert field.day == date(2026, 11, 27)


def test_where_something_was_friday_is_the_last_one(field_in: FieldIn) -> None:
    field = field_in(towards=Towards.BEHIND)
    type_into(field, "friday")
    press(field, "Return")
    assert field.day == date(2026, 11, 20)


def test_t_alone_is_still_today_at_once_and_steps_follow(field_in: FieldIn) -> None:
    field = field_in(optional=True)
    press(field, "Del")
    assert field.day is None
    press(field, "T")
    assert field.day == TODAY
    press(field, "+")
    assert field.day == date(2026, 11, 24)
    type_into(field, "fri")
    press(field, "PgUp")
    assert field.day == date(2026, 12, 4)


def test_an_empty_day_says_so_again_when_the_words_were_none(field_in: FieldIn) -> None:
    field = field_in(optional=True)
    press(field, "Del")
    type_into(field, "xyz")
    press(field, "Tab")
    assert (field.day, field.text()) == (None, "no date")


@pytest.mark.usefixtures("qapp")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=12))
def test_whatever_is_typed_is_borne(typed: str) -> None:
    field = DateField(TODAY, today=TODAY, locale=QLocale("en_GB"), optional=True)
    QTest.keyClicks(field, typed)
    press(field, "Return")
    assert field.day is None or isinstance(field.day, date)
    field.deleteLater()


def test_tab_leaves_a_field_whose_day_was_taken_out(field_in: FieldIn) -> None:
    field = field_in(optional=True)
    press(field, "Tab")  # from the day to the month
    press(field, "Del")
    press(field, "Tab")
    assert not field.hasFocus()
