from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip
from pytestqt.qtbot import QtBot

from coachjournal.charts.coaching_timeline.layout import Layout
from coachjournal.charts.coaching_timeline.spans import length_of, whole_span
from coachjournal.queries.coaching_timeline import GoalPoint, RepHours
from coachjournal.rules.conversation import ConversationKind
from coachjournal.rules.period import Period, month_of
from tests.core.charts.examples import ordinary_timeline, planned, timeline
from ui.theme import Theme
from ui.tokens import Scheme
from ui.widgets.timeline import TimelineView
from ui.worker import Worker

DANA = ordinary_timeline()
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

# A tooltip asks its window to come to the front, which a window that is on no screen cannot do.
pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> TimelineView:
    theme.choose_scheme(Scheme.LIGHT)
    shown = TimelineView()
    qtbot.addWidget(shown)
    shown.resize(900, 520)
    shown.show_timeline(DANA)
    shown.show_all()
    shown.show()
    qtbot.waitUntil(lambda: shown.figure is not None)
    return shown


def layout_of(view: TimelineView) -> Layout:
    view.repaint()
    assert view.figure is not None
    assert view.figure.layout is not None
    return view.figure.layout


def on_day(view: TimelineView, day: date, y: float) -> QPoint:
    return QPoint(round(layout_of(view).strips.days.at(day.toordinal() + 0.5)), round(y))


