"""Read a column of owners: a person's name, or an e-mail address that a readable name is made from."""

import re

from coachjournal.rules.imported_deals import ImportedRep

_ADDRESS = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
_NAME_AND_ADDRESS = re.compile(r"(?P<name>[^<>(]+?)\s*[<(]\s*(?P<email>[^@\s<>]+@[^@\s<>()]+)\s*[>)]")
_BETWEEN_NAMES = re.compile(r"[._\d-]+")


def read_owner(text: str) -> ImportedRep:
    """The person. "michael.scott@example.com" is Michael Scott."""
    words = " ".join(text.split())
    both = _NAME_AND_ADDRESS.fullmatch(words)
    if both:
        return ImportedRep(both["name"].strip("\"'"), both["email"])
    if _ADDRESS.fullmatch(words):
        local = words.partition("@")[0].partition("+")[0]
        parts = [part for part in _BETWEEN_NAMES.split(local) if part]
        return ImportedRep(" ".join(part.capitalize() for part in parts) or words, words)
    return ImportedRep(words, "")
