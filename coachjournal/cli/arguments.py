"""What can be typed, in the order a manager would need it."""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from coachjournal.cli import answers, importing
from coachjournal.cli.typed import Answer, Begins
from coachjournal.rules.conversation import ConversationKind

DESCRIPTION = "The coaching journal without its window. Everything works offline, on one file."


def parser() -> ArgumentParser:
    """The whole command line; each command sets `answer`, which takes the journal and what was typed.

    One that may find nothing to write sets `first` too, which takes the path of a journal that is not there yet.
    """
    whole = ArgumentParser(prog="coachjournal", description=DESCRIPTION)
    _add_common(whole, journal=None, json=False)
    commands = whole.add_subparsers(required=True, metavar="COMMAND", dest="command")

    def command(name: str, answer: Answer, about: str, begins: Begins = Begins.NEVER) -> ArgumentParser:
        made = commands.add_parser(name, help=about, description=about)
        _add_common(made, journal=SUPPRESS, json=SUPPRESS)
        made.set_defaults(answer=answer, begins=begins, first=None)
        return made

    command("new", answers.new, "make an empty journal", Begins.ALWAYS)
    command("sample", answers.sample, "put the sample team into the journal", Begins.IF_MISSING)
    command("reps", answers.all_reps, "list the reps and when each was last coached")
    _add_import(commands.add_parser("import", help="bring a file in"))
    _add_figures(command("figures", answers.all_figures, "win rate, deal size and sales cycle of each rep"))
    _add_signals(command("signals", answers.signals, "what the numbers say, and about whom"))
    _add_time(command("time", answers.time, "where the manager's time went"))
    _add_log(command("log", answers.log, "write down a conversation"))
    _add_search(command("search", answers.find, "search everything that was written"))
    _add_timeline(command("timeline", answers.timeline, "draw a rep's coaching timeline"))
    _add_plan(command("plan", answers.plan, "print a rep's development plan"))
    _add_brief(command("brief", answers.brief, "print what a one-on-one is prepared with, a page each"))
    command("undo", answers.undo, "take the last change back")
    command("redo", answers.redo, "do again what was undone last")
    return whole


def _add_common(to: ArgumentParser, *, journal: str | None, json: bool | str) -> None:
    """The options every command has; a command that is not given them leaves those typed before it."""
    to.add_argument(
        "--journal", type=Path, metavar="FILE", default=journal, help="the journal (default: the user's data folder)"
    )
    to.add_argument("--json", action="store_true", default=json, help="print one JSON document")


def _add_import(to: ArgumentParser) -> None:
    what = to.add_subparsers(required=True, metavar="WHAT", dest="what")
    deals = what.add_parser("deals", help="deals from a CRM's CSV file")
    _add_common(deals, journal=SUPPRESS, json=SUPPRESS)
    deals.set_defaults(answer=importing.deals, begins=Begins.IF_MISSING, first=importing.first_deals)
    deals.add_argument("file", type=Path)
    deals.add_argument("--dry-run", action="store_true", help="only say what would be done")
    deals.add_argument("--accept", action="store_true", help="import although some rows are refused")
    deals.add_argument("--rep", metavar="NAME", help="the rep all deals belong to")
    deals.add_argument("--stage", metavar="NAME", help="the stage all deals are at")
    deals.add_argument("--map", action="append", default=[], type=_pair, metavar="FIELD=HEADING")
    deals.add_argument("--outcome", action="append", default=[], type=_pair, metavar="STAGE=won|lost|open")
    deals.add_argument("--date-order", choices=("dmy", "mdy"), help="how days written with numbers are read")
    deals.add_argument("--decimal", choices=(".", ","), help="the sign before the cents")
    deals.add_argument("--currency", metavar="CODE", help="of amounts that name none, else the journal's own")


def _add_figures(to: ArgumentParser) -> None:
    _add_period(to, required=False)
    to.add_argument("--rep", metavar="NAME", help="one rep only")
    to.add_argument("--total", action="store_true", help="all deals together instead of one line a rep")


def _add_signals(to: ArgumentParser) -> None:
    to.add_argument("--rep", metavar="NAME", help="one rep only")


def _add_time(to: ArgumentParser) -> None:
    _add_period(to, required=True)


def _add_log(to: ArgumentParser) -> None:
    to.add_argument("rep", help="the rep's name, or its beginning")
    to.add_argument("text")
    to.add_argument("--kind", type=_kind, default=ConversationKind.IN_PASSING, metavar="KIND")
    to.add_argument("--minutes", type=int)
    to.add_argument("--at", type=_instant, metavar="INSTANT", help="when it began, like 2026-11-23T09:00")


def _add_search(to: ArgumentParser) -> None:
    to.add_argument("text", help='words or their beginnings, "phrases", rep:dana kind:ride deal:halv after:2026-03')
    to.add_argument("--limit", type=_count, default=20, metavar="N")


def _add_timeline(to: ArgumentParser) -> None:
    to.add_argument("rep", help="the rep's name, or its beginning")
    to.add_argument("--out", type=Path, required=True, metavar="FILE.(png|svg|pdf)")
    _add_period(to, required=False)


def _add_plan(to: ArgumentParser) -> None:
    to.add_argument("rep", help="the rep's name, or its beginning")
    to.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")


def _add_brief(to: ArgumentParser) -> None:
    whose = to.add_mutually_exclusive_group(required=True)
    whose.add_argument("rep", nargs="?", help="the rep's name, or its beginning")
    whose.add_argument("--due-today", action="store_true", help="everybody whose one-on-one is today")
    to.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")


def _add_period(to: ArgumentParser, *, required: bool) -> None:
    to.add_argument("--from", dest="start", type=_day, required=required, metavar="DAY", help="the first day")
    to.add_argument("--to", dest="end", type=_day, required=required, metavar="DAY", help="the day after the last")


def _typed_as(read: Callable[[str], object], example: str) -> Callable[[str], object]:
    """A reader for argparse that says in one sentence how to write it."""

    def reader(text: str) -> object:
        try:
            return read(text)
        except ValueError as problem:
            raise ArgumentTypeError(f"{text!r} is not understood; write it like {example}") from problem

    return reader


def _split(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not (name and sign):
        raise ValueError(text)
    return name, value


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


_count = _typed_as(_positive, "20")
_day = _typed_as(date.fromisoformat, "2026-11-23")
_instant = _typed_as(lambda text: datetime.fromisoformat(text).astimezone(), "2026-11-23T09:00")
_kind = _typed_as(lambda text: ConversationKind(text.replace("-", "_")), ", ".join(ConversationKind))
_pair = _typed_as(_split, "name=value")
