"""Colours, type and the one style sheet: light and dark, following the system where it says which it wants."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from string import Template

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QImageReader, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from coachjournal.places import RESOURCES


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
    goals: tuple[str, ...]


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
    goals=("#1F7A5C", "#C4632B", "#3B5BA5", "#8A4F9E", "#A08A1B"),
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
    goals=("#4FB491", "#E0935F", "#8FA8E0", "#C292D3", "#CDB94F"),
)

_MIDDLE = 128  # of lightness 0 to 255

BODY_PT = 10.0
_SIZES = {"small": 9.0, "body": BODY_PT, "note": 11.5, "title": 12.0, "figure": 20.0}
_SHAPES = {"box": 13, "tick": 11, "chip": 11, "arrow": 14}
TEXT_SCALES = (1.0, 1.25, 1.5, 2.0)


def tokens() -> Tokens:
    """The colours in force now: those of the application's palette."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _MIDDLE else LIGHT


def icon(name: str, colour: str) -> QIcon:
    """A line icon of resources/icons in `colour` ("#rrggbb"), sharp at 1× and 2×."""
    source = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    buffer = QBuffer()
    buffer.setData(QByteArray(source.encode()))
    result = QIcon()
    for ratio in (1, 2):
        buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(b"svg"))
        reader.setScaledSize(QSize(16, 16) * ratio)
        pixmap = QPixmap.fromImageReader(reader)
        pixmap.setDevicePixelRatio(ratio)
        result.addPixmap(pixmap)
        buffer.close()
    return result


class Theme(QObject):
    """Dresses the application, and dresses it again when the system or the user changes their mind."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: QSettings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._family = _load_fonts()
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._dress()

    @property
    def scheme(self) -> Scheme:
        return Scheme(str(self._settings.value("view/scheme", Scheme.SYSTEM)))

    def choose_scheme(self, scheme: Scheme) -> None:
        self._settings.setValue("view/scheme", scheme.value)
        self._dress()

    @property
    def text_scale(self) -> float:
        return float(str(self._settings.value("view/text_scale", 1.0)))

    def choose_text_scale(self, scale: float) -> None:
        self._settings.setValue("view/text_scale", scale)
        self._dress()

    def _on_system_changed(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        colours = self._tokens()
        self._app.setPalette(_palette(colours))
        self._app.setFont(_font(self._family, self.text_scale))
        sheet = _style_sheet(colours, self.text_scale)
        if sheet != self._app.styleSheet():  # setting it dresses every widget anew
            self._app.setStyleSheet(sheet)
        self.changed.emit()

    def _tokens(self) -> Tokens:
        if self.scheme is Scheme.SYSTEM:
            return DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self.scheme is Scheme.DARK else LIGHT


@cache
def _load_fonts() -> str:
    """Inter if it is shipped, else the system's own family."""
    for file in sorted((RESOURCES / "fonts").glob("Inter*.ttf")):
        if "Italic" not in file.name:
            QFontDatabase.addApplicationFont(str(file))
    return "Inter" if "Inter" in QFontDatabase.families() else QGuiApplication.font().family()


def _font(family: str, scale: float) -> QFont:
    font = QFont(family)
    font.setPointSizeF(BODY_PT * scale)
    return font


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width, for columns of numbers; in running text they tear words apart."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def _style_sheet(colours: Tokens, scale: float) -> str:
    sizes = {f"{name}_pt": f"{size * scale:.2f}pt" for name, size in _SIZES.items()}
    sizes |= {f"{name}_px": f"{round(size * scale)}px" for name, size in _SHAPES.items()}
    template = Template((RESOURCES / "style.qss").read_text(encoding="utf-8"))
    return template.substitute(asdict(colours), **sizes, icons=(RESOURCES / "icons").as_posix())


def _palette(colours: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in {
        role.Window: colours.ground,
        role.WindowText: colours.text,
        role.Base: colours.sheet,
        role.AlternateBase: colours.ground,
        role.Text: colours.text,
        role.PlaceholderText: colours.faint,
        role.Button: colours.sheet,
        role.ButtonText: colours.text,
        role.BrightText: colours.red,
        role.Highlight: colours.people_tint,
        role.HighlightedText: colours.people_strong,
        role.Accent: colours.people,
        role.Link: colours.people,
        role.LinkVisited: colours.people_strong,
        role.ToolTipBase: colours.sheet,
        role.ToolTipText: colours.text,
        role.Light: colours.sheet,
        role.Midlight: colours.line_soft,
        role.Mid: colours.line,
        role.Dark: colours.faint,
        role.Shadow: colours.line,
    }.items():
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.faint))
    return palette
