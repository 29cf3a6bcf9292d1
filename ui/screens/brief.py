"""The brief of a one-on-one: everything to have in mind, three minutes to read."""

from ui.context import Context
from ui.screens.screen import Screen


class BriefScreen(Screen):
    """Opened for one rep; Start turns it into the conversation."""

    title = "Brief"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._rep_id: int | None = None

    def open_item(self, item_id: int) -> None:
        self._rep_id = item_id
        self.refresh()

    def rep_in_sight(self) -> int | None:
        return self._rep_id

    def load(self) -> None:
        """Nothing to show yet."""
