"""The development plan as a PDF: where to put it, how far it is, and what the file is called."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coachjournal.errors import Rejected, StorageUnavailable
from coachjournal.queries.rep_page import RepHead
from coachjournal.rules.words import counted
from ui.context import Context
from ui.widgets.save_dialog import ask_where
from ui.widgets.working import Working
from ui.worker import Task

if TYPE_CHECKING:  # typst is loaded with the first plan
    from coachjournal.documents.development_plan import Written

PDF = ("PDF (*.pdf)",)


class PlanExport(Working):
    """Made in the background; shows how far it is and can be cancelled."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.worker, name="repPage.planWork")
        self._context = context

    def ask_where(self, rep: RepHead) -> None:
        name = f"{rep.name} development plan"
        ask_where(
            self._context.window,
            self._context.settings,
            "Save development plan",
            name=name,
            kinds=PDF,
            then=lambda path: self.write(rep.rep_id, path),
        )

    def write(self, rep_id: int, path: Path) -> None:
        self.follow("Writing the development plan…", self._work(rep_id, path), self._on_written, self._on_failed)

    def _work(self, rep_id: int, path: Path) -> "Callable[[Task], Written]":
        journal, locale = self._context.journal, self._context.locale.name

        def work(task: Task) -> "Written":
            from coachjournal.documents.development_plan import write_plan
            from coachjournal.queries.development_plan import development_plan

            plan = journal.ask(development_plan, rep_id=rep_id)
            task.progress(0.3)
            return write_plan(plan, path, locale=locale)

        return work

    def _on_written(self, written: "Written") -> None:
        lost = f" No font here can show {' '.join(written.missing)}." if written.missing else ""
        self._context.messages.note(f"Saved {written.file.name}, {counted(written.pages, 'page')}.{lost}")

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Rejected):
            self._context.messages.refused(error)
        elif isinstance(error, StorageUnavailable):
            self._context.messages.refused(Rejected(error.sentence))
        else:
            raise error
