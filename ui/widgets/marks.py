"""Small marks beside words: pills, initials, dots. None speaks by colour alone."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import tokens
from ui.tokens import Tokens
from ui.widgets.text import tip

PILL_LETTERS = 0.92
"""Their size as a share of the words around a pill."""


class Tone(StrEnum):
    """What a mark means."""

    PLAIN = "plain"
    PEOPLE = "people"
    AMBER = "amber"
    RED = "red"


def pill_colours(tone: Tone, colours: Tokens) -> tuple[str, str, str]:
    """Text, fill and outline of a pill."""
    return {
        Tone.PLAIN: (colours.text, colours.head, colours.line),
        Tone.PEOPLE: (colours.people_strong, colours.people_tint, colours.people_line),
        Tone.AMBER: (colours.amber, colours.amber_tint, colours.amber_line),
        Tone.RED: (colours.red, colours.red_tint, colours.red_line),
    }[tone]


def dot_colour(tone: Tone, colours: Tokens) -> str:
    return {
        Tone.PLAIN: colours.desk,
        Tone.PEOPLE: colours.people,
        Tone.AMBER: colours.amber_dot,
        Tone.RED: colours.red_dot,
    }[tone]


def draw_pill(painter: QPainter, where: QRectF, text: str, tone: Tone) -> None:
    """A pill filling `where`, in the painter's font."""
    ink, fill, outline = pill_colours(tone, tokens())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(outline))
    painter.setBrush(QColor(fill))
    body = where.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
    painter.setPen(QColor(ink))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)


class Pill(QWidget):
    """A word in a rounded outline ("3 days late")."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text, tone)

    def say(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        self.text, self.tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        letters = QFontMetrics(self._letters()).horizontalAdvance(self.text)
        return QSize(letters + 20, self.fontMetrics().height() + 7)

    def _letters(self) -> QFont:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * PILL_LETTERS)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._letters())
        shown = painter.fontMetrics().elidedText(self.text, Qt.TextElideMode.ElideRight, max(self.width() - 12, 0))
        draw_pill(painter, QRectF(self.rect()), shown, self.tone)


class Avatar(QWidget):
    """A rep's initials in a circle. The name stands beside it, so screen readers pass it over."""

    def __init__(self, initials: str = "", *, large: bool = False) -> None:
        super().__init__()
        self._large = large
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(initials)

    def say(self, initials: str) -> None:
        self.initials = initials
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * (1.8 if self._large else 1.35))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().people_tint if self._large else tokens().people_line))
        painter.drawEllipse(QRectF(self.rect()))
        font = self.font()
        font.setPixelSize(max(6, round(self.height() * 0.42)))
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens().people_strong))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.initials)


class Dot(QWidget):
    """A coloured dot whose meaning is its tooltip and its accessible name."""

    def __init__(self, tone: Tone = Tone.PLAIN, words: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(tone, words)

    def say(self, tone: Tone, words: str) -> None:
        self.tone = tone
        self.setToolTip(tip(words))
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 0.45)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(dot_colour(self.tone, tokens())))
        painter.drawEllipse(QRectF(self.rect()))


class SplitBar(QWidget):
    """A green share of a grey bar, perhaps with a dashed mark where the aim is; `words` say the same."""

    def __init__(self, *, slim: bool = False, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._slim = slim
        self._share = 0.0
        self._aim: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, share: float, words: str, *, aim: float | None = None) -> None:
        self._share, self._aim = min(max(share, 0.0), 1.0), aim
        self.setAccessibleName(words)
        self.setToolTip(tip(words))
        self.update()

    def sizeHint(self) -> QSize:
        bar = round(self.fontMetrics().height() * (0.5 if self._slim else 0.72))
        return QSize(120, bar if self._slim else bar + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(self.rect()) if self._slim else QRectF(self.rect()).adjusted(0, 4, 0, -4)
        radius = bar.height() / 2
        painter.setBrush(QColor(tokens().desk_tint))
        painter.drawRoundedRect(bar, radius, radius)
        painter.setClipRect(QRectF(bar.left(), bar.top(), bar.width() * self._share, bar.height()))
        painter.setBrush(QColor(tokens().people))
        painter.drawRoundedRect(bar, radius, radius)
        painter.setClipping(False)
        if self._aim is not None:
            self._draw_aim(painter, bar.left() + bar.width() * self._aim)

    def _draw_aim(self, painter: QPainter, x: float) -> None:
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern((3, 2))
        pen.setColor(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawLine(round(x), 0, round(x), self.height())
