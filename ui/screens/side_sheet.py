"""What the sheets beside a note have in common."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachjournal.queries.conversation_page import ConversationHead, ConversationPage
from ui.context import Context
from ui.widgets.row_walk import RowWalk
from ui.widgets.sheet import Sheet


class SideSheet(Sheet):
    """Shown anew with every change of the page; subclasses ask their own query in `show_head`."""

    def __init__(self, context: Context, walk: RowWalk, title: str, aside: str = "", *, name: str) -> None:
        super().__init__(title, aside, name=name)
        self.context, self.walk = context, walk
        self._head: ConversationHead | None = None

    @property
    def head(self) -> ConversationHead:
        """The conversation in sight."""
        if self._head is None:
            raise RuntimeError("no conversation is shown yet")
        return self._head

    def show_page(self, page: ConversationPage) -> None:
        is_other = self._head is None or self._head.conversation_id != page.head.conversation_id
        self._head = page.head
        if is_other:
            self.begin()
        self.show_head(page.head)

    def begin(self) -> None:
        """Another conversation is shown: fold again what was unfolded."""

    def show_head(self, head: ConversationHead) -> None:
        """Ask what belongs to this conversation, and show it."""
        raise NotImplementedError


def side_by_side(left: QWidget, right: QWidget) -> QHBoxLayout:
    """A line of a row: words, and at its end what they come to."""
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(left, 1)
    line.addWidget(right)
    return line
