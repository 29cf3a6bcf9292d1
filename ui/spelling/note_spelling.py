"""Spelling in one note: its ink, F7 to the next wrong word, Ctrl+. for what may have been meant."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QTextBlock, QTextCursor

from coachjournal.commands.spelling import add_own_word
from coachjournal.spelling.speller import Suggested
from coachjournal.spelling.words import Word, base, without_possessive, words_in
from ui.context import Context
from ui.listening import is_there
from ui.spelling.ink import SpellingInk
from ui.spelling.menu import SuggestionMenu
from ui.widgets.note_edit import NoteEdit
from ui.widgets.note_ground import blocks_in_sight
from ui.widgets.text_places import python_place, qt_places

NEXT, SUGGEST = "F7", "Ctrl+."
NONE_LEFT = "No misspelt word here."
IS_OFF = "Spelling is not checked. Settings can turn it on."
_TURN = 0.004
"""Seconds for which lines are painted again before the next key may be heard."""
_SOON = 50
"""Milliseconds in which words gather that turned out to be wrong."""
_DELETING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_MOVING = frozenset(
    {
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    }
)


class NoteSpelling(QObject):
    """Belongs to its note. `which` names what is written there now: words are ignored in that alone."""

    def __init__(self, context: Context, note: NoteEdit, which: Callable[[], str]) -> None:
        super().__init__(note)
        self._context, self._note = context, note
        self._spelling = context.spelling
        self._typing = False
        self._learnt: set[str] = set()
        self._lines: Iterator[QTextBlock] = iter(())
        self._menu: SuggestionMenu | None = None
        self._which = which
        self._ink = SpellingInk(self._spelling, self._ignored, self._typed_at)
        self._painter = QTimer(self)
        self._painter.setSingleShot(True)
        self._painter.timeout.connect(self._paint_on)
        self._next = self._action("Next misspelt word", NEXT, self.go_to_next)
        self._suggest = self._action("Suggestions for this word", SUGGEST, self.suggest)
        note.add_ink(self._ink)
        note.installEventFilter(self)
        note.viewport().installEventFilter(self)
        self._spelling.learnt.connect(self._paint_lines_with)
        self._spelling.changed.connect(self._on_changed)
        self._spelling.suggested.connect(self._on_suggested)
        self._spelling.begin()

    def go_to_next(self) -> bool:
        """Select the next word that is wrong, from the top again after the last; says so where there is none."""
        self._settle()
        found = next(self._ahead(), None)
        if found is None:
            self._context.messages.note(IS_OFF if self._spelling.language is None else NONE_LEFT)
            return False
        self._note.setTextCursor(found)
        self._note.ensureCursorVisible()
        return True

    def suggest(self) -> None:
        """Open what may have been meant by the wrong word at the cursor, or by the next one."""
        self._settle()
        word = self._wrong_at(self._note.textCursor())
        if word is None:
            if not self.go_to_next():
                return
            word = self._note.textCursor()
        self._note.setTextCursor(word)
        corner = self._note.cursorRect(_start_of(word)).bottomLeft()
        self._open_menu(word, self._note.viewport().mapToGlobal(corner))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            return self._on_context_menu(event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._on_key(event)
        elif event.type() == QEvent.Type.InputMethod:
            self._typing = True
        elif event.type() in {QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress}:
            self._settle()
        return super().eventFilter(watched, event)

    # -------------------------------------------------------------------------------- the word being typed

    def _on_key(self, event: QKeyEvent) -> None:
        if event.key() in _DELETING or (event.text() and event.text().isprintable()):
            self._typing = True
        elif event.key() in _MOVING:
            self._settle()

    def _settle(self) -> None:
        """The word at the cursor is no longer being typed: it may be marked."""
        if self._typing and is_there(self._note.ink_line_again):  # a dialog that closes takes the focus from its parts
            self._typing = False
            self._note.ink_line_again(self._note.textCursor().block())

    def _typed_at(self, line: str) -> int | None:
        if not self._typing:
            return None
        cursor = self._note.textCursor()
        here = cursor.block().text()
        return python_place(here, cursor.positionInBlock()) if here == line else None

    # ------------------------------------------------------------------------------------------- painting

    def _on_changed(self) -> None:
        self._learnt.clear()
        self._lines = self._lines_where(lambda _line: True)
        self._painter.start(0)

    def _paint_lines_with(self, words: frozenset[str]) -> None:
        self._learnt |= words
        if not self._painter.isActive():
            self._painter.start(_SOON)

    def _paint_on(self) -> None:
        """A few milliseconds at a time, the lines in sight first."""
        until = monotonic() + _TURN
        while True:
            for line in self._lines:
                self._note.ink_line_again(line)
                if monotonic() > until:
                    self._painter.start(0)
                    return
            if not self._learnt:
                return
            learnt, self._learnt = frozenset(self._learnt), set()
            self._lines = self._lines_where(partial(_has_one_of, learnt))

    def _lines_where(self, wanted: Callable[[str], bool]) -> Iterator[QTextBlock]:
        """By number, since there may be other words by the time the next one is asked for."""
        document = self._note.document()
        in_sight = [block.blockNumber() for block in blocks_in_sight(self._note)]
        for number in chain(in_sight, range(document.blockCount())):
            line = document.findBlockByNumber(number)
            if line.isValid() and wanted(line.text()):
                yield line

    # --------------------------------------------------------------------------------------- going and choosing

    def _ahead(self) -> Iterator[QTextCursor]:
        """The wrong words behind the cursor, then those before it."""
        cursor, document = self._note.textCursor(), self._note.document()
        for block in _blocks_from(cursor.block()):
            yield from (word for word in self._wrong_in(block) if word.selectionStart() >= cursor.selectionEnd())
        for block in _blocks_from(document.begin()):
            if block.position() > cursor.position():
                return
            yield from self._wrong_in(block)

    def _wrong_at(self, cursor: QTextCursor) -> QTextCursor | None:
        place = cursor.position()
        wrong = self._wrong_in(cursor.block())
        return next((word for word in wrong if word.selectionStart() <= place <= word.selectionEnd()), None)

    def _wrong_in(self, block: QTextBlock) -> list[QTextCursor]:
        line = block.text()
        return [_selected(block, line, word) for word in self._ink.misspelt(line)]

    def _on_context_menu(self, event: QContextMenuEvent) -> bool:
        at_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        cursor = self._note.cursorForPosition(event.pos()) if at_mouse else self._note.textCursor()
        word = self._wrong_at(cursor)
        if word is None or self._note.isReadOnly():
            return False
        self._note.setTextCursor(word)
        self._open_menu(word, event.globalPos())
        return True

    def _open_menu(self, word: QTextCursor, place: QPoint) -> None:
        text = word.selectedText()
        menu = SuggestionMenu(text, self._note)
        menu.chosen.connect(partial(self._replace, word))
        menu.add_own.triggered.connect(lambda: self._context.do(add_own_word, word=without_possessive(text)))
        menu.ignore.triggered.connect(partial(self._ignore, text))
        self._menu = menu
        menu.popup(place)
        self._spelling.suggest(text)

    def _on_suggested(self, told: Suggested) -> None:
        menu = self._menu
        if menu is not None and is_there(menu.show_suggestions) and menu.word == told.word:
            menu.show_suggestions(told.instead)

    def _replace(self, word: QTextCursor, instead: str) -> None:
        """One step of undo."""
        word.insertText(instead)
        self._note.setTextCursor(word)

    def _ignored(self) -> set[str]:
        return self._spelling.ignored_in(self._which())

    def _ignore(self, word: str) -> None:
        self._ignored().add(base(word))
        self._paint_lines_with(frozenset({word}))

    def _action(self, title: str, keys: str, act: Callable[[], object]) -> QAction:
        action = QAction(title, self._note)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: act())
        self._note.addAction(action)
        return action


def _has_one_of(words: frozenset[str], line: str) -> bool:
    return not words.isdisjoint(word.text for word in words_in(line))


def _blocks_from(block: QTextBlock) -> Iterator[QTextBlock]:
    while block.isValid():
        yield block
        block = block.next()


def _selected(block: QTextBlock, line: str, word: Word) -> QTextCursor:
    place = qt_places(line)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + place(word.start))
    cursor.setPosition(block.position() + place(word.end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _start_of(word: QTextCursor) -> QTextCursor:
    start = QTextCursor(word)
    start.setPosition(word.selectionStart())
    return start
