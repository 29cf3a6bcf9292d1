"""Two parts of a page with a handle between them: beside each other where there is room, else one under the other."""

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

Shares = tuple[int, int]


class Halves(QSplitter):
    """The handle stays where it was left, beside and under; until then the parts have their shares of 100."""

    def __init__(
        self, first: QWidget, second: QWidget, settings: QSettings, *, page: str, beside: Shares, under: Shares
    ) -> None:
        super().__init__()
        self.setObjectName(f"{page}.halves")
        self._settings, self._page, self._shares = settings, page, (under, beside)
        self.is_beside: bool | None = None
        """None before the page has a size."""
        self.setChildrenCollapsible(False)
        self.setHandleWidth(16)
        self.addWidget(first)
        self.addWidget(second)
        self.splitterMoved.connect(self._on_moved)

    def stand(self, *, beside: bool) -> None:
        """Beside each other, or one under the other."""
        if beside is self.is_beside:
            return
        self.is_beside = beside
        self.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        kept = self._settings.value(self._key)
        if not (isinstance(kept, QByteArray) and self.restoreState(kept)):
            self.setSizes([share * 10 for share in self._shares[beside]])

    def _on_moved(self) -> None:
        self._settings.setValue(self._key, self.saveState())

    @property
    def _key(self) -> str:
        return f"{self._page}/split_{'beside' if self.is_beside else 'under'}"
