"""From bytes to text: a byte order mark, else strict UTF-8, else UTF-16 by its zero bytes, else a refusal."""

import codecs

from coachjournal.errors import Rejected

UNCHANGED = "Nothing was changed."

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # The mark of UTF-32 begins with the mark of UTF-16: the longer one first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAVE = "save it as “CSV UTF-8” first"
_EXPORT = "export your deals from your CRM as CSV and choose that file"
_OTHER_FILES = (
    (b"%PDF-", "a PDF document", _EXPORT),
    (b"PK\x03\x04", "an Excel workbook or another zip file", _SAVE),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file", _SAVE),
    (b"\x89PNG", "a picture", _EXPORT),
    (b"\xff\xd8\xff", "a picture", _EXPORT),
    (b"GIF8", "a picture", _EXPORT),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"SQLite format 3\0", "a database", _EXPORT),
    (b"{\\rtf", "a text document with formatting", _EXPORT),
)
"""How a file of another kind begins, what it is, and how to come to a CSV file."""
# No program that writes text or tables puts these into it.
_NEVER_IN_TEXT = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1a\x1b")
_SAMPLE = 4096
# Western text in UTF-16 is every second byte zero; a lone zero byte in a short file is damage, not UTF-16.
_LEAST_ZEROS = 0.3


def decode(content: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding), encoding
    for beginning, kind, way in _OTHER_FILES:
        if content.startswith(beginning):
            raise Rejected(f"This is {kind}, not a CSV file: {way}. {UNCHANGED}")
    encoding = _utf16_by_zeros(content[:_SAMPLE]) or "utf-8"
    return _strictly(content, encoding), encoding


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding.startswith("utf-8") and not _NEVER_IN_TEXT.isdisjoint(content[:_SAMPLE]):
            raise Rejected(f"This file is not text, so it is no CSV file. {UNCHANGED}") from error
        row = content.count(b"\n", 0, error.start) + 1
        raise Rejected(
            f"Line {row} holds a letter that cannot be read: "
            f"save the file as “CSV UTF-8” and import it again. {UNCHANGED}"
        ) from error


def _utf16_by_zeros(sample: bytes) -> str | None:
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    least = len(sample) / 2 * _LEAST_ZEROS
    if odd > least and not even:
        return "utf-16-le"
    if even > least and not odd:
        return "utf-16-be"
    return None
