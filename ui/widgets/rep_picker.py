"""Which rep: two letters of the name, Enter."""

from collections.abc import Iterable

from ui.widgets.name_picker import NamePicker


class RepPicker(NamePicker):
    """`chosen` carries the rep's id."""

    def __init__(self, reps: Iterable[tuple[int, str]], rep_id: int | None = None) -> None:
        super().__init__(reps, rep_id)
        self.setPlaceholderText("Two letters of the name")

    @property
    def rep_id(self) -> int | None:
        """The rep whose name stands here, or None while it is nobody's."""
        return self.key
