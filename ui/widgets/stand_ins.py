"""Characters that Qt's documents take for something else, and the invisible ones that stand in for them meanwhile."""

from itertools import chain

_PARAGRAPH = "\u2029"
_TAKEN_AMISS = "\r\u2029\ufdd0\ufdd1\ufeff\ufffe"
"""Ends of lines and frames to Qt, or a mark of byte order that it swallows."""
_NEVER_IN_TEXT = [chr(code) for code in chain(range(0xFFF0, 0xFFF9), range(0xFDD2, 0xFDF0))]
"""Unassigned for good, and drawn as nothing; then those that are no characters at all."""


class StandIns:
    """A choice of stand-ins that do not occur in this text itself."""

    def __init__(self, text: str) -> None:
        free = (each for each in _NEVER_IN_TEXT if each not in text)
        self._shown = dict(zip(_TAKEN_AMISS, free, strict=False))
        self._meant = {there: here for here, there in self._shown.items()}

    def shown(self, text: str) -> str:
        """What to give to a document."""
        return _replaced(text, self._shown)

    def meant(self, raw: str) -> str:
        """The text behind what a document holds."""
        return _replaced(raw.replace(_PARAGRAPH, "\n"), self._meant)


def _replaced(text: str, by: dict[str, str]) -> str:
    found = {ord(each): other for each, other in by.items() if each in text}
    return text.translate(found) if found else text
