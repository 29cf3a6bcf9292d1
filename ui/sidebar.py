"""The side of the window: its pages, the team, and when the journal was last saved."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.pages import Page, Place
from ui.theme import tokens
from ui.widgets.buttons import QuietButton
from ui.widgets.inline import LeaveByEsc
from ui.widgets.layouts import clear
from ui.widgets.marks import Avatar, Dot, Tone
from ui.widgets.text import Text, tip

if TYPE_CHECKING:  # asked for only once the journal is open
    from coachjournal.queries.team import Team, TeamMember

_CHARACTERS_WIDE = 27


class MenuButton(QuietButton):
    """Three lines."""

    def __init__(self) -> None:
        super().__init__("", name="menu")
        self.setAccessibleName("Menu")
        self.setToolTip("Menu (F10)")

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() * 3 // 2
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(tokens().muted))
        wide, step = self.fontMetrics().height() * 3 // 4, max(4, self.height() // 6)
        for line in (-step, 0, step):
            y = self.height() // 2 + line
            painter.drawLine((self.width() - wide) // 2, y, (self.width() + wide) // 2, y)


class NavButton(QPushButton):
    """A page in the side, with how many things wait there."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.title)
        self.setObjectName(f"page.{page.name}")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.count = ""

    def show_count(self, count: str, words: str) -> None:
        self.count = count
        self.setAccessibleName(f"{self.text()}, {words}" if words else self.text())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        font.setWeight(font.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(tokens().muted))
        where = self.rect().adjusted(0, 0, -10, 0)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.count)


class TeamButton(QPushButton):
    """A rep in the side: initials, name, and a dot that says how long ago they were coached."""

    def __init__(self, member: "TeamMember") -> None:
        super().__init__()
        self.rep_id = member.rep_id
        self._name = member.name
        self.setObjectName(f"rep.{member.rep_id}")
        self.setAccessibleName(f"{member.name}, {member.words}")
        self.setToolTip(tip(f"{member.name}, {member.words}"))
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._avatar = Avatar(member.initials)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.addWidget(self._avatar)
        row.addStretch(1)
        self.dot = Dot(dot_tone(member.standing), member.words)
        row.addWidget(self.dot)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._avatar.sizeHint().height() + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        font = self.font()
        font.setWeight(font.Weight.DemiBold if self.isChecked() else font.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(tokens().text))
        left = self._avatar.geometry().right() + 9
        where = QRect(left, 0, self.dot.geometry().left() - 6 - left, self.height())
        shown = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, shown)


