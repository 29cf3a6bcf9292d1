"""The journals that are measured, each written once a run."""

import atexit
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.big_journal import Sizes, make_big_journal
from coachjournal.clock import SystemClock
from coachjournal.commands.sample import load_sample_team
from coachjournal.journal import open_journal


def ten_years() -> Path:
    """Ten reps, 30,000 conversations, 10,000 deals."""
    return _journal(Sizes())


def hundred_thousand_notes() -> Path:
    """The same ten years with three times the notes: a quarter of a gigabyte."""
    return _journal(Sizes(conversations=100_000))


@cache
def sample_team() -> Path:
    """Seven reps over fourteen months, as a new user finds them."""
    journal = open_journal(_folder() / "sample.coach")
    journal.do(load_sample_team)
    journal.close()
    return journal.path


@cache
def _journal(sizes: Sizes) -> Path:
    return make_big_journal(_folder() / f"{sizes.conversations}.coach", today=SystemClock().today(), sizes=sizes)


@cache
def _folder() -> Path:
    folder = TemporaryDirectory(prefix="coachjournal-benchmarks-")
    atexit.register(folder.cleanup)
    return Path(folder.name)
