"""Help: which versions run here under which licences, and the sheet of keys."""

import platform
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coachjournal import __version__
from ui.widgets.buttons import PrimaryButton, spoken_key
from ui.widgets.rows import Definition, DefinitionRows
from ui.widgets.text import Text

_PARTS = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("SQLAlchemy", "MIT"),
    ("sqlcipher3", "zlib; SQLCipher BSD-3-Clause"),
    ("alembic", "MIT"),
    ("matplotlib", "PSF-based"),
    ("typst", "Apache-2.0"),
    ("babel", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("spylls", "MIT"),
)
_SHIPPED = (
    ("Inter", "OFL-1.1"),
    ("Noto Sans", "OFL-1.1"),
    ("Lucide icons", "ISC"),
    ("English dictionaries (SCOWL)", "MIT and BSD"),
)


class About(QDialog):
    """Name, version, and the works of others inside."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = _dressed(self, "about", "Coach Journal")
        column.addWidget(Text(f"Version {__version__}, MIT licence", "muted"))
        column.addWidget(Text(_PROMISE, wrap=True))
        rows = DefinitionRows(name="about.parts")
        rows.show_rows(
            [
                Definition("Python", platform.python_version(), "PSF licence"),
                Definition("Qt", qVersion(), "LGPL-3.0"),
                *(Definition(name, _version(name), licence) for name, licence in _PARTS),
                *(Definition(name, "", licence) for name, licence in _SHIPPED),
            ]
        )
        column.addWidget(rows)
        _add_close(self, column)


class Keys(QDialog):
    """All keys of the window, and those that work inside."""

    def __init__(self, parent: QWidget, actions: Iterable[QAction]) -> None:
        super().__init__(parent)
        column = _dressed(self, "keys", "Keys")
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        rows = [(action.shortcut().toString(), action.text()) for action in actions if not action.shortcut().isEmpty()]
        for number, (key, words) in enumerate([*rows, *_INSIDE]):
            grid.addWidget(Text(spoken_key(key), "bold"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(words, wrap=True), number, 1)
        grid.setColumnStretch(1, 1)
        inside = QWidget()
        inside.setObjectName("keysInside")
        inside.setLayout(grid)
        scroll = QScrollArea()
        scroll.setObjectName("keysScroll")
        scroll.setAccessibleName("Keys")
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setMinimumHeight(self.fontMetrics().height() * 24)
        column.addWidget(scroll, 1)
        _add_close(self, column)


_PROMISE = "A journal of coaching, kept in one file on this computer. It works without a network and sends nothing."
_INSIDE = (
    ("Ctrl+Return", "Finish what is being written"),
    ("Esc", "Go back"),
    ("Ctrl+Shift+Return", "Go on with a new conversation on a page"),
    ("S", "On a rep’s page: start a conversation of a kind"),
    ("B", "On a rep’s page: prepare the one-on-one"),
    ("K", "On a rep’s page: plan coaching; M a meeting, A a ride-along; G sets a goal, C checks in"),
    ("S", "On a brief: start the one-on-one; Ctrl P saves the brief as PDF"),
    ("P", "On Today: all briefs of today as one PDF; Up and Down walk, Enter opens, Space ticks"),
    ("C", "On a signal: coach this; N not now, R recognise, L look again, Enter where it comes from"),
    ("1", "In “Coach this”: the kind of coaching, up to 5; Ctrl Shift Enter starts it now"),
    ("S", "On a meeting: start it; T it took place, M move, D skip or call off, B put back"),
    ("R", "Among the skills of a rep: the rep’s turn to rate; Y your turn, 1 to 5 gives a level"),
    ("[", "On Team: the quarter before; ] the one after, Enter opens what a cell was counted from"),
    ("F6", "To the next part of the page; Shift+F6 to the one before"),
    ("Tab", "In a note: under its next heading; Shift+Tab under the one before"),
    ("Ctrl+Shift+H", "Earlier versions of a note"),
    ("Ctrl+Shift+O", "A note in a window of its own"),
    ("Alt+Shift+P", "Make a whole note private, or public again"),
    ("Alt+Shift+R", "The next step was the rep’s idea; T: of both, M: mine"),
    ("F11", "Only the note in sight, and everything again"),
    ("Ctrl+F", "Find in a note"),
    ("Ctrl+E", "Read a note as it is set, and write again"),
    ("Ctrl+Shift+P", "Make a part of a note private, or public again"),
    ("Ctrl+L", "Tick a box of a note, or make one"),
    ("Ctrl+]", "Move the lines of a list in; Ctrl+[ moves them out"),
    ("@", "In a note: name a rep; # a deal, ! a skill; two letters, Enter"),
    ("Alt+Return", "Open what a note names at the cursor"),
    ("Ctrl+Shift+C", "Make a commitment of a line of a note"),
    ("F7", "Next misspelt word of a note"),
    ("Ctrl+.", "What may have been meant by a word"),
    ("K", "Beside a note: what was agreed last time is kept; N not kept, M moved to another day"),
    ("1", "Beside a note: the level of a goal or a skill, up to 5; + and − a half, Del takes it back"),
    ("N", "Beside a note: the next step of a deal; + and − say whether it came up"),
    ("R", "On Deals: review this deal"),
    ("G", "In a deal review: a guess; K known, U unknown, C unknown and a commitment to find it out"),
    ("P", "In a pipeline review: park this deal; Left and Right move its day, Space talked about"),
    ("Ctrl+PgUp", "On a ride-along: the call before; Ctrl Page Down the one after"),
    ("Alt+1", "On a ride-along: the level of this call, up to 5; Alt O, J or D my part, Alt I I took over"),
    ("1", "Sort a table by its first column, 2 by its second …; once more, the other way round"),
    ("T", "Today, in a field for a day, or type “friday”; + and − step a day, Page Up and Page Down a week"),
)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "from source"


def _dressed(dialog: QDialog, name: str, title: str) -> QVBoxLayout:
    dialog.setObjectName(name)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMinimumWidth(dialog.fontMetrics().averageCharWidth() * 64)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 16)
    column.setSpacing(12)
    column.addWidget(Text(title, "title"))
    return column


def _add_close(dialog: QDialog, column: QVBoxLayout) -> None:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(PrimaryButton("Close", dialog.accept, name=f"{dialog.objectName()}.close", hint="Esc"))
    column.addLayout(row)
