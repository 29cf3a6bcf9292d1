"""Everything by keyboard, in a small window: Tab reaches every control, and every control says what it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QHeaderView, QLineEdit, QWidget

from tests.journeys.conftest import Start
from tests.journeys.day import Day
from ui.widgets.row_walk import STOP

SMALL = (1024, 640)
PAGES = {
    "Ctrl+1": "today",
    "Ctrl+2": "journal",
    "Ctrl+3": "deals",
    "Ctrl+4": "time",
    "Ctrl+5": "plans",
    "Ctrl+6": "signals",
}
MOST_STOPS = 200
EDITORS = {
    "quickLog": ("Ctrl+1", "", "Ctrl+N"),
    "importDeals": ("Ctrl+1", "", "Ctrl+I"),
    "keys": ("Ctrl+1", "", "F1"),
    "whenEditor": ("Ctrl+2", "journal.open", "Space", "conversation.when", "Space"),
    "dealEditor": ("Ctrl+3", "", "Return"),
    "aims": ("Ctrl+4", "time.aims", "Space"),
    "planEditor": ("Ctrl+5", "", "Return"),
    "selfRating": ("Ctrl+5", "", "R", "plans.rateMenu", "Y"),
    "coachThis": ("Ctrl+6", "", "C"),
    "putOff": ("Ctrl+6", "", "N"),
    "lookAgain": ("Ctrl+6", "", "L"),
    "checkInEditor": ("Alt+Down", "", "C"),
    "endGoal": ("Alt+Down", "repPage.goals", "E"),
    "goalEditor": ("Alt+Down", "repPage.goals", "Return"),
    "raiseNextTime": ("Alt+Down", "", "Ctrl+Shift+R"),
    "timelineTable": ("Alt+Down", "", "Ctrl+T"),
}
"""How each is reached: the key of the page, then where ("" for wherever the focus is) which key is pressed."""


@pytest.fixture
def day(start: Start, sample: Path) -> Day:
    """A day with the sample team, in a window as small as it may be."""
    day = start(sample)
    day.until_at("today")
    day.window.window().resize(*SMALL)
    return day


def test_tab_reaches_every_control_of_the_first_page_and_each_has_a_name(start: Start) -> None:
    day = start()
    day.until_at("welcome")
    day.window.window().resize(*SMALL)
    assert complaints(day, day.window) == []


def test_tab_reaches_every_control_of_every_page_and_each_has_a_name(day: Day) -> None:
    for page in pages(day):
        assert complaints(day, day.window) == [], page


@pytest.mark.parametrize("section", ["you", "questions", "skills", "kinds", "signals", "spelling"])
def test_tab_reaches_every_control_of_every_section_of_settings(day: Day, section: str) -> None:
    day.press("Ctrl+,")
    day.until_at("settings")
    tabs = day.see("settings.sheet.tabs")
    tabs.setFocus()
    while not day.in_sight(f"settings.{section}"):
        day.press("Right")
    assert complaints(day, day.window) == []


@pytest.mark.parametrize("editor", EDITORS)
def test_tab_reaches_every_control_of_every_editor_and_each_has_a_name(day: Day, editor: str) -> None:
    page, *way = EDITORS[editor]
    day.press(page)
    day.until(lambda: day.place.page == PAGES.get(page, "rep"))
    for focus, key in in_pairs(way):
        if focus:
            day.see(focus).setFocus()
        day.press(key)
    assert complaints(day, day.see(editor)) == []
    day.press("Esc")
    day.until(lambda: not day.in_sight(editor))


def in_pairs(way: list[str]) -> Iterator[tuple[str, str]]:
    """In pairs."""
    return zip(way[::2], way[1::2], strict=True)


def pages(day: Day) -> Iterator[str]:
    """One after the other in sight."""
    for key, page in PAGES.items():
        day.press(key)
        day.until_at(page)
        yield page
    day.press("Alt+Down")
    day.until(lambda: day.place.page == "rep")
    yield "rep"
    day.press("Ctrl+2", "Return")
    day.until(lambda: day.place.page == "conversation")
    yield "conversation"


def complaints(day: Day, window: QWidget) -> list[str]:
    """What cannot be reached, and what has no name for people or for scripts."""
    reached = stops(day)
    if not all(is_reached(each, reached) for each in controls(window)):
        reached = with_rows(day, reached)
    unreached = [each for each in controls(window) if not is_reached(each, reached)]
    nameless = [each for each in reached if not spoken_name(each) or not each.objectName()]
    return [f"not reached: {each}" for each in unreached] + [f"no name: {each}" for each in nameless]


def stops(day: Day) -> list[QWidget]:
    """Where Tab leads, once round. A field for a day keeps it for its three parts."""
    seen: list[QWidget] = []
    for _ in range(MOST_STOPS):
        day.press("Tab")
        stop = focused()
        if stop in seen[:-1]:
            return seen
        if stop not in seen:
            seen.append(stop)
    raise AssertionError(f"Tab never comes round: {seen}")


def with_rows(day: Day, seen: list[QWidget]) -> list[QWidget]:
    """And where the arrows lead from the rows Tab stops at, with what Tab then leads to."""
    ahead = [stop for stop in seen if stop.property(STOP)]
    while ahead:
        row = ahead.pop()
        for key in ("Up", "Down", "Home", "Right", "Tab"):
            row.setFocus()
            day.press(key)
            stop = focused()
            if stop not in seen:
                seen.append(stop)
                ahead.append(stop)
    return seen


def focused() -> QWidget:
    stop = QApplication.focusWidget()
    assert stop is not None
    return stop


def controls(window: QWidget) -> list[QWidget]:
    """What a person can press, choose or fill in now."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None  # a line inside a field
        and not isinstance(each, QHeaderView)  # the numbers of the columns sort
        and (each.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(each, QAbstractButton | QLineEdit | QComboBox))
    ]


def is_reached(control: QWidget, reached: list[QWidget]) -> bool:
    """Itself, or for one of several choices the one that is chosen, from where arrows lead on, or the row it is in.

    What never takes the focus, such as the choices of an answer, is chosen by the letters of its row.
    """
    group = control.group() if isinstance(control, QAbstractButton) else None
    by_letter = control.focusPolicy() is Qt.FocusPolicy.NoFocus and any(row.isAncestorOf(control) for row in reached)
    return by_letter or control in reached or (group is not None and any(each in reached for each in group.buttons()))


def spoken_name(control: QWidget) -> str:
    """What a screen reader says first."""
    return QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
