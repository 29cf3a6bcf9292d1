"""What is read must be readable: contrast as WCAG 2 measures it, on the sheet and in grey."""

from itertools import pairwise

import pytest
from matplotlib.colors import to_rgb

from coachjournal.charts.palette import DARK, LIGHT, PRINT, Palette

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])


def luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@PALETTES
def test_words_keep_their_contrast(palette: Palette) -> None:
    assert contrast(palette.text, palette.sheet) >= 7
    assert all(contrast(colour, palette.sheet) >= 4.5 for colour in (palette.muted, *palette.goal_words))
    assert contrast(palette.gap_words, palette.gap) >= 4.5
    assert contrast(palette.gap_words, palette.sheet) >= 4.5


@PALETTES
def test_lines_and_marks_stand_out_from_the_sheet(palette: Palette) -> None:
    assert all(
        contrast(colour, palette.sheet) >= 3 for colour in (*palette.goals, palette.people, palette.people_strong)
    )
    assert contrast(palette.people, palette.desk) >= 2.5


@PALETTES
def test_the_shades_of_hours_go_one_way_and_can_be_told_apart_in_grey(palette: Palette) -> None:
    assert all(contrast(one, other) >= 1.2 for one, other in pairwise(palette.hours))
    shades = [luminance(shade) for shade in palette.hours]
    assert shades in (sorted(shades), sorted(shades, reverse=True))


def test_printed_goals_differ_by_more_than_colour() -> None:
    assert len(set(PRINT.goal_dashes)) == len(PRINT.goals)
