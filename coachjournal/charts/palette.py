"""The colours of charts: the tokens of the window in light and dark, and a set that stays readable in grey."""

from dataclasses import dataclass
from typing import Literal

PaletteName = Literal["light", "dark", "print"]


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours. `goals` and `goal_words` go by the order of goals, `hours` from the heaviest shade to the
    faintest; `goal_dashes` tell lines apart where colour may be lost, as (on, off, …) in points, empty for a solid.
    """

    sheet: str
    line: str
    line_soft: str
    text: str
    muted: str
    people: str
    people_strong: str
    desk: str
    gap: str
    gap_edge: str
    quiet: str
    gap_words: str
    goals: tuple[str, ...]
    goal_words: tuple[str, ...]
    goal_dashes: tuple[tuple[float, ...], ...]
    hours: tuple[str, ...]


_SOLID: tuple[float, ...] = ()

LIGHT = Palette(
    sheet="#FFFFFF",
    line="#E2DED5",
    line_soft="#F1EFEA",
    text="#1F2328",
    muted="#6B6F76",
    people="#1F7A5C",
    people_strong="#14573F",
    desk="#D5D8DD",
    gap="#FDF6E8",
    gap_edge="#E3C88F",
    quiet="#B4B8BF",
    gap_words="#805B14",
    goals=("#1F7A5C", "#C4632B", "#3B5BA5", "#8A4F9E", "#A08A1B"),
    # The same hues, the two bright ones darkened until words in them keep 4.5:1 on the sheet.
    goal_words=("#1F7A5C", "#B25522", "#3B5BA5", "#8A4F9E", "#7D6B10"),
    goal_dashes=(_SOLID,),
    hours=("#0F4A35", "#1F7A5C", "#52A688", "#8CC7AE", "#BADECF", "#DCEFE7"),
)

DARK = Palette(
    sheet="#202427",
    line="#33383D",
    line_soft="#2A2F33",
    text="#E8E6E1",
    muted="#A5ABB2",
    people="#4FB491",
    people_strong="#8AD3B9",
    desk="#4A5158",
    gap="#2E2A1F",
    gap_edge="#7A6432",
    quiet="#5E656D",
    gap_words="#E0B561",
    goals=("#4FB491", "#E58B57", "#86A3E6", "#C48FD6", "#CDB748"),
    goal_words=("#4FB491", "#E58B57", "#86A3E6", "#C48FD6", "#CDB748"),
    goal_dashes=(_SOLID,),
    # On a dark sheet the heaviest shade is the brightest one.
    hours=("#A5E0CB", "#6CC7A7", "#47A384", "#378067", "#2C6350", "#254A3E"),
)

PRINT = Palette(
    sheet="#FFFFFF",
    line="#C9C5BC",
    line_soft="#E6E3DC",
    text="#1F2328",
    muted="#5C6067",
    people="#1F7A5C",
    people_strong="#14573F",
    desk="#D5D8DD",
    gap="#FBF3E2",
    gap_edge="#D6B877",
    quiet="#A9ADB4",
    gap_words="#6E4E10",
    goals=("#14573F", "#B25522", "#3B5BA5", "#7A4190", "#7D6B10"),
    goal_words=("#14573F", "#9C4718", "#33509A", "#7A4190", "#6E5D0A"),
    goal_dashes=(_SOLID, (6, 2), (2, 1.5), (8, 2, 2, 2), (4, 1, 1, 1, 1, 1)),
    hours=("#0F4A35", "#1F7A5C", "#52A688", "#8CC7AE", "#BADECF", "#DCEFE7"),
)

_NAMED: dict[PaletteName, Palette] = {"light": LIGHT, "dark": DARK, "print": PRINT}


def palette_named(name: PaletteName) -> Palette:
    return _NAMED[name]
