"""Spelling in one note: its ink, F7 to the next wrong word, Ctrl+. for what may have been meant."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor

from coachjournal.commands.spelling import add_own_word
from coachjournal.spelling.speller import Suggested
from coachjournal.spelling.words import base, without_possessive
from ui.context import Context
from ui.listening import is_there
from ui.spelling.ink import SpellingInk
from ui.spelling.menu import SuggestionMenu
from ui.spelling.repainting import Repainting
from ui.spelling.wrong_words import wrong_at, wrong_from
from ui.widgets.note_edit import NoteEdit
from ui.widgets.text_places import python_place

NEXT, SUGGEST = "F7", "Ctrl+."
NONE_LEFT = "No misspelt word here."
IS_OFF = "Spelling is not checked. Settings can turn it on."
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
        self._menu: SuggestionMenu | None = None
        self._which = which
        self._ink = SpellingInk(self._spelling, self._ignored, self._typed_at)
        self._repainting = Repainting(note)
        self._next = self._action("Next misspelt word", NEXT, self.go_to_next)
        self._suggest = self._action("Suggestions for this word", SUGGEST, self.suggest)
        note.add_ink(self._ink)
        note.installEventFilter(self)
        note.viewport().installEventFilter(self)
        self._spelling.learnt.connect(self._repainting.lines_with)
        self._spelling.changed.connect(self._repainting.all_lines)
        self._spelling.suggested.connect(self._on_suggested)
        self._spelling.begin()

    def go_to_next(self) -> bool:
        """Select the next word that is wrong, from the top again after the last; says so where there is none."""
        self._settle()
        found = next(wrong_from(self._ink, self._note.textCursor()), None)
        if found is None:
            self._context.messages.note(IS_OFF if self._spelling.language is None else NONE_LEFT)
            return False
        self._note.setTextCursor(found)
        self._note.ensureCursorVisible()
        return True

    def suggest(self) -> None:
        """Open what may have been meant by the wrong word at the cursor, or by the next one."""
        self._settle()
        word = wrong_at(self._ink, self._note.textCursor())
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
        elif isinstance(event, QInputMethodEvent):
            self._typing = bool(event.commitString() or event.preeditString()) or self._typing
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

    # ------------------------------------------------------------------------------------------- choosing

    def _on_context_menu(self, event: QContextMenuEvent) -> bool:
        at_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        cursor = self._note.cursorForPosition(event.pos()) if at_mouse else self._note.textCursor()
        word = wrong_at(self._ink, cursor)
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
        menu.ignore.triggered.connect(lambda: self._ignore(text))
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
        self._repainting.lines_with(frozenset({word}))

    def _action(self, title: str, keys: str, act: Callable[[], object]) -> QAction:
        action = QAction(title, self._note)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: act())
        self._note.addAction(action)
        return action


def _start_of(word: QTextCursor) -> QTextCursor:
    start = QTextCursor(word)
    start.setPosition(word.selectionStart())
    return start
