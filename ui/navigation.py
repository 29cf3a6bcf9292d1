"""The pages behind the sidebar: made when first shown, with a way back."""

import sys
from collections.abc import Callable, Iterable
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.bringing_in import bring_in
from ui.pages import Page, Place
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from ui.context import Context
    from ui.screens.screen import Screen

_REMEMBERED = 50


class Waiting(QWidget):
    """A page before it is there: its title, so that nothing jumps when it comes."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("waiting")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.header = PageHeader("")
        column.addWidget(self.header)
        column.addStretch(1)


class Pages(QStackedWidget):
    """Shows one place at a time. `moved` tells where the user now is."""

    moved = Signal(object)
    wanted_elsewhere = Signal(object)
    """A place that is shown in a window of its own."""

    def __init__(self, pages: Iterable[Page]) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._pages = {page.name: page for page in pages}
        self._screens: dict[str, Screen] = {}
        self._context: Context | None = None
        self._before: list[Place] = []
        self._wanted = Place("")
        self.elsewhere: dict[Place, Screen] = {}
        """What is shown in windows of their own."""
        self.place = Place("")
        self._waiting = Waiting()
        self.addWidget(self._waiting)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - as Qt calls it
        """Tab leads into the page in sight: what comes next for Qt is what was made next, wherever that stands."""
        entered = next and self.hasFocus() and self._in_sight is not None and self._in_sight.enter()
        return entered or super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads to the rows of the page."""
        here = self._in_sight
        if event.key() != Qt.Key.Key_Down or here is None or not here.enter_rows():
            super().keyPressEvent(event)

    @property
    def _in_sight(self) -> "Screen | None":
        return self._screens.get(self.place.page)

    @property
    def bound_for(self) -> Place:
        """Where the user is going: ahead of `place` while a page is brought in."""
        return self._wanted

    def promise(self, place: Place) -> None:
        """Show where the user will be as soon as the journal is open."""
        page = self._pages.get(place.page)
        self._waiting.header.say(page.title if page else "")

    def attach(self, context: "Context") -> None:
        """The journal is open: pages can be made."""
        self._context = context

    def knows(self, page: str) -> bool:
        return page in self._pages

    def go(self, place: Place, then: "Callable[[Screen], object] | None" = None) -> None:
        """Show a place. A page not imported yet is brought in behind the one in sight; `then` is given the page."""
        if self._context is None:
            return
        if place in self.elsewhere:
            self.wanted_elsewhere.emit(place)
            return
        self._wanted = place
        if place.page not in self._screens:
            self.window().setCursor(Qt.CursorShape.BusyCursor)  # the page takes a moment, the first time
        module = self._pages[place.page].screen.partition(":")[0]
        if module in sys.modules:
            self._arrive(place, then)
        else:
            bring_in(self._context.worker, (module,), lambda: self._arrive(place, then))

    def back(self) -> bool:
        """Go to the place before this one; False when there was none."""
        self._before = [place for place in self._before if place not in self.elsewhere]
        if not self._before:
            return False
        self.turn_into(self._before.pop())  # going back leaves no way forward
        return True

    def turn_into(self, place: Place) -> None:
        """Go to a place and leave no way back to the one in sight."""
        if place not in self.elsewhere:
            self.place = Place("")
        self.go(place)

    def may_close(self) -> bool:
        """Every page is asked: each then has what was written on it in the file."""
        answers = [screen.may_close() for screen in (*self._screens.values(), *self.elsewhere.values())]
        return all(answers)

    def made(self, page: str) -> "Screen | None":
        """A page that has been shown before."""
        return self._screens.get(page)

    def _arrive(self, place: Place, then: "Callable[[Screen], object] | None") -> None:
        if place != self._wanted:
            return  # the user went elsewhere meanwhile
        screen = self._screens.get(place.page)
        if screen is None:
            self._make(place.page)
            QTimer.singleShot(
                0, self, lambda: self._arrive(place, then)
            )  # the window breathes before the page is filled
            return
        self.window().unsetCursor()
        if self.place.page and self.place != place:
            self._before = [*self._before[-_REMEMBERED:], self.place]
        is_first, self.place = not self.place.page, place
        if is_first or self.isAncestorOf(self.window().focusWidget()):
            self.setFocus()  # Tab then begins with the page; Qt would pick the button that comes next, wherever it is
        if place.item is not None:
            screen.open_item(place.item)  # a page in sight may put the focus where one goes on writing
        self.setCurrentWidget(screen)
        self.moved.emit(place)
        if then is not None:
            then(screen)

    def _make(self, name: str) -> None:
        screen: Screen = resolve_name(self._pages[name].screen)(self._context)
        screen.setObjectName(f"{name}Page")
        self._screens[name] = screen
        self.addWidget(screen)
