"""Documents out of the window: where to, written in the lane, then the way to the file."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from coachjournal.errors import Rejected, StorageUnavailable
from coachjournal.queries.plan_editor import plan_form
from coachjournal.rules.period import Period, month_of, quarter_of, quarter_words
from coachjournal.rules.words import counted
from ui.context import Context
from ui.widgets.save_dialog import ask_where
from ui.worker import Task

if TYPE_CHECKING:
    from coachjournal.documents.development_plan import Written
    from coachjournal.queries.brief import Brief

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
    name = plan_file_name(form.rep, form.period)
    _ask_for_pdf(context, f"Development plan of {form.rep}", name, partial(write_plan_to, context, rep_id))


def write_plan_to(context: Context, rep_id: int, path: Path) -> None:
    """Write the plan in the lane and say where it is."""
    locale = context.locale.name

    def work(_task: Task) -> "Written":
        from coachjournal.documents.development_plan import write_plan
        from coachjournal.queries.development_plan import development_plan

        return write_plan(context.journal.ask(development_plan, rep_id=rep_id), path, locale=locale)

    _write(context, path, work, again=lambda: write_plan_to(context, rep_id, path))


def export_brief(context: Context, brief: "Brief") -> None:
    """Ask where to, and write the brief of one rep there as PDF."""
    rep, day = brief.rep, brief.made_on.isoformat()
    name = " ".join(filter(None, ("One-on-one", _fit_for_file(rep.name), day)))
    _ask_for_pdf(context, f"Brief of {rep.name}", name, partial(write_briefs_to, context, rep.rep_id))


def export_briefs_today(context: Context) -> None:
    """Ask where to, and write the briefs of all of today's one-on-ones there, a page each."""
    from coachjournal.queries.brief import NOBODY_TODAY, reps_today

    try:
        reps = context.journal.ask(reps_today)
    except StorageUnavailable as trouble:
        context.messages.storage_unavailable(trouble, retry=lambda: export_briefs_today(context))
        return
    if not reps:
        context.messages.note(NOBODY_TODAY)
        return
    name = f"One-on-ones {context.locale.clock.today().isoformat()}"
    _ask_for_pdf(context, "Briefs of today", name, partial(write_briefs_to, context, None))


def write_briefs_to(context: Context, rep_id: int | None, path: Path) -> None:
    """Write the brief of a rep, or all of today's, in the lane and say where they are; Cancel leaves nothing behind."""
    locale = context.locale.name

    def work(task: Task) -> "Written":
        from coachjournal.documents.brief import write_briefs
        from coachjournal.queries.brief import briefs_to_print

        briefs = context.journal.ask(briefs_to_print, rep_id=rep_id)
        return write_briefs(briefs, path, locale=locale, progress=task.progress)

    _write(context, path, work, again=lambda: write_briefs_to(context, rep_id, path))


def _ask_for_pdf(context: Context, title: str, name: str, then: Callable[[Path], object]) -> None:
    ask_where(context.window, context.settings, title, name=name, kinds=("PDF (*.pdf)",), then=then)


def _write(context: Context, path: Path, work: "Callable[[Task], Written]", *, again: Callable[[], object]) -> None:
    """Do the work in the lane, where it can be cancelled, and say what came of it."""

    def failed(error: Exception) -> None:
        if isinstance(error, Rejected):
            context.messages.refused(error)
        elif isinstance(error, StorageUnavailable):
            context.messages.storage_unavailable(error, retry=again)
        else:
            raise error

    def told(written: "Written") -> None:
        _say_saved(context, saved_words(path, written.pages, written.missing), path)

    task = context.worker.run(work, told, failed, cancelled=lambda: context.messages.note("Nothing was saved."))
    context.messages.note(f"Writing {path.name}…", ("Cancel", task.cancel))


def plan_file_name(rep: str, period: Period) -> str:
    """What the file is called: "Development plan Dana Reyes 2026-Q4"."""
    return " ".join(filter(None, ("Development plan", _fit_for_file(rep), _period_name(period))))


def saved_words(path: Path, pages: int, missing: tuple[str, ...]) -> str:
    """What was saved, and what no font on this computer could show."""
    saved = f"Saved {path.name} ({counted(pages, 'page')})."
    if not missing:
        return saved
    shown = " ".join(missing[:_MOST_SHOWN]) + (" …" if len(missing) > _MOST_SHOWN else "")
    return f"{saved} {counted(len(missing), 'character')} could not be shown: {shown}"


def _fit_for_file(name: str) -> str:
    return " ".join(_NOT_IN_FILE_NAMES.sub(" ", name).split())[:_LONGEST_NAME].strip(" .")


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
        return f"{start.year}-{quarter_words(period)}"
    if period == month_of(start):
        return f"{start:%Y-%m}"
    if (start.month, start.day, period.days) in {(1, 1, 365), (1, 1, 366)}:
        return str(start.year)
    return f"{start.isoformat()} to {period.last_day.isoformat()}"
