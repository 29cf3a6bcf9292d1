"""Chips that a figure chooses: 1 the first, 2 the second."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtGui import QFocusEvent

from ui.widgets.choices import ChipGroup
from ui.widgets.row_keys import RowKeys


class NumberedChips(ChipGroup):
    """The figures are heard while one of the chips has the focus."""

    def __init__(self, choices: Iterable[tuple[str, str]], *, name: str, label: str) -> None:
        named = tuple(choices)
        numbered = ((key, f"{number}  {title}") for number, (key, title) in enumerate(named, 1))
        super().__init__(numbered, name=name, label=label, wraps=True)
        keys = {str(number): partial(self._press, key) for number, (key, _) in enumerate(named, 1)}
        for chip, (_, title) in zip(self.chips, named, strict=True):
            chip.setAccessibleName(title)
            RowKeys(chip, keys)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.choice:
            self.chips[0].setFocus()

    def _press(self, key: str) -> None:
        self.choose(key)
        self.setFocus()
        self.chosen.emit(key)
