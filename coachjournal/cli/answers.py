"""One function a command: it asks or does, and answers what will be printed."""

from argparse import Namespace
from dataclasses import asdict

from coachjournal.cli.typed import period_of, users_locale
from coachjournal.commands.conversation import log_conversation
from coachjournal.commands.sample import load_sample_team
from coachjournal.errors import Rejected
from coachjournal.journal import Journal
from coachjournal.queries.brief import briefs_to_print
from coachjournal.queries.coaching_timeline import coaching_timeline
from coachjournal.queries.development_plan import development_plan
from coachjournal.queries.figures import figures
from coachjournal.queries.reps import rep_named, reps
from coachjournal.queries.search import search
from coachjournal.queries.signals import open_signals
from coachjournal.queries.time_split import time_figures
from coachjournal.rules.signals.words import told


def new(journal: Journal, _typed: Namespace) -> object:
    return {"journal": journal.path}


def sample(journal: Journal, _typed: Namespace) -> object:
    journal.do(load_sample_team)
    return {"journal": journal.path}


def all_reps(journal: Journal, _typed: Namespace) -> object:
    return journal.ask(reps)


def all_figures(journal: Journal, typed: Namespace) -> object:
    rep_id = journal.ask(rep_named, name=typed.rep) if typed.rep else None
    told = journal.ask(figures, period=period_of(typed), rep_id=rep_id)
    return told.total() if typed.total else told.document()


def signals(journal: Journal, typed: Namespace) -> object:
    """What holds today and was not put off or closed, in the order of the morning page; seen since which day."""
    from coachjournal.documents.localised import Localised  # writes the numbers in the sentences

    rep_id = journal.ask(rep_named, name=typed.rep) if typed.rep else None
    speaker = Localised.named(users_locale())
    return [
        {
            "rep": signal.rep,
            "rule": signal.rule,
            "headline": told(signal.finding, speaker).headline,
            "value": signal.finding.number.value,
            "n": signal.finding.number.n,
            "against": signal.finding.number.against,
            "seen": signal.seen_on,
        }
        for signal in journal.ask(open_signals, rep_id=rep_id)
        if signal.finding is not None
    ]


def time(journal: Journal, typed: Namespace) -> object:
    period = period_of(typed)
    return period and journal.ask(time_figures, start=period.start, end=period.end)


def log(journal: Journal, typed: Namespace) -> object:
    rep_id = journal.ask(rep_named, name=typed.rep)
    given = {"minutes": typed.minutes, "starts_at": typed.at, "held_on": typed.at and typed.at.date()}
    told = {name: value for name, value in given.items() if value is not None}
    key = journal.do(log_conversation, rep_id=rep_id, kind=typed.kind, text=typed.text, **told)
    return {"conversation": key}


def find(journal: Journal, typed: Namespace) -> object:
    """Places of the words in a line serve the window, which paints them."""
    hits = journal.ask(search, words=typed.text, limit=typed.limit, through_all=True, locale=users_locale())
    return [{name: value for name, value in asdict(hit).items() if not name.endswith("_marks")} for hit in hits]


def timeline(journal: Journal, typed: Namespace) -> object:
    from coachjournal.charts.coaching_timeline.files import save_timeline  # matplotlib is loaded for a picture only

    rep_id = journal.ask(rep_named, name=typed.rep)
    drawn = journal.ask(coaching_timeline, rep_id=rep_id, for_others=True)
    save_timeline(drawn, typed.out, span=period_of(typed), locale=users_locale())
    return {"file": typed.out}


def plan(journal: Journal, typed: Namespace) -> object:
    from coachjournal.documents.development_plan import write_plan  # and Typst for a document only

    rep_id = journal.ask(rep_named, name=typed.rep)
    written = write_plan(journal.ask(development_plan, rep_id=rep_id), typed.out, locale=users_locale())
    return {"file": written.file, "pages": written.pages, "missing": written.missing}


def brief(journal: Journal, typed: Namespace) -> object:
    from coachjournal.documents.brief import write_briefs

    rep_id = None if typed.due_today else journal.ask(rep_named, name=typed.rep)
    briefs = journal.ask(briefs_to_print, rep_id=rep_id)
    written = write_briefs(briefs, typed.out, locale=users_locale())
    return {"file": written.file, "pages": written.pages, "missing": written.missing}


def undo(journal: Journal, _typed: Namespace) -> object:
    change = journal.undo()
    if change is None:
        raise Rejected("There is nothing to undo.")
    return {"undone": change.words.removeprefix("Undone: ")}


def redo(journal: Journal, _typed: Namespace) -> object:
    change = journal.redo()
    if change is None:
        raise Rejected("There is nothing to do again.")
    return {"done_again": change.words.removeprefix("Done again: ")}
