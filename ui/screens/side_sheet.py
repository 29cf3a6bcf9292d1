"""What the sheets beside a note have in common."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachjournal.queries.conversation_page import ConversationHead, ConversationPage
from ui.context import Context
from ui.widgets.row_walk import RowWalk
from ui.widgets.sheet import Sheet


class SideSheet(Sheet):
    """Shown anew with every change of the page; subclasses ask their own query in `show_head`.

    While somebody writes in a line below one of its rows it stands still, so that no letter is lost.
    """

    def __init__(self, context: Context, walk: RowWalk, title: str, aside: str = "", *, name: str) -> None:
        super().__init__(title, aside, name=name)
        self.context, self.walk = context, walk
        self._head: ConversationHead | None = None
        self._written_in: RowWithLine | None = None
        self._stale = False
        self._told: tuple[object, ...] = ()

    @property
    def head(self) -> ConversationHead:
        """The conversation in sight."""
        if self._head is None:
            raise RuntimeError("no conversation is shown yet")
        return self._head

    def show_page(self, page: ConversationPage) -> None:
        is_other = self._head is None or self._head.conversation_id != page.head.conversation_id
        if is_other:
            self.finish()
            self._written_in = None
        self._head, self._stale = page.head, self._written_in is not None
        if is_other:
            self.begin()
        if not self._stale:
            self.show_head(page.head)
        if is_other:
            self.pick_up()

    def begin(self) -> None:
        """Another conversation is shown: fold again what was unfolded."""

    def show_head(self, head: ConversationHead) -> None:
        """Ask what belongs to this conversation, and show it."""
        raise NotImplementedError

    def is_news(self, *told: object) -> bool:
        """Whether there is anything else to show than what is in sight: rows are dear, and most changes are others'."""
        before, self._told = self._told, (self.head.conversation_id, self.context.journal.clock.today(), *told)
        return self._told != before

    def pick_up(self) -> None:
        """Go on with what was being written here, when the power failed perhaps."""

    def finish(self) -> bool:
        """Keep what is being written here, as the page is left; whether the file has it now, be it as a draft."""
        row = self._written_in
        if row is None:
            return True
        if is_kept := row.finish():
            row.close_line()
        return is_kept

    def stand_still(self, row: "RowWithLine") -> None:
        """Somebody begins to write in the line of this row."""
        if self._written_in not in {None, row}:
            self.finish()
        self._written_in = row

    def go_on(self) -> None:
        """Nobody writes any more: show what has changed meanwhile."""
        self._written_in = None
        if self._stale:
            self._stale = False
            self.show_head(self.head)


class RowWithLine(QWidget):
    """A row of a sheet, and below it a line to write in while that is open."""

    def __init__(self, sheet: SideSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._stop: QWidget = self
        self._line: tuple[QWidget, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_row(self, row: QWidget, stop: QWidget) -> None:
        """`stop` is the part of the row that takes the focus."""
        self._stop = stop
        self._column.addWidget(row)
        self._sheet.walk.stop(stop)

    @property
    def is_open(self) -> bool:
        return bool(self._line)

    def open_line(self, line: QWidget, *below: QWidget) -> None:
        """Show what somebody writes in; what stands below it comes into sight by itself."""
        self._sheet.stand_still(self)
        self._line = (line, *below)
        for widget in self._line:
            self._column.addWidget(widget)
        line.show()
        line.setFocus()

    def close_line(self) -> None:
        """Back to the row."""
        line, self._line = self._line, ()
        if any(widget.isAncestorOf(self.focusWidget()) or widget.hasFocus() for widget in line):
            self._stop.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in line:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._sheet.go_on()

    def finish(self) -> bool:
        """Keep what was written, where it is worth keeping; False when the file takes nothing now."""
        return True


def side_by_side(left: QWidget, right: QWidget) -> QHBoxLayout:
    """A line of a row: words, and at its end what they come to."""
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(left, 1)
    line.addWidget(right)
    return line