def turn_wheel(
    view: TimelineView, at: QPoint, *, up: int = 0, sideways: int = 0, held: Qt.KeyboardModifier = NONE
) -> bool:
    """Whether the chart took it."""
    nobody, place = Qt.MouseButton.NoButton, QPointF(at)
    event = QWheelEvent(
        place,
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(sideways * 120, up * 120),
        nobody,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
    return event.isAccepted()


def spanned(view: TimelineView) -> Period:
    assert view.span is not None
    return view.span


def picture(view: TimelineView) -> QImage:
    return view.grab().toImage()


def test_a_dark_window_gets_a_dark_chart(view: TimelineView, theme: Theme) -> None:
    assert picture(view).pixelColor(3, 3).name() == "#ffffff"
    theme.choose_scheme(Scheme.DARK)
    assert picture(view).pixelColor(3, 3).name() == "#202427"


def test_the_chart_fills_the_widget_after_a_resize(view: TimelineView, qtbot: QtBot) -> None:
    before = layout_of(view).strips.goals.right
    view.resize(1200, 520)
    qtbot.waitUntil(lambda: layout_of(view).strips.goals.right > before + 200)


def test_larger_text_in_the_window_is_larger_text_in_the_chart(view: TimelineView, theme: Theme) -> None:
    before = max(word.size for word in layout_of(view).words)
    theme.choose_text_scale(1.25)
    assert max(word.size for word in layout_of(view).words) == pytest.approx(before * 1.25)


def test_a_click_on_a_mark_opens_that_conversation(view: TimelineView, qtbot: QtBot) -> None:
    mark = DANA.conversations[5]
    lane = next(lane for lane in layout_of(view).strips.lanes if mark.kind in lane.lane.kinds)
    place = on_day(view, mark.on, lane.middle)
    with qtbot.waitSignal(view.conversation_opened, check_params_cb=lambda found: found == mark.conversation_id):
        QTest.mouseClick(view, LEFT, NONE, place)


def test_a_click_on_a_dot_opens_the_check_in(view: TimelineView, qtbot: QtBot) -> None:
    point = DANA.goals[0].points[-1]
    place = on_day(view, point.on, layout_of(view).strips.share.at(point.share))
    with qtbot.waitSignal(view.check_in_opened, check_params_cb=lambda found: found == point.check_in_id):
        QTest.mouseClick(view, LEFT, NONE, place)


def test_a_click_on_a_dot_from_a_conversation_opens_the_conversation(view: TimelineView, qtbot: QtBot) -> None:
    point = GoalPoint(9, date(2026, 6, 1), 3.2, 0.5, False, 4)
    view.show_timeline(replace(DANA, goals=(replace(DANA.goals[0], points=(point,)),)))
    place = on_day(view, point.on, layout_of(view).strips.share.at(0.5))
    with qtbot.waitSignal(view.conversation_opened, check_params_cb=lambda found: found == 4):
        QTest.mouseClick(view, LEFT, NONE, place)


def test_a_click_on_what_is_planned_asks_for_it(view: TimelineView, qtbot: QtBot) -> None:
    step = planned(7, date(2026, 11, 20), ConversationKind.PRACTICE)
    view.show_timeline(replace(DANA, actions=(step,)))
    lane = next(lane for lane in layout_of(view).strips.lanes if lane.planned)
    place = on_day(view, step.on, lane.middle)
    with qtbot.waitSignal(view.action_opened, check_params_cb=lambda found: found == step.action_id):
        QTest.mouseClick(view, LEFT, NONE, place)


def test_a_click_on_a_bar_opens_its_week(view: TimelineView, qtbot: QtBot) -> None:
    week = DANA.rep_weeks[4]
    place = on_day(view, week.period.start + timedelta(days=3), layout_of(view).strips.hours.bottom - 3)
    with qtbot.waitSignal(view.week_opened, check_params_cb=lambda found: found == week.period.start):
        QTest.mouseClick(view, LEFT, NONE, place)


def test_a_click_on_a_month_goes_nearer(view: TimelineView) -> None:
    month, years = month_of(date(2025, 3, 1)), Period(date(2016, 11, 24), DANA.end)
    view.show_timeline(replace(DANA, start=years.start, rep_months=(RepHours(month, {"one_on_one": 60}),)))
    view.show_all()
    place = on_day(view, date(2025, 3, 15), layout_of(view).strips.hours.bottom - 3)
    QTest.mouseClick(view, LEFT, NONE, place)
    assert view.span == month
    assert view.span_name == ""


def test_hovering_tells_what_is_under_the_pointer(view: TimelineView, qtbot: QtBot) -> None:
    point = DANA.goals[0].points[-1]
    QTest.mouseMove(view, on_day(view, point.on, layout_of(view).strips.share.at(point.share)))
    qtbot.waitUntil(lambda: QToolTip.text() == "16 Nov: Discovery depth 3.9 of 4.0")


def test_a_name_in_a_tooltip_is_never_read_as_markup(view: TimelineView, qtbot: QtBot) -> None:
    view.show_timeline(replace(DANA, goals=(replace(DANA.goals[0], title="<b>bold</b>"),)))
    point = DANA.goals[0].points[-1]
    QTest.mouseMove(view, QPoint(5, 5))  # a pointer that is there already does not move
    QTest.mouseMove(view, on_day(view, point.on, layout_of(view).strips.share.at(point.share)))
    qtbot.waitUntil(lambda: "&lt;b&gt;bold" in QToolTip.text())


def test_the_crosshair_follows_the_pointer_and_leaves_with_it(view: TimelineView) -> None:
    before = picture(view)
    QTest.mouseMove(view, on_day(view, date(2026, 6, 20), 200))
    assert picture(view) != before
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert picture(view) == before


def test_the_wheel_zooms_around_the_pointer(view: TimelineView) -> None:
    day = date(2026, 6, 20)
    place = on_day(view, day, 200)
    turn_wheel(view, place, up=2)
    assert view.span is not None
    assert length_of(view.span) == pytest.approx(0.64 * length_of(whole_span(DANA)), abs=1)
    assert abs(on_day(view, day, 200).x() - place.x()) < 5
    assert view.span_name == ""


def test_the_wheel_turned_back_shows_everything_and_stops_there(view: TimelineView) -> None:
    turn_wheel(view, QPoint(300, 200), up=5)
    turn_wheel(view, QPoint(300, 200), up=-50)
    assert view.span == whole_span(DANA)


def test_a_wheel_turned_sideways_moves(view: TimelineView) -> None:
    view.show_quarter()
    before = view.span
    turn_wheel(view, QPoint(300, 200), sideways=1)
    assert view.span is not None
    assert before is not None
    assert view.span.start < before.start
    assert length_of(view.span) == length_of(before)


def test_where_the_page_scrolls_the_wheel_is_the_page_s_and_ctrl_and_shift_make_it_the_chart_s(
    qtbot: QtBot, view: TimelineView
) -> None:
    page = QScrollArea()
    qtbot.addWidget(page)
    page.resize(940, 300)
    page.setWidget(view)
    page.show()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    place, whole = QPoint(300, 200), length_of(spanned(view))
    assert not turn_wheel(view, place, up=5)
    assert length_of(spanned(view)) == whole
    assert turn_wheel(view, place, up=5, held=Qt.KeyboardModifier.ControlModifier)
    nearer = spanned(view)
    assert length_of(nearer) < whole
    assert turn_wheel(view, place, up=1, held=Qt.KeyboardModifier.ShiftModifier)
    assert length_of(spanned(view)) == length_of(nearer)
    assert spanned(view) != nearer
    page.takeWidget()


def test_dragging_moves_through_time_and_opens_nothing(view: TimelineView, qtbot: QtBot) -> None:
    view.show_quarter()
    view.repaint()
    before = view.span
    start = on_day(view, date(2026, 10, 1), layout_of(view).strips.hours.bottom - 3)
    with qtbot.assertNotEmitted(view.week_opened):
        QTest.mousePress(view, LEFT, NONE, start)
        QTest.mouseMove(view, start + QPoint(120, 0))
        QTest.mouseRelease(view, LEFT, NONE, start + QPoint(120, 0))
    assert view.span is not None
    assert before is not None
    assert view.span.start < before.start


def test_a_double_click_shows_all(view: TimelineView) -> None:
    view.show_quarter()
    QTest.mouseDClick(view, LEFT, NONE, QPoint(300, 20))
    assert view.span == whole_span(DANA)


def test_keys_move_zoom_and_choose_spans(view: TimelineView) -> None:
    named: list[str] = []
    view.span_changed.connect(named.append)
    for key in "QYAq":
        QTest.keyClicks(view, key)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert named == ["quarter", "year", "all", "quarter", "all"]
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.span is not None
    zoomed_in = view.span
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.span.start < zoomed_in.start
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.span == zoomed_in
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert length_of(view.span) > length_of(zoomed_in)


def test_the_same_rep_keeps_its_span_after_a_change_and_another_starts_with_a_year(view: TimelineView) -> None:
    view.show_quarter()
    turn_wheel(view, QPoint(300, 200), up=1)
    own = view.span
    view.show_timeline(replace(DANA, first_name="Dana"))
    assert view.span == own
    view.show_timeline(replace(DANA, rep_id=2))
    assert view.span_name == "year"


def test_a_screen_reader_hears_the_numbers_in_view(view: TimelineView) -> None:
    assert view.accessibleName() == "Coaching timeline"
    assert "Discovery depth: 3.9 of 4.0" in view.accessibleDescription()
    assert "11 check-ins" in view.accessibleDescription()
    view.show_quarter()
    assert "4 check-ins" in view.accessibleDescription()


def test_the_table_has_the_data_of_the_chart(view: TimelineView) -> None:
    assert (date(2026, 2, 3), "One-on-one", 30, "minutes") in {
        (row.on, row.what, row.value, row.unit) for row in view.table_rows()
    }


def test_with_a_worker_the_chart_comes_when_it_is_loaded(qtbot: QtBot, worker: Worker) -> None:
    view = TimelineView(worker)
    qtbot.addWidget(view)
    view.show_timeline(DANA)
    view.show()
    qtbot.waitUntil(lambda: view.figure is not None and view.figure.layout is not None)


def test_before_the_first_timeline_the_sheet_is_blank_and_nothing_happens(qtbot: QtBot) -> None:
    view = TimelineView()
    qtbot.addWidget(view)
    view.show()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.mouseClick(view, LEFT, NONE, QPoint(100, 100))
    view.show_quarter()
    assert view.table_rows() == ()
    assert view.span is None


def test_a_rep_without_anything_gets_the_sentences(qtbot: QtBot) -> None:
    view = TimelineView()
    qtbot.addWidget(view)
    view.show_timeline(timeline())
    view.show()
    qtbot.waitUntil(lambda: view.figure is not None)
    assert any("Set a goal" in word.text for word in layout_of(view).words)
