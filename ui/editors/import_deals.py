"""Importing deals: choose a file, see what it would do, answer what it leaves open, import."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coachjournal.errors import Rejected, StorageUnavailable
from coachjournal.importers.preview import DealPreview, preview_deals
from coachjournal.importers.questions import Choices
from coachjournal.importers.rows import Problem
from coachjournal.importers.writing import write_deals
from coachjournal.rules.imported_deals import Comparison, ImportedDeal
from ui.context import Context
from ui.dropping import DroppedFiles
from ui.editors.import_currency import AmountsIn
from ui.editors.import_questions import Columns, Questions, answered
from ui.editors.import_words import import_button, newcomers, preview_columns, problem_columns, summary
from ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from ui.widgets.choices import TabbedSheet
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table
from ui.widgets.text import Text
from ui.widgets.working import Working
from ui.worker import Task

_TITLE = "Import deals"
_FOLDER = "folders/imports"
_FILES = "Deals (*.csv *.tsv *.txt);;All files (*)"
_SHOWN_ROWS = 200  # enough to see whether the columns are read right
_CHARACTERS_WIDE, _LINES_HIGH = 120, 36
_INVITATION = (
    "A CSV file of opportunities, as your CRM exports it. Choose it, or drop it here. "
    "You see what it would do before anything is written, and one step takes it all back."
)
_QUESTIONS, _DEALS, _COLUMNS, _PROBLEMS = "questions", "deals", "columns", "problems"


class ImportDeals(QDialog):
    """Two pages: which file, and what it would do. Reading and writing happen in the lane and can be stopped."""

    def __init__(self, context: Context, file: Path | None = None) -> None:
        super().__init__(context.window)
        self._context = context
        self._file: Path | None = None
        self._choices = Choices()
        self._preview: DealPreview | None = None
        self._leaving = False
        self.setObjectName("importDeals")
        self.setWindowTitle(_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        DroppedFiles(self, self.read)
        self._make_widgets()
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._import)
        metrics = self.fontMetrics()
        room = context.window.size()
        wide = min(metrics.averageCharWidth() * _CHARACTERS_WIDE, room.width() - 64)
        self.resize(wide, min(metrics.height() * _LINES_HIGH, room.height() - 48))
        if file is not None:
            self.read(file)

    def read(self, file: Path) -> None:
        """Read a file anew, with nothing decided yet; while another is read or written it is not taken."""
        if self.busy:
            return
        self._file, self._choices = file, Choices()
        self._context.settings.setValue(_FOLDER, str(file.parent))
        self._read()

    @property
    def busy(self) -> bool:
        """Whether a file is being read or written."""
        return self._working.busy

    def reject(self) -> None:
        """Leave; work that is under way is stopped first and leaves nothing behind."""
        if self.busy:
            self._leaving = True
            self._working.cancel()
        else:
            super().reject()

    # --------------------------------------------------------------------------------------------- widgets

    def _make_widgets(self) -> None:
        settings, locale = self._context.settings, self._context.locale
        self._title = Text(_TITLE, "title")
        self._summary = Text("", "bold", wrap=True)
        self._summary.setObjectName("importDeals.summary")
        self._newcomers = Text("", "muted", wrap=True)
        self._newcomers.setObjectName("importDeals.newcomers")
        self._amounts_in = AmountsIn()
        self._amounts_in.chosen.connect(self._on_currency)
        self._problem = Text("", "problem", wrap=True)
        self._problem.setObjectName("importDeals.problem")
        self._working = Working(self._context.worker, name="importDeals.working")
        self._questions, self._columns = Questions(), Columns()
        self._deals = RowsModel[ImportedDeal](preview_columns(locale), lambda deal: deal.external_id, self)
        self._problems = RowsModel[Problem](problem_columns(), lambda problem: problem, self)
        self._tabs = TabbedSheet(name="importDeals.preview", label="What the file would do")
        deals = Table(self._deals, settings, name="importDeals.deals", label="The first deals as they will be")
        problems = Table(self._problems, settings, name="importDeals.problems", label="What cannot be read")
        self._tabs.add_tab(_QUESTIONS, "Questions", self._questions)
        self._tabs.add_tab(_DEALS, "Deals as they will be", deals)
        self._tabs.add_tab(_COLUMNS, "Columns", self._columns)
        self._tabs.add_tab(_PROBLEMS, "Problems", problems)
        for form in (self._questions, self._columns):
            form.answered.connect(self._on_answered)

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self._choosing_page())
        self._pages.addWidget(self._preview_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._pages, 1)
        column.addWidget(self._problem)
        column.addWidget(self._working)
        column.addLayout(self._buttons())
        self._show_page(previewing=False)

    def _choosing_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Text(_INVITATION, "muted", wrap=True))
        column.addStretch(1)
        return page

    def _preview_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._summary)
        column.addWidget(self._newcomers)
        column.addWidget(self._amounts_in)
        column.addSpacing(8)
        column.addWidget(self._tabs, 1)
        return page

    def _buttons(self) -> QHBoxLayout:
        self._other = PlainButton("Another file…", self._choose_file, name="importDeals.other")
        self._back = QuietButton("Back", self.reject, name="importDeals.back", hint="Esc")
        self._choose = PrimaryButton("Choose a file…", self._choose_file, name="importDeals.choose")
        self._finish = PrimaryButton("Import", self._import, name="importDeals.finish", hint="Ctrl+Return")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._other)
        row.addStretch(1)
        for button in (self._back, self._choose, self._finish):
            row.addWidget(button)
        return row

    # ------------------------------------------------------------------------------------------------ flow

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, "Choose a file of deals", _folder(self._context), _FILES)
        dialog.setObjectName("importDeals.file")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.read(Path(file)))
        dialog.open()

    def _read(self) -> None:
        file, choices, journal = self._file, self._choices, self._context.journal
        if file is None or self.busy:
            return
        self._problem.setText("")
        self._finish.setEnabled(False)
        self._working.follow(
            f"Reading {file.name}…",
            lambda _task: preview_deals(journal, file, choices),
            partial(self._on_read, choices),
            failed=self._on_unreadable,
            cancelled=self._on_reading_stopped,
        )

    def _on_answered(self, field: str, answer: str) -> None:
        if self._preview is not None:
            self._choices = answered(self._choices, field, answer, self._preview.headings)
            self._read()

    def _on_currency(self, code: str) -> None:
        """Nothing is imported while half a currency is typed."""
        self._finish.setEnabled(False)
        if not code or self._preview is None:
            return
        if code != (self._choices.currency or self._preview.currency):
            self._choices = replace(self._choices, currency=code)
        self._read()

    def _on_read(self, choices: Choices, preview: DealPreview) -> None:
        if self._leave_if_asked():
            return
        if choices is not self._choices:
            self._read()  # something was answered meanwhile
            return
        self._preview = preview
        self.activateWindow()  # a file dropped here came from another window
        locale = self._context.locale
        self._title.setText(preview.file.name)
        self._summary.setText(summary(preview, locale))
        self._newcomers.setText(newcomers(preview.comparison, locale))
        self._newcomers.setVisible(bool(self._newcomers.text()))
        self._amounts_in.show_currency(preview.currency)
        self._questions.show_questions(preview.questions)
        self._columns.show_columns(preview)
        self._deals.show_rows(preview.file.deals[:_SHOWN_ROWS])
        self._problems.show_rows(preview.problems)
        self._show_tabs(preview)
        self._finish.say(import_button(preview, locale))
        self._finish.setEnabled(bool(preview.comparison.added + preview.comparison.changed))
        self._show_page(previewing=True)

    def _show_tabs(self, preview: DealPreview) -> None:
        """Tabs of nothing are hidden; open questions come first."""
        tabs = self._tabs.tabs
        shown = (bool(preview.questions), not preview.questions, True, bool(preview.problems))
        before = tabs.choice
        for at, visible in enumerate(shown):
            tabs.setTabVisible(at, visible)
        tabs.count_of(_QUESTIONS, len(preview.questions))
        tabs.count_of(_PROBLEMS, len(preview.problems))
        if preview.questions:
            tabs.choose(_QUESTIONS)
        elif before == _QUESTIONS or self._pages.currentIndex() == 0:
            tabs.choose(_DEALS)

    def _on_unreadable(self, error: Exception) -> None:
        if self._leave_if_asked():
            return
        if not isinstance(error, Rejected | StorageUnavailable):
            raise error
        self._problem.setText(error.sentence)
        self._show_page(previewing=False)

    def _on_reading_stopped(self) -> None:
        if not self._leave_if_asked():
            self._show_page(previewing=self._preview is not None)

    def _import(self) -> None:
        preview = self._preview
        if preview is None or not self._finish.isEnabled() or self.busy:
            return
        self._problem.setText("")
        self._let_answer(may=False)
        journal = self._context.journal

        def work(task: Task) -> Comparison:
            def progress(done: int, total: int) -> None:
                task.progress(done / max(total, 1))

            return journal.do(write_deals, file=preview.file, progress=progress)

        self._working.follow(
            "Writing the deals…", work, self._on_imported, failed=self._on_not_imported, cancelled=self._on_not_imported
        )

    def _on_imported(self, _told: Comparison) -> None:
        self.accept()
        self._context.navigator.open_page("deals")

    def _on_not_imported(self, error: Exception | None = None) -> None:
        """Stopped, or the journal said no: nothing was written, and the preview stands as before."""
        self._let_answer(may=True)
        if self._leave_if_asked():
            return
        if error is not None and not isinstance(error, Rejected | StorageUnavailable):
            raise error
        self._problem.setText("Stopped. Nothing was changed." if error is None else error.sentence)

    def _let_answer(self, *, may: bool) -> None:
        for widget in (self._tabs, self._amounts_in, self._finish):
            widget.setEnabled(may)

    def _leave_if_asked(self) -> bool:
        if self._leaving:
            super().reject()
        return self._leaving

    def _show_page(self, *, previewing: bool) -> None:
        self._pages.setCurrentIndex(int(previewing))
        self._choose.setVisible(not previewing)
        self._other.setVisible(previewing)
        self._finish.setVisible(previewing)
        if not previewing:
            self._preview = None
            self._title.setText(_TITLE)
            self._choose.setFocus()


def _folder(context: Context) -> str:
    """Where the last file was, else where browsers put what a CRM exports."""
    downloads = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    kept = str(context.settings.value(_FOLDER, ""))
    return next((folder for folder in (kept, downloads) if folder and Path(folder).is_dir()), str(Path.home()))
