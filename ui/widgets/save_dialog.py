"""Where to put a file: the system's own dialog, with a name proposed and the last folder remembered."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_FOLDER = "folders/documents"


def ask_where(
    parent: QWidget,
    settings: QSettings,
    title: str,
    *,
    name: str,
    kinds: tuple[str, ...],
    then: Callable[[Path], object],
) -> QFileDialog:
    """Ask for the place of a new file and hand it on. The first of `kinds` ("PDF (*.pdf)") is the proposed one."""
    dialog = QFileDialog(parent, title, _folder(settings))
    dialog.setObjectName("saveDialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix(_suffix(kinds[0]))
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_suffix(kind)))
    dialog.selectFile(f"{name}.{_suffix(kinds[0])}")

    def chosen(file: str) -> None:
        settings.setValue(_FOLDER, str(Path(file).parent))
        then(Path(file))

    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog


def _folder(settings: QSettings) -> str:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kept = str(settings.value(_FOLDER, documents))
    return kept if Path(kept).is_dir() else documents


def _suffix(kind: str) -> str:
    return kind.rpartition("*.")[2].rstrip(")")
