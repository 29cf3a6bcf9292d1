"""How names are compared and put in order: capitals and accents do not matter."""

from unicodedata import combining, normalize


def fold(text: str) -> str:
    """Lower case without accents: "José Ñíguez" is "jose niguez"."""
    if text.isascii():
        return text.lower()
    return "".join(mark for mark in normalize("NFKD", text.casefold()) if not combining(mark))
