import shiboken6
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.curtain import draw_back, draw_curtains


def test_every_window_but_the_one_in_front_is_covered_whatever_its_size(qtbot: QtBot) -> None:
    windows = [QLabel("3.5"), QLabel("4.0"), QWidget()]
    for window in windows:
        qtbot.addWidget(window)
        window.resize(200, 100)
        window.show()
    first, second, front = windows
    curtains = draw_curtains(front)
    assert {curtain.parentWidget() for curtain in curtains} >= {first, second}
    assert front not in {curtain.parentWidget() for curtain in curtains}
    first.resize(400, 300)
    assert first.childAt(390, 290) in curtains


def test_a_window_that_was_closed_meanwhile_took_its_curtain_along(qtbot: QtBot) -> None:
    window, front = QWidget(), QWidget()
    qtbot.addWidget(front)
    window.show()
    curtains = draw_curtains(front)
    shiboken6.delete(window)
    draw_back(curtains)
    assert not any(map(shiboken6.isValid, curtains))
