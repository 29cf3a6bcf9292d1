"""The headings of a template: they stand in a note to write under, and those that nothing came under vanish."""

from collections.abc import Iterable, Sequence

from coachjournal.rules.heading import MARK, heading_mark

_ROOM = "\n\n\n"
"""Below a heading: a line to write on and an empty one."""


def titles_of(written: str, rep: str) -> tuple[str, ...]:
    """What the headings say; `written` has one a line, and {rep} where the rep is named."""
    lines = (" ".join(line.split()).replace("{rep}", rep) for line in written.splitlines())
    return tuple(filter(None, lines))


def headings_of(written: str, rep: str) -> tuple[str, ...]:
    """The headings as they stand in a note."""
    return tuple(MARK + title for title in titles_of(written, rep))


def to_write_under(headings: Iterable[str]) -> str:
    """A note in which nothing is written yet; "" where there are no headings."""
    return _ROOM.join(headings) + "\n" if headings else ""


def without_empty(text: str, headings: Iterable[str]) -> str:
    """The note without those of these headings that nothing stands under; not a written character goes with them."""
    lines, mine = text.split("\n"), frozenset(headings)
    starts = [number for number, line in enumerate(lines) if line in mine]
    ends = [*starts[1:], len(lines)][: len(starts)]
    parts = [lines[start:end] for start, end in zip(starts, ends, strict=True)]
    written = [part for part in parts if any(line.strip() for line in part[1:])]
    if len(written) == len(parts):
        return text
    kept = "\n".join([*lines[: starts[0]], *(line for part in written for line in part)])
    return kept if parts[-1] in written else kept.rstrip("\n")


def place_under(lines: Sequence[str], number: int) -> int:
    """The number of the line on which to go on writing under the heading on line `number`.

    The last one written on, or the first below the heading; the heading itself where the note ends with it.
    """
    end = next((at for at in range(number + 1, len(lines)) if heading_mark(lines[at])), len(lines))
    written = [at for at in range(number + 1, end) if lines[at].strip()]
    return written[-1] if written else min(number + 1, end - 1)


def place_to_go_on(lines: Sequence[str], headings: Iterable[str]) -> int:
    """The number of the last line that has more than one of these headings; below the first where none has."""
    mine = frozenset(headings)
    written = [number for number, line in enumerate(lines) if line.strip() and line not in mine]
    return written[-1] if written else place_under(lines, 0)


def next_place(lines: Sequence[str], line: int, by: int) -> int | None:
    """From the part that `line` stands in to the next heading's place (`by` 1) or the one before (-1), if any."""
    headings = [number for number, words in enumerate(lines) if heading_mark(words)]
    here = sum(number <= line for number in headings) - 1
    there = here + by
    return place_under(lines, headings[there]) if 0 <= there < len(headings) else None
