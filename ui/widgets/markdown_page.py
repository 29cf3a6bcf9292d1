"""Sets the Markdown of a note as a page: no HTML, lines where they were ended, private parts under a lock."""

import re
from collections.abc import Iterator

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from coachjournal.rules.private_text import MARK, private_spans
from ui.theme import icon, tokens
from ui.widgets.note_lines import LINE_HEIGHT, laid_out_once

_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_HEADING_STEPS = 1
"""Of Qt's sizes a heading stands above the text: Markdown's biggest would shout."""
_AFTER_PARAGRAPH, _AFTER_ITEM = 10, 2  # pixels
_OVER_HEADING, _AFTER_HEADING = 16, 2  # likewise: a heading belongs to what is below it
_LOCK = 14
_AFTER_LOCK = "\u2009"

_BEGIN, _END = "\ue000", "\ue001"
"""Stand for the marks of a private part while Markdown is set. Of the private use area: no text has them."""
_ALONE = re.compile(rf"(?<={_BEGIN})[ \t]*\n|\n[ \t]*(?={_END}[ \t]*(?:\n|\Z))")
_AFTER_MARK = re.compile(rf"^({_BEGIN})((?:[ \t]*(?:[-*+]|\d+[.)]|#{{1,6}}|>)[ \t]+)+)", re.MULTILINE)
_LINE = "\u2028"
"""Ends a line inside a paragraph. Qt would make another paragraph of Markdown's own way, and another item of a list."""
_WORDS_GO_ON = re.compile(r"^((?![ \t]*(?:[|#]|```|~~~))(?=.*\w).*+)\n(?=[^\n])", re.MULTILINE)


def set_markdown(document: QTextDocument, source: str) -> None:
    """Set a note, whose source stays as it is."""
    marked = _ALONE.sub("", _with_stand_ins(source))
    with laid_out_once(document):
        document.setMarkdown(_WORDS_GO_ON.sub(rf"\1{_LINE}\n", _AFTER_MARK.sub(r"\2\1", marked)), _FEATURES)
        _end_lines(document)
        for block in _blocks(document):
            _space(block)
        _show_private(document)


def _with_stand_ins(source: str) -> str:
    parts, before = [], 0
    for start, end in private_spans(source):
        inside = source[start + len(MARK) : end]
        parts += [source[before:start], _BEGIN, inside.removesuffix(MARK), _END]
        before = end
    return "".join((*parts, source[before:]))


def _end_lines(document: QTextDocument) -> None:
    """Without the space Markdown puts between two lines, and not where the paragraph ends anyway."""
    for block in _blocks(document):
        text, cursor = block.text(), QTextCursor(block)
        for found in reversed(list(re.finditer(rf"(?<={_LINE}) +|{_LINE} *\Z", text))):
            cursor.setPosition(block.position() + _units(text[: found.start()]))
            cursor.setPosition(block.position() + _units(text[: found.end()]), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()


def _space(block: QTextBlock) -> None:
    cursor, form = QTextCursor(block), QTextBlockFormat()
    form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    heading = block.blockFormat().headingLevel() > 0
    form.setTopMargin(_OVER_HEADING if heading and block.blockNumber() else 0)
    form.setBottomMargin(_after(block, heading=heading))
    cursor.mergeBlockFormat(form)
    letters = QTextCharFormat()
    if heading:
        letters.setProperty(QTextFormat.Property.FontSizeAdjustment, _HEADING_STEPS)
        letters.setFontWeight(QFont.Weight.DemiBold)
    elif block.blockFormat().intProperty(QTextFormat.Property.BlockQuoteLevel):
        letters.setForeground(QColor(tokens().muted))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(letters)


def _after(block: QTextBlock, *, heading: bool) -> int:
    if heading:
        return _AFTER_HEADING
    return _AFTER_ITEM if block.textList() is not None else _AFTER_PARAGRAPH


def _show_private(document: QTextDocument) -> None:
    """A lock where a private part begins, and the ground of what is private."""
    lock = icon("lock", tokens().amber).pixmap(_LOCK, _LOCK).toImage()
    begin = document.find(_BEGIN)
    while not begin.isNull():
        end = document.find(_END, begin)
        if end.isNull():
            end = QTextCursor(document)
            end.movePosition(QTextCursor.MoveOperation.End)
        end.removeSelectedText()
        begin.insertImage(lock, "lock")
        begin.insertText(_AFTER_LOCK)
        begin.setPosition(begin.position() - len("\ufffc" + _AFTER_LOCK))
        begin.setPosition(end.position(), QTextCursor.MoveMode.KeepAnchor)
        _ground(begin)
        begin = document.find(_BEGIN, end)


def _ground(part: QTextCursor) -> None:
    """Under whole paragraphs where the part holds them, else under its letters."""
    letters, lines = QTextCharFormat(), QTextBlockFormat()
    for form in (letters, lines):
        form.setBackground(QColor(tokens().amber_tint))
    block = part.document().findBlock(part.selectionStart())
    first, last = part.selectionStart(), part.selectionEnd()
    part.mergeCharFormat(letters)
    while block.isValid() and block.position() <= last:
        if first <= block.position() and block.position() + block.length() - 1 <= last:
            QTextCursor(block).mergeBlockFormat(lines)
        block = block.next()


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
