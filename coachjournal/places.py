"""Where things are: the shipped resources and the user's own folders."""

from pathlib import Path

from platformdirs import user_data_path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def default_journal() -> Path:
    """The file opened when none is named."""
    return user_data_path("CoachJournal", appauthor=False) / "journal.coach"
