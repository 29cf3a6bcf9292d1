"""Words on a page. Text from people is never read as markup."""

from dataclasses import dataclass
from html import escape
from unicodedata import bidirectional

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import tokens

_FROM_THE_RIGHT = {"R", "AL"}


class Text(QLabel):
    """A plain sentence. `role` is one of: bold, section, muted, aside, small, faint, title, figure, problem."""

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)


def apart(name: str) -> str:
    """A name in Hebrew or Arabic so that the words and numbers around it stay where they belong."""
    if any(bidirectional(letter) in _FROM_THE_RIGHT for letter in name):
        return f"\u200e\u2068{name}\u2069"  # the line stays English; an isolate turns only what is in it
    return name


def tip(words: str) -> str:
    """Words as a tooltip shows them: it would read a name with angle brackets as markup."""
    escaped = escape(words, quote=False)
    return words if escaped == words else f"<span>{escaped}</span>"


class ElidedLabel(Text):
    """A single line that ends in … where it has no room; the tooltip then says it in full."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__(text, role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self._offer_tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment() | Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            self._shown(),
            self.foregroundRole(),
        )

    def _offer_tip(self) -> None:
        self.setToolTip(tip(self.text()) if self._shown() != self.text() else "")

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())


@dataclass(frozen=True, slots=True)
class Span:
    """A few words of a passage, perhaps bold, muted or struck through."""

    text: str
    bold: bool = False
    muted: bool = False
    struck: bool = False


def bold(text: str) -> Span:
    return Span(text, bold=True)


def muted(text: str) -> Span:
    return Span(text, muted=True)


class Passage(QLabel):
    """A wrapping sentence in which some words are bold or muted: `say(bold("Dana Reyes"), "today 14:00")`."""

    def __init__(self, *spans: Span | str, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        if role:
            self.setProperty("role", role)
        self.say(*spans)

    def say(self, *spans: Span | str) -> None:
        self._spans = tuple(Span(span) if isinstance(span, str) else span for span in spans)
        self.setAccessibleName(self.plain())
        self._write()

    def plain(self) -> str:
        return " ".join(span.text for span in self._spans)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        html = " ".join(_html(span) for span in self._spans)
        if html != self.text():
            self.setText(html)


def _html(span: Span) -> str:
    words = escape(apart(span.text)).replace("\n", "<br>")
    if span.struck:
        words = f"<s>{words}</s>"
    if span.bold:
        words = f'<span style="font-weight:600">{words}</span>'
    return f'<span style="color:{tokens().muted}">{words}</span>' if span.muted else words


class SectionTitle(QWidget):
    """The heading of a part of a sheet, with a muted aside behind it ("Commitments  due or overdue")."""

    def __init__(self, title: str, aside: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        self._title = ElidedLabel(title, "section")
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # the aside is cut first
        self._aside = ElidedLabel(aside, "aside")
        row.addWidget(self._title)
        row.addWidget(self._aside, 1)
        self.setAccessibleName(title)

    def say(self, title: str, aside: str = "") -> None:
        self._title.setText(title)
        self._aside.setText(aside)
        self.setAccessibleName(title)


class Figure(QWidget):
    """The one big figure of a page and what it counts."""

    def __init__(self, figure: str = "", caption: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._figure = Text(figure, "figure")
        self._caption = Text(caption, "muted", wrap=True)
        column.addWidget(self._figure)
        column.addWidget(self._caption)
        column.addStretch(1)
        self.say(figure, caption)

    def say(self, figure: str, caption: str) -> None:
        self._figure.setText(figure)
        self._figure.setVisible(bool(figure))
        self._caption.setText(caption)
        self.setAccessibleName(f"{figure} {caption}")
