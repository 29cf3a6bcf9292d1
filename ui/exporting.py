"""Documents out of the window: where to, written in the lane, then the way to the file."""

import re
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from coachjournal.errors import Rejected, StorageUnavailable
from coachjournal.queries.plan_editor import plan_form
from coachjournal.rules.period import Period, month_of, quarter_of
from coachjournal.rules.words import counted
from ui.context import Context
from ui.widgets.save_dialog import ask_where
from ui.worker import Task

_NOT_IN_FILE_NAMES = re.compile(r'[\x00-\x1f\\/:*?"<>|]+')
_LONGEST_NAME = 80  # of a rep: file systems stop at 255 bytes, and a letter can take four
_MOST_SHOWN = 10


def export_plan(context: Context, rep_id: int) -> None:
    """Ask where to, and write the development plan of a rep there as PDF."""
    try:
        form = context.journal.ask(plan_form, rep_id=rep_id)
    except Rejected as refusal:
        context.messages.refused(refusal)
        return
    except StorageUnavailable as trouble:
        context.messages.storage_unavailable(trouble, retry=lambda: export_plan(context, rep_id))
        return
    ask_where(
        context.window,
        context.settings,
        f"Development plan of {form.rep}",
        name=plan_file_name(form.rep, form.period),
        kinds=("PDF (*.pdf)",),
        then=lambda path: write_plan_to(context, rep_id, path),
    )


def write_plan_to(context: Context, rep_id: int, path: Path) -> None:
    """Write the plan in the lane and say where it is."""
    locale = context.locale.name

    def work(_task: Task) -> str:
        from coachjournal.documents.development_plan import write_plan
        from coachjournal.queries.development_plan import development_plan

        written = write_plan(context.journal.ask(development_plan, rep_id=rep_id), path, locale=locale)
        return saved_words(path, written.pages, written.missing)

    def failed(error: Exception) -> None:
        if isinstance(error, Rejected):
            context.messages.refused(error)
        elif isinstance(error, StorageUnavailable):
            context.messages.storage_unavailable(error, retry=lambda: write_plan_to(context, rep_id, path))
        else:
            raise error

    context.messages.note(f"Writing {path.name}…")
    context.worker.run(work, lambda words: _say_saved(context, words, path), failed)


def plan_file_name(rep: str, period: Period) -> str:
    """What the file is called: "Development plan Dana Reyes 2026-Q4"."""
    name = " ".join(_NOT_IN_FILE_NAMES.sub(" ", rep).split())[:_LONGEST_NAME].strip(" .")
    return " ".join(filter(None, ("Development plan", name, _period_name(period))))


def saved_words(path: Path, pages: int, missing: tuple[str, ...]) -> str:
    """What was saved, and what no font on this computer could show."""
    saved = f"Saved {path.name} ({counted(pages, 'page')})."
    if not missing:
        return saved
    shown = " ".join(missing[:_MOST_SHOWN]) + (" …" if len(missing) > _MOST_SHOWN else "")
    return f"{saved} {counted(len(missing), 'character')} could not be shown: {shown}"


def _say_saved(context: Context, words: str, path: Path) -> None:
    context.messages.note(
        words,
        ("Open", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))),
        ("Show in folder", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))),
    )


def _period_name(period: Period) -> str:
    """A period in few letters: "2026-Q4", "2026-11", "2026", else its first and last day."""
    start = period.start
    if period == quarter_of(start):
        return f"{start.year}-Q{(start.month + 2) // 3}"
    if period == month_of(start):
        return f"{start:%Y-%m}"
    if (start.month, start.day, period.days) in {(1, 1, 365), (1, 1, 366)}:
        return str(start.year)
    return f"{start.isoformat()} to {period.last_day.isoformat()}"