class AddRep(QWidget):
    """A word that turns into a line to type a name in. `named` carries the name; Esc turns it back."""

    named = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.word = QuietButton("+ Add rep", self.begin, name="addRep")
        self.line = QLineEdit()
        self.line.setObjectName("addRep.name")
        self.line.setAccessibleName("Name of the new rep")
        self.line.setPlaceholderText("Name, Enter")
        self.line.returnPressed.connect(self._on_enter)
        LeaveByEsc(self.line, leave=self._on_esc)
        self.problem = Text("", "problem", wrap=True)
        self.problem.setObjectName("addRep.problem")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.word, self.line, self.problem):
            column.addWidget(widget)
        self.finish()

    def begin(self) -> None:
        self.word.hide()
        self.line.show()
        self.line.setFocus()

    def complain(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        self.line.setFocus()

    def finish(self) -> None:
        """Back to the word."""
        self.line.clear()
        self.line.hide()
        self.problem.hide()
        self.word.show()

    def _on_esc(self) -> None:
        self.finish()
        self.word.setFocus()

    def _on_enter(self) -> None:
        if self.line.text().strip():
            self.named.emit(self.line.text())


class Sidebar(QFrame):
    """Complete from the first moment but for the team, which comes when the journal is open; nothing jumps then."""

    page_chosen = Signal(str)
    rep_chosen = Signal(int)
    rep_named = Signal(str)

    def __init__(self, pages: tuple[Page, ...]) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAccessibleName("Pages and team")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 10, 16)
        column.setSpacing(2)
        column.addLayout(self._make_top())
        column.addSpacing(8)
        self._pages = {page.name: self._make_page(page) for page in pages if page.title}
        self._under = {page.name: page.under for page in pages if page.under}
        for button in self._pages.values():
            column.addWidget(button)
        column.addSpacing(12)
        self._team_title = Text("Your team", "faint")
        self._team_title.setContentsMargins(10, 0, 0, 4)
        column.addWidget(self._team_title)
        column.addWidget(self._make_team(), 1)
        self.remove_sample = QuietButton("Sample team: remove it", name="removeSample")
        self.remove_sample.hide()
        column.addWidget(self.remove_sample)
        self._saved = Text("", "faint", wrap=True)
        self._saved.setObjectName("sidebar.saved")
        self._saved.setContentsMargins(10, 8, 0, 0)
        column.addWidget(self._saved)
        self._reps: dict[int, TeamButton] = {}
        self._place = Place("")
        self._fit_width()

    @property
    def rep_ids(self) -> tuple[int, ...]:
        """The active reps in the order they stand in."""
        return tuple(self._reps)

    def show_team(self, team: "Team", number: Callable[[int], str] = str) -> None:
        """`number` writes a figure as it is written here: "2,089"."""
        clear(self._active)
        clear(self._gone)
        self._reps = {member.rep_id: self._make_rep(member) for member in team.reps}
        archived = [self._make_rep(member) for member in team.archived]
        for button in self._reps.values():
            self._active.addWidget(button)
        for button in archived:
            self._gone.addWidget(button)
        self._archived.say(f"Archived {len(archived)}")
        self._archived.setVisible(bool(archived))
        self._add.show()
        self.remove_sample.setVisible(team.has_sample)
        self._show_open("deals", team.open_deals, number)
        self.show_place(self._place)

    def show_signals(self, count: int, number: Callable[[int], str] = str) -> None:
        """How many signals are open."""
        self._show_open("signals", count, number)

    def show_place(self, place: Place) -> None:
        self._place = place
        for name, page in self._pages.items():
            page.setChecked(name == self._under.get(place.page, place.page))
        reps: list[TeamButton] = self._team.findChildren(TeamButton)
        walks = any(button.hasFocus() for button in reps)
        for button in reps:
            button.setChecked(place.page == "rep" and button.rep_id == place.item)
            if walks and button.isChecked():
                button.setFocus()  # Alt+Down from rep to rep: the ring goes along

    def show_saved(self, words: str) -> None:
        self._saved.setText(f"Saved on this computer\n{words}".rstrip())

    def add_rep(self) -> None:
        self._add.begin()

    def rep_added(self) -> None:
        self._add.finish()

    def complain(self, sentence: str) -> None:
        """Say beside the name why it cannot be taken."""
        self._add.complain(sentence)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_width()

    def _fit_width(self) -> None:
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _CHARACTERS_WIDE * 3 // 4)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * _CHARACTERS_WIDE, super().sizeHint().height())

    def _make_top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 0, 0)
        row.addWidget(Text("Coach Journal", "bold"))
        row.addStretch(1)
        self.menu_button = MenuButton()
        row.addWidget(self.menu_button)
        return row

    def _make_page(self, page: Page) -> NavButton:
        button = NavButton(page)
        button.clicked.connect(lambda: self._on_page(page.name))
        return button

    def _make_rep(self, member: "TeamMember") -> TeamButton:
        button = TeamButton(member)
        button.clicked.connect(lambda: self._on_rep(member.rep_id))
        return button

    def _make_team(self) -> QScrollArea:
        self._team = QWidget()
        self._team.setObjectName("sidebarTeam")
        column = QVBoxLayout(self._team)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._active, self._gone = QVBoxLayout(), QVBoxLayout()
        for rows in (self._active, self._gone):
            rows.setSpacing(2)
        self._add = AddRep()
        self._add.named.connect(self.rep_named)
        self._add.hide()
        self._archived = QuietButton("Archived", self._unfold, name="archived")
        self._archived.hide()
        self._folder = QWidget()
        self._folder.setObjectName("sidebarTeamRows")
        self._folder.setLayout(self._gone)
        self._gone.setContentsMargins(0, 0, 0, 0)
        self._folder.hide()
        column.addLayout(self._active)
        for widget in (self._add, self._archived, self._folder):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._team)
        return scroll

    def _show_open(self, page: str, count: int, number: Callable[[int], str]) -> None:
        button = self._pages.get(page)
        if button is not None:
            told = number(count)
            button.show_count(told if count else "", f"{told} open")

    def _on_page(self, name: str) -> None:
        self.show_place(self._place)  # a click alone changes no mark; arriving does
        self.page_chosen.emit(name)

    def _on_rep(self, rep_id: int) -> None:
        self.show_place(self._place)
        self.rep_chosen.emit(rep_id)

    def _unfold(self) -> None:
        self._folder.setVisible(self._folder.isHidden())


def dot_tone(standing: object) -> Tone:
    """On time, due, overdue, or nothing to go by."""
    return {"on_time": Tone.PEOPLE, "due": Tone.AMBER, "overdue": Tone.RED}.get(str(standing), Tone.PLAIN)
