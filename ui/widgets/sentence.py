"""A sentence with blanks to fill in: words and fields run on from line to line as letters do."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QComboBox, QLayoutItem, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.growing_line import height_of_line
from ui.widgets.text import Text

_LEAST, _MOST = 5, 40
"""Characters that a short blank is wide at least and at most."""
_LEAST_LONG = 28
"""Characters below which a long blank begins a line of its own."""
_FRAME, _ARROW = 10, 22
"""Pixels of padding and border of a field, as the style sheet has it, and of the arrow of a choice."""
_BETWEEN_LINES, _SPACE = 6, 5


class Word(Text):
    """One word, as high as a field beside it. A tight one follows without a space: ","."""

    def __init__(self, text: str, role: str = "", *, tight: bool = False) -> None:
        super().__init__(text, role)
        self.tight = tight
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), height_of_line(self.fontMetrics())))


class Blank(Field):
    """A field without a caption, as wide as what stands in it. A long one takes what is left of its line."""

    def __init__(self, label: str, entry: QWidget, *, name: str, long: bool = False) -> None:
        super().__init__(label, entry, name=name)
        self.long = long
        self._caption.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if not long:
            entry.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        match entry:
            case QLineEdit():
                entry.textChanged.connect(self.updateGeometry)
            case QComboBox():
                entry.setMinimumContentsLength(1)
                entry.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                entry.currentIndexChanged.connect(self.updateGeometry)
            case _:
                pass

    @property
    def least(self) -> int:
        """Pixels below which it has too little room; a sentence about what is wrong has room beside it, too."""
        characters = _LEAST_LONG if self.long or self.problem else _LEAST
        return self.entry.fontMetrics().averageCharWidth() * characters

    def sizeHint(self) -> QSize:
        letters = self.entry.fontMetrics()
        hint, character = super().sizeHint(), letters.averageCharWidth()
        match self.entry:
            case QLineEdit() as line:
                wide = letters.horizontalAdvance(line.text() or line.placeholderText()) + character + _FRAME
                wide = min(wide, character * _MOST)
            case QComboBox() as choice:
                wide = letters.horizontalAdvance(choice.currentText()) + character + _FRAME + _ARROW
            case _:
                wide = hint.width()
        return QSize(max(wide, self.least), max(hint.height(), height_of_line(letters)))


class _Running(Flow):
    """Keeps a tight word beside what it follows, and gives a long blank what is left of the line."""

    def minimumSize(self) -> QSize:
        """The widest that cannot be broken; a sentence that ran out of room would be worse than a shorter field."""
        widest = max((min(self._hint(item), self._least(item)) for item in self._shown()), default=0)
        return QSize(widest, super().minimumSize().height())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, tall = rect.left(), rect.top(), 0
        for bunch in self._bunches():
            widths = self._widths(bunch, rect.right() + 1 - x)
            if x > rect.left() and x + sum(widths) > rect.right() + 1:
                x, y, tall = rect.left(), y + tall + _BETWEEN_LINES, 0
                widths = self._widths(bunch, rect.width())
            for item, width in zip(bunch, widths, strict=True):
                height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
                if move:
                    item.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
                x, tall = x + width, max(tall, height)
            x += self.spacing()
        return y + tall - rect.top()

    def _bunches(self) -> Iterator[list[QLayoutItem]]:
        bunch: list[QLayoutItem] = []
        for item in self._shown():
            word = item.widget()
            if bunch and not (isinstance(word, Word) and word.tight):
                yield bunch
                bunch = []
            bunch.append(item)
        if bunch:
            yield bunch

    def _widths(self, bunch: list[QLayoutItem], room: int) -> list[int]:
        spare = room - sum(self._hint(item) for item in bunch[1:])
        first = max(self._least(bunch[0]), spare) if _is_long(bunch[0]) else self._hint(bunch[0])
        return [first, *(self._hint(item) for item in bunch[1:])]

    def _hint(self, item: QLayoutItem) -> int:
        return int(item.sizeHint().width())

    def _least(self, item: QLayoutItem) -> int:
        blank = item.widget()
        return blank.least if isinstance(blank, Blank) else self._hint(item)


class Sentence(QWidget):
    """Say words, ask for what is missing. Tab goes from blank to blank, in the order of the sentence."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._running = _Running(spacing=_SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._running)

    def say(self, words: str, role: str = "") -> list[Word]:
        """Go on with words; a comma or a stop at their beginning stands close to what comes before."""
        said = [Word(word, role, tight=word[0] in ",.") for word in words.split()]
        for word in said:
            self._running.addWidget(word)
        return said

    def ask(self, blank: Blank) -> Blank:
        """Go on with a blank."""
        self._running.addWidget(blank)
        return blank


def _is_long(item: QLayoutItem) -> bool:
    blank = item.widget()
    return isinstance(blank, Blank) and blank.long
