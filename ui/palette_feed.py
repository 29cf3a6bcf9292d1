"""What Ctrl+K finds in the journal reaches the palette: names when it opens, all that was written in a pause."""

from functools import partial

from PySide6.QtCore import QObject

from coachjournal.changes import Change
from ui.context import Context
from ui.widgets.palette import Palette

_FOUND_BY_NAME = frozenset({"rep", "deal", "account"})


class PaletteFeed(QObject):
    """Lives with the palette."""

    def __init__(self, palette: Palette, context: Context) -> None:
        super().__init__(palette)
        self._palette, self._context = palette, context
        self._names_changed = True
        context.bus.changed.connect(self._on_changed)
        palette.opened.connect(self._feed)
        palette.paused.connect(self._search_thoroughly)

    def _on_changed(self, change: Change) -> None:
        self._names_changed = self._names_changed or bool(change.topics & _FOUND_BY_NAME)

    def _feed(self) -> None:
        """Read reps and deals anew if they changed; the palette is open meanwhile."""
        from ui.finding import Finding

        finding = Finding(self._context)
        self._palette.look_in(finding)
        if self._names_changed:
            self._names_changed = False
            self._context.worker.run(lambda _task: finding.names(), self._palette.feed)

    def _search_thoroughly(self, words: str) -> None:
        """Rank all there is, in the lane; the palette drops an answer that comes late."""
        from ui.finding import Finding

        finding, show = Finding(self._context), partial(self._palette.show_written, words)
        self._context.worker.run(lambda _task: finding.written(words, through_all=True), show)
