"""The parts of a note under its headings."""

from coachjournal.rules.heading import MARK, heading_mark, heading_words


def section_of(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one; "" where there is no such heading."""
    lines = text.split("\n")
    at = _line_of(lines, heading)
    return "" if at is None else "\n".join(lines[at + 1 : _end_of(lines, at)]).strip()


def with_line(text: str, heading: str, line: str) -> str:
    """The note with a line more at the end of a section; where there is no such heading it is set at the end.

    Without a heading the line goes to the end of the note. What is written stays as it is.
    """
    lines = text.split("\n")
    at = _line_of(lines, heading) if heading else -1
    if at is None:
        before = text.rstrip("\n")
        return (f"{before}\n\n" if before else "") + f"{MARK}{heading}\n{line}\n"
    end = _end_of(lines, at) if heading else len(lines)
    while end > at + 1 and not lines[end - 1].strip():
        end -= 1
    return "\n".join([*lines[:end], line, *lines[end:]])


def _line_of(lines: list[str], heading: str) -> int | None:
    wanted = heading.casefold()
    return next(
        (at for at, line in enumerate(lines) if wanted and (heading_words(line) or "").casefold() == wanted), None
    )


def _end_of(lines: list[str], heading_at: int) -> int:
    after = range(heading_at + 1, len(lines))
    return next((at for at in after if heading_mark(lines[at])), len(lines))
