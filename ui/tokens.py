"""The colours of the window, light and dark. Knows no Qt, so that the first frame can be painted at once."""

from dataclasses import dataclass
from enum import StrEnum


class Scheme(StrEnum):
    """What the user chose under View."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours everything is drawn with. `people` always means "with my people", `desk` "at the desk"."""

    ground: str
    head: str
    side: str
    sheet: str
    line: str
    line_soft: str
    text: str
    muted: str
    faint: str
    side_muted: str
    people: str
    people_strong: str
    people_tint: str
    people_line: str
    on_people: str
    desk: str
    desk_tint: str
    amber: str
    amber_tint: str
    amber_line: str
    amber_dot: str
    red: str
    red_tint: str
    red_line: str
    red_dot: str


LIGHT = Tokens(
    ground="#F7F6F3",
    head="#FBFAF8",
    side="#EFEDE7",
    sheet="#FFFFFF",
    line="#E2DED5",
    line_soft="#F1EFEA",
    text="#1F2328",
    muted="#6B6F76",
    faint="#8A8E95",
    side_muted="#62666D",
    people="#1F7A5C",
    people_strong="#14573F",
    people_tint="#E3F2EB",
    people_line="#BFDDD0",
    on_people="#FFFFFF",
    desk="#8C93A1",
    desk_tint="#D9DADD",
    amber="#805B14",
    amber_tint="#FBF0DA",
    amber_line="#EBD9AE",
    amber_dot="#C4632B",
    red="#8E3322",
    red_tint="#F9E4DF",
    red_line="#EFC6BD",
    red_dot="#B0402F",
)
DARK = Tokens(
    ground="#17191C",
    head="#1A1C1F",
    side="#1B1E21",
    sheet="#202427",
    line="#33383D",
    line_soft="#2A2F33",
    text="#E8E6E1",
    muted="#A5ABB2",
    faint="#7E858C",
    side_muted="#A5ABB2",
    people="#4FB491",
    people_strong="#8AD3B9",
    people_tint="#1D3B31",
    people_line="#2C5547",
    on_people="#0E1512",
    desk="#7C8494",
    desk_tint="#3A4047",
    amber="#E0B561",
    amber_tint="#3A3019",
    amber_line="#5A4A22",
    amber_dot="#E0935F",
    red="#E58F7C",
    red_tint="#3D2420",
    red_line="#5E362F",
    red_dot="#E07A64",
)


SCHEME_KEY = "view/scheme"


def scheme_of(kept: object) -> Scheme:
    """What the settings say; the system's where they say nothing that can be read."""
    return Scheme(str(kept)) if str(kept) in set(Scheme) else Scheme.SYSTEM


def tokens_of(scheme: Scheme, *, system_is_dark: bool) -> Tokens:
    """The colours of a choice."""
    if scheme is Scheme.SYSTEM:
        return DARK if system_is_dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT
