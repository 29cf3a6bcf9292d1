import math
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import ui
from coachjournal.places import RESOURCES
from ui.theme import TEXT_SCALES, Theme, icon, tokens
from ui.tokens import DARK, LIGHT, SCHEME_KEY, Scheme, Tokens, tokens_of
from ui.widgets.choices import Chip
from ui.widgets.marks import Tone, pill_colours


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    ink = QColor(colour)
    parts = ((0.2126, ink.redF()), (0.7152, ink.greenF()), (0.0722, ink.blueF()))
    return sum(share * _linear(channel) for share, channel in parts)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else math.pow((channel + 0.055) / 1.055, 2.4)


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_text_can_be_read_on_every_ground(colours: Tokens) -> None:
    grounds = (colours.ground, colours.head, colours.side, colours.sheet)
    assert all(contrast(colours.text, ground) >= 7 for ground in grounds)
    assert all(contrast(colours.muted, ground) >= 4.5 for ground in (colours.ground, colours.head, colours.sheet))
    assert contrast(colours.side_muted, colours.side) >= 4.5
    assert contrast(colours.on_people, colours.people) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("tone", Tone)
def test_a_pill_can_be_read(colours: Tokens, tone: Tone) -> None:
    ink, fill, _outline = pill_colours(tone, colours)
    assert contrast(ink, fill) >= 4.5


def test_the_system_decides_only_while_it_is_asked() -> None:
    assert tokens_of(Scheme.SYSTEM, system_is_dark=True) is DARK
    assert tokens_of(Scheme.SYSTEM, system_is_dark=False) is LIGHT
    assert tokens_of(Scheme.LIGHT, system_is_dark=True) is LIGHT
    assert tokens_of(Scheme.DARK, system_is_dark=False) is DARK


def test_the_choice_of_scheme_is_worn_at_once_and_kept(qapp: QApplication, theme: Theme, settings: QSettings) -> None:
    theme.choose_scheme(Scheme.DARK)
    assert tokens() is DARK
    assert DARK.sheet in qapp.styleSheet()
    assert Theme(qapp, settings).scheme is Scheme.DARK
    theme.choose_scheme(Scheme.LIGHT)
    assert tokens() is LIGHT


def test_text_grows_to_twice_its_size(qapp: QApplication, theme: Theme) -> None:
    theme.choose_text_scale(2.0)
    assert qapp.font().pointSizeF() == 20
    assert "font-size: 24.00pt" in qapp.styleSheet()
    theme.choose_text_scale(1.0)
    assert qapp.font().pointSizeF() == 10


@pytest.mark.parametrize("kept", ["1.1", "huge", ""])
def test_settings_that_cannot_be_read_are_passed_over(
    qapp: QApplication, theme: Theme, settings: QSettings, kept: str
) -> None:
    settings.setValue("view/text_scale", kept)
    settings.setValue(SCHEME_KEY, kept)
    again = Theme(qapp, settings)
    assert (again.text_scale, again.scheme) == (theme.text_scale, Scheme.SYSTEM)
    again.deleteLater()


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_a_chip_is_round_at_every_size(qapp: QApplication, qtbot: QtBot, theme: Theme, scale: float) -> None:
    theme.choose_text_scale(scale)
    chip = Chip("Won", name="won")
    qtbot.addWidget(chip)
    chip.show()
    radius = re.search(r"\bChip \{ border-radius: (\d+)px", qapp.styleSheet())
    assert radius is not None
    assert chip.height() // 3 <= int(radius[1]) <= chip.height() / 2


def test_words_are_set_in_the_shipped_typeface(qapp: QApplication, theme: Theme) -> None:
    assert theme.text_scale == 1.0
    assert qapp.font().family() == "Inter"


def test_every_icon_shipped_is_shown_somewhere() -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in Path(ui.__file__).parent.rglob("*.py"))
    sheet = (RESOURCES / "style.qss").read_text(encoding="utf-8")
    shipped = {file.stem for file in (RESOURCES / "icons").glob("*.svg")} - {"coachjournal"}
    assert {name for name in shipped if f'"{name}"' not in code and f"/{name}.svg" not in sheet} == set()


def test_an_icon_is_drawn_in_the_colour_asked_for(theme: Theme) -> None:
    assert theme.scheme is Scheme.SYSTEM
    picture = icon("lock", "#C4632B").pixmap(16, 16).toImage()
    colours = {picture.pixelColor(x, y).name().upper() for x in range(16) for y in range(16)}
    assert "#C4632B" in colours
