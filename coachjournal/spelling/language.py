"""The languages that can be checked, and which one a user writes in."""

from enum import StrEnum

_AMERICAN_TOO = frozenset({"PH", "PR", "US"})


class Language(StrEnum):
    """A dictionary that ships, named like its files."""

    BRITISH = "en_GB"
    AMERICAN = "en_US"

    @property
    def label(self) -> str:
        return "British English" if self is Language.BRITISH else "American English"


OFF = "off"
"""What is chosen where nothing is to be checked."""


def language_of(choice: str, locale: str) -> Language | None:
    """The language to check: as chosen, or as the system's locale ("en_GB") says where nothing was; None for none.

    Where the system speaks another language, notes are most likely written in that: nothing is checked until asked for.
    """
    if choice:
        return None if choice == OFF else Language(choice)
    speech, _, country = locale.partition("_")
    if speech != "en":
        return None
    return Language.AMERICAN if country in _AMERICAN_TOO else Language.BRITISH
