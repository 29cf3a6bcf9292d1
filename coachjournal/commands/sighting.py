"""Sightings: since when a rule has been finding something. Nobody decided it, so there is nothing to undo."""

from collections.abc import Iterable

from coachjournal.journal import Writing
from coachjournal.rules.signals.finding import Finding


def note_sightings(tx: Writing, *, findings: Iterable[Finding]) -> None:
    """Note that rules find these today. Twice on a day is once; no screen hears of it: see `to_note`."""
    raise NotImplementedError
