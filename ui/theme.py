"""Colours, type and the one style sheet: light and dark, following the system where it says which it wants."""

from dataclasses import asdict
from functools import cache
from string import Template

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QImageReader, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from coachjournal.places import RESOURCES
from ui.tokens import DARK, LIGHT, SCHEME_KEY, Scheme, Tokens, scheme_of, tokens_of

_MIDDLE = 128  # of lightness 0 to 255

BODY_PT = 10.0
_SIZES = {"small": 9.0, "body": BODY_PT, "note": 11.5, "title": 12.0, "figure": 20.0}
_SHAPES = {"box": 13, "tick": 11, "arrow": 14, "icon": 16}
_CHIP_PADDING, _CHIP_LETTERS = 4, 7
"""Half the height of a chip: what stands around its letters, and they themselves. Qt drops a larger radius."""
TEXT_SCALES = (1.0, 1.25, 1.5, 2.0)


def tokens() -> Tokens:
    """The colours in force now: those of the application's palette."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _MIDDLE else LIGHT


def icon(name: str, colour: str) -> QIcon:
    """A line icon of resources/icons in `colour` ("#rrggbb"), as big as the text of now asks, sharp at 1× and 2×."""
    source = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    buffer = QBuffer()
    buffer.setData(QByteArray(source.encode()))
    side = round(_SHAPES["icon"] * QGuiApplication.font().pointSizeF() / BODY_PT)
    result = QIcon()
    for ratio in (1, 2):
        buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(b"svg"))
        reader.setScaledSize(QSize(side, side) * ratio)
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
        return scheme_of(self._settings.value(SCHEME_KEY))

    def choose_scheme(self, scheme: Scheme) -> None:
        self._settings.setValue(SCHEME_KEY, scheme.value)
        self._dress()

    @property
    def text_scale(self) -> float:
        kept = str(self._settings.value("view/text_scale"))
        return next((scale for scale in TEXT_SCALES if kept in {str(scale), f"{scale:g}"}), TEXT_SCALES[0])

    def choose_text_scale(self, scale: float) -> None:
        self._settings.setValue("view/text_scale", scale)
        self._dress()

    def _on_system_changed(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        colours = tokens_of(self.scheme, system_is_dark=dark)
        self._app.setPalette(_palette(colours))
        self._app.setFont(_font(self._family, self.text_scale))
        sheet = _style_sheet(colours, self.text_scale)
        if sheet != self._app.styleSheet():  # setting it dresses every widget anew
            self._app.setStyleSheet(sheet)
        self.changed.emit()


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


def blend(ground: str, colour: str, share: float) -> QColor:
    """So much of a colour (0 to 1) on a ground."""
    low, high = QColor(ground), QColor(colour)
    return QColor(
        round(low.red() + (high.red() - low.red()) * share),
        round(low.green() + (high.green() - low.green()) * share),
        round(low.blue() + (high.blue() - low.blue()) * share),
    )


def _style_sheet(colours: Tokens, scale: float) -> str:
    sizes = {f"{name}_pt": f"{size * scale:.2f}pt" for name, size in _SIZES.items()}
    sizes |= {f"{name}_px": f"{round(size * scale)}px" for name, size in _SHAPES.items()}
    sizes["chip_px"] = f"{int(_CHIP_PADDING + _CHIP_LETTERS * scale)}px"
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
