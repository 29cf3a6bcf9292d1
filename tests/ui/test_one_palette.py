"""A chart lies on the window's sheet: where both name a colour it is the same one."""

import pytest

from coachjournal.charts import palette
from ui import tokens

SHARED = ("sheet", "line", "line_soft", "text", "muted", "people", "people_strong")


@pytest.mark.parametrize("name", SHARED)
@pytest.mark.parametrize(
    ("chart", "window"),
    [(palette.LIGHT, tokens.LIGHT), (palette.DARK, tokens.DARK)],
    ids=["light", "dark"],
)
def test_a_chart_has_the_colours_of_the_window(chart: palette.Palette, window: tokens.Tokens, name: str) -> None:
    assert getattr(chart, name) == getattr(window, name)
